"""The rules of the tracking book: how far an entry has come, and which entries are wanted."""

from __future__ import annotations

from datetime import date

from storage.records.kinds import HELPED, FulfilmentState, MatterKind, Outcome
from storage.records.pledges import Fulfilment, Pledge
from storage.records.tracking import EntryState, TrackedEntry, TrackingFilter
from storage.rules.follow_up import due_of
from storage.rules.follow_up import overdue_days as days_over
from storage.vietnamese import fold, matches, without_address

_BY_OUTCOME = {
    Outcome.KEPT: EntryState.KEPT,
    Outcome.HOME_CARE: EntryState.PASSED_ON,
    Outcome.LOCALITY: EntryState.PASSED_ON,
    Outcome.ENDED: EntryState.ENDED,
    Outcome.NOT_DONE: EntryState.NOT_DONE,
}
"""Where nothing was promised, what was decided says how far it is."""


def state_of(entry: TrackedEntry) -> EntryState:
    """How far it has come: what was told of its promises, else what was decided about it."""
    if entry.ended:
        return EntryState.ENDED
    if entry.pledges and entry.outcome is not Outcome.NOT_DONE:
        return _of_promises(entry.pledges)
    if entry.urgent is not None and entry.urgent.help_given:
        return EntryState.PARTLY if entry.urgent.helped_in_part else EntryState.DONE
    if _answered(entry):
        return EntryState.DONE
    if entry.outcome in _BY_OUTCOME:
        return _BY_OUTCOME[entry.outcome]
    return EntryState.OPEN if entry.referral is None else EntryState.PASSED_ON


def _answered(entry: TrackedEntry) -> bool:
    matter = entry.matter
    if matter is None or matter.kind is not MatterKind.LOCALITY:
        return False
    return any(answer.settled for answer in matter.answers)


def _of_promises(pledges: tuple[Pledge, ...]) -> EntryState:
    last = [told.state if (told := last_told(each)) else None for each in pledges]
    if all(state is FulfilmentState.DONE for state in last):
        return EntryState.DONE
    if all(state is FulfilmentState.NOT_DONE for state in last):
        return EntryState.NOT_DONE
    if any(told.state in HELPED for each in pledges for told in each.fulfilments):
        return EntryState.PARTLY
    if FulfilmentState.POSTPONED in last:
        return EntryState.POSTPONED
    return EntryState.OPEN


def last_told(pledge: Pledge) -> Fulfilment | None:
    """What was told of a promise last."""
    return pledge.fulfilments[-1] if pledge.fulfilments else None


def kept_on(pledge: Pledge) -> date | None:
    """The day on which something of it was done last."""
    days = [told.on for told in pledge.fulfilments if told.state in HELPED]
    return days[-1] if days else None


def overdue_days(entry: TrackedEntry, today: date) -> int:
    """How many days ago its earliest open promise, or the word to the locality, was due."""
    over = [
        days_over(due_of(pledge.draft.when, pledge.fulfilments), today)
        for pledge in entry.pledges
        if pledge.open
    ]
    matter = entry.matter
    if matter is not None and matter.kind is MatterKind.LOCALITY and not _answered(entry):
        over.append(days_over(matter.draft.when, today))
    return max(over, default=0)


def wanted(entry: TrackedEntry, asked: TrackingFilter) -> bool:
    """Whether an entry is among those asked for, its day apart."""
    return (
        asked.state in {None, entry.state}
        and (asked.group_id is None or _of_group(entry, asked.group_id))
        and (asked.person_id is None or _helps(entry, asked.person_id))
        and (asked.form is None or asked.form in _forms(entry))
        and (not asked.person.strip() or _names(entry, fold(without_address(asked.person))))
    )


def _of_group(entry: TrackedEntry, group_id: int) -> bool:
    return group_id in entry.group_ids or any(
        pledge.draft.group_id == group_id for pledge in entry.pledges
    )


def _helps(entry: TrackedEntry, person_id: int) -> bool:
    return entry.case is not None and entry.case.person.id == person_id


def _forms(entry: TrackedEntry) -> set[str]:
    """The forms of help; what is done for the community is none of the seven."""
    if entry.case is None:
        return set()
    needed = {need.form for need in entry.case.needs}
    return {*needed, *(pledge.draft.form for pledge in entry.pledges)}


def _names(entry: TrackedEntry, words: str) -> bool:
    names = [entry.case.person.name] if entry.case is not None else []
    for pledge in entry.pledges:
        names += [*pledge.helpers, pledge.in_charge_name]
    return any(matches(words, name) for name in names if name)
