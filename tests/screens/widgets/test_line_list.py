"""The one list of a screen draws what changed, and no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import OptionList

from screens.widgets.line_list import LineList
from screens.widgets.lines import Line, heading, note

_ROWS = 12


class _Lists(App[None]):
    """A list alone."""

    CSS = "LineList { border: none; padding: 0; }"

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        """What the lines tell to which the cursor came."""

    def compose(self) -> ComposeResult:
        yield LineList()

    def on_line_list_cursor_moved(self, event: LineList.CursorMoved) -> None:
        """Notes what is told of the line."""
        self.told.append(event.line.detail)


@contextmanager
def _drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The rows that are drawn meanwhile."""
    rows: list[int] = []
    draw = LineList.render_line

    def noted(self: LineList, y: int) -> Strip:
        rows.append(y)
        return draw(self, y)

    with monkeypatch.context() as patched:
        patched.setattr(LineList, "render_line", noted)
        yield rows


def _lines(*ticked: int) -> list[Line]:
    return [
        Line(str(number), (f"{'■' if number in ticked else '□'} bà Mùi {number}",))
        for number in range(_ROWS)
    ]


async def test_of_all_rows_only_the_one_that_changed_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = _Lists()
    async with app.run_test() as pilot:
        shown = app.query_one(LineList)
        shown.show((), _lines())
        await pilot.pause()
        with _drawn(monkeypatch) as rows:
            shown.show((), _lines(4))
            await pilot.pause()
        assert rows == [4]
        assert "■ bà Mùi 4" in shown.render_line(4).text


async def test_only_a_row_that_tells_something_else_below_says_that_the_cursor_came_to_it() -> None:
    app = _Lists()
    async with app.run_test() as pilot:
        shown = app.query_one(LineList)
        shown.show((), _lines())
        await pilot.pause()
        app.told.clear()
        shown.show((), _lines(0))
        await pilot.pause()
        assert app.told == []
        first, *others = _lines(0)
        shown.show((), [replace(first, detail="đã hứa gặt lúa"), *others])
        await pilot.pause()
        assert app.told == ["đã hứa gặt lúa"]


async def test_rows_are_not_drawn_again_once_the_scroll_bar_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = _Lists()
    async with app.run_test() as pilot:
        shown = app.query_one(LineList)
        many = [Line(str(number), (f"bà Mùi {number}",)) for number in range(5 * _ROWS)]
        with _drawn(monkeypatch) as rows:
            shown.show((), many)
            await pilot.pause()
        assert shown.show_vertical_scrollbar
        assert set(Counter(rows).values()) == {1}


async def test_a_cursor_that_moves_has_two_rows_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    app = _Lists()
    async with app.run_test() as pilot:
        shown = app.query_one(LineList)
        shown.show((), _lines())
        shown.focus()
        await pilot.pause()
        with _drawn(monkeypatch) as rows:
            shown.action_cursor_down()
            await pilot.pause()
        assert sorted(rows) == [0, 1]
        assert shown.render_line(1).text.startswith("►")
        assert shown.render_line(0).text.startswith(" ")


async def test_rows_shown_before_the_list_had_its_place_are_as_wide_as_it() -> None:
    class _Filled(_Lists):
        def compose(self) -> ComposeResult:
            filled = LineList()
            yield filled
            filled.show((), [Line("long", ("chữ " * 60,))])

    app = _Filled()
    async with app.run_test(size=(50, 10)) as pilot:
        await pilot.pause()
        row = app.query_one(LineList).render_line(0).text
        assert row.rstrip().endswith("…")
        assert 40 < len(row.rstrip()) <= 50


async def test_a_row_is_as_wide_as_its_place_before_the_list_hears_of_another_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A frame is drawn for the width there is, not for one that was told of by then."""
    app = _Lists()
    async with app.run_test(size=(30, 10)) as pilot:
        shown = app.query_one(LineList)
        shown.show((), [Line("long", ("chữ " * 60,)), note("lời " * 12)])
        await pilot.pause()
        monkeypatch.setattr(LineList, "on_resize", lambda *_args: None)
        monkeypatch.setattr(OptionList, "_on_resize", lambda *_args: None)
        await pilot.resize_terminal(70, 10)
        await pilot.pause()
        rows = [strip.text.rstrip() for strip in shown.render_lines(Region(0, 0, 70, 3))]
        assert len(rows[0]) > 60
        assert (rows[1].count("lời"), rows[2]) == (12, "")


async def test_pages_end_at_the_first_and_the_last_line_that_bears_the_cursor() -> None:
    app = _Lists()
    async with app.run_test(size=(30, 5)) as pilot:
        shown = app.query_one(LineList)
        shown.show((), [heading("Việc"), *_lines(), *(note(f"lời {each}") for each in range(9))])
        await pilot.pause()
        for way, end in (("page_down", "11"), ("page_up", "0")):
            for _turn in range(5):
                getattr(shown, f"action_{way}")()
                assert shown.line is not None
            assert shown.line is not None
            assert shown.line.key == end
        await pilot.pause()
        assert "Việc" in shown.render_line(0).text


async def test_what_is_told_last_is_of_the_line_under_the_cursor() -> None:
    """The cursor went to a line, and before that was told, others stood in the list."""
    app = _Lists()
    before = [Line(str(number), ("",), detail=f"trước {number}") for number in range(_ROWS)]
    after = [Line(str(number), ("",), detail=f"sau {number}") for number in range(4, _ROWS)]
    async with app.run_test() as pilot:
        shown = app.query_one(LineList)
        shown.show((), before)
        await pilot.pause()
        shown.go_to("6")
        shown.show((), after)
        await pilot.pause()
        assert shown.line == after[2]
        assert app.told[-1] == "sau 6"
