"""Small numbered lists that ask one thing: a digit or Enter answers, Esc leaves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.language import _
from screens.leaving import Popup
from screens.widgets.foot import PopupKeys
from screens.widgets.line_list import LineList
from screens.widgets.lines import Line, LineKind

Value = TypeVar("Value")
Answer = TypeVar("Answer", covariant=True)


@dataclass(frozen=True, slots=True)
class Choice(Generic[Answer]):
    """One answer."""

    value: Answer
    label: str
    detail: str = ""
    """Said under the list while the cursor is on it."""


class ChoicePopup(Popup[Value | None]):
    """Asks for one of a few answers."""

    BINDINGS = [Binding("escape", "back", show=False)]
    AUTO_FOCUS = "LineList"

    def __init__(self, title: str, choices: Sequence[Choice[Value]], start: int = 0) -> None:
        super().__init__()
        self._title = title
        self._choices = list(choices)
        self._start = start
        """The place of the answer under the cursor at first."""

    def compose(self) -> ComposeResult:
        """The question, the numbered answers, and the keys."""
        with Vertical(classes="popup"):
            yield Static(Content(self._title), classes="question", markup=False)
            yield LineList(id="choices")
            yield Static("", id="choice-detail", markup=False)
            yield PopupKeys((_("Số hoặc Enter"), _("chọn")), ("Esc", _("quay lại")))

    def on_mount(self) -> None:
        """Shows the answers."""
        self.query_one("#choice-detail").display = any(each.detail for each in self._choices)
        lines = [
            Line(
                str(number),
                (f"{number}  {choice.label}" if number < 10 else f"   {choice.label}",),
                LineKind.ACT,
                choice.detail,
            )
            for number, choice in enumerate(self._choices, start=1)
        ]
        choices = self.query_one(LineList)
        choices.styles.height = min(len(lines), 12)
        choices.show((), lines)
        choices.go_to(lines[self._start].key)

    @on(LineList.Entered)
    def _take(self, event: LineList.Entered) -> None:
        event.stop()
        self.dismiss(self._choices[int(event.line.key) - 1].value)

    @on(LineList.Ticked)
    def _take_ticked(self, event: LineList.Ticked) -> None:
        event.stop()
        self.dismiss(self._choices[int(event.line.key) - 1].value)

    @on(LineList.DigitTyped)
    def _take_digit(self, event: LineList.DigitTyped) -> None:
        event.stop()
        if event.digit and 1 <= int(event.digit) <= len(self._choices):
            self.dismiss(self._choices[int(event.digit) - 1].value)

    @on(LineList.CursorMoved)
    def _tell_detail(self, event: LineList.CursorMoved) -> None:
        event.stop()
        self.query_one("#choice-detail", Static).update(Content(event.line.detail))

    def action_back(self) -> None:
        """Esc: nothing is chosen."""
        self.dismiss(None)
