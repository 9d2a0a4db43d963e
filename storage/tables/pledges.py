"""Tables of what was promised and of what became of it."""

from __future__ import annotations

from typing import Any

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from storage.tables.base import Table
from storage.tables.cases import HardshipCaseRow, MatterRow
from storage.tables.meetings import MeetingRow
from storage.tables.people import GroupRow, MemberRow


class UrgentReportRow(Table):
    """What could not wait for the meeting (S32)."""

    hardship_case = ForeignKeyField(HardshipCaseRow)
    hardship_case_id: IntegerField[int]
    reported_by = ForeignKeyField(MemberRow, null=True, backref="+")
    reported_by_id: IntegerField[Any]
    reported_to = ForeignKeyField(MemberRow, null=True, backref="+")
    reported_to_id: IntegerField[Any]
    reported_at = TextField()
    entered_at = TextField(default="")
    """When it was written into the books: the meeting after that hears of it."""
    cause = TextField(default="")
    """Why it could not wait; a name that nobody agreed to tell rests on it."""
    decision = TextField(default="")
    decided_by = ForeignKeyField(MemberRow, null=True, backref="+")
    decided_by_id: IntegerField[Any]
    decided_at = TextField(null=True)
    help_given = TextField(default="")
    helped_at = TextField(null=True)

    class Meta:
        """Named for what it is."""

        table_name = "urgent_report"


class PledgeRow(Table):
    """What someone promised to give or do."""

    meeting = ForeignKeyField(MeetingRow, null=True)
    meeting_id: IntegerField[Any]
    urgent_report = ForeignKeyField(UrgentReportRow, null=True)
    urgent_report_id: IntegerField[Any]
    hardship_case = ForeignKeyField(HardshipCaseRow, null=True)
    hardship_case_id: IntegerField[Any]
    matter = ForeignKeyField(MatterRow, null=True)
    matter_id: IntegerField[Any]
    form = TextField()
    what = TextField(default="")
    quantity = IntegerField(null=True)
    """Each helper's; whole đồng where the form is money."""
    unit = TextField(default="")
    helper_kind = TextField()
    group = ForeignKeyField(GroupRow, null=True)
    group_id: IntegerField[Any]
    organisation = TextField(default="")
    number = IntegerField(null=True)
    when_text = TextField(default="")
    when_first = DateField(null=True)
    when_last = DateField(null=True)
    place = TextField(default="")
    in_charge = ForeignKeyField(MemberRow, null=True, backref="+")
    in_charge_id: IntegerField[Any]
    used = BooleanField(default=False)

    class Meta:
        """Named for what it is."""

        table_name = "pledge"


class OpenPledgeRow(Table):
    """A pledge of which nobody has told the end; triggers keep it, and nothing else writes it."""

    pledge = ForeignKeyField(PledgeRow, primary_key=True, on_delete="CASCADE")
    pledge_id: IntegerField[int]

    class Meta:
        """Named for what it is."""

        table_name = "open_pledge"


class PledgeHelperRow(Table):
    """A member who has pledged."""

    pledge = ForeignKeyField(PledgeRow)
    pledge_id: IntegerField[int]
    member = ForeignKeyField(MemberRow)
    member_id: IntegerField[int]

    class Meta:
        """A member pledges once in a pledge."""

        table_name = "pledge_helper"
        indexes = ((("pledge", "member"), True),)


class FulfilmentRow(Table):
    """What became of a pledge, told in a meeting or between meetings."""

    pledge = ForeignKeyField(PledgeRow)
    pledge_id: IntegerField[int]
    meeting = ForeignKeyField(MeetingRow, null=True)
    meeting_id: IntegerField[Any]
    """The meeting in whose step 2 it was told."""
    state = TextField()
    on = DateField(column_name="on_day")
    given = IntegerField(null=True)
    came = IntegerField(null=True)
    result = TextField(default="")
    thanks = TextField(default="")
    reason = TextField(default="")
    postponed_text = TextField(default="")
    postponed_first = DateField(null=True)
    postponed_last = DateField(null=True)
    between_meetings = BooleanField(default=False)
    """It was told between meetings; the next one takes it up."""

    class Meta:
        """Named for what it is."""

        table_name = "fulfilment"


class AnswerRow(Table):
    """What the locality answered to a matter (S11)."""

    matter = ForeignKeyField(MatterRow)
    matter_id: IntegerField[int]
    meeting = ForeignKeyField(MeetingRow, null=True)
    meeting_id: IntegerField[Any]
    """The meeting in which it was told."""
    on = DateField(column_name="on_day")
    by = TextField(default="", column_name="answered_by")
    text = TextField()
    settled = BooleanField(default=True)
    """The matter is settled by it; else the club goes on asking (S11)."""
    between_meetings = BooleanField(default=False)

    class Meta:
        """Named for what it is."""

        table_name = "answer"


class CaseEventRow(Table):
    """What became of a case, in order."""

    hardship_case = ForeignKeyField(HardshipCaseRow)
    hardship_case_id: IntegerField[int]
    meeting = ForeignKeyField(MeetingRow, null=True)
    meeting_id: IntegerField[Any]
    kind = TextField()
    on = DateField(column_name="on_day")
    reason = TextField(default="")

    class Meta:
        """Named for what it is."""

        table_name = "case_event"


class ReferralRow(Table):
    """A case passed to the home-care volunteers (S29)."""

    hardship_case = ForeignKeyField(HardshipCaseRow)
    hardship_case_id: IntegerField[int]
    meeting = ForeignKeyField(MeetingRow, null=True)
    meeting_id: IntegerField[Any]
    note = TextField(default="")
    survey_by = ForeignKeyField(MemberRow, null=True)
    survey_by_id: IntegerField[Any]
    survey_on = DateField(null=True)
    needs_found = TextField(default="")
    solution = TextField(default="")
    state = TextField(default="waiting")

    class Meta:
        """Named for what it is."""

        table_name = "referral"
