"""Of which meeting, year or months a paper is made: the choices, in words."""

from __future__ import annotations

from typing import Any

from screens.base import ListScreen
from screens.language import _
from screens.popups import Choice
from storage.books import Books
from storage.days import on_screen
from storage.records.kinds import MeetingState
from storage.records.meetings import Meeting
from storage.records.papers import PaperOf, PaperWish
from storage.vietnamese import count


async def choose_wish(screen: ListScreen[Any], of: PaperOf) -> PaperWish | None:
    """Asks for the meeting, or for the year and its months."""
    if of is PaperOf.MEETING:
        meetings = await screen.room.ask(_meeting_choices)
        return await screen.choose(_("Của buổi họp nào?"), meetings)
    years = await screen.room.ask(_year_choices)
    year = await screen.choose(_("Của năm nào?"), years)
    if year is None:
        return None
    return await screen.choose(_("Của tháng nào?"), _month_choices(year))


def of_what_words(books: Books, of: PaperOf, wish: PaperWish) -> str:
    """The meeting or the months that a paper tells of; nothing for one of the club."""
    if of is PaperOf.MEETING and wish.meeting_id is not None:
        day = on_screen(books.meetings.get(wish.meeting_id).day)
        return _("buổi họp {day}").format(day=day)
    return _months_words(wish) if of is PaperOf.PERIOD else ""


def _months_words(wish: PaperWish) -> str:
    """The months that a paper tells of: "năm 2026", "sáu tháng đầu năm 2026", "tháng 5/2026"."""
    halves = {(1, 6): _("sáu tháng đầu năm {year}"), (7, 12): _("sáu tháng cuối năm {year}")}
    months = (wish.first_month, wish.last_month)
    if wish.whole_year:
        return _("năm {year}").format(year=wish.year)
    if months in halves:
        return halves[months].format(year=wish.year)
    if wish.first_month == wish.last_month:
        return _("tháng {month}/{year}").format(month=wish.first_month, year=wish.year)
    return _("tháng {first}–{last}/{year}").format(first=months[0], last=months[1], year=wish.year)


def _meeting_choices(books: Books) -> list[Choice[PaperWish]]:
    """The meetings, the newest first."""
    return [
        Choice(PaperWish(meeting.day.year, meeting.id), _meeting_words(meeting))
        for meeting in reversed(books.meetings.all())
        if meeting.state is not MeetingState.ABANDONED
    ]


def sealed_choices(books: Books) -> list[Choice[int]]:
    """The meetings whose minutes are sealed, the newest first, by number."""
    return [
        Choice(meeting.id, _meeting_words(meeting))
        for meeting in reversed(books.meetings.all())
        if meeting.state is MeetingState.SEALED
    ]


def _year_choices(books: Books) -> list[Choice[int]]:
    years = {meeting.day.year for meeting in books.meetings.all()}
    years.add(books.clock.today().year)
    return [Choice(year, str(year)) for year in sorted(years, reverse=True)]


def _month_choices(year: int) -> list[Choice[PaperWish]]:
    spans = [(1, 12), (1, 6), (7, 12), *((month, month) for month in range(1, 13))]
    wishes = [PaperWish(year, first_month=first, last_month=last) for first, last in spans]
    return [Choice(wish, _months_words(wish)) for wish in wishes]


def _meeting_words(meeting: Meeting) -> str:
    day = on_screen(meeting.day)
    if meeting.number is None:
        return day
    return _("{day}, biên bản số {number}").format(day=day, number=count(meeting.number))
