"""F5: each step in large letters, with its list at work beneath."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from driver import Driver, driven
from earlier_promises import promised_before
from sample_cases import HIEN, LUC, MUI, goods, labour
from screens.widgets.big_digits import BigDigits
from screens.widgets.large_fitting import fit
from screens.widgets.large_view import LargeView
from storage.books import Books
from storage.clock import FixedClock
from storage.records.community import MatterDraft
from storage.records.kinds import MatterKind, Step
from storage.records.wall import LargePage

PROJECTED = (50, 15)
"""Large letters leave so many cells."""
KEYS = " F5 màn hình thường F6 che màn hình"


@dataclass(slots=True)
class Prepared:
    """The books of a running meeting, to be filled and then shown in large letters."""

    books: Books
    meeting: int
    folder: Path
    clock: FixedClock

    @property
    def groups(self) -> list[int]:
        """The numbers of the groups."""
        return [group.id for group in self.books.register.groups()]

    @asynccontextmanager
    async def at(self, step: Step, size: tuple[int, int] = PROJECTED) -> AsyncIterator[Driver]:
        """The large view of a step; the books belong to the app from here on."""
        self.books.meetings.go_to(self.meeting, step)
        self.books.close()
        async with driven(self.folder, self.clock, size=size) as driver:
            await driver.press("f5")
            yield driver


@pytest.fixture
def prepared(books: Books, meeting_id: int, tmp_path: Path, clock: FixedClock) -> Prepared:
    """A running meeting."""
    return Prepared(books, meeting_id, tmp_path / "books", clock)


@pytest.fixture
def cases(prepared: Prepared) -> tuple[int, int, int]:
    """Three cases on the board: bà Mùi, anh Lực, and cụ Hiền, who was not asked for consent."""
    first, second, third = (
        prepared.books.proposals.propose_case(prepared.meeting, group, draft)
        for group, draft in zip(prepared.groups, (MUI, LUC, HIEN), strict=False)
    )
    return first, second, third


def digits(driver: Driver) -> str:
    """What stands in big digits; nothing where none are shown."""
    shown = driver.app.screen.query_one(LargeView).query_one(BigDigits)
    return shown.text if shown.display else ""


def words(driver: Driver) -> str:
    """All words on the screen, as one line, but for the keys in its last row."""
    text = " ".join(driver.text().split())
    assert text.endswith(KEYS)
    return text.removesuffix(KEYS)


# Step by step.


async def test_who_is_here_in_all_and_by_group(prepared: Prepared) -> None:
    async with prepared.at(Step.ATTENDANCE) as driver:
        assert digits(driver) == "55/55"
        assert words(driver) == (
            "08:30 Có mặt ► Tổ 1 11/11 Tổ 2 11/11 Tổ 3 11/11 Tổ 4 11/11 Tổ 5 11/11"
        )


async def test_a_group_is_counted_in_the_large_view(prepared: Prepared) -> None:
    async with prepared.at(Step.ATTENDANCE) as driver:
        await driver.press("down", "9")
        assert "► Tổ 2 9/11" in words(driver)
        await driver.press("enter")
        await driver.until("Đã lưu: Tổ 2 có mặt 9 người")
        assert digits(driver) == "53/55"
        assert "► Tổ 3 11/11" in words(driver)


async def test_no_promise_is_open(prepared: Prepared) -> None:
    async with prepared.at(Step.LAST_MONTH) as driver:
        assert words(driver) == "08:30 Việc kỳ trước Không còn việc nào của kỳ trước."


async def test_the_promise_under_the_cursor(prepared: Prepared) -> None:
    earlier = promised_before(prepared.books, prepared.meeting, prepared.clock)
    prepared.meeting = earlier.meeting
    async with prepared.at(Step.LAST_MONTH) as driver:
        await driver.go_to_line(f"pledge:{earlier.money}")
        assert words(driver) == "08:30 Việc kỳ trước anh Trần Văn Lực 50.000 đ chưa báo"
        await driver.press("1")
        await driver.until("Đã lưu: ")
        await driver.go_to_line(f"pledge:{earlier.money}")
        assert "anh Trần Văn Lực 50.000 đ √ đã làm" in words(driver)
        await driver.go_to_line(f"answer:{earlier.lamp}")
        assert "UBND xã An Bình đèn đường ngõ 3 hỏng chưa trả lời" in words(driver)


async def test_the_clock_and_the_two_questions(prepared: Prepared) -> None:
    async with prepared.at(Step.DISCUSSION) as driver:
        await driver.press("f4")
        prepared.clock.advance(29)
        await driver.press("+")
        assert digits(driver) == "10:31"
        assert "1. Trường hợp có khó khăn đặc biệt cần CLB giúp đỡ?" in words(driver)
        assert "2. Việc cho cộng đồng, đề xuất với địa phương?" in words(driver)
        await driver.press("pagedown")
        assert "► 10:31" in driver.text().splitlines()[0]


async def test_whose_turn_it_is_and_what_was_proposed(
    prepared: Prepared, cases: tuple[int, int, int]
) -> None:
    lamp = MatterDraft(MatterKind.LOCALITY, "đèn đường ngõ 3 hỏng")
    prepared.books.proposals.propose_matter(prepared.meeting, prepared.groups[1], lamp)
    async with prepared.at(Step.PROPOSALS) as driver:
        await driver.go_to_line(f"group:{prepared.groups[1]}")
        assert words(driver) == (
            "08:30 Các tổ trình bày Tổ 2 · ông Trần Văn An "
            "Trường hợp: anh Trần Văn Lực, 41 · Tai nạn giao thông, đang nằm viện "
            "Địa phương: đèn đường ngõ 3 hỏng"
        )
        await driver.go_to_line(f"group:{prepared.groups[0]}")
        assert "Tới lượt Tổ 1 · bà Nguyễn Thị An" in words(driver)


async def test_the_person_under_discussion(prepared: Prepared, cases: tuple[int, int, int]) -> None:
    async with prepared.at(Step.SELECTION) as driver:
        await driver.press("space")
        assert "■ bà Nguyễn Thị Mùi, 78" in words(driver)
        assert "Sống một mình, ngã gãy chân đúng vụ gặt · gặt lúa" in words(driver)
        assert "Trần Văn Lực" not in words(driver)
        await driver.go_to_line("agree")
        assert "Cả CLB nhất trí? ■ bà Nguyễn Thị Mùi" in words(driver)


async def test_hands_are_counted_and_nobody_stands_beside(
    prepared: Prepared, cases: tuple[int, int, int]
) -> None:
    prepared.books.selection.begin_count(prepared.meeting, 1)
    async with prepared.at(Step.SELECTION) as driver:
        assert digits(driver) == ""
        assert "bà Nguyễn Thị Mùi" in words(driver)
        assert "Xin giơ tay mỗi người giơ tay tối đa 1 lần" in words(driver)
        await driver.press("3", "0", "+")
        assert digits(driver) == "31"
        await driver.press("enter")
        assert "Giơ tay lấy ý kiến anh Trần Văn Lực" in words(driver)
        assert digits(driver) == ""
        await driver.press("6", "0", "enter")
        await driver.until("Chỉ có 55 người có mặt.")
        assert digits(driver) == "60"
        await driver.press("backspace", "backspace", "9", "enter", "5", "enter")
        await driver.until("Đã chọn")
        assert "■ bà Nguyễn Thị Mùi" in words(driver)
        assert "Trần Văn Lực" not in words(driver)


async def test_who_helps_and_what_is_missing(
    prepared: Prepared, cases: tuple[int, int, int]
) -> None:
    books, meeting = prepared.books, prepared.meeting
    members = tuple(member.id for member in books.register.members())
    books.selection.choose_unanimously(meeting, (cases[0],))
    books.pledges.pledge(meeting, cases[0], labour(members[:7]))
    books.pledges.pledge(meeting, cases[0], goods("chăn", 1, "cái", members[8]))
    async with prepared.at(Step.ASSIGNMENT) as driver:
        shown = words(driver)
        assert "Đăng ký giúp bà Nguyễn Thị Mùi • 7 ngày công gặt lúa: " in shown
        assert "• 01 chăn (đã sử dụng): " in shown
        assert "Tất cả: 7 ngày công · 01 chăn" in shown
        assert "Còn thiếu 3 ngày công" in shown


async def test_the_matter_under_the_cursor(prepared: Prepared) -> None:
    books, meeting = prepared.books, prepared.meeting
    road, gate = (
        books.proposals.propose_matter(
            meeting, prepared.groups[0], MatterDraft(MatterKind.ACTIVITY, what)
        )
        for what in ("dọn vệ sinh đường làng", "quét vôi cổng làng")
    )
    books.community.agree(meeting, gate, unanimous=False, in_favour=48, against=3, other=4)
    async with prepared.at(Step.COMMUNITY) as driver:
        await driver.go_to_line(f"matter:{road}")
        assert "Việc cho cộng đồng dọn vệ sinh đường làng Cả CLB nhất trí?" in words(driver)
        await driver.press("1")
        await driver.until("√ nhất trí")
        await driver.go_to_line(f"matter:{gate}")
        assert "√ 48 trong 55 người có mặt tán thành. CLB thống nhất." in words(driver)
        assert digits(driver) == ""


async def test_the_agreed_points(prepared: Prepared, cases: tuple[int, int, int]) -> None:
    prepared.books.selection.choose_unanimously(prepared.meeting, cases)
    async with prepared.at(Step.APPROVAL) as driver:
        assert "Nội dung đã thống nhất • Chọn giúp: bà Nguyễn Thị Mùi;" in words(driver)
        assert "Phạm Thị Hiền" not in words(driver)


# The mode.


async def test_the_large_view_goes_along_to_the_next_step_and_esc_leaves_it(
    prepared: Prepared,
) -> None:
    async with prepared.at(Step.ATTENDANCE) as driver:
        await driver.press("pagedown")
        assert words(driver).startswith("08:30 Việc kỳ trước")
        await driver.press("escape")
        assert "►2 Việc kỳ trước" in driver.text()
        await driver.press("pageup")
        assert "►1 Điểm danh" in driver.text()
        await driver.press("f5", "f5")
        assert "►1 Điểm danh" in driver.text()


async def test_the_menu_has_it(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("escape")
        await driver.type("chu to")
        await driver.press("enter")
        assert words(driver).startswith("08:30 Có mặt")


async def test_who_did_not_agree_is_hidden_until_f8(
    prepared: Prepared, cases: tuple[int, int, int]
) -> None:
    async with prepared.at(Step.SELECTION) as driver:
        await driver.go_to_line(f"case:{cases[2]}")
        assert "cụ H., Tổ 3 hiện vật, chăm sóc tại nhà" in words(driver)
        await driver.press("f8", "1")
        assert "cụ Phạm Thị Hiền, 86 Bệnh nặng, mùa lạnh thiếu chăn" in words(driver)
        await driver.press("f8")
        assert "Hiền" not in words(driver)


@pytest.mark.parametrize("size", [(46, 13), (50, 15), (62, 17), (80, 24)])
async def test_no_letter_stands_on_the_top_row(prepared: Prepared, size: tuple[int, int]) -> None:
    async with prepared.at(Step.ATTENDANCE, size) as driver:
        for _step in Step:
            rows = driver.text().splitlines()
            assert rows[0].strip() == "08:30"
            assert rows[1].strip() == ""
            await driver.press("pagedown")


async def test_the_keys_give_way_where_a_question_is_seen_only_without_them(
    prepared: Prepared,
) -> None:
    async with prepared.at(Step.DISCUSSION, (46, 13)) as driver:
        text = " ".join(driver.text().split())
        assert "2. Việc cho cộng đồng, đề xuất với địa phương?" in text
        assert "F5" not in text
        await driver.press("pagedown")
        assert "F5 màn hình thường" in driver.text()


async def test_practice_is_marked(tmp_path: Path, clock: FixedClock) -> None:
    async with driven(tmp_path / "practice", clock, size=PROJECTED, practice=True) as driver:
        await driver.press("enter")
        await driver.until("►1 Điểm danh")
        await driver.press("f5")
        assert driver.text().splitlines()[-2].strip() == "Họp thử"


# How a page is laid out.


def test_digits_are_as_large_as_the_terminal_allows() -> None:
    page = LargePage("", subject="bà Mùi", digits="38", paragraphs=("người giơ tay",))
    sizes = {height: fit(page, 76, height) for height in (6, 7, 14, 20, 40)}
    assert [(each.tall, each.scale) for each in sizes.values()] == [
        (False, 1),
        (True, 1),
        (True, 2),
        (True, 3),
        (True, 5),
    ]


def test_one_hand_stands_as_high_as_ten() -> None:
    one, ten = (fit(LargePage("", digits=count), 46, 40) for count in ("9", "10"))
    assert one.scale == ten.scale


def test_what_finds_no_room_is_a_page_further_on() -> None:
    points = tuple(f"điều {number}" for number in range(1, 8))
    first = fit(LargePage("", paragraphs=points), 40, 5)
    assert (first.below, first.more) == (("điều 1", "điều 2", "điều 3", "điều 4"), True)
    last = fit(LargePage("", paragraphs=points, current=6), 40, 5)
    assert (last.below, last.more) == (("điều 5", "điều 6", "điều 7"), False)


def test_air_stands_first_between_the_name_and_the_digits() -> None:
    page = LargePage("", subject="cụ H., Tổ 3", digits="41", paragraphs=("người giơ tay",))
    assert fit(page, 46, 8).above == ("cụ H., Tổ 3", "")
    assert fit(page, 46, 9).above == ("", "cụ H., Tổ 3", "")
    assert fit(page, 46, 10).below == ("", "người giơ tay")
