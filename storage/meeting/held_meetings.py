"""Which rows belong to meetings that were held: an abandoned one counts for nothing.

Abandoned meetings are few and stand in an index: to leave them out costs the same after one
year as after thirty.
"""

from __future__ import annotations

from peewee import SQL, Expression, ForeignKeyField

from storage.records.kinds import MeetingState

ABANDONED = SQL(f"(SELECT id FROM meeting WHERE state = '{MeetingState.ABANDONED}')")  # noqa: S608
"""The meetings that were begun by mistake, for `in_` and `not_in`."""

_OPEN = ", ".join(f"'{state}'" for state in MeetingState if state is not MeetingState.SEALED)
NOT_SEALED = SQL(f"(SELECT id FROM meeting WHERE state IN ({_OPEN}))")  # noqa: S608
"""The meeting that is held, and those that were begun by mistake."""


SEEN_FROM_NOW = 2**62
"""A number later than every meeting's: what is seen from now, and not from a meeting."""


def held(meeting: ForeignKeyField) -> Expression:
    """Whether something belongs to a meeting that was not abandoned."""
    return meeting.not_in(ABANDONED)


def held_before(meeting: ForeignKeyField, meeting_id: int) -> Expression:
    """Whether something belongs to an earlier meeting that was not abandoned, or to none."""
    return meeting.is_null() | ((meeting < meeting_id) & held(meeting))
