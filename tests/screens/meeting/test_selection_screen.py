"""Step 5, Chọn trường hợp: marks, agreement, hands, a tie, and the ways of the others."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import pairwise

import pytest

from driver import Driver, driven
from sample_cases import BINH, HIEN, LUC, MUI, SON, SampleCases
from screens.meeting.selection_count import HandsPanel
from screens.widgets.big_digits import BigDigits
from storage.books import Books
from storage.clock import FixedClock
from storage.records.cases import When
from storage.records.consent import Consents
from storage.records.kinds import Consent, Fact, Outcome, Relation, Step

HANDS = ("41", "38", "33", "33", "11")


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The sample meeting at step 5: 52 present, five cases, cụ Hiền not asked for consent."""
    groups = [group.id for group in books.register.groups()]
    for group, present in zip(groups, (11, 10, 11, 10, 10), strict=True):
        books.attendance.count_group(meeting_id, group, present)
    luc = replace(LUC, facts=frozenset({Fact.URGENT}), when=When("ngay"))
    hien, mui, luc_id, son, binh = (
        books.proposals.propose_case(meeting_id, group, draft)
        for group, draft in zip(
            (groups[2], groups[0], groups[1], groups[3], groups[4]),
            (HIEN, MUI, luc, SON, BINH),
            strict=True,
        )
    )
    books.proposals.propose_existing(meeting_id, groups[4], hien)
    books.meetings.go_to(meeting_id, Step.SELECTION)
    return SampleCases(hien=hien, mui=mui, luc=luc_id, son=son, binh=binh)


@asynccontextmanager
async def at_step(
    books: Books, clock: FixedClock, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Driver]:
    """The app on these books, at step 5."""
    books.close()
    async with driven(books.path.parent, clock, size=size) as driver:
        await driver.until("►5 Chọn trường hợp")
        yield driver


def row(driver: Driver, words: str) -> str:
    return next(row for row in driver.text().splitlines() if words in row)


def below(driver: Driver, words: str) -> str:
    """What stands in the row below the first with these words."""
    rows = driver.text().splitlines()
    return next(under for over, under in pairwise(rows) if words in over).strip()


async def outcomes(driver: Driver, meeting_id: int) -> dict[str, Outcome | None]:
    overview = await driver.app.ask(lambda books: books.selection.overview(meeting_id))
    return {each.case.person.name.split()[-1]: each.outcome for each in overview.cases}


async def begin_count(driver: Driver, places: str) -> None:
    """Begins to count hands for so many places."""
    await driver.press("2")
    await driver.until("Chọn mấy trường hợp?")
    await driver.press(places, "enter")
    await driver.until(f"mỗi người giơ tay tối đa {places} lần")


async def count(driver: Driver, *hands: str) -> None:
    """Types each number, and goes to the next with Enter."""
    for number in hands:
        await driver.press(*number, "enter")


# The table.


async def test_the_cases_stand_side_by_side(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        assert "Chọn trường hợp khó khăn nhất" in driver.text()
        assert "5 trường hợp" in driver.text()
        assert "□ bà Nguyễn Thị Mùi, 78" in row(driver, "Mùi")
        assert row(driver, "Mùi").endswith("Tổ 1")
        assert below(driver, "Mùi") == "Sống một mình, ngã gãy chân đúng vụ gặt · gặt lúa"
        assert row(driver, "cụ H.").endswith("Tổ 3, 5")
        assert driver.row("missing") == "Còn thiếu: chưa chọn trường hợp nào"


async def test_the_line_below_says_what_helps_to_judge(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await driver.go_to_line(f"case:{cases.luc}")
        assert driver.row("detail") == (
            "người ngoài CLB · cần ngay · 12 tháng qua CLB chưa giúp lần nào"
        )


async def test_who_was_not_asked_is_shown_with_the_initial_and_the_forms_of_help(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        shown = row(driver, "cụ H.")
        assert "cụ H., Tổ 3" in shown
        assert below(driver, "cụ H.") == "hiện vật, chăm sóc tại nhà"
        assert "Hiền" not in driver.text()
        assert "Bệnh nặng" not in driver.text()


async def test_where_the_cases_are_many_each_has_one_line_and_the_rest_stands_below(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    group = books.register.groups()[0].id
    for name in ("Đỗ Thị Sen", "Đỗ Văn Tám", "Đỗ Thị Chín"):
        books.proposals.propose_case(meeting_id, group, replace(LUC, name=name))
    async with at_step(books, clock) as driver:
        shown = row(driver, "anh Trần Văn Lực, 41")
        assert "Tai nạn giao thông, đang" in shown
        assert shown.endswith("Tổ 2")
        await driver.go_to_line(f"case:{cases.luc}")
        assert driver.row("detail") == (
            "Tai nạn giao thông, đang nằm viện · viện phí · "
            "người ngoài CLB · cần ngay · 12 tháng qua CLB chưa giúp lần nào"
        )


async def test_a_narrow_screen_keeps_who_it_is_and_says_the_rest_below(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock, size=(60, 16)) as driver:
        await driver.go_to_line(f"case:{cases.son}")
        assert "ông Lê Văn Sơn, 63" in row(driver, "Sơn")
        assert driver.row("detail").startswith("Không đi lại được · xe lăn · người ngoài CLB")


async def test_without_any_case_the_way_back_is_one_key(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    books.meetings.go_to(meeting_id, Step.SELECTION)
    async with at_step(books, clock) as driver:
        assert driver.row("missing") == "Còn thiếu: chưa tổ nào nêu trường hợp khó khăn"
        await driver.press("enter")
        await driver.until("►4 Các tổ trình bày")


# Marks and agreement.


async def test_marks_are_kept_when_the_program_ends(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await driver.go_to_line(f"case:{cases.mui}")
        await driver.press("space")
        assert "■ bà Nguyễn Thị Mùi" in row(driver, "Mùi")
    async with driven(books.path.parent, clock) as driver:
        await driver.until("■ bà Nguyễn Thị Mùi")
        await driver.go_to_line(f"case:{cases.mui}")
        await driver.press("space")
        assert "□ bà Nguyễn Thị Mùi" in row(driver, "Mùi")


async def test_the_whole_club_agrees_with_one_key_and_the_answer(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        for case in (cases.mui, cases.luc):
            await driver.go_to_line(f"case:{case}")
            await driver.press("space")
        await driver.press("1")
        await driver.until("Cả CLB nhất trí chọn bà Nguyễn Thị Mùi, anh Trần Văn Lực?")
        await driver.press("1")
        await driver.until("Đã lưu: chọn bà Nguyễn Thị Mùi, anh Trần Văn Lực")
        assert row(driver, "■ bà Nguyễn Thị Mùi").endswith("được chọn")
        assert driver.row("missing") == ("Còn thiếu: hướng giải quyết cho 3 trường hợp chưa chọn")
        await driver.press("ctrl+z")
        assert driver.notice() == "Đã bỏ: chọn bà Nguyễn Thị Mùi, anh Trần Văn Lực"
        assert "■ bà Nguyễn Thị Mùi" in row(driver, "Mùi")
        assert (await outcomes(driver, meeting_id))["Mùi"] is None


async def test_nothing_marked_is_said(books: Books, cases: SampleCases, clock: FixedClock) -> None:
    async with at_step(books, clock) as driver:
        await driver.press("1")
        assert driver.notice() == ("Chưa đánh dấu trường hợp nào. Đi tới một dòng, bấm Dấu cách.")


async def test_the_only_case_is_marked_first_too(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    group = books.register.groups()[0]
    books.attendance.count_group(meeting_id, group.id, 2)
    mui = books.proposals.propose_case(meeting_id, group.id, MUI)
    books.meetings.go_to(meeting_id, Step.SELECTION)
    async with at_step(books, clock) as driver:
        await driver.press("1")
        assert driver.notice() == ("Chưa đánh dấu trường hợp nào. Đi tới một dòng, bấm Dấu cách.")
        await driver.go_to_line(f"case:{mui}")
        await driver.press("space", "1")
        await driver.until("Cả CLB nhất trí chọn bà Nguyễn Thị Mùi?")


async def test_where_nobody_is_present_the_question_leads_to_step_1(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    for group in books.register.groups():
        books.attendance.count_group(meeting_id, group.id, 0)
    async with at_step(books, clock) as driver:
        await driver.press("2")
        assert driver.notice() == "Chưa điểm danh. Xin ghi số người có mặt ở bước 1 trước."
        await driver.go_to_line(f"case:{cases.mui}")
        await driver.press("space", "1")
        await driver.until("Bước 1 chưa ghi ai có mặt.")
        assert "► 2  Về bước 1 điểm danh" in driver.text()
        assert "Giơ tay\n" not in driver.text()
        await driver.press("enter")
        await driver.until("►1 Điểm danh")
        assert (await outcomes(driver, meeting_id))["Mùi"] is None


async def test_the_club_may_agree_though_nobody_was_counted(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    for group in books.register.groups():
        books.attendance.count_group(meeting_id, group.id, 0)
    async with at_step(books, clock) as driver:
        await driver.go_to_line(f"case:{cases.mui}")
        await driver.press("space", "1", "1")
        await driver.until("Đã lưu: chọn bà Nguyễn Thị Mùi")


async def test_where_opinions_differ_the_question_leads_to_hands(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        for case in (cases.mui, cases.luc):
            await driver.go_to_line(f"case:{case}")
            await driver.press("space")
        await driver.press("1", "2")
        await driver.until("2 trong 5 trường hợp")
        await driver.press("enter")
        await driver.until("mỗi người giơ tay tối đa 2 lần")


# Hands.


async def test_the_sample_meeting_by_keys(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await begin_count(driver, "3")
        assert "Chọn 3 trường hợp khó khăn nhất" in driver.text()
        await count(driver, *HANDS)
        await driver.until(
            "Anh Lực và ông Sơn bằng nhau (33 người). Xin ý kiến lại giữa hai người?"
        )
        await driver.press("1")
        await driver.until("mỗi người giơ tay tối đa 1 lần")
        assert "Mùi" not in driver.text()
        await count(driver, "29", "21")
        await driver.until("Đã lưu: chọn cụ H., bà Nguyễn Thị Mùi, anh Trần Văn Lực")
        assert await outcomes(driver, meeting_id) == {
            "Hiền": Outcome.CHOSEN,
            "Mùi": Outcome.CHOSEN,
            "Lực": Outcome.CHOSEN,
            "Sơn": None,
            "Bình": None,
        }


async def test_after_the_counts_the_wall_shows_no_number(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await begin_count(driver, "3")
        await count(driver, "45", "37", "33", "23", "17")
        await driver.until("Đã lưu: chọn")
        for number in ("45", "37", "33", "23", "17"):
            assert number not in "".join(driver.text().splitlines()[6:16])
        assert row(driver, "■ anh Trần Văn Lực").endswith("được chọn")
        assert "□ ông Lê Văn Sơn" in row(driver, "Sơn")


async def test_the_number_stands_in_big_digits_while_it_is_typed(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await begin_count(driver, "3")
        panel = driver.app.screen.query_one(HandsPanel)
        digits = panel.query_one(BigDigits)
        assert panel.display
        assert digits.text == "  "
        await driver.press("4")
        wide = digits.size.width
        assert digits.text == " 4"
        await driver.press("1")
        assert digits.text == "41"
        # Fifty-two are here: a second digit moves nothing on the screen.
        assert digits.size.width == wide
        await driver.press("plus", "plus", "minus")
        assert digits.text == "42"
        assert "► 42" in driver.text()
        await driver.press("enter")
        assert driver.notice() == "Đã lưu: 42 người giơ tay cho cụ H."
        assert digits.text == "  "
        await driver.press("up")
        assert digits.text == "42"


async def test_while_a_number_is_typed_the_step_is_not_left(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await begin_count(driver, "3")
        await driver.press("4", "pagedown", "1", "pageup")
        assert "► 41" in driver.text()
        await driver.press("enter", "pagedown")
        await driver.until("►6 Đăng ký giúp")


async def test_a_number_in_the_making_outlives_the_program(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await begin_count(driver, "3")
        await count(driver, "41")
        await driver.press("3")
    async with driven(books.path.parent, clock) as driver:
        await driver.until("► 3")
        assert "mỗi người giơ tay tối đa 3 lần" in driver.text()
        await driver.press("8", "enter")
        await driver.until("Đã lưu: 38 người giơ tay cho bà Nguyễn Thị Mùi")


async def test_more_hands_than_there_are_is_said_and_the_number_stays(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await begin_count(driver, "3")
        await driver.press("5", "3", "enter")
        assert driver.notice() == "Chỉ có 52 người có mặt. Xin đếm lại số người giơ tay."
        assert "► 53" in driver.text()
        await driver.press("backspace", "backspace")
        await count(driver, "41", "38", "33", "33", "17")
        assert driver.notice() == (
            "Mỗi người giơ tay tối đa 3 lần, nên tất cả không quá 156. Xin đếm lại."
        )


async def test_undo_takes_one_count_back_and_then_the_count_itself(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await begin_count(driver, "3")
        await count(driver, "41", "31")
        await driver.press("ctrl+z")
        assert driver.notice() == "Đã bỏ: 31 người giơ tay cho bà Nguyễn Thị Mùi"
        await driver.press("9")
        await driver.press("ctrl+z", "ctrl+z")
        assert driver.notice() == "Đã bỏ: giơ tay lấy ý kiến, chọn 3 trường hợp"
        await driver.until("2  Giơ tay lấy ý kiến")
        await driver.press("pagedown")
        await driver.until("►6 Đăng ký giúp")


async def test_the_club_may_agree_on_both_who_tie(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await begin_count(driver, "3")
        await count(driver, *HANDS)
        await driver.until("Cả CLB nhất trí chọn anh Lực và ông Sơn")
        await driver.press("2")
        await driver.until("Đã lưu: chọn")
        chosen = [name for name, way in (await outcomes(driver, meeting_id)).items() if way]
        assert chosen == ["Hiền", "Mùi", "Lực", "Sơn"]


async def test_a_tie_that_is_left_is_still_said_with_the_second_count_one_key_away(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await begin_count(driver, "3")
        await count(driver, *HANDS)
        await driver.until("Cả CLB nhất trí chọn anh Lực và ông Sơn")
        await driver.press("escape")
        await driver.until_gone("Cả CLB nhất trí chọn")
        assert "Xin ý kiến lại giữa hai người?" in driver.row("status")
        await driver.press("enter")
        await driver.until("mỗi người giơ tay tối đa 1 lần")


async def test_the_number_of_places_can_still_be_changed(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await begin_count(driver, "3")
        await driver.go_to_line("other")
        await driver.press("enter", "2")
        await driver.until("3 trong 5 trường hợp")
        await driver.press("2", "enter")
        await driver.until("Chọn 2 trường hợp khó khăn nhất")


async def test_the_list_can_be_gone_back_to_and_the_count_gone_on_with(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await begin_count(driver, "3")
        await count(driver, "41")
        await driver.go_to_line("other")
        await driver.press("enter", "1")
        await driver.until("2  Giơ tay tiếp")
        assert "41" not in row(driver, "□ cụ H.")
        await driver.press("2")
        await driver.until("mỗi người giơ tay tối đa 3 lần")
        assert row(driver, "□ cụ H.").endswith("41")


async def test_the_counts_are_given_up(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await begin_count(driver, "1")
        await count(driver, "20", "9", "8", "7", "6")
        await driver.until("Đã lưu: chọn cụ H.")
        await driver.press("2")
        await driver.until("Bỏ kết quả giơ tay")
        await driver.press("2")
        await driver.until("Đã lưu: bỏ kết quả giơ tay")
        assert set((await outcomes(driver, meeting_id)).values()) == {None}


async def test_more_places_than_cases_are_refused(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await driver.press("2")
        await driver.until("Chọn mấy trường hợp?")
        await driver.press("6", "enter")
        await driver.until("Có 5 trường hợp, xin chọn một số từ 1 đến 5.")


# The ways of the others.


async def test_each_way_is_a_digit(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        for case, digit in ((cases.son, "1"), (cases.binh, "2"), (cases.hien, "3")):
            await driver.go_to_line(f"case:{case}")
            await driver.press("enter", digit)
            await driver.until("Đã lưu")
        assert row(driver, "– ông Lê Văn Sơn").endswith("để kỳ sau")
        assert row(driver, "– hộ bà Vũ Thị Bình").endswith("tổ tự giúp")
        assert row(driver, "– cụ H.").endswith("nhóm TNV")
        assert driver.notice() == "Đã lưu: cụ H.: chuyển nhóm TNV chăm sóc tại nhà"


async def test_a_case_is_chosen_from_its_own_line_too(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await driver.go_to_line(f"case:{cases.luc}")
        await driver.press("enter", "6")
        await driver.until("Cả CLB nhất trí chọn anh Trần Văn Lực?")
        await driver.press("1")
        await driver.until("Đã lưu: chọn anh Trần Văn Lực")
        chosen = await outcomes(driver, meeting_id)
        assert [name for name, way in chosen.items() if way is Outcome.CHOSEN] == ["Lực"]


async def test_ending_a_case_asks_why(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await driver.go_to_line(f"case:{cases.son}")
        await driver.press("enter", "5")
        await driver.until("Kết thúc vì sao?")
        await driver.press("pagedown", "enter")
        await driver.until("Chưa có lý do. Xin ghi lý do rồi lưu lại.")
        await driver.press("up")
        await driver.type("đã có xe lăn")
        await driver.press("pagedown", "enter")
        await driver.until("kết thúc")
        assert (await outcomes(driver, meeting_id))["Sơn"] is Outcome.ENDED
        await driver.go_to_line(f"case:{cases.son}")
        assert driver.row("detail").endswith("lý do: đã có xe lăn")


async def test_what_goes_to_the_locality_names_only_who_agreed_to_that(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    """Who agreed to be named before the club has not agreed to the locality."""
    people = {story.person.name: story.person for story in books.consents.stories()}
    to_all = Consents(Consent.AGREED, Consent.AGREED, Consent.AGREED)
    books.consents.record(people["Lê Văn Sơn"].id, to_all)
    async with at_step(books, clock) as driver:
        for case in (cases.hien, cases.son, cases.binh):
            await driver.go_to_line(f"case:{case}")
            await driver.press("enter", "4")
            await driver.until("Đề xuất gì?")
            await driver.press("pagedown", "enter")
            await driver.until("đề xuất với địa phương")
            await driver.until("►5 Chọn trường hợp")
        overview = await driver.app.ask(lambda books: books.community.overview(meeting_id))
        assert [each.matter.what for each in overview.for_locality] == [
            "giúp cụ H., Tổ 3: hiện vật, chăm sóc tại nhà",
            "giúp ông Lê Văn Sơn: xe lăn",
            "giúp hộ bà B., Tổ 5: kỹ thuật",
        ]


async def test_a_choice_gets_its_reason_or_is_taken_back(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    books.selection.choose_unanimously(meeting_id, [cases.mui])
    async with at_step(books, clock) as driver:
        await driver.go_to_line(f"case:{cases.mui}")
        await driver.press("enter", "1")
        await driver.until("Vì sao chọn bà Nguyễn Thị Mùi?")
        await driver.type("neo người")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: lý do về bà Nguyễn Thị Mùi")
        assert driver.row("detail").endswith("lý do: neo người")
        await driver.press("enter", "2")
        await driver.until("Đã lưu: bỏ quyết định về bà Nguyễn Thị Mùi")
        assert "□ bà Nguyễn Thị Mùi" in row(driver, "Mùi")


async def test_a_half_typed_reason_opens_again_after_a_crash(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    books.selection.choose_unanimously(meeting_id, [cases.mui])
    async with at_step(books, clock) as driver:
        await driver.go_to_line(f"case:{cases.mui}")
        await driver.press("enter", "1")
        await driver.until("Vì sao chọn bà Nguyễn Thị Mùi?")
        await driver.type("neo ng")
    async with driven(books.path.parent, clock) as driver:
        await driver.until("Vì sao chọn bà Nguyễn Thị Mùi?")
        await driver.until("neo ng")


async def test_the_relative_is_named_only_where_the_person_may_be(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    group = books.register.groups()[0].id
    member = books.register.members(group)[0].id
    draft = replace(HIEN, relation=Relation.FAMILY, relative_of=member)
    hidden = books.proposals.propose_case(meeting_id, group, draft)
    shown = books.proposals.propose_case(
        meeting_id, group, replace(draft, name="Đỗ Thị Sen", consent=Consent.AGREED)
    )
    books.meetings.go_to(meeting_id, Step.SELECTION)
    async with at_step(books, clock) as driver:
        await driver.go_to_line(f"case:{hidden}")
        assert "thành viên gia đình ·" in driver.row("detail")
        await driver.go_to_line(f"case:{shown}")
        assert "gia đình bà Nguyễn Thị An" in driver.row("detail")
