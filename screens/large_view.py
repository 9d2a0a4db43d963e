"""F5, the large view: the step as the last row reads it, while its list goes on working beneath."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.language import _
from screens.large_pages import large_page
from screens.step import StepScreen
from screens.widgets.big_digits import BigDigits
from screens.widgets.frame import FrameRow, clock_text
from screens.widgets.large_fitting import Fitted, LargePage, fit, wrapped
from storage.records.kinds import Step
from storage.records.meetings import Head

_MARGIN = 2
"""Cells on both sides, as the style sheet has them."""
_HEAD_ROWS = 3
"""The time, an empty row, and what the meeting is doing."""


def show_large(screen: StepScreen[Any]) -> None:
    """Shows a step in large letters, or its whole screen again, as the room wishes."""
    if screen not in screen.app.screen_stack:
        return
    view = next(iter(screen.query(LargeView)), None)
    if view is None and screen.room.large_view:
        screen.mount(LargeView())
    elif view is not None:
        view.display = screen.room.large_view
        view.show(screen)


class LargeView(Vertical):
    """Covers the frame of a step, and leaves the keys to the list beneath."""

    def __init__(self) -> None:
        super().__init__()
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

    def on_mount(self) -> None:
        """Shows the step that it was opened over."""
        self._composed = True
        if isinstance(self.screen, StepScreen):
            self.show(self.screen)

    def show(self, screen: StepScreen[Any]) -> None:
        """Shows what stands on the step now; what has not changed is not drawn again."""
        if not self.display or not self._composed or screen.overview is None:
            return
        page = large_page(screen)
        now = screen.room.clock.now()
        self.query_one("#large-time", FrameRow).say_ends(
            _countdown(screen, page), now.strftime("%H:%M")
        )
        self.query_one("#large-title", FrameRow).say(" " * _MARGIN + page.title)
        width, height = self.app.size
        notice = self._say(screen, width - 2 * _MARGIN)
        self._lay(fit(page, width - 2 * _MARGIN, height - _HEAD_ROWS - notice))

    def _say(self, screen: StepScreen[Any], width: int) -> int:
        """Says below what was stored or refused, and whether it is practice; gives its rows."""
        said = screen.said or (_("Họp thử") if screen.room.practice else "")
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
        part.update(content)


def _countdown(screen: StepScreen[Any], page: LargePage) -> str:
    """The clock of the discussion while it runs and does not stand large already."""
    head: Head | None = screen.head
    countdown = head.countdown if head else None
    if countdown is None or not countdown.begun or countdown.ended:
        return ""
    if screen.STEP is Step.DISCUSSION and page.digits:
        return ""
    sign = "►" if countdown.started else "■"
    return f" {sign} {clock_text(countdown.left(screen.room.clock.now()))}"
