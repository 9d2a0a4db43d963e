"""Sổ theo dõi: every promise and what came of it, found by filters and updated in place (S33)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType

from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.between_meetings.history_page import HISTORY_KEY, history_key, show_history
from screens.between_meetings.tracking_filter import ask_filter, filter_words
from screens.between_meetings.tracking_lines import (
    COLUMNS,
    WIDE_COLUMNS,
    line_keys,
    pledge_key,
    tracking_lines,
)
from screens.forms.follow_up_forms import answer_form, fulfilment_form
from screens.forms.fulfilment_form import STATE_OF_DIGIT
from screens.language import N_, _
from screens.meeting.names_later import name_helpers, naming_words, still_to_name
from screens.popups import Choice
from screens.widgets.foot import SPACE
from screens.widgets.lines import Line, act, note
from storage.books import Books
from storage.records.history import RecordKind
from storage.records.kinds import FulfilmentState, MatterKind
from storage.records.people import Group
from storage.records.pledges import Fulfilment
from storage.records.tracking import TrackedEntry, TrackingFilter

_CLEAR = "clear"
_WIDE = 110
"""Columns from which who helps has a column."""
_HIGH = 20
"""Rows from which there is room for two under the list."""


@dataclass(frozen=True, slots=True)
class TrackingOverview:
    """What the tracking book shows."""

    asked: TrackingFilter
    entries: tuple[TrackedEntry, ...]
    of_line: Mapping[str, TrackedEntry]
    """Whose each line is, by its key."""
    years: tuple[int, ...]
    groups: tuple[Group, ...]
    today: date


class TrackingBookScreen(BookScreen[TrackingOverview]):
    """Space filters, Delete takes the filters away, 1 to 4 tell what became of a promise."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete", "clear_filter", show=False),
    ]
    HELP: ClassVar[str] = N_(
        "Mỗi dòng là một việc đã hứa và kết quả của nó, tháng mới ở trên. Bấm 1 Đã làm, 2 Làm được "
        "một phần, 3 Hẹn lại, 4 Chưa làm được. Enter để ghi kỹ, ghi trả lời của địa phương, hoặc "
        "xem cả chuyện của một người. Bấm 5 để xem ai ghi, khi nào. Dấu cách để lọc theo năm, "
        "tháng, kết quả, tổ, người, hình "
        "thức giúp; lọc được nhiều điều một lúc. Delete bỏ mọi lọc. Kết quả ghi ở đây giữa hai kỳ "
        "họp sẽ được báo ở bước 2 của buổi họp tới."
    )

    def __init__(self) -> None:
        super().__init__()
        self.asked: TrackingFilter | None = None
        """What is shown; None until the books say which year is the last."""

    @property
    def detail_rows(self) -> int:
        """What was promised, by whom and what came of it seldom find room in one."""
        return 2 if self.app.size.height >= _HIGH else 1

    def read(self, books: Books) -> TrackingOverview:
        """The entries that the filter asks for."""
        years = books.tracking.years()
        if self.first_line:
            self.asked = _year_with(self.first_line, books, years)
        asked = self.asked or TrackingFilter(year=years[0] if years else None)
        entries = books.tracking.entries(asked)
        return TrackingOverview(
            asked=asked,
            entries=entries,
            of_line={key: entry for entry in entries for key in line_keys(entry)},
            years=years,
            groups=books.register.groups(),
            today=books.clock.today(),
        )

    def page(self, overview: TrackingOverview) -> Page:
        """What the filter is, and the rows."""
        wide = self.app.size.width >= _WIDE
        lines = tracking_lines(overview.entries, overview.today, hidden=self.hidden, wide=wide)
        rows = sum(len(entry.pledges) or 1 for entry in overview.entries)
        return Page(
            title=_("Sổ theo dõi"),
            aside=_("{rows} việc", rows).format(rows=rows),
            intro=filter_words(overview.asked, overview.groups),
            columns=WIDE_COLUMNS if wide else COLUMNS,
            lines=tuple(lines) or _nothing(),
            keys=(
                (SPACE, _("lọc")),
                ("1–4", _("kết quả")),
                ("Enter", _("ghi kỹ")),
                history_key(),
                ("F7", _("tìm người")),
                ("Delete", _("bỏ lọc")),
            ),
        )

    async def ticked(self, line: Line) -> None:  # noqa: ARG002 - the same on every line
        """Space: asks for a filter."""
        overview = self.overview
        if overview is None:
            return
        self.asked = await ask_filter(self, overview.asked, overview.years, overview.groups)
        await self.refresh_page()

    async def action_clear_filter(self) -> None:
        """Delete: everything of the year again."""
        if self.overview is not None:
            self.asked = TrackingFilter(year=self.overview.asked.year)
            await self.refresh_page()

    def _may_be_told(self, line: Line) -> bool:
        """Whether it is a promise of an earlier meeting, or of what could not wait."""
        entry = self._entry(line) if _pledge_of(line) is not None else None
        return entry is not None and not self._is_of_now(entry)

    def works(self, key: str, line: Line | None) -> bool:
        """The digits are for a promise; there must be a filter to clear."""
        if key == "1–4":
            return line is not None and self._may_be_told(line)
        if key == HISTORY_KEY:
            return line is not None and self._entry(line) is not None
        if key == "Enter":
            return line is not None and (line.key == _CLEAR or bool(self._deeds(line)))
        if key == "Delete" and self.overview is not None:
            return self.overview.asked != TrackingFilter(year=self.overview.asked.year)
        return super().works(key, line)

    async def digit(self, line: Line, digit: str) -> None:
        """1 to 4: what became of a promise; what is done needs no more than that."""
        if digit == HISTORY_KEY:
            await self._show_history(line)
            return
        pledge_id, state = _pledge_of(line), STATE_OF_DIGIT.get(digit)
        if pledge_id is None or state is None or self._promised_now(pledge_id):
            return
        if state is not FulfilmentState.DONE:
            await self._fill_fulfilment(pledge_id, state)
            return
        await self.room.ask(
            lambda books: books.follow_up.record_between(
                pledge_id, Fulfilment(0, FulfilmentState.DONE, books.clock.today())
            )
        )
        await self.refresh_page()
        self._say_stored()

    async def _show_history(self, line: Line) -> None:
        pledge_id, entry = _pledge_of(line), self._entry(line)
        if pledge_id is not None:
            await show_history(self, RecordKind.PLEDGE, pledge_id)
        elif entry is not None and entry.case is not None:
            await show_history(self, RecordKind.CASE, entry.case.id)
        elif entry is not None and entry.matter is not None:
            await show_history(self, RecordKind.MATTER, entry.matter.id)

    def _promised_now(self, pledge_id: int) -> bool:
        """Whether it was promised in the meeting that is held now: the next one hears of it."""
        entry = self._entry_of_pledge(pledge_id)
        if entry is None or not self._is_of_now(entry):
            return False
        self.say(_("Việc này vừa hứa trong buổi họp này; kỳ sau mới báo kết quả."))
        return True

    def _is_of_now(self, entry: TrackedEntry) -> bool:
        """Whether it is of the meeting that is held now, whose steps change it."""
        now = self.room.meeting_id
        return now is not None and entry.meeting_id == now

    async def _fill_fulfilment(self, pledge_id: int, state: FulfilmentState | None) -> None:
        promise = await self.room.ask(lambda books: books.follow_up.promise_now(pledge_id))
        if await self.fill(fulfilment_form(promise, state, hidden=self.hidden)):
            self._say_stored()

    def _say_stored(self) -> None:
        if self.room.meeting_id is None:
            self.say(_("Đã lưu. Buổi họp tới sẽ báo ở bước 2."))
        else:
            self.say(_("Đã lưu, ở bước 2 của buổi họp này."))

    async def entered(self, line: Line) -> None:
        """Enter: everything about a promise, the answer of the locality, or the whole story."""
        if line.key == _CLEAR:
            await self.action_clear_filter()
            return
        entry, pledge_id = self._entry(line), _pledge_of(line)
        if entry is None:
            return
        deeds = self._deeds(line)
        if len(deeds) > 1:
            deed = await self.choose(f"{line.cells[1]}: {line.cells[2]}", deeds)
        else:
            deed = deeds[0].value if deeds else None
        match deed:
            case "result" if pledge_id is not None and not self._promised_now(pledge_id):
                await self._fill_fulfilment(pledge_id, None)
            case "names" if pledge_id is not None:
                await self._name_helpers(entry, pledge_id)
            case "answer" if entry.matter is not None:
                if await self.fill(answer_form(entry.matter)):
                    self._say_stored()
            case "story" if entry.case is not None:
                await self._show_story(entry.case.person.id)

    async def _name_helpers(self, entry: TrackedEntry, pledge_id: int) -> None:
        """Names those of whom only the number was known, before or after their help."""
        pledge = next((each for each in entry.pledges if each.id == pledge_id), None)
        if pledge is None:
            return

        def record(books: Books, named: tuple[int, ...]) -> None:
            of_report = entry.urgent is not None
            name = books.urgent.name_helpers if of_report else books.pledges.name_later
            name(pledge_id, named)

        helped = entry.case.member_id if entry.case else None
        await name_helpers(self, pledge, f"tracking/names:{pledge_id}", record, helped)

    async def reopen(self, form_key: str) -> None:
        """Opens the form again in which something was half typed when the program ended."""
        match form_key.removeprefix("tracking/").split(":"):
            case ["promise", number, state]:
                await self._fill_fulfilment(int(number), FulfilmentState(state) if state else None)
            case ["names", number]:
                entry = self._entry_of_pledge(int(number))
                if entry is not None:
                    self.lines.go_to(pledge_key(int(number)))
                    await self._name_helpers(entry, int(number))
            case ["answer", number]:
                entries = self.overview.entries if self.overview else ()
                matters = (entry.matter for entry in entries if entry.matter is not None)
                matter = next((each for each in matters if each.id == int(number)), None)
                if matter is not None:
                    await self.fill(answer_form(matter))

    def _deeds(self, line: Line) -> list[Choice[str]]:
        """What can be done with a line, beside what the digits tell of it."""
        entry, deeds = self._entry(line), list[Choice[str]]()
        if entry is None:
            return deeds
        if entry.pledges:
            deeds.append(Choice("result", _("Ghi kỹ kết quả")))
        pledge = next((each for each in entry.pledges if each.id == _pledge_of(line)), None)
        if pledge is not None and still_to_name(pledge) and not self._is_of_now(entry):
            deeds.append(Choice("names", naming_words(pledge)))
        if entry.matter is not None and entry.matter.kind is MatterKind.LOCALITY:
            deeds.append(Choice("answer", _("Ghi trả lời của địa phương")))
        if entry.case is not None:
            deeds.append(Choice("story", _("Cả chuyện của người này")))
        return deeds

    async def _show_story(self, person_id: int) -> None:
        from screens.people.person_story import PersonStoryScreen

        await self.app.push_screen(PersonStoryScreen(person_id))

    def _entry(self, line: Line) -> TrackedEntry | None:
        return self.overview.of_line.get(line.key) if self.overview else None

    def _entry_of_pledge(self, pledge_id: int) -> TrackedEntry | None:
        return self.overview.of_line.get(pledge_key(pledge_id)) if self.overview else None

    async def _find(self) -> None:
        """F7: finds anyone with a name in the books, member or not."""
        from screens.between_meetings.find_in_books import find_in_books

        person_id = await find_in_books(self)
        if person_id is not None:
            await self._show_story(person_id)


def _pledge_of(line: Line) -> int | None:
    kind, _colon, number = line.key.partition(":")
    return int(number) if kind == "pledge" else None


def _year_with(line_key: str, books: Books, years: Sequence[int]) -> TrackingFilter | None:
    """The year in which a line stands: what is reminded of may be of an earlier one."""
    for year in years:
        asked = TrackingFilter(year=year)
        if any(line_key in line_keys(entry) for entry in books.tracking.entries(asked)):
            return asked
    return None


def _nothing() -> tuple[Line, ...]:
    """What stands where nothing is found."""
    return note(_("Không có việc nào như vậy.")), act(_CLEAR, _("Bỏ mọi lọc"))
