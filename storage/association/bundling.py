"""Makes a club's bundle out of its open books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from peewee import ModelSelect, fn

from storage.association.bundle_text import LONGEST_TEXT
from storage.association.faults import Fault, NotGathered
from storage.meeting.attendance import present_count
from storage.records.association import (
    Bundle,
    BundleHead,
    SealedMeeting,
    SealLink,
    ToldPerson,
)
from storage.records.figures import MonthFigures, Period
from storage.records.kinds import Outcome
from storage.rules import figures as rules
from storage.rules.disclosure import may_be_told_to_locality
from storage.safekeeping.checking import check_file
from storage.sealing.seal_chain import Link, links
from storage.tables import ActRow, DecisionRow, MinutesRow, ProposalRow
from storage.vietnamese import clean_line, name_sort_key

if TYPE_CHECKING:
    from storage.books import Books


def bundle_of(books: Books, *, names: bool) -> Bundle:
    """The club's sealed months: counts, and if wished the names of those who agreed to it.

    Raises:
        NotGathered: nothing is sealed yet, or the books are not sound.
    """
    # The Association would refuse a broken chain; here it can still be mended from a backup.
    if check_file():
        raise NotGathered(Fault.BOOKS_UNSOUND)
    chain = tuple(_chain())
    days = sorted(link.meeting.day for link in chain if link.meeting is not None)
    if not days:
        raise NotGathered(Fault.NOTHING_SEALED)
    months: list[MonthFigures] = []
    persons: list[ToldPerson] = []
    for year in range(days[0].year, days[-1].year + 1):
        period = Period(year)
        source = books.figures.source(period)
        known = rules.figures(period, source).months
        # The meetings are told by their seals.
        months += [replace(each, meetings=0) for each in known if each.month <= days[-1]]
        if names:
            helped = rules.cases_by_month(period, source)
            persons += _told(
                (month, _in_short(case.addressed))
                for month, case in helped
                if month <= days[-1] and may_be_told_to_locality(case)
            )
    return Bundle(_head(books), chain, tuple(months), tuple(persons))


def _head(books: Books) -> BundleHead:
    club = books.club.known()
    return BundleHead(
        name=_in_short(club.name),
        hamlet=_in_short(club.hamlet),
        commune=_in_short(club.commune),
        province=_in_short(club.province),
        members=sum(group.members for group in books.register.groups()),
        activities_wanted=club.community_target,
        persons_wanted=club.persons_target,
        acts=ActRow.select(fn.MAX(ActRow.id)).scalar() or 0,
    )


def _in_short(text: str) -> str:
    return clean_line(text[:LONGEST_TEXT])


def _told(helped: Iterator[tuple[date, str]]) -> Iterator[ToldPerson]:
    once = sorted(set(helped), key=lambda each: (each[0], name_sort_key(each[1])))
    for month, name in once:
        yield ToldPerson(month, name)


def _chain() -> Iterator[SealLink]:
    proposed = _counted(ProposalRow.select(ProposalRow.meeting, _CASES_PROPOSED))
    chosen = _counted(
        DecisionRow.select(DecisionRow.meeting, _CASES_DECIDED).where(
            DecisionRow.outcome == str(Outcome.CHOSEN)
        )
    )
    for link, _follows in links():
        yield SealLink(link.digest, link.previous_digest, _meeting(link, proposed, chosen))


def _meeting(link: Link, proposed: Counter[int], chosen: Counter[int]) -> SealedMeeting | None:
    if not isinstance(link, MinutesRow):
        return None
    meeting = link.meeting
    return SealedMeeting(
        day=meeting.day,
        number=meeting.number or 0,
        present=present_count(meeting.id),
        proposed=proposed[meeting.id],
        chosen=chosen[meeting.id],
    )


_CASES_PROPOSED = fn.COUNT(fn.DISTINCT(ProposalRow.hardship_case))
_CASES_DECIDED = fn.COUNT(fn.DISTINCT(DecisionRow.hardship_case))


def _counted(rows: ModelSelect[ProposalRow] | ModelSelect[DecisionRow]) -> Counter[int]:
    """How many cases, by meeting."""
    found = cast("Sequence[tuple[int, int]]", rows.group_by(rows.model.meeting).tuples())
    return Counter(dict(found))
