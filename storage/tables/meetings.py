"""Tables of a meeting: who was there, how it went, what was counted and decided."""

from __future__ import annotations

from typing import Any

from peewee import (
    BooleanField,
    CompositeKey,
    DateField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from storage.tables.base import Table
from storage.tables.cases import HardshipCaseRow, MatterRow
from storage.tables.people import GroupRow, MemberRow


class MeetingRow(Table):
    """One monthly meeting's part IV."""

    day = DateField(index=True)
    state = TextField(default="running")
    place = TextField(default="")
    began = TextField()
    ended = TextField(null=True)
    chair = ForeignKeyField(MemberRow, null=True, backref="+")
    chair_id: IntegerField[Any]
    facilitator = ForeignKeyField(MemberRow, null=True, backref="+")
    facilitator_id: IntegerField[Any]
    secretary = ForeignKeyField(MemberRow, null=True, backref="+")
    secretary_id: IntegerField[Any]
    number = IntegerField(null=True)
    seats = IntegerField(default=1)
    no_case_reason = TextField(default="")
    no_community_reason = TextField(default="")
    abandoned_reason = TextField(default="")

    class Meta:
        """Named for what it is."""

        table_name = "meeting"


class MeetingProgressRow(Table):
    """Where the meeting stands on the screen: its step and its countdown; not undone."""

    meeting = ForeignKeyField(MeetingRow, primary_key=True, on_delete="CASCADE")
    meeting_id: IntegerField[int]
    step = IntegerField(default=1)
    visited = TextField(default="1")
    """The steps that were opened, separated by spaces."""
    step_since = TextField(null=True)
    """When the meeting came to its step."""
    countdown_length = IntegerField(default=600)
    countdown_used = IntegerField(default=0)
    countdown_started = TextField(null=True)
    countdown_ended = BooleanField(default=False)
    on_paper = BooleanField(default=False)
    """It was held on paper, and is typed in later: its hours are those of the paper."""

    class Meta:
        """Named for what it is."""

        table_name = "meeting_progress"


class GuestRow(Table):
    """Someone present who is no member."""

    meeting = ForeignKeyField(MeetingRow)
    meeting_id: IntegerField[int]
    name = TextField()
    position = TextField(default="")

    class Meta:
        """Named for what it is."""

        table_name = "guest"


class AttendanceRow(Table):
    """A member who was ticked as present."""

    meeting = ForeignKeyField(MeetingRow)
    meeting_id: IntegerField[int]
    member = ForeignKeyField(MemberRow)
    member_id: IntegerField[int]

    class Meta:
        """A member is present once."""

        table_name = "attendance"
        indexes = ((("meeting", "member"), True),)


class GroupCountRow(Table):
    """How many of a group were present, where they were counted and not ticked."""

    meeting = ForeignKeyField(MeetingRow)
    meeting_id: IntegerField[int]
    group = ForeignKeyField(GroupRow)
    group_id: IntegerField[int]
    count = IntegerField()

    class Meta:
        """A group is counted once."""

        table_name = "group_count"
        indexes = ((("meeting", "group"), True),)


class GroupTurnRow(Table):
    """How far a group is with its proposals (S16, S17)."""

    meeting = ForeignKeyField(MeetingRow)
    meeting_id: IntegerField[int]
    group = ForeignKeyField(GroupRow)
    group_id: IntegerField[int]
    agreed = BooleanField(default=False)
    presenter = ForeignKeyField(MemberRow, null=True)
    presenter_id: IntegerField[Any]
    no_case = BooleanField(default=False)
    no_matter = BooleanField(default=False)
    postponed = BooleanField(default=False)

    class Meta:
        """One turn a group."""

        table_name = "group_turn"
        indexes = ((("meeting", "group"), True),)


class ProposalRow(Table):
    """What a group proposed in a meeting: a case or a matter."""

    meeting = ForeignKeyField(MeetingRow)
    meeting_id: IntegerField[int]
    group = ForeignKeyField(GroupRow, null=True)
    group_id: IntegerField[Any]
    """None for a matter that came up in the general discussion (step 7)."""
    hardship_case = ForeignKeyField(HardshipCaseRow, null=True)
    hardship_case_id: IntegerField[Any]
    matter = ForeignKeyField(MatterRow, null=True)
    matter_id: IntegerField[Any]

    class Meta:
        """Named for what it is."""

        table_name = "proposal"


class HandCountRow(Table):
    """How the club's opinion was taken on something (S22): by agreement, or by hands."""

    meeting = ForeignKeyField(MeetingRow)
    meeting_id: IntegerField[int]
    subject = TextField()
    hardship_case = ForeignKeyField(HardshipCaseRow, null=True)
    hardship_case_id: IntegerField[Any]
    matter = ForeignKeyField(MatterRow, null=True)
    matter_id: IntegerField[Any]
    round = IntegerField(default=1)
    present = IntegerField()
    unanimous = BooleanField(default=False)
    in_favour = IntegerField(default=0)
    against = IntegerField(default=0)
    other = IntegerField(default=0)

    class Meta:
        """Named for what it is."""

        table_name = "hand_count"


class SelectionRoundRow(Table):
    """A round of counting hands over cases: among whom, for how many places."""

    meeting = ForeignKeyField(MeetingRow)
    meeting_id: IntegerField[int]
    round = IntegerField()
    seats = IntegerField()
    cases = TextField()
    """The identifiers of the cases that hands are counted on, separated by spaces."""

    class Meta:
        """Named for what it is."""

        table_name = "selection_round"
        indexes = ((("meeting", "round"), True),)


class DecisionRow(Table):
    """What the meeting decided about a case or a matter."""

    meeting = ForeignKeyField(MeetingRow)
    meeting_id: IntegerField[int]
    hardship_case = ForeignKeyField(HardshipCaseRow, null=True)
    hardship_case_id: IntegerField[Any]
    matter = ForeignKeyField(MatterRow, null=True)
    matter_id: IntegerField[Any]
    outcome = TextField()
    reason = TextField(default="")

    class Meta:
        """Named for what it is."""

        table_name = "decision"


class NoteRow(Table):
    """The secretary's words on a step."""

    meeting = ForeignKeyField(MeetingRow)
    meeting_id: IntegerField[int]
    step = IntegerField()
    text = TextField()

    class Meta:
        """One note a step."""

        table_name = "note"
        indexes = ((("meeting", "step"), True),)


class PartWordingRow(Table):
    """The secretary's own wording of a part of the minutes."""

    meeting = ForeignKeyField(MeetingRow)
    meeting_id: IntegerField[int]
    step = IntegerField()
    text = TextField()
    composed_digest = TextField()
    """Of the part as it was composed when the words were written."""

    class Meta:
        """One wording a step."""

        table_name = "part_wording"
        indexes = ((("meeting", "step"), True),)


class MinutesRow(Table):
    """The sealed minutes of a meeting, chained to those before."""

    meeting = ForeignKeyField(MeetingRow, unique=True)
    meeting_id: IntegerField[int]
    format = IntegerField(default=1)
    content = TextField()
    """Canonical JSON in which each personal value is a salted digest."""
    digest = TextField()
    previous_digest = TextField(default="")
    sealed_at = TextField()

    class Meta:
        """Named for what it is."""

        table_name = "minutes"


class MinutesValueRow(Table):
    """A personal value of sealed minutes with its salt; it can be removed, the chain holds."""

    minutes = ForeignKeyField(MinutesRow)
    minutes_id: IntegerField[int]
    token = TextField()
    value = TextField()
    salt = TextField()

    class Meta:
        """One value a token."""

        table_name = "minutes_value"
        primary_key = CompositeKey("minutes", "token")


class PrintRow(Table):
    """A paper that was made of the minutes, and which content it showed."""

    meeting = ForeignKeyField(MeetingRow)
    meeting_id: IntegerField[int]
    at = TextField()
    digest = TextField()

    class Meta:
        """Named for what it is."""

        table_name = "minutes_print"
