"""The head and the end of the minutes, as form 1.9 of Decree 30/2020/NĐ-CP has them."""

from __future__ import annotations

from storage.days import hour_on_paper, on_paper
from storage.records.approval import MinutesSource
from storage.records.kinds import CountSubject, Position, Step
from storage.records.minutes import Paragraph, Signature
from storage.records.people import Member
from storage.rules.minutes_parts import phrases, values
from storage.rules.terms import POSITION

_OFFICES = (Position.CHAIR, Position.VICE_CHAIR, Position.SECRETARY, Position.BOARD)
"""In the order in which an office is named where someone holds several."""
_NO_END = "…… giờ ……, ngày …… tháng …… năm ………"


def meeting_name(source: MinutesSource) -> str:
    """What the minutes are of."""
    return (
        f"Buổi sinh hoạt CLB {phrases.month(source.meeting.day)} "
        f"(Phần {source.club.part_number}: Tự giúp nhau và hỗ trợ cộng đồng)"
    )


def opening(source: MinutesSource) -> tuple[Paragraph, ...]:
    """From "Thời gian bắt đầu" to "Thư ký (người ghi biên bản)"."""
    meeting = source.meeting
    began = meeting.began
    lines = [
        f"Thời gian bắt đầu: {hour_on_paper(began)}, {on_paper(meeting.day)}.",
        f"Địa điểm: {phrases.sentence(meeting.place or phrases.BLANK)}",
        f"Thành phần tham dự: {_present(source)}.",
        f"Chủ trì (chủ tọa): {_officer(source, meeting.chair_id)}.",
    ]
    if meeting.facilitator_id not in {None, meeting.chair_id}:
        lines.append(f"Người điều hành: {_officer(source, meeting.facilitator_id)}.")
    lines.append(f"Thư ký (người ghi biên bản): {_officer(source, meeting.secretary_id)}.")
    paragraphs = [Paragraph(line) for line in lines]
    return (*paragraphs, *phrases.note(source.notes.get(Step.ATTENDANCE, "")))


def closing(source: MinutesSource) -> tuple[Paragraph, ...]:
    """The approval where there was one, and the hour of the end."""
    paragraphs = phrases.note(source.notes.get(Step.APPROVAL, ""))
    taken = source.opinion(CountSubject.MINUTES)
    if taken is not None:
        paragraphs.append(Paragraph(f"Thông qua biên bản: {phrases.opinion(taken)}"))
    ended = source.meeting.ended
    end = _NO_END if ended is None else phrases.moment(ended)
    return (*paragraphs, Paragraph(f"Cuộc họp kết thúc vào {end}./."))


def signatures(source: MinutesSource) -> tuple[Signature, ...]:
    """The secretary on the left, the chair on the right, without titles."""
    meeting = source.meeting
    third = source.club.third_signature
    # Who signs besides is not known before: the name is written by hand.
    between = (Signature(third, ""),) if third else ()
    return (
        Signature("Thư ký", values.signer(source, meeting.secretary_id)),
        *between,
        Signature("Chủ tọa", values.signer(source, meeting.chair_id)),
    )


def _present(source: MinutesSource) -> str:
    groups = "; ".join(f"{each.name}: {each.present}/{each.total}" for each in source.groups)
    members = f"{source.present}/{source.total} thành viên"
    if groups:
        members = f"{members} ({groups})"
    if not source.guests:
        return members
    guests = "; ".join(
        values.guest(guest.id) + (f", {guest.position}" if guest.position else "")
        for guest in source.guests
    )
    return f"{members}. Khách mời: {guests}"


def _officer(source: MinutesSource, member_id: int | None) -> str:
    if member_id is None or member_id not in source.members:
        return phrases.BLANK
    office = office_of(source.members[member_id])
    named = values.member(member_id)
    return f"{named}, {office} CLB" if office else named


def office_of(member: Member) -> str:
    """The highest office that a member holds in the club: "Chủ nhiệm"."""
    return next((POSITION[each] for each in _OFFICES if each in member.positions), "")
