"""What minutes say: composed while the meeting is open, as they were sealed after; the digest."""

from __future__ import annotations

from dataclasses import replace

from storage.acts.desk import Desk
from storage.meeting.minutes_approval import meeting_row
from storage.meeting.minutes_source import gather
from storage.records.kinds import MeetingState
from storage.records.minutes import MinutesContent
from storage.rules.minutes import compose
from storage.rules.minutes_parts.tokens import Copy, Personal, resolve
from storage.sealing.minutes_seal import MinutesSeal, current_secret, read_seal, sealed_row
from storage.sealing.seal import check_code


class MinutesText:
    """The text of a meeting's minutes, for whom it is, and the digest of it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._seal = MinutesSeal(desk)

    def content(self, meeting_id: int, copy: Copy) -> MinutesContent:
        """The minutes, with as many names as this copy may have.

        Raises:
            Refusal: there is no such meeting.
        """
        row = sealed_row(meeting_id)
        if row is not None:
            content, personal = read_seal(row)
            return resolve(content, personal, copy)
        content, personal = compose(gather(self.desk, meeting_id))
        content = replace(
            content,
            check_code=self._final_code(meeting_id, content, personal),
            previous_code=check_code(self._seal.previous_digest()),
        )
        return resolve(content, personal, copy)

    def digest(self, meeting_id: int) -> str:
        """The digest of what the minutes say now; empty until the first approval."""
        row = sealed_row(meeting_id)
        if row is not None:
            return row.digest
        return self._open_digest(meeting_id, *compose(gather(self.desk, meeting_id)))

    def digest_of(self, meeting_id: int, content: MinutesContent, personal: Personal) -> str:
        """The same, of what was composed already."""
        row = sealed_row(meeting_id)
        return row.digest if row is not None else self._open_digest(meeting_id, content, personal)

    def _final_code(self, meeting_id: int, content: MinutesContent, personal: Personal) -> str:
        """The code that the seal will have; a draft bears none."""
        if meeting_row(meeting_id).state != MeetingState.APPROVED:
            return ""
        return check_code(self._open_digest(meeting_id, content, personal))

    def _open_digest(self, meeting_id: int, content: MinutesContent, personal: Personal) -> str:
        # Without a number there is no secret yet: not asked for among the drafts, which change
        # with every letter and line, what is remembered of the minutes does not rest on them.
        if meeting_row(meeting_id).number is None or current_secret(meeting_id) is None:
            return ""
        return self._seal.of(meeting_id, content, personal).digest
