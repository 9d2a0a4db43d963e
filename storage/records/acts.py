"""What was done, as the history and the undo know it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class ActKind(StrEnum):
    """What a person would call one act; `screens.wording` puts each into words."""

    MEETING_BEGUN = "meeting_begun"
    MEETING_ABANDONED = "meeting_abandoned"
    OFFICER_SET = "officer_set"
    PLACE_SET = "place_set"
    GUEST_ADDED = "guest_added"
    GUEST_CHANGED = "guest_changed"
    GUEST_REMOVED = "guest_removed"
    MEMBER_TICKED = "member_ticked"
    MEMBERS_TICKED = "members_ticked"
    GROUP_COUNTED = "group_counted"
    MEMBER_ADDED = "member_added"
    MEMBER_CHANGED = "member_changed"
    MEMBER_MOVED = "member_moved"
    MEMBER_LEFT = "member_left"
    MEMBER_RETURNED = "member_returned"
    OFFICES_SET = "offices_set"
    GROUP_ADDED = "group_added"
    GROUP_CHANGED = "group_changed"
    LEADER_SET = "leader_set"
    LEADER_MISSING = "leader_missing"
    """A group has no leader for now."""
    MEMBERS_IMPORTED = "members_imported"
    FULFILMENT_RECORDED = "fulfilment_recorded"
    PARTLY_FULFILLED = "partly_fulfilled"
    PLEDGE_POSTPONED = "pledge_postponed"
    PLEDGE_NOT_KEPT = "pledge_not_kept"
    ANSWER_RECORDED = "answer_recorded"
    GROUP_AGREED = "group_agreed"
    GROUP_TALKS_ON = "group_talks_on"
    CASE_PROPOSED = "case_proposed"
    CASE_CHANGED = "case_changed"
    CONSENT_RECORDED = "consent_recorded"
    CASES_JOINED = "cases_joined"
    MATTER_PROPOSED = "matter_proposed"
    MATTER_CHANGED = "matter_changed"
    NOTHING_PROPOSED = "nothing_proposed"
    NO_CASE_SAID = "no_case_said"
    NO_MATTER_SAID = "no_matter_said"
    GROUP_POSTPONED = "group_postponed"
    PRESENTER_SET = "presenter_set"
    PROPOSAL_REMOVED = "proposal_removed"
    SEATS_SET = "seats_set"
    COUNT_BEGUN = "count_begun"
    HANDS_COUNTED = "hands_counted"
    SECOND_COUNT_BEGUN = "second_count_begun"
    COUNTS_CLEARED = "counts_cleared"
    CASES_CHOSEN = "cases_chosen"
    CASE_WAY_SET = "case_way_set"
    CASE_REASON_GIVEN = "case_reason_given"
    DECISION_REMOVED = "decision_removed"
    PLEDGE_MADE = "pledge_made"
    PLEDGE_CHANGED = "pledge_changed"
    PLEDGE_REMOVED = "pledge_removed"
    CASE_REFERRED = "case_referred"
    REFERRAL_REMOVED = "referral_removed"
    REFERRAL_SURVEYED = "referral_surveyed"
    REFERRAL_STATE_SET = "referral_state_set"
    CASE_BROUGHT_BACK = "case_brought_back"
    URGENT_REPORTED = "urgent_reported"
    URGENT_CHANGED = "urgent_changed"
    URGENT_REMOVED = "urgent_removed"
    URGENT_DECIDED = "urgent_decided"
    URGENT_HELPED = "urgent_helped"
    CASE_NOTED = "case_noted"
    MATTER_NOTED = "matter_noted"
    NOTED_CASE_REMOVED = "noted_case_removed"
    NOTED_MATTER_REMOVED = "noted_matter_removed"
    HELP_AGREED = "help_agreed"
    MATTER_ADDED = "matter_added"
    MATTER_AGREED = "matter_agreed"
    MATTER_COUNTED = "matter_counted"
    MATTER_DROPPED = "matter_dropped"
    MATTER_REOPENED = "matter_reopened"
    PERSON_REMOVED = "person_removed"
    """The data of someone who asked for it; whose, the history does not tell."""
    CASE_FORGOTTEN = "case_forgotten"
    """What was said of a case that closed long ago was removed."""
    PERSONS_MERGED = "persons_merged"
    PERSONS_SEPARATED = "persons_separated"
    PERSON_CHANGED = "person_changed"
    NOTE_WRITTEN = "note_written"
    PART_WORDED = "part_worded"
    REASON_GIVEN = "reason_given"
    MINUTES_APPROVED = "minutes_approved"
    MINUTES_REOPENED = "minutes_reopened"
    MINUTES_SEALED = "minutes_sealed"


@dataclass(frozen=True, slots=True)
class Act:
    """One act with its values, ready to be worded.

    Values are words and numbers; a person, member or group that an act is
    about stands under "person", "member" or "group" with its name as it is now.
    """

    id: int
    kind: ActKind
    at: datetime
    values: Mapping[str, str | int] = field(default_factory=dict)
    discreet: Mapping[str, str] = field(default_factory=dict)
    """What stands in for the name of a person who did not agree to be named."""
