"""The club's figures, worked out from its records: one way for the screen and the report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date

from storage.records.cases import HardshipCase
from storage.records.community import Matter
from storage.records.figures import (
    Figures,
    FiguresSource,
    FormFigures,
    GroupFigures,
    MonthFigures,
    Period,
    PledgeTold,
)
from storage.records.help_totals import HelpTotal
from storage.records.kinds import HELPED, HelpForm, MatterKind, Outcome
from storage.records.pledges import Pledge
from storage.records.tracking import TrackedEntry
from storage.rules.persons import same_person
from storage.rules.pledges import added_up
from storage.rules.terms import HELP_UNIT

_DONG = HELP_UNIT[HelpForm.MONEY]


def figures(period: Period, source: FiguresSource) -> Figures:
    """All numbers of a period."""
    helped = _helped_cases(period, source)
    cases = _once(entry.case for entry in source.entries if _proposed(entry))
    chosen = _once(entry.case for entry in source.entries if entry.outcome is Outcome.CHOSEN)
    months = _months(period, source)
    agreed = _agreed_matters(source)
    to_locality = [matter for matter in agreed if matter.kind is MatterKind.LOCALITY]
    return Figures(
        period=period,
        activities_wanted=source.activities_wanted,
        persons_wanted=source.persons_wanted,
        months=months,
        missed=tuple(each.month for each in months if each.counts and not each.meetings),
        meetings=len(source.meetings),
        present=sum(meeting.present for meeting in source.meetings),
        members=sum(meeting.members for meeting in source.meetings),
        proposed=len(cases),
        chosen=len(chosen),
        helped=len(helped),
        by_group=_by_group(source, helped),
        by_form=_by_form(period, cases.values(), source),
        given=_given(period, source),
        activities_agreed=sum(matter.kind is MatterKind.ACTIVITY for matter in agreed),
        activities_done=len({what for _, what in _activities(period, source)}),
        matters=len(to_locality),
        answered=sum(bool(matter.answers) for matter in to_locality),
        urgent=sum(period.holds(story.reported_at.date()) for story in source.urgent),
        urgent_helped=sum(
            story.helped_at is not None and period.holds(story.helped_at.date())
            for story in source.urgent
        ),
        referred=len(_once(entry.case for entry in source.entries if entry.referral is not None)),
    )


def counted_months(period: Period, source: FiguresSource) -> frozenset[date]:
    """The months of the period that are held against the club, by their first day.

    Not those before the books begin, nor the one that is not over, unless a meeting was held
    in it. A machine's clock that lags behind the last meeting does not count.
    """
    if source.since is None:
        return frozenset()
    begun = source.since.replace(day=1)
    met = {meeting.day.replace(day=1) for meeting in source.meetings}
    now = max([source.today.replace(day=1), *met])
    return frozenset(
        month for month in period.months if begun <= month and (month < now or month in met)
    )


def _months(period: Period, source: FiguresSource) -> tuple[MonthFigures, ...]:
    counted = counted_months(period, source)
    meetings = Counter(meeting.day.replace(day=1) for meeting in source.meetings)
    activities = Counter(month for month, _ in set(_activities(period, source)))
    persons = Counter(month for month, _ in set(_persons(period, source)))
    labour: Counter[date] = Counter()
    money: Counter[date] = Counter()
    for told, on, amount in _amounts(period, source):
        if told.pledge.draft.form is HelpForm.LABOUR:
            labour[on.replace(day=1)] += amount
        if _is_money(told.pledge):
            money[on.replace(day=1)] += amount
    return tuple(
        MonthFigures(
            month=month,
            counts=month in counted,
            meetings=meetings[month],
            activities=activities[month],
            helped=persons[month],
            labour=labour[month],
            money=money[month],
        )
        for month in sorted({*counted, *activities, *persons, *labour, *money})
    )


def _activities(period: Period, source: FiguresSource) -> Iterator[tuple[date, Hashable]]:
    """In which months an activity for the community was done, and which it was."""
    for told in source.told:
        if told.matter is not None and told.matter.kind is MatterKind.ACTIVITY:
            for day in _days_helped(period, told.pledge):
                yield day.replace(day=1), told.matter.id


def _persons(period: Period, source: FiguresSource) -> Iterator[tuple[date, Hashable]]:
    """In which months someone was helped, and who it was."""
    for month, case in cases_by_month(period, source):
        person = case.person
        yield month, same_person(person.id, person.name, person.birth_year)


def cases_by_month(period: Period, source: FiguresSource) -> Iterator[tuple[date, HardshipCase]]:
    """In which months a case was helped, as often as something was told of it."""
    for told in source.told:
        if told.case is not None:
            for day in _days_helped(period, told.pledge):
                yield day.replace(day=1), told.case
    for story in source.urgent:
        if story.helped_at is not None and period.holds(story.helped_at.date()):
            yield story.helped_at.date().replace(day=1), story.case


def _days_helped(period: Period, pledge: Pledge) -> list[date]:
    return [
        told.on for told in pledge.fulfilments if told.state in HELPED and period.holds(told.on)
    ]


def _helped_cases(period: Period, source: FiguresSource) -> dict[int, HardshipCase]:
    helped = [
        told.case
        for told in source.told
        if told.case is not None and _days_helped(period, told.pledge)
    ]
    helped += [
        story.case
        for story in source.urgent
        if story.helped_at is not None and period.holds(story.helped_at.date())
    ]
    return _once(helped)


def _once(cases: Iterable[HardshipCase | None]) -> dict[int, HardshipCase]:
    return {case.id: case for case in cases if case is not None}


def _proposed(entry: TrackedEntry) -> bool:
    return entry.case is not None and entry.meeting_id is not None


def _agreed_matters(source: FiguresSource) -> list[Matter]:
    found = {
        entry.matter.id: entry.matter
        for entry in source.entries
        if entry.matter is not None and entry.outcome is Outcome.AGREED
    }
    return list(found.values())


def _by_group(source: FiguresSource, helped: dict[int, HardshipCase]) -> tuple[GroupFigures, ...]:
    proposed: dict[str, set[int]] = defaultdict(set)
    chosen: dict[str, set[int]] = defaultdict(set)
    for entry in source.entries:
        if entry.case is None or not _proposed(entry):
            continue
        for group in entry.groups:
            proposed[group].add(entry.case.id)
            if entry.outcome is Outcome.CHOSEN:
                chosen[group].add(entry.case.id)
    reached = Counter(group for case in helped.values() for group in case.groups)
    return tuple(
        GroupFigures(name, len(proposed[name]), len(chosen[name]), reached[name])
        for name in source.groups
    )


def _by_form(
    period: Period, cases: Iterable[HardshipCase], source: FiguresSource
) -> tuple[FormFigures, ...]:
    needed = Counter(form for case in cases for form in {need.form for need in case.needs})
    helped: dict[HelpForm, set[int]] = defaultdict(set)
    for told in source.told:
        if told.case is not None and _days_helped(period, told.pledge):
            helped[told.pledge.draft.form].add(told.case.id)
    return tuple(FormFigures(form, needed[form], len(helped[form])) for form in HelpForm)


def _given(period: Period, source: FiguresSource) -> tuple[HelpTotal, ...]:
    amounts = (
        (told.pledge.draft, amount)
        for told, _, amount in _amounts(period, source)
        if told.case is not None
    )
    return added_up(amounts)


def _amounts(period: Period, source: FiguresSource) -> Iterator[tuple[PledgeTold, date, int]]:
    """What was given for persons, each time it was told, and when.

    Each telling says how much was given in all: what the one before said is not added again.
    """
    for told in source.told:
        if told.case is None:
            continue
        before = 0
        for each in told.pledge.fulfilments:
            if each.state not in HELPED or each.given is None:
                continue
            more = each.given - before
            before = max(before, each.given)
            if more > 0 and period.holds(each.on):
                yield told, each.on, more


def _is_money(pledge: Pledge) -> bool:
    return pledge.draft.form is HelpForm.MONEY or pledge.draft.unit == _DONG
