"""The club's rules on what was promised: when it is overdue, and how far the targets are."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from storage.errors import RefusalKind
from storage.records.cases import When
from storage.records.follow_up import Targets
from storage.records.kinds import HELPED, FulfilmentState
from storage.records.pledges import Fulfilment
from storage.rules.amounts import MOST_GIVEN, MOST_PEOPLE, is_too_high
from storage.vietnamese import clean_line, clean_text

if TYPE_CHECKING:
    from storage.records.lacks import Lack

MONTHS = 12
"""The average of S2 is taken over a year."""


def due_of(promised: When, before: Sequence[Fulfilment]) -> When:
    """By when a pledge is to be kept: as promised, or as it was put off last."""
    put_off = [each for each in before if each.state is FulfilmentState.POSTPONED]
    return put_off[-1].postponed_to if put_off else promised


def overdue_days(due: When, day: date) -> int:
    """How many days ago it was to be done; nought where it is not overdue, or nobody knows."""
    end = _end(due)
    return max(0, (day - end).days) if end else 0


def is_ahead(due: When, day: date) -> bool:
    """Whether its last day is still to come."""
    end = _end(due)
    return end is not None and end > day


def kept_on(due: When, previous: date | None, day: date) -> date:
    """The day on which what was done is taken to have been done, where nobody says another.

    That is the day it was promised for, if it lies since the meeting before; what was
    open at that meeting was done later than promised, and the day of the telling stands.
    """
    end = _end(due)
    if end is None or end > day or (previous is not None and end < previous):
        return day
    return end


def _end(due: When) -> date | None:
    return due.last or due.first


def cleaned(told: Fulfilment, promised: int | None) -> Fulfilment:
    """What was told, cleaned, and without what its state does not say.

    What was done without a number was done as promised.
    """
    done = told.state in HELPED
    put_off = told.state is FulfilmentState.POSTPONED
    given = promised if told.given is None and told.state is FulfilmentState.DONE else told.given
    return replace(
        told,
        given=given if done else None,
        came=(told.came or None) if done else None,
        result=clean_text(told.result),
        thanks=clean_text(told.thanks) if done else "",
        reason="" if told.state is FulfilmentState.DONE else clean_text(told.reason),
        postponed_to=(
            replace(told.postponed_to, text=clean_line(told.postponed_to.text))
            if put_off
            else When()
        ),
    )


def fault(told: Fulfilment) -> RefusalKind | None:
    """What is wrong with what was told, once it is cleaned."""
    if (told.given is not None and told.given < 1) or (told.came or 0) < 0:
        return RefusalKind.NUMBER_INVALID
    if (told.given or 0) > MOST_GIVEN * MOST_PEOPLE or is_too_high(None, told.came):
        return RefusalKind.NUMBER_TOO_HIGH
    if told.state is FulfilmentState.NOT_DONE and not told.reason:
        return RefusalKind.REASON_MISSING
    if told.state is FulfilmentState.POSTPONED and not told.postponed_to.text:
        return RefusalKind.NEW_DAY_MISSING
    return None


def lacking(promises: int, answers: int) -> tuple[Lack, ...]:
    """How many promises and answers the meeting has not heard of."""
    from storage.records.lacks import Lack, LackKind

    found = ((LackKind.PROMISES_OPEN, promises), (LackKind.ANSWERS_OPEN, answers))
    return tuple(Lack(kind, {"count": count}) for kind, count in found if count)


def window(day: date, since: date | None) -> tuple[date, int]:
    """The first day of the months over which S2 is averaged, and how many they are.

    The meeting's month is the last of them. Where the books begin less than a year ago,
    the months before their beginning do not count against the club.
    """
    first = _month(day, 1 - MONTHS)
    begun = _month(min(since or day, day), 0)
    start = max(first, begun)
    return start, 1 + (day.year - start.year) * 12 + day.month - start.month


def targets(
    day: date,
    since: date | None,
    activities: Iterable[tuple[date, Hashable]],
    helped: Iterable[tuple[date, Hashable]],
) -> Targets:
    """Both targets as they stand on a day.

    Args:
        day: the day of the meeting.
        since: the first day of which the books tell.
        activities: when something was done for the community, and which matter it was.
        helped: when someone was helped, and who it was.
    """
    start, months = window(day, since)
    this_month = _month(day, 0)
    end = _month(day, 1)
    return Targets(
        month=this_month,
        activities=len({what for on, what in activities if this_month <= on < end}),
        helped=len({(_month(on, 0), who) for on, who in helped if start <= on < end}),
        months=months,
    )


def missed_months(
    day: date, since: date | None, activities: Iterable[tuple[date, Hashable]], wanted: int
) -> tuple[date, ...]:
    """The months before this one in which the community was not helped as often as wanted."""
    start, months = window(day, since)
    done = {(_month(on, 0), what) for on, what in activities}
    found = []
    for ahead in range(months - 1):
        month = _month(start, ahead)
        if sum(each == month for each, _what in done) < wanted:
            found.append(month)
    return tuple(found)


def _month(day: date, ahead: int) -> date:
    """The first day of the month, or of one so many months later."""
    years, month = divmod(day.month - 1 + ahead, 12)
    return date(day.year + years, month + 1, 1)
