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
    Column("Giúp gì", 0.3),
    Column("Ai giúp", 0.36),
    Column("Khi nào, ở đâu", 0.34),
)
_REFERRED = (
    "Chuyển nhóm TNV chăm sóc tại nhà để khảo sát cụ thể, xác định nhu cầu và có giải pháp "
    "tiếp theo."
)


def blocks(source: MinutesSource) -> tuple[Block, ...]:
    """The help for each case with how it was agreed, and the totals."""
    notes = phrases.note(source.notes.get(Step.ASSIGNMENT, ""))
    cases = helped_cases(source)
    if not cases:
        return tuple(notes)
    found: list[Block] = []
    for number, case in enumerate(cases, start=1):
        found.append(Paragraph(f"{capital(values.who(case))}:", f"{number}."))
        found.extend(_help(source, case))
    total = totals_in_words(source)
    if total:
        found.append(Paragraph(f"Tổng cộng: {total}."))
    return (*found, *notes)


def helped_cases(source: MinutesSource) -> list[HardshipCase]:
    """The chosen cases, then every other that is helped all the same."""
    ids = [made.case_id for made in source.chosen]
    ids += [pledge.case_id for pledge in source.pledges]
    ids += [referred.case_id for referred in source.referrals]
    return [source.cases[each] for each in dict.fromkeys(ids) if each is not None]


def totals_in_words(source: MinutesSource) -> str:
    """What is given in all: "10 ngày công; 50.000 đ; 01 xe lăn (vận động)"."""
    return "; ".join(total_words(each) for each in totals(source.pledges))


def _help(source: MinutesSource, case: HardshipCase) -> list[Block]:
    pledges = [each for each in source.pledges if each.case_id == case.id]
    referred = any(each.case_id == case.id for each in source.referrals)
    found: list[Block] = []
    if pledges:
        rows = tuple(_row(source, case, pledge) for pledge in pledges)
        found.append(MinutesTable(_COLUMNS, rows))
    elif not referred:
        found.append(Paragraph("Chưa có đăng ký giúp."))
    if referred:
        found.append(Paragraph(f"{_REFERRED}{values.referral_note(case)}"))
    taken = source.opinion(CountSubject.HELP, case_id=case.id)
    if taken is not None:
        found.append(Paragraph(phrases.opinion(taken)))
    return found


def _row(source: MinutesSource, case: HardshipCase, pledge: Pledge) -> tuple[str, ...]:
    draft = pledge.draft
    who = helpers(pledge)
    in_charge = values.known_member(source, draft.in_charge)
    if in_charge:
        who = f"{who}; phụ trách: {in_charge}"
    where = "; ".join(each for each in (phrases.when(draft.when), draft.place) if each)
    return (capital(values.pledged(case, pledge)), capital(who), where)
