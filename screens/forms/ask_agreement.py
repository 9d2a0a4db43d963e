"""Takes the club's opinion on one thing (S22): by agreement, or by counting hands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from screens.language import N_, _
from screens.meeting.step import StepScreen
from screens.popups import Choice
from screens.room import room_of
from screens.widgets.big_digits import BigDigits
from screens.widgets.foot import PopupKeys
from screens.widgets.line_list import LineList
from screens.widgets.lines import Column, Line, LineKind
from screens.widgets.number_typing import NumberTyping
from screens.widgets.open_again import OpenAgain
from screens.wording import error_sentence
from storage.drafts import HANDS
from storage.errors import Refusal, RefusalKind
from storage.records.approval import Opinion
from storage.records.kinds import Step
from storage.records.wall_scene import HandsShown
from storage.rules.opinions import count_fault

_HANDS = (
    ("in_favour", N_("Tán thành")),
    ("against", N_("Không tán thành")),
    ("other", N_("Ý kiến khác")),
)
_WIDTH_FOR_LARGE, _ROWS_FOR_LARGE = 80, 24
"""Of a window in which digits twice as large find room."""
_DONE = "done"
_LINE = "line"


class _Answer(Enum):
    """What is answered when the club is asked whether it agrees."""

    AGREED = auto()
    HANDS = auto()
    ATTENDANCE = auto()
    """Back to step 1, where nobody is present yet."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The club's opinion on one thing; the numbers are of hands, where they were counted."""

    unanimous: bool
    in_favour: int = 0
    against: int = 0
    other: int = 0


async def ask_agreement(
    screen: StepScreen[Any], question: str, present: int, *, key: str
) -> Agreement | None:
    """Asks whether the whole club agrees, or counts hands; None where it is left open.

    `key` names what the opinion is taken on: a count in the making is kept under it.
    """
    unanimous = await ask_unanimous(screen, question, present)
    if unanimous is None:
        return None
    if unanimous:
        return Agreement(unanimous=True)
    return await count_hands(screen, question, present, key=key)


async def ask_unanimous(screen: StepScreen[Any], question: str, present: int) -> bool | None:
    """Whether the whole club agrees, or hands are to be counted; None where it is left open.

    Where step 1 has nobody present there are no hands to count, and the minutes would say so:
    that is told, and the way to step 1 is under the cursor.
    """
    agreed = Choice(_Answer.AGREED, _("Nhất trí"))
    if present:
        answer = await screen.choose(question, (agreed, Choice(_Answer.HANDS, _("Giơ tay"))))
    else:
        told = "{question}\n{lack}".format(question=question, lack=_("Bước 1 chưa ghi ai có mặt."))
        way = Choice(_Answer.ATTENDANCE, _("Về bước 1 điểm danh"))
        answer = await screen.choose(told, (agreed, way), start=1)
    if answer is _Answer.ATTENDANCE:
        await screen.room.show_step(Step.ATTENDANCE)
    return None if answer in (None, _Answer.ATTENDANCE) else answer is _Answer.AGREED


async def agreed_at_once(screen: StepScreen[Any], question: str, present: int) -> bool:
    """Whether one key keeps that the whole club agrees; with nobody present it is asked first."""
    return present > 0 or await ask_unanimous(screen, question, present) is True


async def may_replace(screen: StepScreen[Any], opinion: Opinion | None) -> bool:
    """Whether an agreement takes the place of what was settled; of hands counted it is asked."""
    if opinion is None or opinion.unanimous:
        return True
    question = _(
        "Đã giơ tay: {in_favour} người tán thành, {against} không tán thành, {other} ý kiến khác. "
        "Ghi lại là nhất trí?"
    ).format(in_favour=opinion.in_favour, against=opinion.against, other=opinion.other)
    return await screen.confirm(question, _("Ghi là nhất trí"), _("Không, giữ số giơ tay"))


async def count_hands(
    screen: StepScreen[Any], question: str, present: int, *, key: str
) -> Agreement | None:
    """Counts the hands for, against and of another opinion; None where it is left.

    Raises:
        Refusal: nobody is present, who could raise one.
    """
    if not present:
        raise Refusal(RefusalKind.NOBODY_PRESENT)
    popup = HandsPopup(question, present, key, screen.show_hands)
    try:
        return await screen.app.push_screen_wait(popup)
    finally:
        screen.show_hands(None)


def hands_draft(key: str) -> str:
    """The name under which a count in the making is kept."""
    return f"{HANDS}:{key}"


class HandsPopup(OpenAgain[Agreement | None]):
    """Three numbers, typed or counted with + and −; more hands than people are refused."""

    BINDINGS = [
        Binding("escape", "back", show=False),
        Binding("ctrl+s", "finish", show=False),
    ]
    AUTO_FOCUS = "LineList"

    DEFAULT_CSS = """
    HandsPopup #hands-lines {
        height: auto;
    }
    HandsPopup #hands-lines LineList {
        width: 1fr;
    }
    HandsPopup BigDigits {
        margin: 1 0 0 2;
    }
    """

    def __init__(
        self,
        question: str,
        present: int,
        key: str,
        show_to_the_room: Callable[[HandsShown], None],
    ) -> None:
        super().__init__(hands_draft(key))
        self._show_to_the_room = show_to_the_room
        self._question = question
        self._present = present
        self._hands = {name: 0 for name, _label in _HANDS}
        self._number = NumberTyping()

    def compose(self) -> ComposeResult:
        """The question, the three numbers, what they come to, and the keys."""
        with Vertical(classes="popup"):
            yield Static(Content(self._question), classes="question", markup=False)
            with Horizontal(id="hands-lines"):
                yield LineList()
                yield BigDigits()
            yield Static("", id="hands-total", markup=False)
            yield Static("", id="hands-notice", markup=False)
            yield PopupKeys(
                ("0–9 + −", _("số người")),
                ("Enter", _("dòng tiếp")),
                ("Ctrl+S", _("xong")),
                ("Esc", _("quay lại")),
            )

    async def on_mount(self) -> None:
        """Takes up a count that was in the making."""
        self.query_one(LineList).styles.height = len(_HANDS) + 1
        draft = await room_of(self).ask(lambda books: books.drafts.get(self.draft))
        for name in self._hands:
            kept = (draft or {}).get(name)
            self._hands[name] = kept if isinstance(kept, int) else 0
        self._show()
        self.query_one(LineList).go_to(str((draft or {}).get(_LINE, "")))

    def on_resize(self) -> None:
        """Over the large view, which it dims and partly covers, its own digits are larger."""
        width, height = self.app.size
        spacious = width >= _WIDTH_FOR_LARGE and height >= _ROWS_FOR_LARGE
        self.query_one(BigDigits).scale = 2 if room_of(self).large_view and spacious else 1

    def _show(self) -> None:
        lines = [
            Line(name, (_(label), self._number.shown(name) or str(self._hands[name])))
            for name, label in _HANDS
        ]
        done = Line(_DONE, (_("Ghi kết quả"), ""), LineKind.ACT)
        self.query_one(LineList).show((Column(), Column(6, right=True)), (*lines, done))
        counted = self._counted()
        self._show_large(counted)
        self.query_one("#hands-total", Static).update(
            Content(
                _("Đã giơ tay {raised} trong {present} người có mặt").format(
                    raised=sum(counted.values()), present=self._present
                )
            )
        )

    def _show_large(self, counted: Mapping[str, int]) -> None:
        """The number under the cursor, in big digits here and on the wall."""
        line = self.query_one(LineList).line
        name = line.key if line is not None and line.key in counted else _HANDS[0][0]
        label = dict(_HANDS)[name]
        # As wide as the number can get: nothing moves when it gets a digit more.
        self.query_one(BigDigits).text = str(counted[name]).rjust(len(str(self._present)))
        self._show_to_the_room(HandsShown(_(label), counted[name], self._present))

    def _counted(self) -> dict[str, int]:
        """The three numbers, the one in the making included."""
        return {
            name: int(self._number.shown(name) or number) for name, number in self._hands.items()
        }

    @on(LineList.DigitTyped)
    async def _on_digit(self, event: LineList.DigitTyped) -> None:
        event.stop()
        if event.line.key in self._hands:
            self._number.type(event.line.key, event.digit)
            await self._keep()

    @on(LineList.AmountChanged)
    async def _on_amount(self, event: LineList.AmountChanged) -> None:
        event.stop()
        if event.line.key in self._hands:
            before = self._hands[event.line.key]
            self._number.change(event.line.key, before, event.amount)
            await self._keep()

    @on(LineList.CursorMoved)
    async def _on_moved(self, event: LineList.CursorMoved) -> None:
        event.stop()
        if self._number.line not in ("", event.line.key):
            self._take_number()
        self._show_large(self._counted())
        await self._keep_counted()

    @on(LineList.Entered)
    async def _on_entered(self, event: LineList.Entered) -> None:
        event.stop()
        if event.line.key == _DONE:
            await self.action_finish()
            return
        self._take_number()
        if self._stands():
            self.query_one(LineList).action_cursor_down()

    def _take_number(self) -> None:
        self._hands = self._counted()
        self._number.clear()
        self._show()

    async def _keep(self) -> None:
        self._say("")
        self._show()
        await self._keep_counted()

    async def _keep_counted(self) -> None:
        line = self.query_one(LineList).line
        counted = {**self._counted(), _LINE: line.key if line else ""}
        await room_of(self).keep(lambda books: books.drafts.keep(self.draft, counted))

    def _stands(self, *, all_counted: bool = False) -> bool:
        """Says what is wrong with the numbers; that none is there matters only at the end."""
        counted = self._counted()
        fault = count_fault(self._present, **counted)
        nothing_yet = sum(counted.values()) == 0
        if fault is None or (nothing_yet and not all_counted):
            return True
        self._say(error_sentence(Refusal(fault, present=self._present)))
        self.app.bell()
        return False

    async def action_finish(self) -> None:
        """Ctrl+S, or Enter on the last line: these are the numbers."""
        self._take_number()
        if not self._stands(all_counted=True):
            return
        await room_of(self).keep(lambda books: books.drafts.forget(self.draft))
        self.dismiss(Agreement(unanimous=False, **self._counted()))

    def _say(self, sentence: str) -> None:
        self.query_one("#hands-notice", Static).update(Content(sentence))

    def action_back(self) -> None:
        """Esc: nothing is settled; the numbers typed so far wait for the next time."""
        self.dismiss(None)
