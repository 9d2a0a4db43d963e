"""Reads a year of all gathered clubs, some hundred at a time, so that memory stays bounded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, groupby, islice
from operator import attrgetter
from typing import cast

from peewee import fn

from storage.association.faults import Fault, NotGathered
from storage.association.tables import GatheredClubRow, GatheredMeetingRow, GatheredMonthRow
from storage.records.association import AssociationFigures, ClubYear
from storage.records.figures import Figures, MonthFigures, Period
from storage.rules import association as rules

_CLUBS_AT_ONCE = 400

_MonthRow = tuple[int, int, bool, int, int, int, int]
Books = list[GatheredClubRow]
"""All books of one club, the newest last."""


def year_figures(year: int | None = None) -> AssociationFigures:
    """The figures of a year; of the newest that was gathered where none is named.

    Raises:
        NotGathered: nothing is known of that year.
    """
    if year is None:
        year = _newest_year()
    clubs: list[ClubYear] = []
    months: tuple[MonthFigures, ...] = ()
    silent = 0
    for some in _some_at_once(_clubs()):
        told, held = _months(year, some), _held(year, some)
        months = rules.added_months((*months, *chain.from_iterable(told.values())))
        for books in some:
            found = [month for each in books for month in told[each.id]]
            meetings = sum((held[each.id] for each in books), Counter[int]())
            if found or meetings:
                figures = _figures(year, books, found)
                clubs.append(_club_year(books[-1], figures, meetings))
            else:
                silent += 1
    if not clubs:
        raise NotGathered(Fault.YEAR_EMPTY, year=year)
    return AssociationFigures(year, tuple(sorted(clubs, key=rules.club_sort_key)), months, silent)


def _newest_year() -> int:
    newest = GatheredClubRow.select().order_by(GatheredClubRow.until.desc()).first()
    if newest is None:
        raise NotGathered(Fault.NO_GATHERING)
    return int(newest.until.year)


def _clubs() -> Iterator[Books]:
    rows = GatheredClubRow.select().order_by(GatheredClubRow.place_and_name, GatheredClubRow.id)
    for _key, books in groupby(rows.iterator(), attrgetter("place_and_name")):
        yield list(books)


def _some_at_once(clubs: Iterator[Books]) -> Iterator[list[Books]]:
    while some := list(islice(clubs, _CLUBS_AT_ONCE)):
        yield some


def _ids(clubs: Sequence[Books]) -> list[int]:
    return [each.id for books in clubs for each in books]


def _months(year: int, clubs: Sequence[Books]) -> dict[int, list[MonthFigures]]:
    """What is known of each club's months."""
    table = GatheredMonthRow
    rows = table.select(
        table.club_id,
        table.month,
        table.counted,
        table.activities,
        table.persons,
        table.labour,
        table.money,
    ).where(table.club_id.in_(_ids(clubs)), table.year == year)
    found: dict[int, list[MonthFigures]] = defaultdict(list)
    for row in cast("Sequence[_MonthRow]", rows.tuples()):
        club_id, month, counted, activities, persons, labour, money = row
        found[club_id].append(
            MonthFigures(
                month=date(year, month, 1),
                counts=counted,
                activities=activities,
                helped=persons,
                labour=labour,
                money=money,
            )
        )
    return found


def _held(year: int, clubs: Sequence[Books]) -> dict[int, Counter[int]]:
    """How many sealed meetings each club had in each month."""
    rows = (
        GatheredMeetingRow.select(
            GatheredMeetingRow.club_id, GatheredMeetingRow.month, fn.COUNT(GatheredMeetingRow.day)
        )
        .where(GatheredMeetingRow.club_id.in_(_ids(clubs)), GatheredMeetingRow.year == year)
        .group_by(GatheredMeetingRow.club_id, GatheredMeetingRow.month)
    )
    found: dict[int, Counter[int]] = defaultdict(Counter)
    for club_id, month, meetings in cast("Sequence[tuple[int, int, int]]", rows.tuples()):
        found[club_id][month] = meetings
    return found


def _figures(year: int, books: Books, months: Sequence[MonthFigures]) -> Figures:
    """A month that stands in two books of a club is one month."""
    return Figures(
        period=Period(year),
        activities_wanted=books[-1].activities_wanted,
        persons_wanted=books[-1].persons_wanted,
        months=rules.added_months(months) if len(books) > 1 else tuple(months),
    )


def _club_year(club: GatheredClubRow, figures: Figures, meetings: Counter[int]) -> ClubYear:
    named = ClubYear(
        name=club.name,
        hamlet=club.hamlet,
        commune=club.commune,
        province=club.province,
        members=club.members,
        held=len(meetings),
        meetings=meetings.total(),
    )
    return rules.club_year(named, figures)
