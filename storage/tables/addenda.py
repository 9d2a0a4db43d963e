"""Tables of what corrects sealed minutes; they only grow."""

from __future__ import annotations

from peewee import BooleanField, CompositeKey, ForeignKeyField, IntegerField, TextField

from storage.tables.base import Table
from storage.tables.meetings import MeetingRow


class AddendumRow(Table):
    """An addendum to sealed minutes, chained to the seal before it."""

    meeting = ForeignKeyField(MeetingRow)
    meeting_id: IntegerField[int]
    number = IntegerField()
    format = IntegerField(default=1)
    content = TextField()
    """Canonical JSON in which each personal value is a salted digest."""
    digest = TextField()
    previous_digest = TextField()
    sealed_at = TextField()
    sealed = BooleanField(default=False)
    """Set once its values stand beside it; from then on nothing of it changes."""

    class Meta:
        """One number an addendum of the same minutes."""

        table_name = "addendum"
        indexes = ((("meeting", "number"), True),)


class AddendumValueRow(Table):
    """A personal value of an addendum with its salt; it can be removed, the chain holds."""

    addendum = ForeignKeyField(AddendumRow)
    addendum_id: IntegerField[int]
    token = TextField()
    value = TextField()
    salt = TextField()

    class Meta:
        """One value a token."""

        table_name = "addendum_value"
        primary_key = CompositeKey("addendum", "token")
