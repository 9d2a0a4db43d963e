"""What a step still lacks: kinds with values, worded by the screens. Nothing here blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class LackKind(StrEnum):
    """One thing that a step still lacks."""

    CHAIR = "chair"
    FACILITATOR = "facilitator"
    SECRETARY = "secretary"
    GROUPS_NOT_COUNTED = "groups_not_counted"
    PROMISES_OPEN = "promises_open"
    ANSWERS_OPEN = "answers_open"
    GROUPS_NOT_AGREED = "groups_not_agreed"
    GROUPS_WITHOUT_CASE = "groups_without_case"
    GROUPS_WITHOUT_MATTER = "groups_without_matter"
    NO_CASE_PROPOSED = "no_case_proposed"
    NO_CASE_CHOSEN = "no_case_chosen"
    FEWER_CHOSEN = "fewer_chosen"
    CASES_WITHOUT_WAY = "cases_without_way"
    CASES_WITHOUT_HELP = "cases_without_help"
    HELP_NOT_AGREED = "help_not_agreed"
    HELPERS_TO_NAME = "helpers_to_name"
    NOTHING_FOR_COMMUNITY = "nothing_for_community"
    MATTERS_NOT_AGREED = "matters_not_agreed"
    SPEAKER_MISSING = "speaker_missing"
    NO_CASE_REASON = "no_case_reason"
    NO_COMMUNITY_REASON = "no_community_reason"
    NOT_APPROVED = "not_approved"
    NOT_SEALED = "not_sealed"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing, with what its sentence names."""

    kind: LackKind
    values: Mapping[str, str | int] = field(default_factory=dict)
