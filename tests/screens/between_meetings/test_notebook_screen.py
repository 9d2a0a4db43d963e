"""Sổ ghi nhận ở địa bàn, and its way into the meeting."""

from __future__ import annotations

from pathlib import Path

from driver import driven
from storage.books import Books
from storage.clock import FixedClock
from storage.records.community import MatterDraft
from storage.records.kinds import MatterKind


async def test_what_a_leader_sees_is_taken_over_by_the_meeting_with_one_key(
    books: Books, clock: FixedClock, tmp_path: Path
) -> None:
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await driver.go_to_line("book:notebook")
        await driver.press("enter")
        await driver.until("0 điều chờ buổi họp")
        await driver.go_to_text("Tổ 2")
        await driver.press("enter", "3")
        await driver.until("Tổ 2 – Đề xuất với địa phương")
        await driver.type("đèn đường ngõ 3 hỏng")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: Tổ 2 ghi nhận ở địa bàn: đèn đường ngõ 3 hỏng")
        await driver.until("● chờ buổi họp")
        await driver.press("down", "5")
        await driver.until("Ai ghi, khi nào: về một việc")
        assert "Tổ 2 ghi nhận ở địa bàn: đèn đường ngõ 3 hỏng" in driver.text()
        await driver.press("escape")
        await driver.until("điều chờ buổi họp")
        await driver.press("escape")
        await driver.until("Bắt đầu phần IV")
        await driver.go_to_line("begin")
        await driver.press("enter")
        await driver.until("►1 Điểm danh")
        await driver.press("f2", "4")
        await driver.until("►4")
        await driver.go_to_text("Tổ 2")
        await driver.press("enter", "7")
        await driver.until("Tổ 2 – 1)")
        await driver.press("escape")
        await driver.until("Đã lưu: Tổ 2 đề xuất: đèn đường ngõ 3 hỏng")


async def test_a_note_is_taken_out_after_asking(
    books: Books, clock: FixedClock, tmp_path: Path
) -> None:
    books.notebook.note_matter(1, MatterDraft(MatterKind.LOCALITY, "đèn đường ngõ 3 hỏng"))
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await driver.go_to_line("book:notebook")
        await driver.press("enter")
        await driver.until("● chờ buổi họp")
        await driver.go_to_text("đèn đường")
        await driver.press("enter", "2", "1")
        await driver.until("Đã lưu: bỏ ghi nhận ở địa bàn: đèn đường ngõ 3 hỏng")
