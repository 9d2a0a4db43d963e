"""The controls of forms that are no text fields: choices, and the row that accepts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_BETWEEN = "   "
"""Between two answers in a row."""


@dataclass
class Changed(Message):
    """What stands in a control has changed."""

    key: str
    value: str


@dataclass
class Filled(Message):
    """What was said in one field fills others."""

    key: str
    texts: Mapping[str, str]


@dataclass
class Named(Message):
    """A person was named: what was said of them, and what the register knows, fill fields."""

    key: str
    said: Mapping[str, str]
    known: Mapping[str, str] | None = None
    """What is known and said of a member; None of anyone else."""


@dataclass
class Finished(Message):
    """Enter in a control: on to the next."""

    key: str


@dataclass
class Doubted(Message):
    """What stands in a field that is left can't be meant."""

    key: str
    sentence: str


@dataclass
class SaveWished(Message):
    """Ctrl+S in a list over the form: what it gave is enough, the form is to be stored."""


@dataclass
class LetterTyped(Message):
    """A letter was typed where answers have digits."""

    key: str
    letter: str


class ChoiceControl(Widget, can_focus=True):
    """Answers in rows, each with a digit; one of them is taken, or any of them."""

    DEFAULT_CSS = "ChoiceControl { height: auto; width: 1fr; }"
    BINDINGS = [
        Binding("right", "move(1)", show=False),
        Binding("left", "move(-1)", show=False),
        Binding("space", "take", show=False),
        Binding("enter,ctrl+j", "finish", show=False),
        *(Binding(str(digit), f"pick({digit})", show=False) for digit in range(1, 10)),
    ]

    value: reactive[str] = reactive("", layout=True)
    cursor: reactive[int] = reactive(0)

    def __init__(self, key: str, options: tuple[tuple[str, str], ...], *, many: bool) -> None:
        super().__init__(id=f"field-{key}")
        self._key = key
        self._options = options
        self._many = many

    @property
    def taken(self) -> set[str]:
        """The values that are taken."""
        return set(self.value.split())

    def render(self) -> Content:
        """Every answer with its sign: taken or not is told by shape."""
        rows = [
            Content(_BETWEEN).join(self._answer(index) for index in row)
            for row in self._rows(self.size.width)
        ]
        return Content("\n").join(rows)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many rows as the answers take."""
        return len(self._rows(width))

    def _answer(self, index: int) -> Content:
        here = self.has_focus and index == self.cursor
        return Content.styled(self._text(index), "reverse" if here else "")

    def _text(self, index: int) -> str:
        value, label = self._options[index]
        taken, free = ("■", "□") if self._many else ("●", "·")
        return f"{index + 1} {taken if value in self.taken else free} {label}"

    def _rows(self, width: int) -> list[list[int]]:
        """The answers row by row; none is broken in two where a row can hold it."""
        rows: list[list[int]] = [[]]
        used = 0
        for index in range(len(self._options)):
            needed = cell_len(self._text(index))
            if rows[-1] and used + len(_BETWEEN) + needed > width:
                rows.append([])
                used = 0
            used += needed + (len(_BETWEEN) if rows[-1] else 0)
            rows[-1].append(index)
        return rows

    def watch_has_focus(self, focused: bool) -> None:
        """Puts the cursor on the answer that is taken."""
        super().watch_has_focus(focused)
        values = [value for value, _label in self._options]
        if focused and not self._many and self.value in values:
            self.cursor = values.index(self.value)
        self.refresh()

    def watch_value(self, value: str) -> None:
        """Puts the cursor on the answer, where only one can be taken."""
        values = [each for each, _label in self._options]
        if not self._many and value in values:
            self.cursor = values.index(value)

    def action_move(self, way: int) -> None:
        """Left and right."""
        self.cursor = (self.cursor + way) % len(self._options)
        if not self._many:
            self._take(self.cursor)

    def action_take(self) -> None:
        """Space takes the answer under the cursor, or gives it up."""
        self._take(self.cursor)

    def action_pick(self, digit: int) -> None:
        """A digit takes its answer; where only one can be taken, it goes on."""
        if digit > len(self._options):
            return
        self.cursor = digit - 1
        self._take(self.cursor)
        if not self._many:
            self.action_finish()

    def action_finish(self) -> None:
        """Enter goes on."""
        self.post_message(Finished(self._key))

    def on_key(self, event: Key) -> None:
        """A letter is meant for a field of text: it is never dropped in silence."""
        if event.character is not None and event.character.isalpha():
            event.stop()
            self.post_message(LetterTyped(self._key, event.character))

    def on_click(self, event: Click) -> None:
        """A click takes the answer under the mouse."""
        rows = self._rows(self.size.width)
        column = event.x
        for index in rows[event.y] if event.y < len(rows) else ():
            width = cell_len(self._text(index))
            if column < width:
                self.cursor = index
                self._take(index)
                return
            column -= width + len(_BETWEEN)

    def _take(self, index: int) -> None:
        value = self._options[index][0]
        if self._many:
            taken = self.taken ^ {value}
            self.value = " ".join(each for each, _label in self._options if each in taken)
        else:
            self.value = value
        self.post_message(Changed(self._key, self.value))


class AcceptRow(Widget, can_focus=True):
    """A row that does something when Enter is pressed on it."""

    DEFAULT_CSS = "AcceptRow { height: 1; width: auto; }"
    BINDINGS = [
        Binding("enter,ctrl+j,space", "accept", show=False),
        Binding("right", "beside(1)", show=False),
        Binding("left", "beside(-1)", show=False),
    ]

    @dataclass
    class Accepted(Message):
        """Enter on the row."""

        row: AcceptRow

    def __init__(self, label: str, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._label = label

    def render(self) -> Content:
        """The word, with a sign while it has the focus."""
        if self.has_focus:
            return Content.styled(f" ► {self._label} ", "reverse bold")
        return Content(f"   {self._label} ")

    def watch_has_focus(self, focused: bool) -> None:
        """Draws the sign."""
        super().watch_has_focus(focused)
        self.refresh()

    def action_accept(self) -> None:
        """Enter."""
        self.post_message(self.Accepted(self))

    def action_beside(self, way: int) -> None:
        """Left and right: to the row that stands there."""
        rows = [row for row in self.screen.query(AcceptRow) if row.display]
        place = rows.index(self) + way
        if 0 <= place < len(rows):
            rows[place].focus()

    def on_click(self) -> None:
        """A click does as Enter does."""
        self.action_accept()
