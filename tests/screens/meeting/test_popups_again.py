"""A popup in which something was half given is open again after the program was killed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from as_killed import as_killed, kept, ticked
from driver import Driver, driven
from prepared import PreparedBooks, Stage, clock_at
from screens.widgets.line_list import LineList
from storage.books import Books
from storage.clock import FixedClock
from storage.drafts import OPEN_POPUP


def says(name: str, **content: int | str) -> Callable[[Books], bool]:
    """Whether a draft holds this among other things."""

    def look(books: Books) -> bool:
        return content.items() <= (books.drafts.get(name) or {}).items()

    return look


async def open_count(driver: Driver, *, step: str, answer: str) -> None:
    """Opens the question on the first line of a step, and there the count by hands."""
    await driver.until(step)
    await driver.press("1")
    await driver.until(answer)
    await driver.press(answer[0])
    await driver.until("Đã giơ tay 0 trong")


async def test_names_are_ticked_on(books: Books, clock: FixedClock, tmp_path: Path) -> None:
    meeting = books.meetings.begin()
    group = books.register.groups()[0]
    books.close()
    draft = f"ticks:{meeting.id}:present:{group.id}"
    async with driven(tmp_path / "books", clock) as driver:
        await driver.until("Điểm danh")
        await driver.press("enter")
        await driver.until("ai có mặt?")
        await driver.press("space", "space")
        await kept(driver, lambda books: len(ticked(books, draft)) == 2)
        line = driver.app.screen.query_one(LineList).line
        assert line is not None
        await kept(driver, says(draft, place=line.key))
        killed = await as_killed(driver, tmp_path / "killed")
    async with driven(killed, clock) as driver:
        await driver.until("Xong (2 người)")
        await driver.press("space", "pagedown")
        await driver.until("3 / 11")
        assert await driver.app.ask(lambda books: books.drafts.get(OPEN_POPUP)) is None


async def test_a_count_goes_on_in_the_line_where_it_was(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    """In step 8; the number is typed on."""
    folder, clock = prepared.copy(Stage.APPROVAL, tmp_path / "books"), clock_at(Stage.APPROVAL)
    async with driven(folder, clock) as driver:
        await open_count(driver, step="►8", answer="2  Giơ tay")
        await driver.press("4", "0", "enter", "3")
        await kept(driver, says("hands:minutes:2", in_favour=40, against=3, line="against"))
        killed = await as_killed(driver, tmp_path / "killed")
    async with driven(killed, clock) as driver:
        await driver.until("Đã giơ tay 43 trong")
        await driver.press("enter", "ctrl+s")
        await driver.until("40 người tán thành")
        assert await driver.app.ask(lambda books: books.drafts.get(OPEN_POPUP)) is None


async def test_the_count_on_the_help_for_a_case_goes_on(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder, clock = prepared.copy(Stage.ASSIGNMENT, tmp_path / "books"), clock_at(Stage.ASSIGNMENT)
    async with driven(folder, clock) as driver:
        await open_count(driver, step="►6", answer="4  Ý kiến khác nhau")
        await driver.press("5")
        await kept(driver, lambda books: books.drafts.get(OPEN_POPUP) is not None)
        await driver.rest()
        killed = await as_killed(driver, tmp_path / "killed")
    async with driven(killed, clock) as driver:
        await driver.until("Đã giơ tay 5 trong")
        await driver.press("escape")
        await driver.until_gone("Đã giơ tay 5 trong")
        assert await driver.app.ask(lambda books: books.drafts.get(OPEN_POPUP)) is None


async def test_the_list_of_helpers_is_open_over_its_form(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder, clock = prepared.copy(Stage.ASSIGNMENT, tmp_path / "books"), clock_at(Stage.ASSIGNMENT)
    async with driven(folder, clock) as driver:
        await driver.until("►6")
        await driver.press("1", "1")
        await driver.until("Ctrl+S lưu")
        form = driver.app.screen
        form.set_focus(form.query_one("#field-members"))
        await driver.press("enter")
        await driver.until("đã chọn 0 người")
        await driver.type("lan")
        await driver.press("enter")
        await driver.until("đã chọn 1 người")
        await driver.type("hoa")
        popup = await driver.app.ask(lambda books: books.drafts.get(OPEN_POPUP))
        await kept(driver, says(str(popup and popup["popup"]), place="hoa"))
        killed = await as_killed(driver, tmp_path / "killed")
    async with driven(killed, clock) as driver:
        await driver.until("đã chọn 1 người")
        await driver.press("enter", "pagedown")
        await driver.until("2 người: ")


async def test_what_was_recorded_in_the_moment_before_is_not_asked_again(
    books: Books, clock: FixedClock, tmp_path: Path
) -> None:
    meeting = books.meetings.begin()
    books.drafts.keep(OPEN_POPUP, {"popup": f"ticks:{meeting.id}:present:1"})
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await driver.until("Điểm danh: mỗi tổ có bao nhiêu người?")
        await driver.rest()
        assert "ai có mặt?" not in driver.text()
