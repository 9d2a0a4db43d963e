"""A page in large letters, as the last row reads it; it fills whatever window it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.language import _
from screens.widgets.big_digits import BigDigits
from screens.widgets.clock_words import clock_text, countdown_words, running_clock
from screens.widgets.foot import Foot, FootKey
from screens.widgets.frame import FrameRow
from screens.widgets.large_fitting import Fitted, fit, wrapped
from screens.widgets.rewording import reword
from storage.records.wall import LargePage
from storage.records.wall_scene import Wall

_MARGIN = 2
"""Cells on both sides, as the style sheet has them."""
_HEAD_ROWS = 3
"""The time, an empty row, and what the meeting is doing."""


class LargeView(Vertical):
    """Draws a page; what has not changed is not drawn again."""

    DEFAULT_CSS = """
    LargeView {
        width: 100%;
        height: 100%;
        background: $background;
    }
    #large-title {
        color: $quiet;
    }
    #large-body {
        height: 1fr;
        padding: 0 2;
        align: left middle;
    }
    #large-above, #large-below, #large-notice {
        height: auto;
    }
    #large-above {
        text-style: bold;
    }
    #large-notice {
        padding: 0 2;
        color: $notice;
    }
    LargeView Foot {
        color: $quiet;
    }
    """

    def __init__(self, wall: Wall, keys: Sequence[FootKey] = ()) -> None:
        """A page with the keys that lead from it; the wall's own window has none."""
        super().__init__()
        self._wall = wall
        self._keys = tuple(keys)
        self._shown: Fitted | None = None
        self._notice: tuple[str, ...] | None = None
        self._composed = False

    def compose(self) -> ComposeResult:
        """The time on the top row, which no Vietnamese letter may touch; then the page."""
        yield FrameRow(id="large-time")
        yield FrameRow()
        yield FrameRow(id="large-title")
        with Vertical(id="large-body"):
            yield Static("", id="large-above", markup=False)
            yield BigDigits(id="large-digits")
            yield Static("", id="large-below", markup=False)
        yield Static("", id="large-notice", markup=False)
        if self._keys:
            yield Foot()

    def on_mount(self) -> None:
        """Draws what it was made with."""
        self._composed = True
        for foot in self.query(Foot):
            foot.show(self._keys)
        self.show(self._wall)

    def on_resize(self) -> None:
        """Lays the page out anew."""
        self.show(self._wall)

    def show(self, wall: Wall) -> None:
        """Draws a page as it is at its moment."""
        self._wall = wall
        if not self.display or not self._composed:
            return
        page = _at_its_moment(wall)
        small = "" if wall.page.countdown else running_clock(wall.countdown, wall.now)
        self.query_one("#large-time", FrameRow).say_ends(
            f" {small}".rstrip(), wall.now.strftime("%H:%M")
        )
        self.query_one("#large-title", FrameRow).say(" " * _MARGIN + page.title)
        width, height = self.app.size
        notice = self._say(wall.notice, width - 2 * _MARGIN)
        room = height - _HEAD_ROWS - notice
        self._lay(self._fit(page, width - 2 * _MARGIN, room))

    def _fit(self, page: LargePage, width: int, rows: int) -> Fitted:
        """The page beside its keys, which give way where all of it is seen only without them."""
        beside_keys = fit(page, width, rows - bool(self._keys))
        alone = fit(page, width, rows) if beside_keys.more else beside_keys
        gives_way = beside_keys.more and not alone.more
        for foot in self.query(Foot):
            foot.display = not gives_way
        return alone if gives_way else beside_keys

    def _say(self, said: str, width: int) -> int:
        """Says below the page what is to be said; gives its rows."""
        rows = wrapped(said, max(1, width)) or ("",)
        if rows != self._notice:
            self._notice = rows
            self.query_one("#large-notice", Static).update(Content("\n".join(rows)))
        return len(rows)

    def _lay(self, fitted: Fitted) -> None:
        if fitted == self._shown:
            return
        self._shown = fitted
        below = Content("\n".join(fitted.below))
        if fitted.more:
            below += Content(_("\n▼ còn nữa"))
        self._update("large-above", Content("\n".join(fitted.above)), shown=bool(fitted.above))
        self._update("large-below", below, shown=bool(fitted.below))
        digits = self.query_one(BigDigits)
        digits.display = bool(fitted.digits)
        digits.text, digits.tall, digits.scale = fitted.digits, fitted.tall, fitted.scale

    def _update(self, identifier: str, content: Content, *, shown: bool) -> None:
        part = self.query_one(f"#{identifier}", Static)
        part.display = shown
        reword(part, content)


def _at_its_moment(wall: Wall) -> LargePage:
    """The page with the clock of the discussion, where that stands large."""
    page, countdown = wall.page, wall.countdown
    if not page.countdown or countdown is None:
        return page
    return replace(
        page,
        subject=countdown_words(countdown, wall.now) or page.subject,
        digits=clock_text(countdown.left(wall.now)),
    )
