"""The secretary's own words: notes on the steps, and parts of the minutes worded further."""

from __future__ import annotations

from storage.acts.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.meeting.minutes_source import gather
from storage.records.acts import ActKind
from storage.records.kinds import Step
from storage.rules import minutes as rules
from storage.rules.minutes_parts.tokens import map_part, resolve_text
from storage.rules.minutes_parts.wording import text_of
from storage.tables import NoteRow, PartWordingRow
from storage.vietnamese import clean_text


class SecretaryBook:
    """What the secretary writes beside what is recorded by itself (S30)."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def note(self, meeting_id: int, step: Step) -> str:
        """The note on a step; empty where there is none."""
        return note_on(meeting_id, step)

    def write_note(self, meeting_id: int, step: Step, text: str) -> None:
        """Keeps the note on a step; an empty one takes it away."""
        cleaned = clean_text(text)
        if cleaned == note_on(meeting_id, step):
            return
        with self.desk.act(meeting_id, ActKind.NOTE_WRITTEN, step=int(step)):
            row = NoteRow.get_or_none(NoteRow.meeting == meeting_id, NoteRow.step == int(step))
            if row is None:
                NoteRow.create(meeting=meeting_id, step=int(step), text=cleaned)
            elif cleaned:
                row.text = cleaned
                row.save()
            else:
                row.delete_instance()

    def part_text(self, meeting_id: int, step: Step) -> str:
        """A part of the minutes as it stands now, as lines that can be typed over."""
        composed, personal = rules.compose(gather(self.desk, meeting_id))
        part = next((each for each in composed.parts if each.step == step), None)
        if part is None:
            return ""
        return text_of(map_part(part, lambda text: resolve_text(text, personal)))

    def reword(self, meeting_id: int, step: Step, text: str) -> None:
        """Puts a part in the secretary's own words; the records go on being kept beside them.

        Raises:
            Refusal: there are no words, or the step has no part in the minutes.
        """
        cleaned = clean_text(text)
        if not cleaned or not rules.has_part(step):
            raise Refusal(RefusalKind.TEXT_MISSING)
        with self.desk.act(meeting_id, ActKind.PART_WORDED, step=int(step)):
            source = gather(self.desk, meeting_id)
            _composed, personal = rules.compose(source)
            part = rules.composed_part(source, step)
            _forget_wording(meeting_id, step)
            PartWordingRow.create(
                meeting=meeting_id,
                step=int(step),
                text=rules.typed_wording(cleaned, part, source, personal),
                composed_digest=rules.part_digest(part, personal),
            )

    def remove_wording(self, meeting_id: int, step: Step) -> None:
        """Goes back to the part as the records compose it."""
        with self.desk.act(meeting_id, ActKind.PART_WORDED, step=int(step)):
            _forget_wording(meeting_id, step)


def note_on(meeting_id: int, step: Step) -> str:
    """The secretary's note on a step; empty where there is none."""
    row = NoteRow.get_or_none(NoteRow.meeting == meeting_id, NoteRow.step == int(step))
    return row.text if row else ""


def _forget_wording(meeting_id: int, step: Step) -> None:
    PartWordingRow.delete().where(
        PartWordingRow.meeting == meeting_id, PartWordingRow.step == int(step)
    ).execute()
