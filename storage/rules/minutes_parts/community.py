"""Part "Việc cộng đồng và đề xuất với địa phương": what the club will do and say (step 7)."""

from __future__ import annotations

from storage.days import on_paper
from storage.records.approval import MinutesSource
from storage.records.community import Matter
from storage.records.kinds import ClubRole, CountSubject, MatterKind, Outcome, Step
from storage.records.minutes import Block, Paragraph
from storage.rules.minutes_parts import phrases, values
from storage.rules.minutes_parts.tokens import capital
from storage.rules.terms import EVERYONE, LOCALITY_WAY, STEP_IN_FULL

TITLE = STEP_IN_FULL[Step.COMMUNITY]


def blocks(source: MinutesSource) -> tuple[Block, ...]:
    """The activities and the matters that were agreed, and what is not taken on."""
    agreed = decided(source, Outcome.AGREED)
    activities = [each for each in agreed if each.kind is MatterKind.ACTIVITY]
    locality = [each for each in agreed if each.kind is MatterKind.LOCALITY]
    dropped = decided(source, Outcome.NOT_DONE)
    why = source.meeting.no_community_reason
    notes = phrases.note(source.notes.get(Step.COMMUNITY, ""))
    if not (agreed or dropped or why or notes):
        return ()
    found: list[Block] = [Paragraph("Việc cộng đồng:", "1.")]
    found.extend(phrases.points([_activity(source, each) for each in activities] or [_none(why)]))
    found.append(Paragraph("Đề xuất với địa phương:", "2."))
    found.extend(phrases.points([_to_locality(source, each) for each in locality] or ["Không có."]))
    if dropped:
        found.append(Paragraph("Việc CLB chưa nhận làm:", "3."))
        found.extend(phrases.points([_dropped(each) for each in dropped]))
    return (*found, *notes)


def decided(source: MinutesSource, outcome: Outcome) -> list[Matter]:
    """The matters with this outcome, in the order in which they were decided."""
    return [
        source.matters[made.matter_id]
        for made in source.decisions
        if made.matter_id is not None and made.outcome is outcome
    ]


def how(matter: Matter) -> str:
    """Whether the club leads or joins and with whom; or to whom it speaks and which way."""
    draft = matter.draft
    if matter.kind is MatterKind.ACTIVITY:
        if draft.role is ClubRole.LEADS:
            return "CLB chủ trì"
        return f"CLB tham gia cùng {draft.partner or 'địa phương'}"
    to = f"gửi {draft.addressee}" if draft.addressee else ""
    way = LOCALITY_WAY[draft.way] if draft.way else ""
    return ", ".join(each for each in (to, way) if each)


def _none(reason: str) -> str:
    return f"Không có. Lý do: {phrases.sentence(reason)}" if reason else "Không có."


def _activity(source: MinutesSource, matter: Matter) -> str:
    draft = matter.draft
    told = [
        how(matter),
        f"người tham gia: {draft.participants or EVERYONE}",
        _labelled("thời gian", phrases.when(draft.when)),
        _labelled("địa điểm", draft.place),
        _labelled("phụ trách", values.known_member(source, draft.in_charge)),
    ]
    return _with_opinion(source, matter, told)


def _to_locality(source: MinutesSource, matter: Matter) -> str:
    draft = matter.draft
    told = [
        how(matter),
        _labelled("người đại diện", values.known_member(source, draft.representative)),
        _labelled("thời gian", phrases.when(draft.when)),
    ]
    text = _with_opinion(source, matter, told)
    answers = [told.answer for told in source.answers if told.matter_id == matter.id]
    for answer in answers:
        by = answer.by or "Địa phương"
        text += f" {by} trả lời {on_paper(answer.on)}: {phrases.sentence(answer.text)}"
    return text


def _with_opinion(source: MinutesSource, matter: Matter, told: list[str]) -> str:
    details = "; ".join(each for each in told if each)
    text = capital(matter.what)
    text = phrases.sentence(f"{text}: {details}" if details else text)
    taken = source.opinion(CountSubject.MATTER, matter_id=matter.id)
    return f"{text} {phrases.opinion(taken)}" if taken is not None else text


def _dropped(matter: Matter) -> str:
    what = capital(matter.what)
    if not matter.reason:
        return phrases.sentence(what)
    return f"{phrases.sentence(what)} Lý do: {phrases.sentence(matter.reason)}"


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if text else ""
