"""The minutes of a meeting: shown, worded, approved, opened again, printed, sealed (step 8)."""

from __future__ import annotations

from peewee import fn

from storage.acts.desk import Desk, Values
from storage.errors import Refusal, RefusalKind
from storage.meeting.attendance import present_count
from storage.meeting.discussion import stop_when_gone_on
from storage.meeting.minutes_approval import (
    end_of,
    keep_opinion,
    meeting_row,
    next_number,
    reasons_missing,
    require_approved,
    require_carried,
)
from storage.meeting.minutes_source import gather
from storage.meeting.minutes_text import MinutesText
from storage.meeting.opinions import opinion_taken
from storage.meeting.secretary_words import note_on
from storage.memory import remembered
from storage.records.acts import ActKind
from storage.records.approval import ApprovalOverview, MinutesSource
from storage.records.kinds import CountSubject, MeetingState, Step
from storage.records.lacks import Lack, LackKind
from storage.records.minutes import MinutesContent
from storage.rules import minutes as rules
from storage.rules.minutes_parts.agreed import agreed_points
from storage.rules.minutes_parts.tokens import Copy
from storage.sealing.minutes_seal import MinutesSeal, make_secret
from storage.sealing.seal import check_code
from storage.tables import MeetingRow, PartWordingRow, PrintRow
from storage.vietnamese import clean_line


class MinutesBook:
    """The minutes of every meeting's part IV."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._text = MinutesText(desk)
        self._seal = MinutesSeal(desk)

    # What the step shows.

    @remembered
    def overview(self, meeting_id: int) -> ApprovalOverview:
        """The agreed points, what is missing, and how far the minutes are.

        Raises:
            Refusal: there is no such meeting.
        """
        source = gather(self.desk, meeting_id)
        composed, personal = rules.compose(source)
        digest = self._text.digest_of(meeting_id, composed, personal)
        printed = _last_print(meeting_id)
        meeting = source.meeting
        return ApprovalOverview(
            state=meeting.state,
            year=meeting.day.year,
            present=source.present,
            points=agreed_points(source, personal),
            lacks=self.lacking(meeting_id),
            number=meeting.number,
            approval=source.opinion(CountSubject.MINUTES),
            digest=digest,
            check_code=check_code(digest),
            printed=printed is not None,
            print_outdated=printed is not None and printed != digest,
            parts_changed=tuple(part.title for part in composed.parts if part.changed_since),
        )

    def content(self, meeting_id: int, *, public: bool = False) -> MinutesContent:
        """The minutes as the paper has them: composed while open, as they were sealed after.

        Raises:
            Refusal: there is no such meeting.
        """
        return self._text.content(meeting_id, Copy.PUBLIC if public else Copy.FILE)

    def source(self, meeting_id: int) -> MinutesSource:
        """The records that the meeting's papers are composed from.

        Raises:
            Refusal: there is no such meeting.
        """
        return gather(self.desk, meeting_id)

    def shown(self, meeting_id: int, *, hidden: bool) -> MinutesContent:
        """The minutes as the screen has them.

        Raises:
            Refusal: there is no such meeting.
        """
        return self._text.content(meeting_id, Copy.WALL if hidden else Copy.FILE)

    def digest(self, meeting_id: int) -> str:
        """Of the content as it is now, for `printed`; empty until the first approval."""
        return self._text.digest(meeting_id)

    @remembered
    def lacking(self, meeting_id: int) -> tuple[Lack, ...]:
        """The reasons that are not given, then the approval, then the seal."""
        meeting = meeting_row(meeting_id)
        lacks = [Lack(kind) for kind in reasons_missing(meeting)]
        if meeting.state == MeetingState.RUNNING:
            lacks.append(Lack(LackKind.NOT_APPROVED))
        elif meeting.state == MeetingState.APPROVED:
            lacks.append(Lack(LackKind.NOT_SEALED))
        return tuple(lacks)

    @remembered
    def begun(self, meeting_id: int) -> bool:
        """Whether anything was recorded in this step: a wording, a note, a reason, the approval."""
        meeting = meeting_row(meeting_id)
        if meeting.number is not None or meeting.no_case_reason or meeting.no_community_reason:
            return True
        worded = PartWordingRow.select().where(PartWordingRow.meeting == meeting_id)
        return bool(worded.exists()) or bool(note_on(meeting_id, Step.APPROVAL))

    # Approval and seal.

    def give_reason(
        self, meeting_id: int, *, no_case: str | None = None, no_community: str | None = None
    ) -> None:
        """Keeps why no case was chosen, or why nothing is done for the community.

        Raises:
            Refusal: a reason is empty.
        """
        given = {"no_case_reason": no_case, "no_community_reason": no_community}
        cleaned = {name: clean_line(text) for name, text in given.items() if text is not None}
        if not cleaned or not all(cleaned.values()):
            raise Refusal(RefusalKind.REASON_MISSING)
        with self.desk.act(meeting_id, ActKind.REASON_GIVEN, reason="; ".join(cleaned.values())):
            MeetingRow.update(cleaned).where(MeetingRow.id == meeting_id).execute()

    def approve(
        self,
        meeting_id: int,
        *,
        unanimous: bool,
        in_favour: int = 0,
        against: int = 0,
        other: int = 0,
    ) -> None:
        """The club approves the minutes: by agreement, or by hands (S22).

        Raises:
            Refusal: nobody is present, more hands are counted than are present, or they
                do not carry the minutes.
        """
        hands = None if unanimous else (in_favour, against, other)
        opinion = opinion_taken(CountSubject.MINUTES, present_count(meeting_id), hands)
        require_carried(opinion)
        with self.desk.act(
            meeting_id, ActKind.MINUTES_APPROVED, count=opinion.in_favour, present=opinion.present
        ) as told:
            keep_opinion(meeting_id, opinion)
            meeting = meeting_row(meeting_id)
            meeting.ended = end_of(meeting, self.desk.clock.now())
            meeting.number = meeting.number or next_number(meeting)
            meeting.state = str(MeetingState.APPROVED)
            meeting.save()
            stop_when_gone_on(meeting_id, Step.APPROVAL, self.desk.clock.now())
            make_secret(meeting_id)
            told["number"] = meeting.number

    def reopen(self, meeting_id: int) -> None:
        """Opens approved minutes to correct something; the number is kept.

        Raises:
            Refusal: they are not approved, or sealed already.
        """
        meeting = require_approved(meeting_id)
        told: Values = {"number": meeting.number or 0}
        with self.desk.closing_act(meeting_id, ActKind.MINUTES_REOPENED, **told):
            meeting.state = str(MeetingState.RUNNING)
            meeting.save()

    def printed(self, meeting_id: int, digest: str) -> None:
        """Keeps that a final paper was made of this content; a draft leaves no trace."""
        if not digest:
            return
        with self.desk.writing():
            PrintRow.create(meeting=meeting_id, at=self.desk.moment(), digest=digest)

    def seal(self, meeting_id: int) -> None:
        """Closes the meeting: what it agreed is sealed, and nothing of it changes any more.

        Raises:
            Refusal: the minutes are not approved, are sealed already, or lack a reason.
        """
        meeting = require_approved(meeting_id)
        if reasons_missing(meeting):
            raise Refusal(RefusalKind.REASON_MISSING)
        told: Values = {"number": meeting.number or 0}
        with self._seal.sealing(meeting_id):
            composed, personal = rules.compose(gather(self.desk, meeting_id))
            with self.desk.closing_act(meeting_id, ActKind.MINUTES_SEALED, **told):
                self._seal.write(self._seal.of(meeting_id, composed, personal))
                MeetingRow.update(state=str(MeetingState.SEALED)).where(
                    MeetingRow.id == meeting_id
                ).execute()

    # Finding.

    def find(self, year: int, month: int, nth: int = 1) -> int:
        """The meeting whose minutes are wanted: the nth of a month.

        Raises:
            Refusal: there was none.
        """
        rows = (
            MeetingRow.select(MeetingRow.id)
            .where(
                fn.STRFTIME("%Y-%m", MeetingRow.day) == f"{year:04d}-{month:02d}",
                MeetingRow.state != str(MeetingState.ABANDONED),
            )
            .order_by(MeetingRow.day, MeetingRow.id)
        )
        ids = [int(row.id) for row in rows]
        if not 1 <= nth <= len(ids):
            raise Refusal(RefusalKind.MEETING_MISSING)
        return ids[nth - 1]

    def last_sealed_or_approved(self) -> int | None:
        """The newest meeting whose minutes are final."""
        states = [str(MeetingState.APPROVED), str(MeetingState.SEALED)]
        row = (
            MeetingRow.select(MeetingRow.id)
            .where(MeetingRow.state.in_(states))
            .order_by(MeetingRow.id.desc())
            .first()
        )
        return int(row.id) if row else None


def _last_print(meeting_id: int) -> str | None:
    row = (
        PrintRow.select().where(PrintRow.meeting == meeting_id).order_by(PrintRow.id.desc()).first()
    )
    return row.digest if row else None
