"""Giấy đề nghị: what the club says to the locality after a meeting (S6, S11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from storage.days import on_paper
from storage.records.approval import MinutesSource
from storage.records.cases import HardshipCase
from storage.records.community import Matter
from storage.records.kinds import CountSubject, LocalityWay, MatterKind, MeetingState, Outcome
from storage.records.letters import Letter, Letters
from storage.records.minutes import Paragraph, Signature
from storage.records.people import Club
from storage.rules import disclosure
from storage.rules.minutes_parts import phrases
from storage.rules.minutes_parts.community import decided
from storage.rules.minutes_parts.opening import office_of
from storage.rules.minutes_parts.tokens import capital

_COMMUNE = re.compile(r"^(?:xã|phường|thị trấn|đặc khu)\s+", re.IGNORECASE)
_DOCUMENT_TYPE = "GIẤY ĐỀ NGHỊ"
_LOCALITY = "Chính quyền địa phương"
"""Where nobody said to whom."""
_REQUEST = (
    "CLB kính đề nghị {addressee} quan tâm xem xét, giải quyết và cho CLB biết kết quả để báo cáo "
    "lại với các thành viên."
)
_THANKS = "Xin trân trọng cảm ơn./."


def letters(source: MinutesSource, *, official: bool, public: bool = False) -> Letters:
    """A letter for each matter that was agreed, and for each case passed to the locality.

    Args:
        source: the meeting.
        official: the form of a công văn instead of the simple letter.
        public: name nobody, whatever was agreed: the room reads along.
    """
    matters = [each for each in decided(source, Outcome.AGREED) if each.kind is MatterKind.LOCALITY]
    passed = [
        source.cases[made.case_id]
        for made in source.decisions
        if made.case_id is not None and made.outcome is Outcome.LOCALITY
    ]
    frame = _Frame(source, official)
    return Letters(
        source.club.name,
        (
            *(
                frame.letter(matter.what, matter.draft.addressee, _about(source, matter))
                for matter in matters
            ),
            *(frame.letter(*_case_letter(case, public=public)) for case in passed),
        ),
    )


class _Frame:
    """What all letters of a meeting share."""

    def __init__(self, source: MinutesSource, official: bool) -> None:
        self.source = source
        self.official = official

    def letter(self, subject: str, addressee: str, about: list[Paragraph]) -> Letter:
        """One letter, with its beginning and its end."""
        club, meeting = self.source.club, self.source.meeting
        to = addressee or _LOCALITY
        return Letter(
            parent_body=club.parent_body,
            club_name=club.name,
            number=f"Số: ……/{club.abbreviation}" if self.official else "",
            place_and_day=f"{place_name(club)}, {on_paper(meeting.day)}",
            document_type="" if self.official else _DOCUMENT_TYPE,
            subject=capital(subject),
            addressee=capital(to),
            body=(
                Paragraph(_opening(self.source)),
                *about,
                Paragraph(_REQUEST.format(addressee=to)),
                Paragraph(_THANKS),
            ),
            signature=chair_signature(self.source),
            recipients=("Như trên",),
            draft=meeting.state is MeetingState.RUNNING,
        )


def place_name(club: Club) -> str:
    """The commune's own name, as it stands before the day: "An Bình"."""
    return _COMMUNE.sub("", club.commune) or phrases.BLANK


def _opening(source: MinutesSource) -> str:
    club, meeting = source.club, source.meeting
    name = re.sub(r"^CLB\b", "Câu lạc bộ (CLB)", club.name)
    return (
        f"{name} đã họp {on_paper(meeting.day)}, phần {club.part_number} “Tự giúp nhau và hỗ trợ "
        f"cộng đồng”, có {source.present}/{source.total} thành viên dự, và thống nhất đề xuất việc "
        "sau đây:"
    )


def _about(source: MinutesSource, matter: Matter) -> list[Paragraph]:
    draft = matter.draft
    said = [phrases.sentence(f"Nội dung: {capital(matter.what)}")]
    if draft.place:
        said.append(phrases.sentence(f"Địa điểm: {draft.place}"))
    if matter.groups:
        said.append(f"Do {', '.join(matter.groups)} đề xuất.")
    taken = source.opinion(CountSubject.MATTER, matter_id=matter.id)
    if taken is not None:
        said.append(f"Ý kiến của CLB: {phrases.opinion(taken)}")
    said += _spoken(source, matter)
    return [Paragraph(text) for text in said]


def _spoken(source: MinutesSource, matter: Matter) -> Iterator[str]:
    """Who speaks for the club, or that the locality is invited."""
    draft = matter.draft
    speaker = source.members.get(draft.representative or 0)
    if speaker is not None:
        when = phrases.when(draft.when)
        told = f"Người đại diện CLB trình bày: {speaker.addressed}{f', {when}' if when else ''}"
        yield phrases.sentence(told)
    if draft.way is LocalityWay.INVITE:
        to = draft.addressee or _LOCALITY.lower()
        yield (
            f"CLB trân trọng kính mời đại diện {to} đến dự buổi sinh hoạt CLB tới đây để cùng "
            "trao đổi."
        )


def _case_letter(case: HardshipCase, *, public: bool) -> tuple[str, str, list[Paragraph]]:
    """Of someone in hardship who is passed to the locality: named only if that was agreed."""
    named = disclosure.may_be_told_to_locality(case) and not public
    said = [
        f"CLB có một trường hợp khó khăn cần địa phương giúp: "
        f"{disclosure.who(case, case.groups, named=named)}"
    ]
    if named and case.person.address:
        said[0] = f"{said[0]}, {case.person.address}"
    said[0] = phrases.sentence(said[0])
    if named:
        said.append(phrases.sentence(f"Hoàn cảnh: {case.circumstances}"))
    needed = disclosure.needs(case, named=named)
    if needed:
        said.append(phrases.sentence(f"Nhu cầu: {needed}"))
    if not named:
        said.append(
            "Họ tên, địa chỉ và hoàn cảnh cụ thể, CLB xin báo riêng khi được người đó đồng ý."
        )
    return "giúp một trường hợp khó khăn", "", [Paragraph(text) for text in said]


def chair_signature(source: MinutesSource) -> Signature:
    """Who chaired the meeting, in the club's office."""
    chair = source.members.get(source.meeting.chair_id or 0)
    if chair is None:
        return Signature("Đại diện CLB", "")
    return Signature(office_of(chair) or "Đại diện CLB", chair.name)
