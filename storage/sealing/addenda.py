"""Phụ lục biên bản: what corrects sealed minutes, written once and sealed with its record."""

from __future__ import annotations

import secrets
from dataclasses import asdict, replace

from storage.acts.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.meeting.meeting_rows import meeting_by_number
from storage.meeting.minutes_source import gather
from storage.people.register import member_of_row
from storage.records.addenda import Addenda, AddendumContent, AddendumDraft
from storage.records.kinds import MeetingState
from storage.records.minutes import Paragraph, Signature
from storage.rules.minutes_parts import values
from storage.rules.minutes_parts.names import person_key
from storage.rules.minutes_parts.tokens import Copy, Naming, Personal, Value, token
from storage.sealing import addendum_seal
from storage.sealing.minutes_seal import agreed_persons, read_seal, sealed_row
from storage.sealing.seal import check_code, kept_values, told_values
from storage.sealing.seal_chain import last_digest
from storage.sealing.seal_text import chain_digest
from storage.tables import (
    AddendumRow,
    AddendumValueRow,
    HardshipCaseRow,
    MemberRow,
    MinutesRow,
    PersonRow,
)
from storage.vietnamese import clean_text, initial


class AddendumBook:
    """The addenda to the minutes of every meeting."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def of_meeting(self, meeting_id: int, copy: Copy = Copy.FILE) -> Addenda:
        """The addenda of one meeting, and whether it takes one.

        Raises:
            Refusal: there is no such meeting.
        """
        meeting = meeting_by_number(meeting_id)
        rows = AddendumRow.select().where(AddendumRow.meeting == meeting_id)
        return Addenda(
            meeting_id=meeting_id,
            day=meeting.day,
            sealed=meeting.state is MeetingState.SEALED,
            minutes_number=meeting.number,
            addenda=tuple(_read(each, copy) for each in rows.order_by(AddendumRow.number)),
        )

    def write(self, meeting_id: int, draft: AddendumDraft) -> int:
        """Seals an addendum, and gives its number among those of the meeting.

        Raises:
            Refusal: it says nothing, the minutes are not sealed, or it is older than they are.
        """
        text = clean_text(draft.text)
        if not text:
            raise Refusal(RefusalKind.TEXT_MISSING)
        with self.desk.writing():
            minutes = sealed_row(meeting_id)
            if minutes is None:
                raise Refusal(RefusalKind.MINUTES_NOT_SEALED)
            if draft.day < minutes.meeting.day:
                raise Refusal(RefusalKind.ADDENDUM_TOO_EARLY)
            number = AddendumRow.select().where(AddendumRow.meeting == meeting_id).count() + 1
            content, personal = _composed(self.desk, minutes, replace(draft, text=text), number)
            self._seal(meeting_id, content, personal)
            return number

    def _seal(self, meeting_id: int, content: AddendumContent, personal: Personal) -> None:
        used = addendum_seal.texts_of(content)
        kept = kept_values(used, personal, secrets.token_hex(32))
        text = addendum_seal.canonical(content, {each.token: each.digest for each in kept})
        previous = last_digest()
        row = AddendumRow.create(
            meeting=meeting_id,
            number=content.number,
            format=addendum_seal.FORMAT,
            content=text,
            digest=chain_digest(previous, text),
            previous_digest=previous,
            sealed_at=self.desk.moment(),
        )
        AddendumValueRow.create_all({"addendum": row.id, **asdict(each)} for each in kept)
        AddendumRow.update(sealed=True).where(AddendumRow.id == row.id).execute()


def _read(row: AddendumRow, copy: Copy) -> AddendumContent:
    content, _digests = addendum_seal.read(row.content)
    rows = AddendumValueRow.select().where(AddendumValueRow.addendum == row.id)
    told = told_values({each.token: each.value for each in rows})
    resolved = addendum_seal.resolve(content, Personal(told, agreed_persons(told)), copy)
    return replace(resolved, check_code=check_code(row.digest))


def _composed(
    desk: Desk, minutes: MinutesRow, draft: AddendumDraft, number: int
) -> tuple[AddendumContent, Personal]:
    """The addendum with tokens for whom it names, and their values."""
    sealed, _personal = read_seal(minutes)
    source = gather(desk, minutes.meeting_id)
    personal = values.personal(source)
    signers = _signers(draft)
    known = dict(personal.values)
    known.update({values.bare_key(number): Value(name) for number, name in signers.items()})
    # A correction may name someone of whom the meeting does not tell.
    helped = _in_hardship()
    known.update({person_key(each): Value(name, initial(name)) for each, name in helped})
    others = [(person_key(each), name) for each, name in helped]
    naming = Naming([*values.names_in_free_text(source), *others])

    def signature(capacity: str, member_id: int | None) -> Signature:
        name = token(values.bare_key(member_id)) if member_id in signers and member_id else ""
        return Signature(capacity, name)

    content = AddendumContent(
        parent_body=sealed.parent_body,
        club_name=sealed.club_name,
        number=number,
        minutes_number=sealed.number or 0,
        year=sealed.year,
        abbreviation=sealed.abbreviation,
        meeting_name=sealed.meeting_name,
        meeting_day=minutes.meeting.day,
        day=draft.day,
        text=tuple(Paragraph(naming(line)) for line in draft.text.split("\n") if line),
        signatures=(
            signature("Thư ký", draft.secretary_id),
            signature("Chủ tọa", draft.chair_id),
        ),
        recipients=sealed.recipients,
        minutes_code=sealed.check_code,
    )
    return content, Personal(known, personal.agreed)


def _in_hardship() -> list[tuple[int, str]]:
    """Everyone whom a case is about, by number and name."""
    about = HardshipCaseRow.select(HardshipCaseRow.person)
    rows = PersonRow.select(PersonRow.id, PersonRow.name).where(PersonRow.id.in_(about))
    return [(row.id, row.name) for row in rows.order_by(PersonRow.id)]


def _signers(draft: AddendumDraft) -> dict[int, str]:
    ids = [each for each in (draft.secretary_id, draft.chair_id) if each is not None]
    rows = MemberRow.select(MemberRow, PersonRow).join(PersonRow).where(MemberRow.id.in_(ids))
    return {row.id: member_of_row(row).name for row in rows}
