"""Step 8, Thông qua biên bản: the agreed points, approval, the paper, the seal."""

from __future__ import annotations

from pathlib import Path

import pytest

import sample_minutes
from driver import Driver, driven
from printouts.printing.printer import NoPrinter, Sent
from screens.papers import printing
from storage.books import Books
from storage.clock import FixedClock
from storage.records.kinds import MeetingState, Step


@pytest.fixture
def held(books: Books, meeting_id: int, tmp_path: Path) -> Path:
    """The sample meeting at step 8, before its minutes are approved."""
    sample_minutes.hold(books, meeting_id)
    books.meetings.go_to(meeting_id, Step.APPROVAL)
    books.close()
    return tmp_path / "books"


@pytest.fixture
def empty(books: Books, meeting_id: int, tmp_path: Path) -> Path:
    """A meeting at step 8 in which nothing was chosen or agreed."""
    books.meetings.go_to(meeting_id, Step.APPROVAL)
    books.close()
    return tmp_path / "books"


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A printer that takes every paper."""
    papers: list[Path] = []

    def take(path: Path, printer: str, copies: int) -> Sent:
        papers.append(path)
        return Sent.PRINTED

    monkeypatch.setattr(printing, "print_document", take)
    return papers


async def state(driver: Driver) -> MeetingState:
    """How far the meeting is."""
    meeting_id = driver.app.meeting_id or 0
    return (await driver.app.ask(lambda books: books.meetings.get(meeting_id))).state


async def test_the_agreed_points_stand_under_their_steps_with_private_details_hidden(
    held: Path, clock: FixedClock
) -> None:
    async with driven(held, clock) as driver:
        text = driver.text()
        assert "Nội dung đã thống nhất" in text
        assert "biên bản chưa có số" in text
        assert " Chọn trường hợp khó khăn nhất\n" in text
        assert "• Chọn giúp: cụ H., Tổ 3; bà Nguyễn Thị Mùi; anh Trần Văn Lực." in text
        assert "Hiền" not in text
        assert "► 1  Thông qua: cả CLB nhất trí?" in text
        assert driver.row("status") == "Đọc to các điều trên, rồi lấy ý kiến thông qua."
        assert driver.row("missing") == "Còn thiếu: biên bản chưa thông qua"
        assert driver.row("foot").startswith("1 thông qua   2 xem   3 in")


async def test_f8_shows_the_names_too(held: Path, clock: FixedClock) -> None:
    async with driven(held, clock) as driver:
        await driver.press("f8", "1")
        await driver.until("cụ Phạm Thị Hiền")


async def test_enter_on_a_point_goes_to_its_step(held: Path, clock: FixedClock) -> None:
    async with driven(held, clock) as driver:
        await driver.press("end", "up", "up", "up", "enter")
        await driver.until("►7 Việc cộng đồng")


async def test_two_keys_approve(held: Path, clock: FixedClock) -> None:
    async with driven(held, clock) as driver:
        await driver.press("enter", "1")
        await driver.until("biên bản số 01")
        assert driver.notice() == "Đã lưu: biên bản số 01 được thông qua, 55 người tán thành"
        assert driver.row("status") == "Đã thông qua. In ra, ký trên giấy rồi mới chốt."
        assert "► 3  In biên bản" in driver.text()
        assert await state(driver) is MeetingState.APPROVED


async def test_hands_that_do_not_carry_it_are_refused(held: Path, clock: FixedClock) -> None:
    async with driven(held, clock) as driver:
        await driver.press("1", "2", "2", "0", "enter", "enter", "enter", "enter")
        await driver.until("chưa quá nửa")
        assert await state(driver) is MeetingState.RUNNING


async def test_undo_after_the_approval_says_how_to_correct(
    approved_books: Path, clock: FixedClock
) -> None:
    async with driven(approved_books, clock) as driver:
        await driver.press("ctrl+z")
        await driver.until("Mở lại để sửa")
        assert driver.notice().startswith("Biên bản đã thông qua.")


async def test_the_reasons_are_asked_for_before_the_approval(
    empty: Path, clock: FixedClock
) -> None:
    async with driven(empty, clock) as driver:
        assert "Chưa có nội dung nào được thống nhất." in driver.text()
        await driver.press("1")
        await driver.until("Vì sao không chọn trường hợp nào?")
        await driver.type("chưa có ai cần")
        await driver.press("pagedown", "enter")
        await driver.until("Vì sao chưa có việc cho cộng đồng?")
        await driver.type("mưa bão")
        await driver.press("pagedown", "enter")
        await driver.until("1  Nhất trí")
        await driver.press("1")
        await driver.until("biên bản số 01")
        assert "• Không chọn trường hợp nào: chưa có ai cần." in driver.text()


async def test_the_whole_minutes_are_walked_with_the_arrows(held: Path, clock: FixedClock) -> None:
    async with driven(held, clock) as driver:
        await driver.press("2")
        await driver.until("Biên bản số …")
        assert "► Buổi sinh hoạt CLB tháng 10 năm 2026 (Phần IV" in driver.text()
        assert "Thời gian bắt đầu: 08 giờ 30, ngày 24 tháng 10 năm 2026." in driver.text()
        assert "I. Đề xuất của các tổ" in driver.text()
        await driver.press("end")
        await driver.until("Cuộc họp kết thúc vào")
        await driver.press("escape")
        await driver.until("Nội dung đã thống nhất")


async def test_a_part_is_put_in_the_secretarys_words(held: Path, clock: FixedClock) -> None:
    async with driven(held, clock) as driver:
        await driver.press("2", "end", "up", "up", "enter")
        await driver.until("Sửa lời phần này sẽ hiện cả tên và hoàn cảnh đang che. Mở?")
        await driver.press("1")
        await driver.until("Sửa lời: Việc cộng đồng và đề xuất với địa phương")
        await driver.type(" CLB đã bàn kỹ.")
        await driver.press("tab", "enter")
        await driver.until("Việc cộng đồng và đề xuất với địa phương – lời thư ký")
        assert driver.notice() == "Đã lưu lời thư ký."
        # More is added behind what was composed.
        await driver.go_to_text("CLB đã bàn kỹ.")
        await driver.press("enter")
        await driver.until("Bỏ lời thư ký, dùng lại bản tự soạn")
        await driver.press("2")
        await driver.until_gone("– lời thư ký")


async def test_words_half_typed_when_the_program_ended_are_there_again(
    held: Path, clock: FixedClock
) -> None:
    async with driven(held, clock) as driver:
        await driver.press("2", "end", "up", "up", "enter")
        await driver.until("đang che. Mở?")
        await driver.press("1")
        await driver.until("Sửa lời: Việc cộng đồng")
        await driver.type(" CLB đã bàn kỹ.")
    async with driven(held, clock) as driver:
        await driver.until("đang che. Mở?")
        await driver.press("1")
        await driver.until("đã bàn kỹ.")


async def test_a_reason_half_typed_when_the_program_ended_is_there_again(
    empty: Path, clock: FixedClock
) -> None:
    async with driven(empty, clock) as driver:
        await driver.press("1")
        await driver.until("Vì sao không chọn trường hợp nào?")
        await driver.type("chưa có ai cần")
    async with driven(empty, clock) as driver:
        await driver.until("chưa có ai cần")


async def test_the_whole_minutes_are_read_page_by_page(held: Path, clock: FixedClock) -> None:
    async with driven(held, clock) as driver:
        await driver.press("pagedown")
        assert driver.notice() == "Đây là bước cuối. Mũi tên để đọc tiếp."
        await driver.press("2")
        await driver.until("Biên bản số …")
        assert "(Enter sửa lời)" in driver.row("foot")
        await driver.press("pagedown", "pagedown")
        await driver.until_gone("Thời gian bắt đầu")
        assert driver.row("foot").startswith("Enter sửa lời")
        await driver.press("pageup", "pageup")
        await driver.until("Thời gian bắt đầu")


async def test_approved_minutes_are_not_worded(approved_books: Path, clock: FixedClock) -> None:
    async with driven(approved_books, clock) as driver:
        assert "Xem toàn bộ biên bản, sửa lời" not in driver.text()
        await driver.press("2")
        await driver.until("Biên bản số 01")
        assert "sửa lời" not in driver.text()
        await driver.press("end", "up", "up", "up", "up", "enter")
        await driver.until("Biên bản đã thông qua. Muốn sửa")


async def test_printing_then_sealing(
    approved_books: Path, clock: FixedClock, printed: list[Path]
) -> None:
    async with driven(approved_books, clock) as driver:
        await driver.press("3")
        await driver.until("2 bản")
        await driver.press("1")
        await driver.until("Đã gửi 2 bản tới máy in.")
        assert [path.name for path in printed] == ["bien-ban-2026-10-24-so-01.pdf"]
        assert printed[0].read_bytes().startswith(b"%PDF")
        assert driver.row("status") == "Đã thông qua, giấy đã làm. Ký trên giấy xong thì chốt."
        await driver.press("home")
        assert "► 4  Chốt biên bản" in driver.text()
        await driver.press("enter")
        await driver.until("Biên bản đã ký trên giấy? Chốt rồi thì không sửa được nữa")
        await driver.press("1")
        await driver.until("Đã chốt. Mã kiểm tra")
        assert await state(driver) is MeetingState.SEALED
        await driver.press("6")
        await driver.until("Hôm nay đã họp xong. In lại biên bản")


async def test_sealing_without_a_print_warns_and_an_enter_too_many_seals_nothing(
    approved_books: Path, clock: FixedClock
) -> None:
    async with driven(approved_books, clock) as driver:
        await driver.press("4")
        await driver.until("Chưa in bản đã thông qua.")
        await driver.press("enter")
        await driver.until_gone("Chưa in bản đã thông qua.")
        assert await state(driver) is MeetingState.APPROVED


async def test_opening_again_says_that_the_print_is_no_longer_right(
    approved_books: Path, clock: FixedClock, printed: list[Path]
) -> None:
    async with driven(approved_books, clock) as driver:
        await driver.press("f9", "1")
        await driver.until("Đã gửi 2 bản tới máy in.")
        await driver.press("5")
        await driver.until("Mở lại để sửa? Bản đã in sẽ không còn đúng")
        await driver.press("1")
        await driver.until("Đã lưu: mở lại biên bản số 01 để sửa")
        await driver.press("f3")
        await driver.until("Ghi chú của thư ký")
        await driver.type("Đã đọc lại.")
        await driver.press("pagedown", "enter")
        await driver.until("Đang mở lại để sửa. Bản in trước không còn đúng.")
        await driver.press("1", "1")
        await driver.until("Bản in trước không còn đúng. Xin in lại rồi ký.")
        assert "► 3  In biên bản" in driver.text()


async def test_a_draft_is_printed_as_a_draft_and_counts_as_no_print(
    held: Path, clock: FixedClock, printed: list[Path]
) -> None:
    async with driven(held, clock) as driver:
        await driver.press("3", "1")
        await driver.until("Đã gửi tới máy in.")
        assert [path.name for path in printed] == ["bien-ban-2026-10-24-nhap.pdf"]
        await driver.press("1", "1")
        await driver.until("Đã thông qua. In ra, ký trên giấy rồi mới chốt.")


async def test_the_public_copy_is_a_paper_of_its_own(
    approved_books: Path, clock: FixedClock, printed: list[Path]
) -> None:
    async with driven(approved_books, clock) as driver:
        await driver.press("3", "4", "1")
        await driver.until("Đã gửi tới máy in.")
        assert [path.name for path in printed] == ["bien-ban-2026-10-24-so-01-cong-khai.pdf"]
        assert driver.row("status") == "Đã thông qua. In ra, ký trên giấy rồi mới chốt."


async def test_without_a_printer_it_says_where_the_paper_lies_and_closing_does_not_warn(
    approved_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, printer: str, copies: int) -> Sent:
        raise NoPrinter(path, "none")

    monkeypatch.setattr(printing, "print_document", refuse)
    async with driven(approved_books, clock) as driver:
        await driver.press("3", "1")
        await driver.until("Máy này chưa in được. Đã làm bien-ban-2026-10-24-so-01.pdf")
        assert driver.row("status") == "Đã thông qua, giấy đã làm. Ký trên giấy xong thì chốt."
        assert "► 4  Chốt biên bản" in driver.text()
        await driver.press("4")
        await driver.until("Biên bản đã ký trên giấy?")
        assert "Chưa in" not in driver.text()


async def test_a_stick_is_asked_for_and_given_the_paper(
    approved_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plugged: list[Path] = []
    monkeypatch.setattr(printing, "sticks", lambda: tuple(plugged))
    async with driven(approved_books, clock) as driver:
        await driver.press("3", "3")
        await driver.until("Chưa thấy USB. Xin cắm USB rồi chọn lại.")
        (tmp_path / "KHÓA").mkdir()
        plugged.append(tmp_path / "KHÓA")
        monkeypatch.setattr(printing, "locked", lambda stick: stick.name == "KHÓA")
        await driver.press("3", "3")
        await driver.until("USB “KHÓA” đang khóa, không cho ghi.")
        for name in ("KINGSTON", "SANDISK"):
            (tmp_path / name).mkdir()
            plugged.append(tmp_path / name)
        await driver.press("3", "3")
        await driver.until("Chép ra USB nào?")
        await driver.press("2")
        await driver.until("ra USB SANDISK.")
        assert "Chưa in" not in driver.text()
        (copy,) = (tmp_path / "SANDISK").iterdir()
        assert copy.read_bytes().startswith(b"%PDF")
