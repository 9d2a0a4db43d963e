"""The frame around every screen: time, club, the rail of steps, and the foot with the keys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content
from textual.widgets import Static

from screens.language import _
from screens.widgets.clock_words import running_clock
from screens.widgets.fitting import fitted
from storage.records.kinds import Step, StepState
from storage.records.meetings import Head
from storage.rules.terms import STEP, STEP_IN_FULL

MARKS = {
    StepState.NOT_BEGUN: "·",
    StepState.UNDER_WAY: "●",
    StepState.COMPLETE: "√",
    StepState.LACKING: "–",
}
"""A step's state by shape."""

_STATE_WORDS = {
    StepState.NOT_BEGUN: "chưa bắt đầu",
    StepState.UNDER_WAY: "đang làm",
    StepState.COMPLETE: "đã xong",
    StepState.LACKING: "còn thiếu",
}
_MARGIN = 1


class FrameRow(Static):
    """One row of the frame; it redraws only when its text is another."""

    DEFAULT_CSS = "FrameRow { height: 1; width: 1fr; }"

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
        wrap: bool = False,
    ) -> None:
        super().__init__("", id=id, classes=classes, markup=False)
        self._shown: Content | None = None
        self._wrap = wrap
        if wrap:
            self.styles.height = "auto"
            self.styles.max_height = 2
            self.styles.min_height = 1

    def say(self, content: Content | str) -> None:
        """Shows a line of text."""
        shown = content if isinstance(content, Content) else Content(content)
        if self._shown is None or not shown.is_same(self._shown):
            self._shown = shown
            self.update(shown, layout=self._wrap)

    def say_ends(self, left: str, right: str) -> None:
        """Shows one text flush left and one flush right."""
        width = max(20, self.app.size.width - 2 * _MARGIN)
        room = width - len(right) - 2
        self.say(" " * _MARGIN + fitted(left, room) + "  " + right)


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


def rail(head: Head, current: Step, width: int) -> Content:
    """The eight steps, each with its number, its mark, and as many words as there is room."""
    full = width >= 150
    parts: list[Content] = []
    for step in Step:
        state = head.states.get(step, StepState.NOT_BEGUN)
        if step is current:
            names = STEP_IN_FULL if width >= 100 else STEP
            text = f"►{int(step)} {_(names[step])}"
            parts.append(Content.styled(text, "bold"))
        elif full:
            parts.append(Content(f"{int(step)} {MARKS[state]} {_(STEP[step])}"))
        else:
            parts.append(Content(f"{int(step)} {MARKS[state]}"))
    gap = "   " if full or width < 100 else "     "
    return Content(" " * _MARGIN) + Content(gap).join(parts)


def state_word(state: StepState) -> str:
    """A step's state in words, for the menu."""
    return _(_STATE_WORDS[state])


def foot(keys: Sequence[tuple[str, str]], width: int) -> Content:
    """The keys that work here with what they do; those that find no room stay in the menu."""
    content = Content("")
    used = _MARGIN
    for key, word in keys:
        needed = len(key) + 1 + len(word) + 3
        if used + needed > width + 2:
            continue
        content += Content.styled(f" {key}", "bold") + Content(f" {word}  ")
        used += needed
    return content
