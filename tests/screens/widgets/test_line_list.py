"""The one list of a screen draws what changed, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual.app import App, ComposeResult
from textual.strip import Strip

from screens.widgets.line_list import Line, LineList

_ROWS = 12


class _Lists(App[None]):
    """A list alone."""

    def compose(self) -> ComposeResult:
        yield LineList()


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
