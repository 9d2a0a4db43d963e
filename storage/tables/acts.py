"""Tables of what was done: the history, the undo, and what is half typed."""

from __future__ import annotations

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from storage.tables.base import Table
from storage.tables.meetings import MeetingRow


class ActRow(Table):
    """One act of a meeting, or of the time between meetings."""

    meeting = ForeignKeyField(MeetingRow, null=True)
    meeting_id: IntegerField[int | None]
    kind = TextField()
    details = TextField(default="{}")
    at = TextField()
    step = IntegerField()
    """Nought where it was in no meeting."""
    undone = BooleanField(default=False)

    class Meta:
        """Named for what it is."""

        table_name = "act"


class RowChangeRow(Table):
    """A row before and after an act, as JSON; written by triggers, dropped at the seal."""

    act = ForeignKeyField(ActRow, on_delete="CASCADE")
    act_id: IntegerField[int]
    table = TextField(column_name="table_name")
    row = IntegerField(column_name="row_id")
    before = TextField(null=True)
    after = TextField(null=True)

    class Meta:
        """Named for what it is."""

        table_name = "row_change"


class ActSubjectRow(Table):
    """Whom or what an act was about: the history of one record, which outlives the images."""

    act = ForeignKeyField(ActRow, on_delete="CASCADE")
    act_id: IntegerField[int]
    kind = TextField()
    """The table of the record."""
    row = IntegerField(column_name="row_id")
    changed = TextField(default="")
    """The columns that were written over, separated by spaces; never what stood in them."""

    class Meta:
        """Named for what it is."""

        table_name = "act_subject"
        indexes = ((("kind", "row"), False),)


class CurrentActRow(Table):
    """The act that is being recorded now: one row, empty between acts."""

    act = IntegerField(null=True, column_name="act_id")

    class Meta:
        """Named for what it is."""

        table_name = "current_act"


class DraftRow(Table):
    """What is half typed: a form's fields and the field in focus, as JSON."""

    form = TextField(primary_key=True)
    content = TextField()

    class Meta:
        """Named for what it is."""

        table_name = "draft"
