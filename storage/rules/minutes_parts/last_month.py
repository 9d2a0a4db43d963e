"""Part "Kết quả thực hiện việc kỳ trước": what became of earlier promises (step 2)."""

from __future__ import annotations

from storage.days import on_paper
from storage.records.approval import AnswerTold, MinutesSource, Told, UrgentHelp
from storage.records.kinds import Outcome, Step
from storage.records.minutes import Block, Paragraph
from storage.rules.minutes_parts import phrases, values
from storage.rules.minutes_parts.helping import helpers_in_short
from storage.rules.minutes_parts.tokens import capital

TITLE = "Kết quả thực hiện việc kỳ trước"


def blocks(source: MinutesSource) -> tuple[Block, ...]:
    """What was told of promises, of urgent help, and of the locality's answers."""
    # An answer to what this meeting agreed stands there.
    new = {made.matter_id for made in source.decisions if made.outcome is Outcome.AGREED}
    answers = [told for told in source.answers if told.matter_id not in new]
    sections = [
        ("Việc đã hứa", [_told(source, told) for told in source.told]),
        ("Việc giúp ngay giữa hai kỳ họp", [_urgent(source, each) for each in source.urgent]),
        ("Trả lời của địa phương", [_answer(source, told) for told in answers]),
    ]
    filled = [(title, texts) for title, texts in sections if texts]
    found: list[Block] = []
    for number, (title, texts) in enumerate(filled, start=1):
        found.append(Paragraph(f"{title}:", f"{number}."))
        found.extend(phrases.points(texts))
    return (*found, *phrases.note(source.notes.get(Step.LAST_MONTH, "")))


def _told(source: MinutesSource, told: Told) -> str:
    pledge, fulfilment = told.pledge, told.fulfilment
    case = source.cases.get(pledge.case_id or 0)
    matter = source.matters.get(pledge.matter_id or 0)
    if case is not None:
        promise = f"Giúp {values.who(case)}: {values.pledged(case, pledge)}"
        after = values.told(case, fulfilment)
    else:
        promise = capital(matter.what if matter is not None else phrases.given(pledge))
        after = phrases.after_help(fulfilment)
    who = "người tham gia" if case is None else "người giúp"
    promise = f"{promise}; {who}: {helpers_in_short(pledge)}"
    return f"{promise}. Kết quả: {phrases.result(fulfilment, pledge)}.{after}"


def _urgent(source: MinutesSource, urgent: UrgentHelp) -> str:
    case = source.cases[urgent.case_id]
    told = f"{capital(values.who(case))}{values.age(case)}: {_reported(source, urgent)}"
    if urgent.decision:
        decider = values.known_member(source, urgent.decided_by)
        told += f"; {decider} quyết định" if decider else "; quyết định"
        told += values.urgent_decision(case, urgent)
    told += "."
    if urgent.cause:
        told += values.urgent_cause(case, urgent)
    if urgent.help_given:
        told += values.urgent_help(case, urgent)
    if urgent.helped_at is not None:
        told += f" Giúp xong {on_paper(urgent.helped_at.date())}."
    return told


def _reported(source: MinutesSource, urgent: UrgentHelp) -> str:
    """Who reported it, to whom, and on which day."""
    by = values.known_member(source, urgent.reported_by)
    to = values.known_member(source, urgent.reported_to)
    words = (by, "báo", to, on_paper(urgent.reported_at.date()))
    return " ".join(word for word in words if word)


def _answer(source: MinutesSource, told: AnswerTold) -> str:
    answer = told.answer
    by = f"{answer.by} trả lời" if answer.by else "trả lời"
    what = capital(source.matters[told.matter_id].what)
    return f"{what}: {by} {on_paper(answer.on)}: {phrases.sentence(answer.text)}"
