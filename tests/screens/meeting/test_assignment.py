"""Step 6, Đăng ký giúp: pledges by case, their totals and gaps, and the club's agreement."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from driver import Driver, driven
from sample_cases import SampleCases, decide, goods, labour, pledge_all
from screens.widgets.line_list import LineList
from storage.books import Books
from storage.clock import FixedClock
from storage.records.cases import When
from storage.records.kinds import HelperKind, HelpForm, Step
from storage.records.pledges import PledgeDraft


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The five cases of the sample meeting; the meeting stands at step 6."""
    books.meetings.go_to(meeting_id, Step.ASSIGNMENT)
    return decide(books, meeting_id)


@asynccontextmanager
async def at_step(
    books: Books, clock: FixedClock, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Driver]:
    """The app on these books, at step 6."""
    books.close()
    async with driven(books.path.parent, clock, size=size) as driver:
        await driver.until("►6 Đăng ký giúp")
        yield driver


async def go_to(driver: Driver, key: str) -> None:
    """Puts the cursor on a line of the list."""
    driver.app.screen.query_one("#lines", LineList).go_to(key)
    await driver.rest()


async def ask_who_helps(driver: Driver, case: int) -> None:
    """Opens the list of helpers for one more pledge to a case."""
    await go_to(driver, f"add:{case}")
    await driver.press("enter")
    await driver.until("đã chọn 0 người")


async def pick(driver: Driver, *names: str) -> None:
    """Types names into the picker and takes the first match of each."""
    for number, name in enumerate(names, start=1):
        await driver.type(name)
        await driver.press("enter")
        await driver.until(f"đã chọn {number} người")


# What is shown.


async def test_totals_run_along_at_the_top(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    pledge_all(books, meeting_id, cases)
    async with at_step(books, clock) as driver:
        rows = driver.text().split("\n")
        assert rows[6:8] == [
            " 10 ngày công · 50.000 đ · 01 chăn · 01 màn · 02 bộ quần áo",
            " 01 xe lăn (vận động) · 01 lượt hướng dẫn",
        ]


async def test_a_case_shows_its_needs_its_pledges_and_what_is_missing(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    members = [member.id for member in books.register.members()]
    books.pledges.pledge(meeting_id, cases.mui, labour(tuple(members[:7])))
    async with at_step(books, clock) as driver:
        text = driver.text()
        assert "bà Nguyễn Thị Mùi, 78 – được chọn" in text
        assert "cần: 10 ngày công gặt lúa · còn thiếu 3 ngày công" in text
        assert "• 7 ngày công gặt lúa" in text
        await go_to(driver, f"add:{cases.mui}")
        assert driver.row("detail") == "cần: 10 ngày công gặt lúa · còn thiếu 3 ngày công"
        assert driver.row("status") == "còn thiếu hiện vật · 3 ngày công · tiền (viện phí)"


async def test_a_name_typed_into_what_is_given_is_hidden_in_the_totals_until_f8(
    books: Books, cases: SampleCases, meeting_id: int, clock: FixedClock
) -> None:
    helper = books.register.members()[0].id
    books.pledges.pledge(meeting_id, cases.hien, goods("chăn cho cụ Hiền", 1, "cái", helper))
    async with at_step(books, clock, (100, 30)) as driver:
        assert "01 chăn cho cụ H." in driver.text()
        assert "Hiền" not in driver.text()
        await driver.press("f8", "1")
        assert "01 chăn cho cụ Hiền" in driver.text()


async def test_who_did_not_agree_to_be_named_is_hidden_until_f8(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    pledge_all(books, meeting_id, cases)
    async with at_step(books, clock) as driver:
        assert "cụ H., Tổ 3 – được chọn" in driver.text()
        assert "cần: hiện vật" in driver.text()
        assert "(đã sử dụng)" not in driver.text()
        assert "Hiền" not in driver.text()
        await driver.press("f8", "1")
        await driver.until("cụ Phạm Thị Hiền, 86 – được chọn")
        assert "• 02 bộ quần áo (đã sử dụng)" in driver.text()


async def test_without_a_chosen_case_the_screen_says_where_to_go(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    books.meetings.go_to(meeting_id, Step.ASSIGNMENT)
    async with at_step(books, clock) as driver:
        assert "Chưa chọn trường hợp nào. PgUp về bước 5 để chọn." in driver.text()


async def test_on_a_narrow_screen_the_day_stands_below_the_list(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    members = tuple(member.id for member in books.register.members()[:10])
    day = clock.today()
    draft = labour(members, when=When("hôm nay", day, day))
    pledge = books.pledges.pledge(meeting_id, cases.mui, draft)
    async with at_step(books, clock, size=(60, 16)) as driver:
        await go_to(driver, f"pledge:{pledge}")
        await driver.until("• 10 ngày công gặt lúa")
        assert driver.row("detail").startswith("Thứ bảy 24/10/2026 · bà Lê Thị An")


# A pledge from the keyboard.


async def test_ten_days_of_reaping_are_pledged_with_names(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await ask_who_helps(driver, cases.mui)
        await driver.until("Giúp bà Nguyễn Thị Mùi: những ai")
        await pick(driver, "le an", "nguyen an", "lan")
        assert "Xong (3 người)" in driver.text()
        await driver.press("pagedown")
        await driver.until("3 người: bà Lê Thị An, bà Nguyễn Thị An, bà Lê Thị Lan")
        assert "2 ● Ngày công" in driver.text()
        assert "gặt lúa" in driver.text()
        await driver.press("pagedown", "enter")
        await driver.until("► 1  Đăng ký giúp")
        await driver.press("escape")
        await driver.until("3 ngày công")
        assert driver.notice() == (
            "Đã lưu: 3 người đăng ký giúp bà Nguyễn Thị Mùi: 3 ngày công gặt lúa"
        )
        await driver.press("ctrl+z")
        assert driver.notice() == (
            "Đã bỏ: 3 người đăng ký giúp bà Nguyễn Thị Mùi: 3 ngày công gặt lúa"
        )


async def test_five_give_ten_thousand_each(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await ask_who_helps(driver, cases.luc)
        await driver.press("tab", "end")
        await driver.until("► Số người, ghi tên sau")
        await driver.press("enter")
        await driver.until("Bao nhiêu người")
        assert "3 ● Tiền" in driver.text()
        await driver.type("5")
        await driver.press("down")
        await driver.type("10.000")
        await driver.press("pagedown", "enter")
        await driver.until("► 3  Cả CLB nhất trí")
        assert "50.000 đ" in driver.text()
        await driver.press("escape")
        await driver.until("• 50.000 đ")
        assert "5 người, ghi tên sau" in driver.text()


async def test_an_organisation_is_won_over_by_a_member(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await ask_who_helps(driver, cases.son)
        await driver.type("Hội NCT")
        await driver.until("► Tổ chức: Hội NCT")
        await driver.press("enter")
        await driver.until("không thấy ai; Enter nữa là tổ chức")
        await driver.press("enter")
        await driver.until("Ai đi vận động")
        assert "1 ● Hiện vật" in driver.text()
        assert "xe lăn" in driver.text()
        await driver.type("le lan")
        await driver.until("bà Lê Thị Lan, Tổ 3")
        await driver.press("enter")
        await driver.until_gone("bà Lê Thị Lan, Tổ 3")
        await driver.press("pagedown", "enter")
        await driver.until("• 01 xe lăn (vận động)")
        assert driver.notice() == (
            "Đã lưu: Hội NCT đăng ký giúp ông Lê Văn Sơn: 01 xe lăn (vận động)"
        )
        overview = await driver.app.ask(lambda opened: opened.pledges.overview(meeting_id))
        pledge = next(each for case in overview.cases for each in case.pledges)
        assert pledge.helpers == ("bà Lê Thị Lan",)


async def test_many_helpers_are_named_in_part(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    members = tuple(member.id for member in books.register.members())
    pledge = books.pledges.pledge(meeting_id, cases.mui, labour(members))
    async with at_step(books, clock) as driver:
        await go_to(driver, f"pledge:{pledge}")
        await driver.press("enter")
        await driver.until("và 49 người nữa")
        assert "3  Bỏ" in driver.text()


async def test_a_form_of_help_brings_its_unit(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await ask_who_helps(driver, cases.mui)
        await driver.press("escape", "pageup")
        await driver.until("1 ngày công")
        await driver.press("4")
        await driver.until("lượt hướng dẫn")
        assert "Đã sử dụng?" not in driver.text()
        await driver.press("up", "1")
        await driver.until("Đã sử dụng?")
        assert "lượt hướng dẫn" not in driver.text()


async def test_a_pledge_without_helpers_is_refused_in_the_form(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await ask_who_helps(driver, cases.mui)
        await driver.press("escape", "pagedown", "enter")
        await driver.until("Chưa có ai giúp. Xin chọn người, tổ, tổ chức hoặc ghi số người.")


async def test_a_number_comes_first_and_the_names_later(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    draft = PledgeDraft(HelpForm.LABOUR, HelperKind.NUMBER, "gặt lúa", 1, number=2)
    pledge = books.pledges.pledge(meeting_id, cases.mui, draft)
    async with at_step(books, clock) as driver:
        assert "2 người, ghi tên sau" in driver.text()
        assert "tên của 2 người giúp" in driver.text()
        await go_to(driver, f"pledge:{pledge}")
        await driver.press("enter", "2")
        await driver.until("Ai giúp? (2 người)")
        await pick(driver, "le an", "nguyen an")
        await driver.press("pagedown")
        await driver.until_gone("ghi tên sau")
        assert "tên của" not in driver.text()
        assert "bà Lê Thị An, bà Nguyễn Thị An" in driver.row("detail")


async def test_a_pledge_is_taken_back(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    members = [member.id for member in books.register.members()]
    pledge = books.pledges.pledge(meeting_id, cases.mui, labour(tuple(members[:2])))
    async with at_step(books, clock) as driver:
        await go_to(driver, f"pledge:{pledge}")
        await driver.press("enter")
        await driver.until("2 ngày công gặt lúa: bà Lê Thị An, bà Nguyễn Thị An")
        await driver.press("3")
        await driver.until("Đã lưu: bỏ đăng ký giúp bà Nguyễn Thị Mùi")
        assert "• 2 ngày công" not in driver.text()


async def test_who_has_promised_that_day_already_is_pointed_out(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    day = clock.today()
    today = When("hôm nay", day, day)
    members = [member.id for member in books.register.members()]
    books.pledges.pledge(meeting_id, cases.mui, labour(tuple(members[:2]), when=today))
    second = books.pledges.pledge(meeting_id, cases.luc, labour((members[4],), when=today))
    async with at_step(books, clock) as driver:
        await go_to(driver, f"pledge:{second}")
        await driver.press("enter", "2")
        await driver.until("đã chọn 1 người")
        await driver.type("nguyen an")
        await driver.until("đã nhận việc ngày 24/10")
        await driver.press("enter")
        await driver.until("đã chọn 2 người")
        await driver.press("pagedown")
        await driver.until("Đã lưu. Xin lưu ý: bà Nguyễn Thị An đã nhận việc ngày 24/10.")
        assert "trùng ngày: bà Nguyễn Thị An" in driver.row("detail")


async def test_a_half_filled_pledge_opens_again(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await ask_who_helps(driver, cases.luc)
        await driver.press("escape", "pageup", "5")
    async with driven(books.path.parent, clock) as driver:
        await driver.until("Đã mở lại phần đang ghi dở.")
        assert "Giúp anh Trần Văn Lực" in driver.text()
        assert "5 ● Hỗ trợ thủ tục pháp lý" in driver.text()


# Home care, and the club's opinion.


async def test_a_case_is_passed_to_home_care_and_taken_back(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        assert "□ Chuyển nhóm TNV chăm sóc tại nhà" in driver.text()
        await go_to(driver, f"care:{cases.hien}")
        await driver.press("enter")
        await driver.until("■ Đã chuyển nhóm TNV chăm sóc tại nhà")
        await driver.press("enter", "2")
        await driver.until("□ Chuyển nhóm TNV chăm sóc tại nhà")


async def test_any_case_can_be_passed_on_from_its_heading(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await go_to(driver, f"case:{cases.mui}")
        await driver.press("enter", "2")
        await driver.until("Đã chuyển nhóm TNV chăm sóc tại nhà: sửa, bỏ")
        await driver.press("2", "1")
        await driver.until("Ghi thêm")
        await driver.type("sống một mình")
        await driver.press("ctrl+s")
        await driver.until("► 1  Đăng ký giúp")
        await driver.press("escape")
        await driver.until("■ Đã chuyển nhóm TNV chăm sóc tại nhà")
        await go_to(driver, f"care:{cases.mui}")
        assert driver.row("detail") == "sống một mình"


async def test_the_club_agrees_with_one_key(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        assert "Đã thống nhất 0 / 3" in driver.text()
        await go_to(driver, f"agree:{cases.mui}")
        await driver.press("enter", "1")
        await driver.until("Chưa ai đăng ký giúp bà Nguyễn Thị Mùi. Vẫn lấy ý kiến?")
        assert "► 2  Không, quay lại" in driver.text()
        await driver.press("1")
        await driver.until("cụ H., Tổ 3")
        await driver.press("escape")
        await driver.until("■ Cả CLB nhất trí: giúp gì, ai giúp, khi nào")
        assert "Đã thống nhất 1 / 3" in driver.text()
        assert driver.notice() == ("Đã lưu: lấy ý kiến về việc giúp bà Nguyễn Thị Mùi: nhất trí")


async def test_where_nobody_is_present_an_agreement_is_asked_about(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    for group in books.register.groups():
        books.attendance.count_group(meeting_id, group.id, 0)
    async with at_step(books, clock) as driver:
        await go_to(driver, f"agree:{cases.mui}")
        await driver.press("enter", "1", "1")
        await driver.until("Bước 1 chưa ghi ai có mặt.")
        await driver.press("enter")
        await driver.until("►1 Điểm danh")


async def test_more_hands_than_people_present_are_refused(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    async with at_step(books, clock) as driver:
        await go_to(driver, f"agree:{cases.mui}")
        await driver.press("enter", "2", "1")
        await driver.until("Không tán thành")
        await driver.press("5", "0", "enter", "6", "enter")
        await driver.until("Chỉ có 55 người có mặt. Xin đếm lại số người giơ tay.")
        await driver.press("5", "enter", "ctrl+s")
        await driver.until("cụ H., Tổ 3")
        await driver.press("escape")
        await driver.until("■ Giơ tay: 50 tán thành, 5 không tán thành")


@pytest.mark.parametrize("typed", ["3", "99999999999999999999"])
async def test_digits_in_the_place_of_a_name_are_no_member(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock, typed: str
) -> None:
    """Members who are chosen are kept by their numbers; what is typed is not."""
    async with at_step(books, clock) as driver:
        await ask_who_helps(driver, cases.son)
        await driver.press("escape", "up", "4")
        await driver.wait_for_focus("field-organisation")
        await driver.type("Hội NCT")
        await driver.press("enter")
        await driver.type(typed)
        await driver.press("pagedown", "enter")
        await driver.until(f"Chưa rõ “{typed}” là thành viên nào.")
    async with driven(books.path.parent, clock) as driver:
        await driver.until("Đã mở lại phần đang ghi dở.")
        assert typed in driver.text()


async def test_a_mistyped_name_turns_into_no_organisation(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    """Those who are ticked stay ticked."""
    async with at_step(books, clock) as driver:
        await ask_who_helps(driver, cases.son)
        await driver.type("xyz")
        await driver.press("enter")
        await driver.until("không thấy ai; Enter nữa là tổ chức")
        await driver.press("ctrl+u")
        await pick(driver, "le an")
        await driver.type("xyz")
        await driver.press("enter", "enter")
        await driver.until("không thấy ai tên “xyz”")
        assert "Tổ chức" not in driver.text()
        assert "đã chọn 1 người" in driver.text()
