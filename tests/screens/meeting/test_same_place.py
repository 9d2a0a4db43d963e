"""Killed at any moment, the program comes back to its line, its ticks, and the end of a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import TextArea

from as_killed import as_killed, kept
from driver import driven
from prepared import PreparedBooks, Stage, clock_at
from screens.forms.form_screen import FormScreen
from screens.wall.projector import Projector
from screens.widgets.line_list import LineList
from screens.widgets.safe_fields import VietnameseTextArea
from storage.books import Books
from storage.clock import FixedClock
from storage.drafts import DraftBook
from storage.records.kinds import Step
from tui.app import ChungTayApp


async def test_the_cursor_stands_on_its_line_again(
    closed_books: Path, clock: FixedClock, tmp_path: Path
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.app.show_step(Step.ATTENDANCE)
        await driver.press("down", "down")
        line = driver.app.screen.query_one("#lines", LineList).line
        assert line is not None
        await kept(driver, lambda books: books.drafts.get("line:1:1") == {"line": line.key})
        killed = await as_killed(driver, tmp_path / "killed")
    async with driven(killed, clock) as driver:
        await driver.until("► Tổ 3")


async def test_a_number_is_kept_and_projected_once_its_frame_is_there(
    prepared: PreparedBooks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever types waits for the frame, and for nothing that is done beside it."""
    done: list[str] = []

    def noted(where: object, name: str, what: str) -> None:
        before = getattr(where, name)

        def note(*args: object, **named: object) -> object:
            done.append(what)
            return before(*args, **named)

        monkeypatch.setattr(where, name, note)

    books = prepared.copy(Stage.COUNTING, tmp_path / "books")
    async with driven(books, clock_at(Stage.COUNTING)) as driver:
        await driver.press("3")
        noted(ChungTayApp, "_display", "drawn")
        noted(DraftBook, "keep", "kept")
        noted(Projector, "show", "projected")
        await driver.press("plus")
        assert done[:1] == ["drawn"]
        assert {"kept", "projected"} <= set(done[1:])


async def test_the_line_of_one_meeting_is_none_of_the_next(books: Books, meeting_id: int) -> None:
    books.drafts.keep(f"line:{meeting_id}:1", {"line": "place"})
    books.drafts.keep(f"ticks:{meeting_id}:present:1", {"ticked": [1]})
    books.drafts.keep(f"line:{meeting_id}0:1", {"line": "place"})
    books.drafts.keep(f"hands:matter:{meeting_id}:4", {"in_favour": 5})
    books.drafts.keep(f"hands:matter:{meeting_id}0:4", {"in_favour": 6})
    books.minutes.give_reason(meeting_id, no_case="vắng", no_community="vắng")
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    assert books.drafts.get(f"line:{meeting_id}:1") is None
    assert books.drafts.get(f"ticks:{meeting_id}:present:1") is None
    assert books.drafts.get(f"line:{meeting_id}0:1") is not None
    assert books.drafts.get(f"hands:matter:{meeting_id}:4") is None
    assert books.drafts.get(f"hands:matter:{meeting_id}0:4") is not None


async def test_ticks_that_were_given_up_do_not_come_back(
    books: Books, clock: FixedClock, tmp_path: Path
) -> None:
    books.meetings.begin()
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await driver.until("Điểm danh")
        await driver.press("enter")
        await driver.until("ai có mặt?")
        await driver.press("space", "escape", "enter")
        await driver.until("Xong (0 người)")


async def test_a_text_is_typed_on_where_the_cursor_stood(
    closed_books: Path, clock: FixedClock, tmp_path: Path
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.app.show_step(Step.ATTENDANCE)
        await driver.press("f3")
        await driver.until("Ghi chú của thư ký")
        await driver.type("trời to")
        await driver.press("left", "left")
        await driver.type("mưa ")
        await kept(driver, lambda books: "trời mưa to" in str(books.drafts.get("note:1:1")))
        killed = await as_killed(driver, tmp_path / "killed")
    async with driven(killed, clock) as driver:
        await driver.until("Đã mở lại phần đang ghi dở.")
        await driver.type("rất ")
        await driver.until("trời mưa rất to")


async def test_a_number_is_typed_on_and_not_begun_anew(
    closed_books: Path, clock: FixedClock, tmp_path: Path
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.app.show_step(Step.PROPOSALS)
        await driver.press("1", "2")
        await driver.until("Việc cho cộng đồng")
        await driver.press("tab", "tab")
        await driver.wait_for_focus("field-when")
        await driver.type("chủ nh")
        await kept(driver, lambda books: "chủ nh" in str(draft_of_activity(books)))
        killed = await as_killed(driver, tmp_path / "killed")
    async with driven(killed, clock) as driver:
        await driver.until("Đã mở lại phần đang ghi dở.")
        await driver.type("ật")
        await driver.until("chủ nhật")


def draft_of_activity(books: Books) -> object:
    group = books.register.groups()[0].id
    return books.drafts.get(f"matter:new:1:{group}:activity")


async def test_what_the_screen_shows_is_kept_before_the_form_was_told(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.app.show_step(Step.ATTENDANCE)
        await driver.press("f3")
        await driver.until("Ghi chú của thư ký")
        form = driver.app.screen
        assert isinstance(form, FormScreen)
        field = form.query_one("#field-note", VietnameseTextArea)
        with field.prevent(TextArea.Changed):
            field.text = "mưa to"
        await form.keep_draft()
        assert "mưa to" in str(await driver.app.ask(lambda books: books.drafts.get("note:1:1")))
