"""Part "Chọn trường hợp khó khăn nhất": how the club chose, and the way of every other case."""

from __future__ import annotations

from storage.records.approval import CountedRound, Decided, MinutesSource, Opinion
from storage.records.cases import HardshipCase
from storage.records.kinds import CountSubject, Outcome, Step
from storage.records.minutes import Block, Column, MinutesTable, Paragraph
from storage.rules.minutes_parts import phrases, values
from storage.rules.minutes_parts.tokens import capital
from storage.rules.terms import STEP_IN_FULL
from storage.vietnamese import count

TITLE = STEP_IN_FULL[Step.SELECTION]


def blocks(source: MinutesSource) -> tuple[Block, ...]:
    """How opinion was taken, each count, who was chosen, and what becomes of the others."""
    notes = phrases.note(source.notes.get(Step.SELECTION, ""))
    others = [
        made
        for made in source.decisions
        if made.case_id is not None and made.outcome is not Outcome.CHOSEN
    ]
    opinion = [*_agreement(source), *_counts(source)]
    why = source.meeting.no_case_reason
    if not (source.chosen or others or opinion or why or notes):
        return ()
    found: list[Block] = [*opinion, *_chosen(source)]
    if others:
        found.append(Paragraph("Hướng giải quyết các trường hợp khác:"))
        found.extend(phrases.points([_other(source, made) for made in others]))
    return (*found, *notes)


def way(source: MinutesSource, made: Decided) -> str:
    """What becomes of a case that was not chosen."""
    case = source.cases[made.case_id or 0]
    match made.outcome:
        case Outcome.KEPT:
            return "để kỳ sau"
        case Outcome.OWN_GROUP:
            return f"{', '.join(case.groups) or 'tổ'} tự giúp"
        case Outcome.HOME_CARE:
            return "chuyển nhóm TNV chăm sóc tại nhà"
        case Outcome.LOCALITY:
            return "đề xuất với địa phương"
        case _:
            return "kết thúc"


def _agreement(source: MinutesSource) -> list[Block]:
    taken = source.opinion(CountSubject.SELECTION)
    if taken is None:
        return []
    return [Paragraph(f"Sau khi thảo luận chung, {_small(phrases.opinion(taken))}")]


def _small(text: str) -> str:
    # "CLB" keeps its capitals within a sentence.
    return text if text.startswith("CLB") else phrases.small(text)


def _counts(source: MinutesSource) -> list[Block]:
    found: list[Block] = []
    rounds = {each.number: each for each in source.rounds}
    for number in sorted({each.round for each in _by_hands(source)}):
        counted = [each for each in _by_hands(source) if each.round == number]
        found.append(Paragraph(_how(source, number, rounds.get(number), counted[0].present)))
        found.append(_table(source, counted))
    return found


def _by_hands(source: MinutesSource) -> list[Opinion]:
    return [
        each
        for each in source.opinions
        if each.subject is CountSubject.CASE and each.case_id in source.cases
    ]


def _how(source: MinutesSource, number: int, among: CountedRound | None, present: int) -> str:
    seats = among.seats if among is not None else source.meeting.seats
    times = (
        f"mỗi người giơ tay tối đa {count(seats)} lần" if seats > 1 else "mỗi người giơ tay 01 lần"
    )
    which = (
        "Lấy ý kiến bằng giơ tay"
        if number == 1
        else f"Lấy ý kiến lần {number} giữa các trường hợp có số người giơ tay bằng nhau"
    )
    return (
        f"{which}: chọn {count(seats)} trường hợp, {times}; số người dự {count(present)}. Kết quả:"
    )


def _table(source: MinutesSource, counted: list[Opinion]) -> MinutesTable:
    more = any(each.against or each.other for each in counted)
    columns = (
        Column("Trường hợp", 0.46 if more else 0.7),
        *(
            Column(title, 0.18 if more else 0.3, numeric=True)
            for title in (
                ("Tán thành", "Không tán thành", "Ý kiến khác") if more else ("Tán thành",)
            )
        ),
    )
    ranked = sorted(counted, key=lambda each: -each.in_favour)
    rows = []
    for each in ranked:
        case = source.cases[each.case_id or 0]
        numbers = (each.in_favour, each.against, each.other) if more else (each.in_favour,)
        rows.append((_named(case), *(count(number) for number in numbers)))
    return MinutesTable(columns, tuple(rows))


def _chosen(source: MinutesSource) -> list[Block]:
    if not source.chosen:
        why = source.meeting.no_case_reason
        told = "Không chọn trường hợp nào."
        return [Paragraph(f"{told} Lý do: {phrases.sentence(why)}" if why else told)]
    cases = [source.cases[made.case_id or 0] for made in source.chosen]
    texts = [f"{_named(case)} ({values.relation(case)}).{values.reason(case)}" for case in cases]
    head = Paragraph(f"CLB chọn {count(len(cases))} trường hợp để giúp:")
    return [head, *phrases.points(texts)]


def _other(source: MinutesSource, made: Decided) -> str:
    case = source.cases[made.case_id or 0]
    return f"{_named(case)}: {way(source, made)}.{values.reason(case)}"


def _named(case: HardshipCase) -> str:
    return f"{capital(values.who(case))}{values.age(case)}"
