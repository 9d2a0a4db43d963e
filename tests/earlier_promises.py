"""A meeting of last month with everything it promised, and the next one that hears of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sample_cases import SampleCases, decide, pledge_all
from storage.books import Books
from storage.clock import FixedClock
from storage.records.cases import When
from storage.records.community import MatterDraft
from storage.records.kinds import ClubRole, LocalityWay, MatterKind
from storage.tables import MeetingRow, PledgeRow

DAY = 24 * 3600
SUNDAY = When("chủ nhật tới", date(2026, 11, 1), date(2026, 11, 1))
QUARTER = When("trong quý", date(2026, 10, 24), date(2026, 12, 31))
SWEEPING = MatterDraft(
    kind=MatterKind.ACTIVITY, what="tổng vệ sinh đường làng", role=ClubRole.LEADS, when=SUNDAY
)
LAMP = MatterDraft(
    kind=MatterKind.LOCALITY,
    what="đèn đường ngõ 3 hỏng",
    addressee="UBND xã An Bình",
    way=LocalityWay.MEETINGS,
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """The numbers of what stands open in the second meeting."""

    first: int
    meeting: int
    cases: SampleCases
    reaping: int
    """The pledge of ten days' reaping for bà Mùi."""
    money: int
    """50.000 đ for anh Lực."""
    wheelchair: int
    """The wheelchair for ông Sơn, due within the quarter."""
    sweeping: int
    """The pledge of everyone to sweep the village road."""
    lamp: int
    """The matter of the street lamp."""


def promised_before(books: Books, first: int, clock: FixedClock) -> Earlier:
    """All that the sample meeting promised, and a running meeting five weeks later."""
    cases = decide(books, first)
    pledge_all(books, first, cases)
    groups = [group.id for group in books.register.groups()]
    sweeping = books.proposals.propose_matter(first, groups[0], SWEEPING)
    lamp = books.proposals.propose_matter(first, groups[1], LAMP)
    books.community.agree(first, sweeping, unanimous=True)
    books.community.agree(first, lamp, unanimous=True)
    reaping = _pledge(PledgeRow.hardship_case == cases.mui)
    wheelchair = _pledge(PledgeRow.hardship_case == cases.son)
    _due(reaping, SUNDAY)
    _due(wheelchair, QUARTER)
    return Earlier(
        first=first,
        meeting=next_meeting(books, first, clock, 35),
        cases=cases,
        reaping=reaping,
        money=_pledge(PledgeRow.hardship_case == cases.luc),
        wheelchair=wheelchair,
        sweeping=_pledge(PledgeRow.matter == sweeping),
        lamp=lamp,
    )


def promised_and_over(books: Books, first: int, clock: FixedClock) -> Earlier:
    """The same ten days after the second meeting, which heard of nothing; none is held."""
    earlier = promised_before(books, first, clock)
    MeetingRow.update(state="sealed").where(MeetingRow.id == earlier.meeting).execute()
    clock.advance(10 * DAY)
    return earlier


def next_meeting(books: Books, meeting_id: int, clock: FixedClock, days: int) -> int:
    """Closes one meeting and begins another so many days later."""
    MeetingRow.update(state="sealed").where(MeetingRow.id == meeting_id).execute()
    clock.advance(days * DAY)
    return books.meetings.begin().id


def _pledge(about: object) -> int:
    return int(PledgeRow.get(about).id)


def _due(pledge_id: int, when: When) -> None:
    PledgeRow.update(when_text=when.text, when_first=when.first, when_last=when.last).where(
        PledgeRow.id == pledge_id
    ).execute()
