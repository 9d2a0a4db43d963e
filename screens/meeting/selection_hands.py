"""The hands of step 5 on its screen: begun, counted case by case, and what came of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult

from screens.coach import counting_words
from screens.language import _
from screens.meeting.proposals import who
from screens.meeting.selection_count import (
    HandsPanel,
    PlacesPopup,
    case_key,
    case_of_key,
    tie_choices,
    tie_words,
)
from screens.meeting.step import StepScreen
from screens.popups import Choice
from screens.widgets.line_list import LineList
from screens.widgets.lines import Line
from storage.errors import Refusal, RefusalKind
from storage.records.head import Head
from storage.records.selection import CaseOnTable, Round, SelectionOverview


@dataclass(frozen=True, slots=True)
class SelectionView:
    """The overview, and the cases that the discussion points to: a draft until it is agreed."""

    overview: SelectionOverview
    marks: frozenset[int]


class CountingScreen(StepScreen[SelectionView]):
    """The part of step 5 that counts hands."""

    def __init__(self) -> None:
        super().__init__()
        self._count_left = False
        """The list was gone back to while hands are being counted."""

    def compose_above(self) -> ComposeResult:
        """The person under discussion and the number of hands, while hands are counted."""
        yield HandsPanel()

    @property
    def counted(self) -> Round | None:
        """The round whose hands are on the screen."""
        if self.overview is None or self._count_left or not self.overview.overview.counting:
            return None
        return self.overview.overview.round

    @property
    def marks_draft(self) -> str:
        """The key under which the marks are kept."""
        return f"marks:{self.meeting_id}"

    def coaching(self, head: Head) -> str:
        """While hands are counted, how that goes."""
        return counting_words() if self.counted is not None else super().coaching(head)

    def show_page(self) -> None:
        """Shows the list, and the big digits while hands are counted."""
        super().show_page()
        if self.overview is not None:
            self._show_hands()

    def show_lines(self) -> None:
        """Shows the list anew, and the number of hands."""
        super().show_lines()
        self._show_hands()

    @on(LineList.CursorMoved)
    def _show_hands(self) -> None:
        line, counted, panel = self.lines.line, self.counted, self.query_one(HandsPanel)
        case_id = case_of_key(line.key) if line else None
        each = self.overview.overview.find(case_id) if self.overview and case_id else None
        if line is None or counted is None or each is None or self.overview is None:
            panel.hide()
            return
        taken = counted.hands.get(each.case.id)
        hands = self.number.shown(line.key) or ("" if taken is None else str(taken))
        name = who(each.case, self.overview.overview.day.year, hidden=self.hidden)
        present = self.overview.overview.present
        panel.show(name, each.case, hands, present, hidden=self.hidden)

    async def shown(self) -> None:
        """Goes on with a count where it was left."""
        await super().shown()
        self._go_on()

    async def refresh_page(self) -> None:
        """Reads and shows; a number typed on a row that is gone holds nothing up any more."""
        await super().refresh_page()
        if self.number.line and self.number.line not in self._hands_keys():
            self.number.clear()
            key = self.number_draft
            await self.room.keep(lambda books: books.drafts.forget(key))

    def _hands_keys(self) -> set[str]:
        """The rows on which a number may be typed; those of a count that waits are among them."""
        overview = self.overview.overview if self.overview else None
        if overview is None or overview.round is None or not overview.counting:
            return set()
        return {case_key(case) for case in overview.round.cases}

    async def mark(self, marks: frozenset[int]) -> None:
        """Keeps which cases the discussion points to."""
        if self.overview is None or marks == self.overview.marks:
            return
        key = self.marks_draft
        await self.room.keep(lambda books: books.drafts.keep(key, {"cases": sorted(marks)}))
        self.overview = replace(self.overview, marks=marks)
        self.show_page()

    async def agree_on(self, case_ids: tuple[int, ...]) -> None:
        """Keeps that the whole club agrees on these cases."""
        meeting_id = self.meeting_id
        await self.record(lambda books: books.selection.choose_unanimously(meeting_id, case_ids))
        self.to_undecided()

    # By hands.

    async def raise_hands(self) -> None:
        """Begins a count, goes on with the one that is open, or asks what is to be done."""
        if self.overview is None:
            return
        if self.overview.overview.counting:
            self._count_left = False
            self.show_page()
            self._go_on()
        elif self.overview.overview.rounds:
            await self.choose_otherwise()
        else:
            await self._begin_count()

    async def _begin_count(self) -> None:
        if self.overview is None:
            return
        overview = self.overview.overview
        if overview.present == 0:
            raise Refusal(RefusalKind.NOBODY_PRESENT)
        cases = [each.case.id for each in overview.undecided]
        cases += [each.case.id for each in overview.chosen if self._by_hands(each.case.id)]
        marked = len(self.overview.marks.intersection(cases))
        places = await self.app.push_screen_wait(PlacesPopup(len(cases), marked or 1))
        if places is None:
            return
        meeting_id = self.meeting_id
        self._count_left = False
        await self.record(lambda books: books.selection.begin_count(meeting_id, places))
        self._go_on()

    def _by_hands(self, case_id: int) -> bool:
        return self.overview is not None and case_id in self.overview.overview.standing.chosen

    def _go_on(self) -> None:
        """Puts the cursor where the counting goes on: on a number in the making, or the next."""
        counted = self.counted
        if counted is None:
            return
        following = (*counted.uncounted, *counted.cases)
        if self.number.line or following:
            self.lines.go_to(self.number.line or case_key(following[0]))

    def number_stored(self) -> None:
        """Goes on to the next case that is not counted yet, or to counting again after a tie."""
        counted = self.counted
        if counted is not None and not counted.uncounted:
            self.lines.go_to("again")
        else:
            self._go_on()

    def number_of(self, line: Line) -> int | None:
        """The hands counted on a case, while hands are counted."""
        case_id, counted = case_of_key(line.key), self.counted
        return None if case_id is None or counted is None else counted.hands.get(case_id, 0)

    async def number_entered(self, line: Line, number: int) -> bool:
        """Keeps the hands for a case; after the last one says what came of it."""
        case_id, meeting_id = case_of_key(line.key), self.meeting_id
        if case_id is None:
            return False
        await self.record(lambda books: books.selection.count_hands(meeting_id, case_id, number))
        self.begin(self._take_result())
        return True

    async def _take_result(self) -> None:
        """When all is counted: whoever is through is chosen, and a tie is said at once."""
        if self.overview is None:
            return
        standing = self.overview.overview.standing
        if standing.tied:
            await self._ask_about_tie()
        elif standing.complete and standing.chosen:
            await self.settle()

    async def settle(self) -> None:
        """Keeps who is chosen by the counts; the marks of the discussion are done with."""
        meeting_id = self.meeting_id
        await self.record(lambda books: books.selection.settle(meeting_id))
        await self.mark(frozenset())
        self.to_undecided()

    def to_undecided(self) -> CaseOnTable | None:
        """Puts the cursor on the first case that has no way yet, and gives it."""
        undecided = self.overview.overview.undecided if self.overview else ()
        if not undecided:
            return None
        self.lines.go_to(case_key(undecided[0].case.id))
        return undecided[0]

    async def _ask_about_tie(self) -> None:
        if self.overview is None:
            return
        overview = self.overview.overview
        answer = await self.choose(
            tie_words(overview, hidden=self.hidden), tie_choices(overview, hidden=self.hidden)
        )
        if answer is None:
            return
        if answer:
            await self.agree_on(answer)
        else:
            await self.count_again()

    async def count_again(self) -> None:
        """Begins a further count among those who tie."""
        meeting_id = self.meeting_id
        await self.record(lambda books: books.selection.begin_second_count(meeting_id))
        self._go_on()

    async def choose_otherwise(self) -> None:
        """What else can be done about a count: agree, count anew, or let it be."""
        if self.overview is None:
            return
        overview = self.overview.overview
        choices: list[Choice[Callable[[], Awaitable[None]]]] = []
        if overview.counting:
            choices.append(Choice(self._leave_count, _("Về danh sách, đếm tiếp sau")))
        if overview.standing.tied and overview.counting:
            choices.append(Choice(self._ask_about_tie, _("Những người bằng nhau: giải quyết")))
        if overview.counting and len(overview.rounds) == 1:
            choices.append(Choice(self._change_places, _("Đổi số trường hợp được chọn")))
        choices += [
            Choice(self._begin_count, _("Giơ tay lại từ đầu")),
            Choice(self._clear_counts, _("Bỏ kết quả giơ tay")),
        ]
        chosen = await self.choose(_("Giơ tay lấy ý kiến"), choices)
        if chosen is not None:
            await chosen()

    async def _leave_count(self) -> None:
        self._count_left = True
        self.show_page()

    async def _change_places(self) -> None:
        counted, meeting_id = self.counted, self.meeting_id
        if counted is None:
            return
        places = await self.app.push_screen_wait(PlacesPopup(len(counted.cases), counted.seats))
        if places is None:
            return
        await self.record(lambda books: books.selection.set_seats(meeting_id, places))
        self.begin(self._take_result())

    async def _clear_counts(self) -> None:
        meeting_id = self.meeting_id
        await self.record(lambda books: books.selection.clear_counts(meeting_id))
