"""Part "Phân công giúp đỡ": for each case what, who and when (step 6)."""

from __future__ import annotations

from storage.records.approval import MinutesSource
from storage.records.cases import HardshipCase
from storage.records.kinds import CountSubject, Step
from storage.records.minutes import Block, Column, MinutesTable, Paragraph
from storage.records.pledges import Pledge
from storage.rules.minutes_parts import phrases, values
from storage.rules.minutes_parts.helping import helpers
from storage.rules.minutes_parts.tokens import capital
from storage.rules.pledge_words import total_words
from storage.rules.pledges import totals

TITLE = "Phân công giúp đỡ"

_COLUMNS = (
    Column("Trường hợp", 0.22),
    Column("Giúp gì", 0.25),
    Column("Ai giúp", 0.3),
    Column("Khi nào, ở đâu", 0.23),
)
_REFERRED = "Nhóm đến khảo sát cụ thể, xác định nhu cầu và có giải pháp tiếp theo."


def blocks(source: MinutesSource) -> tuple[Block, ...]:
    """The help for every case, what has none, home care, how it was agreed, and the totals."""
    rows = [
        _row(source, case, pledge)
        for case in helped_cases(source)
        for pledge in source.pledges
        if pledge.case_id == case.id
    ]
    table = [MinutesTable(_COLUMNS, tuple(rows))] if rows else []
    total = totals_in_words(source)
    totalled = [Paragraph(f"Tổng cộng: {total}.")] if total else []
    notes = phrases.note(source.notes.get(Step.ASSIGNMENT, ""))
    return (*table, *totalled, *_without_help(source), *_referred(source), *_agreed(source), *notes)


def helped_cases(source: MinutesSource) -> list[HardshipCase]:
    """The chosen cases, then every other that is helped all the same."""
    ids = [made.case_id for made in source.chosen]
    ids += [pledge.case_id for pledge in source.pledges]
    ids += [referred.case_id for referred in source.referrals]
    return [source.cases[each] for each in dict.fromkeys(ids) if each is not None]


def totals_in_words(source: MinutesSource) -> str:
    """What is given in all: "10 ngày công; 50.000 đ; 01 xe lăn (vận động)"."""
    return "; ".join(total_words(each) for each in totals(source.pledges))


def _without_help(source: MinutesSource) -> list[Paragraph]:
    helped = {pledge.case_id for pledge in source.pledges}
    helped |= {referred.case_id for referred in source.referrals}
    names = [values.who(each) for each in helped_cases(source) if each.id not in helped]
    return [Paragraph(f"Chưa có đăng ký giúp: {'; '.join(names)}.")] if names else []


def _referred(source: MinutesSource) -> list[Paragraph]:
    cases = [source.cases[referred.case_id] for referred in source.referrals]
    return [
        Paragraph(
            f"Chuyển nhóm TNV chăm sóc tại nhà: {values.who(case)}. {_REFERRED}"
            f"{values.referral_note(case)}"
        )
        for case in cases
    ]


def _agreed(source: MinutesSource) -> list[Paragraph]:
    """How the club's opinion was taken on each case; alike for all, it is said once."""
    told: dict[str, list[str]] = {}
    for case in helped_cases(source):
        taken = source.opinion(CountSubject.HELP, case_id=case.id)
        if taken is not None:
            told.setdefault(phrases.opinion(taken), []).append(values.who(case))
    return [
        Paragraph(f"Về việc giúp {'; '.join(names)}: {opinion}") for opinion, names in told.items()
    ]


def _row(source: MinutesSource, case: HardshipCase, pledge: Pledge) -> tuple[str, ...]:
    draft = pledge.draft
    who = helpers(pledge)
    in_charge = values.known_member(source, draft.in_charge)
    if in_charge:
        who = f"{who}; phụ trách: {in_charge}"
    where = "; ".join(each for each in (phrases.when(draft.when), draft.place) if each)
    what = capital(values.pledged(case, pledge))
    return (capital(values.who(case)), what, capital(who), where)
