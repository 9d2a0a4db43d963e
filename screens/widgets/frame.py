"""The frame around every screen: time, club, the rail of steps, and the foot with the keys."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from screens.language import N_, _
from screens.widgets.clock_words import running_clock
from screens.widgets.fitting import fitted
from storage.records.kinds import Step, StepState
from storage.rules.terms import STEP, STEP_IN_FULL

if TYPE_CHECKING:
    from storage.records.head import Head

MARKS = {
    StepState.NOT_BEGUN: "·",
    StepState.UNDER_WAY: "●",
    StepState.COMPLETE: "√",
    StepState.LACKING: "–",
}
"""A step's state by shape."""

_STATE_WORDS = {
    StepState.NOT_BEGUN: N_("chưa bắt đầu"),
    StepState.UNDER_WAY: N_("đang làm"),
    StepState.COMPLETE: N_("đã xong"),
    StepState.LACKING: N_("còn thiếu"),
}
EMPTY = "empty"
"""The class of a row that wraps while it says nothing."""
_MARGIN = 1
_ROWS_WRAPPED = 2
_AROUND_WRAPPED = 4
"""Cells on both sides of a row that wraps, as the style sheet has them at most."""
_STEP = "step"
_MEDIUM, _WIDE = 100, 150
"""From how many columns on the frame has more words."""
_RAILS = ((_WIDE, STEP_IN_FULL, True), (_WIDE, STEP, True), (_MEDIUM, STEP_IN_FULL, False))
"""From how many columns on the rail names the step so, and whether the others too."""


class FrameRow(Static):
    """One row of the frame, or a text of a few; it redraws only when its text is another."""

    DEFAULT_CSS = "FrameRow { height: 1; width: 1fr; }"

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
        wrap: bool = False,
        most: int = _ROWS_WRAPPED,
        steady: bool = False,
    ) -> None:
        """A row that wraps takes `most` rows; a steady one never gets lower again by itself."""
        super().__init__("", id=id, classes=f"{classes or ''} {EMPTY * wrap}", markup=False)
        self._shown: Content | None = None
        self._wrap = wrap
        self._most = most
        self._steady = steady
        if wrap:
            self.styles.height = "auto"
            self.styles.max_height = most
            self.styles.min_height = 1

    def say(self, content: Content | str) -> None:
        """Shows a line of text."""
        shown = content if isinstance(content, Content) else Content(content)
        if self._wrap:
            self.set_class(not shown.plain, EMPTY)
            shown = _in_rows(shown, self.app.size.width - _AROUND_WRAPPED, self._most)
        if self._shown is None or not shown.is_same(self._shown):
            before, self._shown = self._shown, shown
            # To lay the whole screen out anew takes longer than all else that a key does.
            self.update(shown, layout=self._wrap and self._takes_other_rows(before, shown))

    def settle(self, rows: int) -> None:
        """Lets a steady row be as low as its next text, and never lower than so many rows."""
        self.styles.min_height = rows

    def _takes_other_rows(self, before: Content | None, shown: Content) -> bool:
        rows = self._rows(shown)
        if not self._steady or not rows:
            return rows != self._rows(before)
        higher = rows > self.size.height
        if higher:
            self.styles.min_height = rows
        return higher

    def _rows(self, content: Content | None) -> int:
        """How many rows a text takes; nought before the row has its width."""
        width = self.content_size.width
        if content is None or not width:
            return 0
        return max(1, min(self._most, content.get_height({}, width)))

    def say_ends(self, left: str, right: str) -> None:
        """Shows one text flush left and one flush right."""
        width = max(20, self.app.size.width - 2 * _MARGIN)
        room = width - len(right) - 2
        self.say(" " * _MARGIN + fitted(left, room) + "  " + right)


class Rail(FrameRow):
    """The row of the eight steps; a click on one goes there."""

    DEFAULT_CSS = "Rail { height: 1; width: 1fr; }"

    @dataclass
    class Clicked(Message):
        """A step was clicked on."""

        step: Step

    def on_click(self, event: Click) -> None:
        """Tells which step the mouse is on."""
        step = event.style.meta.get(_STEP)
        if step:
            event.stop()
            self.post_message(self.Clicked(Step(step)))


def _in_rows(content: Content, width: int, most: int) -> Content:
    """Ends what is longer with a sign that there is more; a row is no place to scroll in."""
    rows = [
        row for line in content.plain.split("\n") for row in textwrap.wrap(line, max(10, width))
    ]
    if len(rows) <= most:
        return content
    *before, last = rows[:most]
    return Content("\n".join((*before, f"{last[: width - 1]}…")))


def time_row(now: datetime, head: Head | None) -> tuple[str, str]:
    """The top row, of digits alone: marks of Vietnamese letters are cut off up there."""
    day = (head.meeting.day if head else now.date()).strftime("%d/%m/%Y")
    if head is None:
        return day, now.strftime("%H:%M")
    gone = max(0, int(((head.meeting.ended or now) - head.meeting.began).total_seconds()))
    return day, f"{now:%H:%M}   +{gone // 3600}:{gone % 3600 // 60:02d}"


def club_row(head: Head, now: datetime, *, practice: bool) -> tuple[str, str]:
    """The club on the left; the part, who is present, and the running clock on the right."""
    name = _("Họp thử – {club}").format(club=head.club_name) if practice else head.club_name
    words = [
        _("Phần {number}").format(number=head.part_number),
        _("Có mặt {present} / {total}").format(present=head.present, total=head.total),
    ]
    words.append(running_clock(head.countdown, now))
    return name, "   ".join(filter(None, words))


def time_over(head: Head | None, current: Step, now: datetime) -> str:
    """That the time which the club gave the step is over: a sign and a word, and no more."""
    over = head is not None and head.step is current and head.step_over(now)
    return _("■ hết giờ") if over else ""


def rail(head: Head, current: Step, width: int, now: datetime) -> Content:
    """The eight steps, each with its number, its mark, and as many words as there is room."""
    over = time_over(head, current, now)
    wished = 5 if _MEDIUM <= width < _WIDE else 3
    for least, names, others in (*_RAILS, (0, STEP, False)):
        parts = [
            *(_elsewhere(head, step, named=others) for step in Step if step < current),
            _of_step(current, f"►{int(current)} {_(names[current])}").stylize("bold"),
            *([Content(over)] if over else []),
            *(_elsewhere(head, step, named=others) for step in Step if step > current),
        ]
        room = width - 2 * _MARGIN - sum(part.cell_length for part in parts)
        gap = min(wished, room // (len(parts) - 1))
        if width >= least and gap > 0:
            break
    return Content(" " * _MARGIN) + Content(" " * gap).join(parts)


def _elsewhere(head: Head, step: Step, *, named: bool) -> Content:
    """A step at which the meeting is not."""
    mark = MARKS[head.states.get(step, StepState.NOT_BEGUN)]
    return _of_step(step, f"{int(step)} {mark} {_(STEP[step])}" if named else f"{int(step)} {mark}")


def _of_step(step: Step, text: str) -> Content:
    """A text on which a click goes to the step."""
    return Content.styled(text, Style.from_meta({_STEP: int(step)}))


def state_word(state: StepState) -> str:
    """A step's state in words, for the menu."""
    return _(_STATE_WORDS[state])
