"""One person's page: corrected, printed, made one with another entry, its history, old cases."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from driver import Driver, driven
from earlier_promises import DAY, Earlier, promised_before
from paper import read_text
from sample_cases import MUI
from screens.people.person_paper import PERSON_PAPER
from storage.books import Books
from storage.clock import FixedClock
from storage.records.kinds import FulfilmentState, MeetingState
from storage.records.papers import PaperWish
from storage.records.pledges import Fulfilment
from storage.tables import HardshipCaseRow, MeetingRow


@pytest.fixture
def between(books: Books, meeting_id: int, clock: FixedClock) -> Earlier:
    """Ten days after a meeting, in which bà Mùi stands a second time under another year."""
    earlier = promised_before(books, meeting_id, clock)
    group = books.register.groups()[0].id
    books.notebook.note_case(group, replace(MUI, birth_year=None, address="số 5, xóm Đình"))
    MeetingRow.update(state=str(MeetingState.SEALED)).where(
        MeetingRow.id == earlier.meeting
    ).execute()
    clock.advance(10 * DAY)
    return earlier


@asynccontextmanager
async def the_page(books: Books, folder: Path, clock: FixedClock) -> AsyncIterator[Driver]:
    """Bà Mùi's page, from a row of the tracking book."""
    books.close()
    async with driven(folder, clock) as driver:
        await driver.go_to_line("book:tracking")
        await driver.press("enter")
        await driver.until("Năm 2026")
        await driver.go_to_text("bà Nguyễn Thị Mùi")
        await driver.press("enter", "2")
        await driver.until("Được đề xuất và được giúp")
        yield driver


async def test_two_entries_are_shown_beside_each_other_made_one_and_told_apart_again(
    books: Books, between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    async with the_page(books, tmp_path / "books", clock) as driver:
        await driver.go_to_line("merge")
        await driver.press("enter")
        await driver.until("Gộp với mục nào?")
        await driver.press("1")
        await driver.until("Hai mục này là một người?")
        assert driver.text().count("• bà Nguyễn Thị Mùi") == 2
        await driver.press("1")
        await driver.until("Đã gộp làm một")
        found = await driver.app.ask(lambda books: books.people.search("mui"))
        assert len(found) == 1
        await driver.press("end", "up", "enter")
        await driver.until("Tách lại thành hai người?")
        await driver.press("1")
        await driver.until("Đã tách lại thành hai mục.")
        found = await driver.app.ask(lambda books: books.people.search("mui"))
        assert len(found) == 2


async def test_what_is_kept_is_corrected_and_the_history_says_what_was(
    books: Books, between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    async with the_page(books, tmp_path / "books", clock) as driver:
        await driver.go_to_line("change")
        await driver.press("enter")
        await driver.until("Sửa thông tin")
        await driver.press("tab", "tab", "tab")
        await driver.type("số 9, xóm Đình")
        await driver.press("pagedown", "enter")
        await driver.until("Biên bản đã chốt giữ nguyên như lúc chốt.")
        await driver.go_to_line("held:Địa chỉ")
        assert "Địa chỉ: số 9, xóm Đình" in driver.text()
        await driver.press("5")
        await driver.until("Ai ghi, khi nào")
        await driver.until("ghi giữa hai kỳ họp · sửa địa chỉ")
        assert "Sửa thông tin của bà Nguyễn Thị Mùi" in driver.text()
        await driver.press("down")
        await driver.until("ghi ở buổi họp")


async def test_a_correction_that_was_half_typed_is_gone_on_with(
    books: Books, between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    async with the_page(books, tmp_path / "books", clock) as driver:
        await driver.go_to_line("change")
        await driver.press("enter")
        await driver.until("Sửa thông tin")
        await driver.press("tab", "tab", "tab")
        await driver.type("số 9, xóm Đình")
    async with driven(tmp_path / "books", clock) as driver:
        await driver.until("Sửa thông tin: bà Nguyễn Thị Mùi")
        assert "số 9, xóm Đình" in driver.text()
        await driver.press("ctrl+s")
        await driver.until("Biên bản đã chốt giữ nguyên như lúc chốt.")
        assert "bà Nguyễn Thị Mùi" in driver.row("title")


async def test_a_promise_has_its_history_under_one_key(
    books: Books, between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await driver.go_to_line("book:tracking")
        await driver.press("enter")
        await driver.until("Năm 2026")
        await driver.go_to_line(f"pledge:{between.reaping}")
        await driver.press("5")
        await driver.until("Ai ghi, khi nào: về một lời hứa")
        await driver.until("đăng ký giúp")


def test_the_paper_says_all_that_is_kept_and_on_the_wall_nothing(
    books: Books, between: Earlier
) -> None:
    person = books.people.search("mui")[0].id
    wish = PaperWish(2026, person_id=person)
    content = PERSON_PAPER.read(books, wish)
    text = read_text(PERSON_PAPER.pdf(content))
    for words in ("bà Nguyễn Thị Mùi", "ngã gãy chân", "Biên bản và giấy đã in", "91/2025/QH15"):
        assert words in " ".join(text.split())
    shown = str(PERSON_PAPER.text(PERSON_PAPER.read(books, replace(wish, public=True))))
    assert "Mùi" not in shown
    assert "gãy chân" not in shown


async def test_a_case_closed_long_ago_is_offered_on_the_main_page_and_removed(
    books: Books, between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    """Three years later; bà Mùi's promises were kept, so that nothing of her case is open."""
    books.follow_up.record_between(
        between.reaping, Fulfilment(0, FulfilmentState.DONE, books.clock.today())
    )
    clock.advance(4 * 365 * DAY)
    old = books.people.closed_long_ago()
    assert old
    gone = old[0].case
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await driver.go_to_line("|old-cases|")
        assert f"Đã xong từ lâu, xóa chuyện riêng: {len(old)} trường hợp" in driver.text()
        await driver.press("enter")
        await driver.until("Trường hợp đã xong từ lâu")
        await driver.go_to_line(str(gone.id))
        await driver.press("enter")
        await driver.until("2  Xóa thật")
        await driver.press("2")
        await driver.until("Đã xóa.")
        left = await driver.app.ask(lambda books: books.people.closed_long_ago())
        assert len(left) == len(old) - 1
        row = await driver.app.ask(lambda books: HardshipCaseRow.get_by_id(gone.id))
        assert gone.circumstances not in row.circumstances
        await driver.press("delete", "2")
        await driver.until("Không còn trường hợp nào như vậy.")
        assert "(Delete xóa tất cả)" in driver.text()
