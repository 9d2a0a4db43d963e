"""The hands of step 5: the person under discussion with the number in big digits, case by case."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from screens.base import Page
from screens.language import _
from screens.leaving import Popup
from screens.meeting.selection_lines import (
    circumstances,
    columns,
    joined_names,
    row_cells,
    tie_sentence,
)
from screens.popups import Choice
from screens.widgets.big_digits import BigDigits
from screens.widgets.foot import PopupKeys
from screens.widgets.line_list import LineList
from screens.widgets.lines import Line, LineKind, act
from screens.widgets.number_typing import NumberTyping
from screens.widgets.rewording import reword
from storage.records.cases import HardshipCase
from storage.records.selection import Round, SelectionOverview

_ROOM_FOR_DIGITS = (76, 22)
"""Columns and rows below which the rows of the list alone show the numbers."""
_ROOM_FOR_TALL_DIGITS = 24
_MOST_PLACES = 99


def case_key(case_id: int) -> str:
    """The key of a case's row."""
    return f"case:{case_id}"


def case_of_key(key: str) -> int | None:
    """The case that stands in a row."""
    kind, _colon, number = key.partition(":")
    return int(number) if kind == "case" else None


def counting_page(
    overview: SelectionOverview, counted: Round, number: NumberTyping, width: int, *, hidden: bool
) -> Page:
    """The cases of a round with the hands so far, and below them what can be done next."""
    lines = []
    for case in cases_of(overview, counted.cases):
        key = case_key(case.id)
        mark = "■" if case.id in overview.standing.chosen else "□"
        taken = counted.hands.get(case.id)
        typed = number.shown(key)
        said = f"► {typed}" if typed is not None else ("··" if taken is None else str(taken))
        year = overview.day.year
        cells = row_cells(case, mark, said, year=year, width=width, hidden=hidden)
        lines.append(Line(key, cells))
    return Page(
        title=_("Chọn {count} trường hợp khó khăn nhất", counted.seats).format(count=counted.seats),
        aside=times_words(counted.seats),
        columns=columns(width),
        lines=(*lines, *_acts(overview, hidden=hidden)),
        status=_status(overview, counted, hidden=hidden),
        keys=(("0–9 + −", _("số người giơ tay")), ("Enter", _("lưu, người sau"))),
    )


def times_words(times: int) -> str:
    """How often each may raise a hand."""
    return _("mỗi người giơ tay tối đa {times} lần", times).format(times=times)


def cases_of(overview: SelectionOverview, ids: Sequence[int]) -> list[HardshipCase]:
    """Some cases, in the order in which they stand on the table: it is no ranking."""
    return [each.case for each in overview.cases if each.case.id in ids]


def tie_words(overview: SelectionOverview, *, hidden: bool) -> str:
    """The tie of the round that was counted last, said out loud; empty where nothing ties."""
    tied, counted = overview.standing.tied, overview.round
    if not tied or counted is None:
        return ""
    return tie_sentence(cases_of(overview, tied), counted.hands[tied[0]], hidden=hidden)


def tie_choices(
    overview: SelectionOverview, *, hidden: bool
) -> tuple[Choice[tuple[int, ...]], ...]:
    """What can be done about a tie: count again (an empty answer), or agree on all or on one."""
    tied = cases_of(overview, overview.standing.tied)
    agreed = _("Cả CLB nhất trí chọn {names}")
    ways = [tied, *([case] for case in tied)] if len(tied) < 5 else [tied]
    return (
        Choice((), _("Xin ý kiến lại bằng giơ tay")),
        *(
            Choice(
                tuple(case.id for case in cases),
                agreed.format(names=joined_names(cases, hidden=hidden)),
            )
            for cases in ways
        ),
    )


def _acts(overview: SelectionOverview, *, hidden: bool) -> list[Line]:
    standing = overview.standing
    found = []
    if standing.tied:
        names = joined_names(cases_of(overview, standing.tied), hidden=hidden)
        found.append(act("again", _("Xin ý kiến lại giữa {names}").format(names=names)))
    elif standing.complete and standing.chosen:
        names = joined_names(cases_of(overview, standing.chosen), hidden=hidden)
        found.append(act("settle", _("Ghi kết quả: chọn {names}").format(names=names)))
    return [*found, act("other", _("Cách khác…"), _("nhất trí, đếm lại, đổi số được chọn"))]


def _status(overview: SelectionOverview, counted: Round, *, hidden: bool) -> str:
    tie = tie_words(overview, hidden=hidden)
    if tie:
        return tie
    if overview.standing.complete and not overview.standing.chosen:
        return _("Chưa ai giơ tay cho trường hợp nào.")
    done = len(counted.cases) - len(counted.uncounted)
    return _("Đã đếm {done} / {all} trường hợp").format(done=done, all=len(counted.cases))


class HandsPanel(Horizontal):
    """Who is under discussion, and how many hands, large enough for the last row."""

    DEFAULT_CSS = """
    HandsPanel {
        height: auto;
        padding: 0 2 0 3;
        display: none;
    }
    HandsPanel.shown {
        display: block;
    }
    HandsPanel > Vertical {
        width: 1fr;
        height: auto;
    }
    HandsPanel #hands-name {
        text-style: bold;
    }
    """

    def compose(self) -> ComposeResult:
        """The name over the circumstances, and the digits beside them."""
        with Vertical():
            yield Static("", id="hands-name", markup=False)
            yield Static("", id="hands-told", markup=False)
        yield BigDigits(id="hands-digits")

    def show(
        self, name: str, case: HardshipCase, hands: str, present: int, *, hidden: bool
    ) -> None:
        """Shows a case with the hands counted or typed; none yet leaves the digits empty.

        There is room for as many hands as there are people present, so that nothing moves when
        the number gets a digit more.
        """
        width, height = self.app.size
        self.set_class(width >= _ROOM_FOR_DIGITS[0] and height >= _ROOM_FOR_DIGITS[1], "shown")
        told = circumstances(case, hidden=hidden)
        reword(self.query_one("#hands-name", Static), Content(name))
        reword(self.query_one("#hands-told", Static), Content(told))
        digits = self.query_one(BigDigits)
        digits.tall = height >= _ROOM_FOR_TALL_DIGITS
        digits.text = hands.rjust(len(str(present)))

    def hide(self) -> None:
        """Nothing is counted, or the cursor is on no case."""
        self.remove_class("shown")


class PlacesPopup(Popup[int | None]):
    """Asks how many are to be chosen: a number, typed or counted, and Enter begins the count."""

    BINDINGS = [Binding("escape", "back", show=False)]
    AUTO_FOCUS = "LineList"

    def __init__(self, cases: int, first: int) -> None:
        super().__init__()
        self._cases = cases
        self._places = first
        self._number = NumberTyping()

    def compose(self) -> ComposeResult:
        """The question, the number, what it means, and the keys."""
        with Vertical(classes="popup"):
            yield Static(Content(_("Chọn mấy trường hợp?")), classes="question", markup=False)
            yield LineList()
            yield Static("", id="places-means", markup=False)
            yield PopupKeys(
                ("0–9 + −", _("số trường hợp")),
                ("Enter", _("bắt đầu")),
                ("Esc", _("quay lại")),
            )

    def on_mount(self) -> None:
        """Shows the number to begin with."""
        self.query_one(LineList).styles.height = 1
        self._show()

    @property
    def places(self) -> int:
        """The number as it stands."""
        return int(self._number.text or self._places)

    def _show(self) -> None:
        said = _("{count} trong {all} trường hợp").format(count=self.places, all=self._cases)
        self.query_one(LineList).show((), [Line("places", (said,), LineKind.ACT)])
        means = times_words(self.places)
        self.query_one("#places-means", Static).update(Content(means))

    @on(LineList.DigitTyped)
    def _on_digit(self, event: LineList.DigitTyped) -> None:
        event.stop()
        self._number.type("places", event.digit)
        self._show()

    @on(LineList.AmountChanged)
    def _on_amount(self, event: LineList.AmountChanged) -> None:
        event.stop()
        self._number.change("places", self._places, event.amount)
        self._show()

    @on(LineList.Entered)
    def _on_entered(self, event: LineList.Entered) -> None:
        event.stop()
        self.dismiss(min(self.places, _MOST_PLACES))

    def action_back(self) -> None:
        """Esc: no count is begun."""
        self.dismiss(None)
