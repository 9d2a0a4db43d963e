"""The agreed points: the minutes in a dozen lines, to be read out in a minute."""

from __future__ import annotations

from collections import Counter

from storage.records.approval import AgreedPoint, MinutesSource
from storage.records.cases import HardshipCase
from storage.records.kinds import FulfilmentState, MatterKind, Outcome, Step
from storage.records.pledges import Pledge
from storage.rules.minutes_parts import phrases, values
from storage.rules.minutes_parts.assignment import helped_cases, totals_in_words
from storage.rules.minutes_parts.community import decided, how
from storage.rules.minutes_parts.helping import helpers_in_short
from storage.rules.minutes_parts.selection import way
from storage.rules.minutes_parts.tokens import (
    Copy,
    Naming,
    Personal,
    capital,
    resolve_text,
)
from storage.rules.terms import EVERYONE, FULFILMENT


def agreed_points(source: MinutesSource, personal: Personal) -> tuple[AgreedPoint, ...]:
    """What was agreed, in the order of the walk; each line also as the wall may show it."""
    naming = Naming(values.names_in_free_text(source))
    points = []
    for step, text in _lines(source):
        line = naming(text)
        full = resolve_text(line, personal)
        points.append(AgreedPoint(step, full, resolve_text(line, personal, Copy.WALL)))
    return tuple(points)


def _lines(source: MinutesSource) -> list[tuple[Step, str]]:
    return [
        (step, phrases.sentence(text))
        for step, texts in (
            (Step.LAST_MONTH, _last_month(source)),
            (Step.SELECTION, _selection(source)),
            (Step.ASSIGNMENT, _assignment(source)),
            (Step.COMMUNITY, _community(source)),
        )
        for text in texts
    ]


def _last_month(source: MinutesSource) -> list[str]:
    if not source.told:
        return []
    states = Counter(told.fulfilment.state for told in source.told)
    told = [
        f"{phrases.small(FULFILMENT[state])} {states[state]}"
        for state in FulfilmentState
        if states[state]
    ]
    return [f"Việc kỳ trước: {', '.join(told)}"]


def _selection(source: MinutesSource) -> list[str]:
    lines = []
    if source.chosen:
        chosen = [values.who(source.cases[made.case_id or 0]) for made in source.chosen]
        lines.append(f"Chọn giúp: {'; '.join(chosen)}")
    elif source.meeting.no_case_reason:
        lines.append(f"Không chọn trường hợp nào: {source.meeting.no_case_reason}")
    lines += [
        f"{capital(values.who(source.cases[made.case_id]))}: {way(source, made)}"
        for made in source.decisions
        if made.case_id is not None and made.outcome is not Outcome.CHOSEN
    ]
    return lines


def _assignment(source: MinutesSource) -> list[str]:
    lines = [_help(source, case) for case in helped_cases(source)]
    total = totals_in_words(source)
    if total:
        lines.append(f"Tổng cộng: {total}")
    return [line for line in lines if line]


def _help(source: MinutesSource, case: HardshipCase) -> str:
    told = [_pledge(case, each) for each in source.pledges if each.case_id == case.id]
    if any(each.case_id == case.id for each in source.referrals):
        told.append("chuyển nhóm TNV chăm sóc tại nhà")
    return f"Giúp {values.who(case)}: {'; '.join(told)}" if told else ""


def _pledge(case: HardshipCase, pledge: Pledge) -> str:
    told = [
        values.pledged(case, pledge),
        helpers_in_short(pledge),
        phrases.when_in_short(pledge.draft.when),
    ]
    return " – ".join(each for each in told if each)


def _community(source: MinutesSource) -> list[str]:
    lines = []
    for matter in decided(source, Outcome.AGREED):
        told = [how(matter)]
        if matter.kind is MatterKind.ACTIVITY:
            told.append(matter.draft.participants or EVERYONE)
        else:
            speaker = values.known_member(source, matter.draft.representative)
            told.append(f"{speaker} đại diện" if speaker else "")
        told.append(phrases.when_in_short(matter.draft.when))
        lines.append(f"{capital(matter.what)}: {', '.join(each for each in told if each)}")
    why = source.meeting.no_community_reason
    if not lines and why:
        lines.append(f"Chưa có việc cho cộng đồng: {why}")
    return lines
