"""What a check of the books finds; `screens.wording` puts each into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FindingKind(StrEnum):
    """What may be wrong with the books."""

    DAMAGED = "damaged"
    """SQLite cannot read the file as it should."""
    REFERENCE_LOST = "reference_lost"
    """A row refers to one that is gone."""
    CHAIN_BROKEN = "chain_broken"
    """Sealed minutes do not follow on the ones sealed before them."""
    TEXT_CHANGED = "text_changed"
    """The sealed text is not the one that was sealed."""
    VALUE_CHANGED = "value_changed"
    """A personal value is not the one that was sealed; one that was removed is no finding."""
    VALUE_GONE = "value_gone"
    """A sealed value or word is gone, and the books tell of nobody whose data was removed."""
    SEALS_OPEN = "seals_open"
    """What in the file itself refuses every change of sealed records is not all there."""
    ADDENDUM_CHANGED = "addendum_changed"
    """An addendum is not the one that was sealed."""
    ROWS_CHANGED = "rows_changed"
    """The rows of a sealed meeting are not those that were sealed."""
    MINUTES_MISSING = "minutes_missing"
    """A meeting is sealed, and its minutes are gone."""
    NOT_MARKED_SEALED = "not_marked_sealed"
    """Minutes are sealed, and their meeting is still open."""
    WORD_UNKNOWN = "word_unknown"
    """A column that takes one of a closed list holds something else."""
    PRESENT_WRONG = "present_wrong"
    """More were present than the club has members, or fewer than nobody."""
    HANDS_WRONG = "hands_wrong"
    """More hands were raised than people were present, or fewer than none."""
    ROUND_WRONG = "round_wrong"
    """More hands in a round than those present could raise, or on a case that is not in it."""
    TOO_MANY_CHOSEN = "too_many_chosen"
    """More cases are chosen than there are places, one of them without a reason."""
    DECISION_ASTRAY = "decision_astray"
    """A decision on a case of which the meeting does not tell."""
    PLEDGE_WRONG = "pledge_wrong"
    """A pledge of nothing or less, for nobody, or by more than its number."""
    MEMBER_WRONG = "member_wrong"
    """A member's group or offices are not those of the register's history."""
    ENTRY_ASTRAY = "entry_astray"
    """An entry for which another stands still has a case, an answer or a place among members."""
    FULFILMENT_WRONG = "fulfilment_wrong"
    """Less than nothing was given, or less than nobody came."""
    NUMBERS_BROKEN = "numbers_broken"
    """The minutes of a year are not numbered from one on, each number once."""
    COUNTDOWN_WRONG = "countdown_wrong"
    """The clock of a discussion has used more than it was given, or stands at no step."""
    ACT_UNREADABLE = "act_unreadable"
    """An act, or what a row was before or after it, can't be read; it can't be undone."""
    ACT_UNFINISHED = "act_unfinished"
    """The books believe that an act is still being written."""
    DRAFT_LEFT = "draft_left"
    """Something half typed is left of a meeting that is sealed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, with what its sentence names."""

    kind: FindingKind
    values: Mapping[str, str | int] = field(default_factory=dict)
