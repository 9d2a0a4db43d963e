"""Step 4, Các tổ trình bày: the board and the popup of a group."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from driver import Driver
from proposal_meeting import ProposalMeeting
from sample_proposals import HIEN, LAMP, LUC, SWEEPING
from storage.books import Books
from storage.clock import FixedClock
from storage.records.kinds import (
    Source,
)
from storage.tables import HardshipCaseRow, MatterRow, ProposalRow


@pytest.fixture
def meeting(books: Books, meeting_id: int, tmp_path: Path, clock: FixedClock) -> ProposalMeeting:
    """A meeting at step 4 in which nothing is proposed yet."""
    return ProposalMeeting(books, meeting_id, tmp_path / "books", clock)


async def test_the_board_shows_a_row_a_group_and_whose_turn_it_is(meeting: ProposalMeeting) -> None:
    """With what is missing, by group, in words that shame nobody."""
    async with meeting.shown() as driver:
        assert "► ● Tổ 1          bà Nguyễn Thị An · tới lượt" in driver.text()
        assert "· Tổ 2          ông Trần Văn An · chưa trình bày" in driver.text()
        assert "Đã trình bày 0 / 5 tổ" in driver.text()
        assert driver.row("missing") == (
            "Còn thiếu: trường hợp (Tổ 1, 2, 3, 4, 5) · việc cộng đồng (Tổ 1, 2, 3, 4, 5)"
        )


async def test_a_group_is_asked_with_numbered_lines(meeting: ProposalMeeting) -> None:
    """S14 and S15, and what else may be said."""
    async with meeting.shown() as driver:
        await driver.press("enter")
        await driver.until("Tổ 1 – bà Nguyễn Thị An trình bày")
        for line in (
            "1  Trường hợp khó khăn",
            "2  Việc cho cộng đồng",
            "3  Đề xuất với địa phương",
            "4  Không có đề xuất",
            "5  Để sau",
            "6  Người trình bày khác…",
        ):
            assert line in driver.text()


async def test_what_nobody_agreed_to_show_is_hidden_until_f8(meeting: ProposalMeeting) -> None:
    """A name on the wall is a disclosure."""
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[0], HIEN)
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[0], LUC)
    async with meeting.shown() as driver:
        assert "cụ Phạm Thị Hiền, 86 · bệnh nặng, mùa lạnh thiếu chăn" in driver.text()
        assert "anh L., Tổ 1 · tiền" in driver.text()
        await driver.press("down")
        assert driver.row("detail") == (
            "thành viên gia đình · hiện vật: chăn, màn, quần áo · đau ốm"
            " · trước ngày 15 tháng tới · cần chăm sóc tại nhà"
        )
        await driver.press("down")
        assert driver.row("detail") == "người ngoài CLB"
        await driver.press("f8", "1")
        await driver.until("anh Trần Văn Lực, 41 · tai nạn giao thông, đang nằm viện")
        assert driver.row("detail") == "người ngoài CLB · tiền: viện phí · cần ngay · ngõ 3"


async def test_no_proposal_is_said_outright_of_what_is_missing(meeting: ProposalMeeting) -> None:
    """A group that brought a case says that it has nothing for the community."""
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[0], HIEN)
    async with meeting.shown() as driver:
        await driver.press("enter")
        await driver.press("down", "down")
        assert "Không có việc cho cộng đồng." in driver.text()
        await driver.press("enter")
        await driver.until("Tổ 1 đã trình bày đủ. Còn gì nữa không?")
        await driver.press("escape")
        assert driver.notice() == "Đã lưu: Tổ 1 không có việc cho cộng đồng"
        assert "√ Tổ 1          bà Nguyễn Thị An · đã trình bày" in driver.text()
        assert "► ● Tổ 2          ông Trần Văn An · tới lượt" in driver.text()
        await driver.press("enter", "4", "escape")
        assert driver.notice() == "Đã lưu: Tổ 2 không có đề xuất"
        assert "√ Tổ 2          ông Trần Văn An · không có đề xuất" in driver.text()
        await driver.press("up", "enter", "4")
        await driver.until("Tổ 2 đã nói đủ cả hai câu hỏi.")


async def test_a_group_may_present_later_and_someone_else_for_it(meeting: ProposalMeeting) -> None:
    """Skip, and come back."""
    async with meeting.shown() as driver:
        await driver.press("enter", "5")
        assert driver.notice() == "Đã lưu: Tổ 1 trình bày sau"
        assert "– Tổ 1          bà Nguyễn Thị An · để sau" in driver.text()
        assert "► ● Tổ 2" in driver.text()
        await driver.press("enter", "6")
        await driver.until("Tổ 2: ai trình bày?")
        await driver.press("2")
        await driver.until("Tổ 2 – ông Trần Văn Bình trình bày")
        await driver.press("escape")
        assert driver.notice() == "Đã lưu: ông Trần Văn Bình trình bày cho Tổ 2"
        assert "● Tổ 2          ông Trần Văn Bình · tới lượt" in driver.text()


async def test_nobody_can_present_for_a_group_in_which_nobody_is(
    meeting: ProposalMeeting, books: Books
) -> None:
    """It is said, and the program goes on."""
    books.register.add_group("Tổ 6")
    async with meeting.shown() as driver:
        await driver.go_to_text("Tổ 6")
        await driver.press("enter")
        await driver.press(_number_of(driver, "Người trình bày khác"))
        assert driver.notice() == "Tổ 6: ai trình bày? Trong sổ chưa ghi gì để chọn."


def _number_of(driver: Driver, words: str) -> str:
    """The digit before an answer of the popup."""
    found = re.search(rf"(\d)  {words}", driver.text())
    assert found, driver.text()
    return found[1]


async def test_what_the_leader_noted_in_the_month_is_taken_over_with_one_key(
    meeting: ProposalMeeting,
) -> None:
    """S3: it is there before the meeting."""
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[0], HIEN)
    meeting.books.proposals.propose_matter(meeting.id, meeting.groups[0], LAMP)
    ProposalRow.delete().execute()
    noted = {"source": str(Source.AREA), "noted_by": meeting.groups[0]}
    HardshipCaseRow.update(noted).execute()
    MatterRow.update(noted).execute()
    async with meeting.shown() as driver:
        assert driver.row("detail") == "đã ghi nhận từ trước: 2"
        await driver.press("enter")
        assert "7  Đã ghi nhận ở địa bàn: cụ Phạm Thị Hiền" in driver.text()
        await driver.press("7")
        await driver.until("Tổ 1 – 2)")
        await driver.press("escape")
        assert driver.notice() == "Đã lưu: Tổ 1 đề xuất cụ Phạm Thị Hiền"
        await driver.press("enter", "7", "escape")
        assert driver.notice() == "Đã lưu: Tổ 1 đề xuất: đèn đường ngõ 3 hỏng"
        assert "√ Tổ 1" in driver.text()


async def test_a_proposal_is_corrected_or_taken_off(meeting: ProposalMeeting) -> None:
    """Enter on it; and the undo brings it back."""
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[0], HIEN)
    meeting.books.proposals.propose_matter(meeting.id, meeting.groups[0], SWEEPING)
    async with meeting.shown() as driver:
        await driver.press("home", "down", "down", "enter")
        await driver.until("1  Sửa")
        await driver.press("1")
        await driver.until("Sửa: Việc cho cộng đồng")
        await driver.type(" thôn")
        await driver.press("pagedown", "enter")
        await driver.until("Cộng đồng   quét dọn nhà Văn hóa thôn")
        await driver.press("up", "enter", "1")
        await driver.until("Sửa trường hợp")
        assert "chăn, màn, quần áo" in driver.text()
        await driver.type(" Hoa")
        await driver.press("pagedown", "enter")
        await driver.until("cụ Phạm Thị Hiền Hoa, 86")
        await driver.press("enter", "2")
        await driver.until_gone("cụ Phạm Thị Hiền Hoa, 86")
        await driver.press("ctrl+z")
        await driver.until("cụ Phạm Thị Hiền Hoa, 86")


async def test_a_group_that_has_said_all_is_followed_by_the_next(meeting: ProposalMeeting) -> None:
    """Enter invites it; nothing else happens, and Esc leads back to the board."""
    async with meeting.shown() as driver:
        await driver.press("1", "4")
        await driver.until("Tổ 1 đã trình bày đủ. Còn gì nữa không?")
        assert "► 7  Mời Tổ 2 trình bày" in driver.text()
        await driver.press("enter")
        await driver.until("► 1  Trường hợp khó khăn")
        assert "Tổ 2 – ông Trần Văn An trình bày" in driver.text()
        await driver.press("escape")
        assert "► ● Tổ 2          ông Trần Văn An · tới lượt" in driver.text()
        assert "Đã trình bày 1 / 5 tổ" in driver.text()


async def test_after_the_last_group_nothing_is_asked_any_more(meeting: ProposalMeeting) -> None:
    async with meeting.shown() as driver:
        await driver.press("1", "4")
        for _group in range(4):
            await driver.press("enter", "4")
        await driver.until("Đã trình bày 5 / 5 tổ")
        await driver.press("pagedown")
        await driver.until("►5 Chọn trường hợp")
