"""The club's rules on what could not wait for the meeting (S32)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time

from storage.errors import RefusalKind
from storage.records.kinds import Consent
from storage.records.urgent import UrgentDraft
from storage.rules.proposals import case_fault, cleaned_case
from storage.vietnamese import clean_line, clean_text

_HOUR = re.compile(r"(\d{1,2})(?:\s*(?:giờ|h|g|:)\s*(\d{1,2}|rưỡi)?)?\s*(?:phút)?\s*(\w*)")
_HALF_PAST = "rưỡi"
_AFTERNOON = {"chiều", "tối", "đêm"}
_NIGHT = {"tối", "đêm"}
_NOON, _LAST_OF_MIDDAY, _LAST_OF_NIGHT = 12, 3, 5
_PARTS_OF_DAY = {"", "sáng", "trưa", *_AFTERNOON}


def understand_hour(text: str) -> time | None:
    """The hour that people say: "19:30", "8 giờ rưỡi", "7 giờ tối"; None where it is none."""
    found = _HOUR.fullmatch(clean_line(text).lower())
    if found is None or found[3] not in _PARTS_OF_DAY:
        return None
    hour = int(found[1])
    minute = 30 if found[2] == _HALF_PAST else int(found[2] or 0)
    try:
        return time(_of_the_day(hour, found[3]), minute)
    except ValueError:
        return None


def _of_the_day(hour: int, part: str) -> int:
    """The hour on the clock: "2 giờ đêm" is before the morning, "12 giờ đêm" is midnight."""
    if part == "đêm" and hour <= _LAST_OF_NIGHT:
        return hour
    if part in _NIGHT and hour == _NOON:
        return 0
    afternoon = part in _AFTERNOON or (part == "trưa" and hour <= _LAST_OF_MIDDAY)
    return hour + _NOON if afternoon and hour < _NOON else hour


def cleaned(draft: UrgentDraft) -> UrgentDraft:
    """The report, cleaned; a moment without what it is the moment of is dropped."""
    decision, given = clean_text(draft.decision), clean_text(draft.help_given)
    return replace(
        draft,
        case=cleaned_case(draft.case),
        cause=clean_text(draft.cause),
        decision=decision,
        decided_by=draft.decided_by if decision else None,
        decided_at=(draft.decided_at or draft.reported_at) if decision else None,
        help_given=given,
        helped_at=draft.helped_at if given else None,
    )


def fault(draft: UrgentDraft, now: datetime) -> RefusalKind | None:
    """What is wrong with a report once it is cleaned; needs may be found out later.

    Whoever did not agree to be named is told of all the same: why it could not wait
    is what justifies it.
    """
    lacking = case_fault(draft.case)
    if lacking not in {None, RefusalKind.NEED_MISSING}:
        return lacking
    if draft.case.consent is not Consent.AGREED and not draft.cause:
        return RefusalKind.CAUSE_MISSING
    return moments_fault(draft, now)


def moments_fault(draft: UrgentDraft, now: datetime) -> RefusalKind | None:
    """Whether a moment is still to come, or comes before the report."""
    later = [moment for moment in (draft.decided_at, draft.helped_at) if moment is not None]
    if any(moment > now for moment in (draft.reported_at, *later)):
        return RefusalKind.MOMENT_AHEAD
    if any(moment < draft.reported_at for moment in later):
        return RefusalKind.MOMENT_TOO_EARLY
    return None
