"""Tables of the cases of hardship and of the matters, beyond any single meeting."""

from __future__ import annotations

from typing import Any

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from storage.tables.base import Table
from storage.tables.people import GroupRow, MemberRow, PersonRow


class HardshipCaseRow(Table):
    """A person in sudden hardship, with what S14 asks for."""

    person = ForeignKeyField(PersonRow)
    person_id: IntegerField[int]
    member = ForeignKeyField(MemberRow, null=True, backref="+")
    member_id: IntegerField[Any]
    relation = TextField(default="outside")
    relative_of = ForeignKeyField(MemberRow, null=True, backref="+")
    relative_of_id: IntegerField[Any]
    household = BooleanField(default=False)
    circumstances = TextField(default="")
    when_text = TextField(default="")
    when_first = DateField(null=True)
    when_last = DateField(null=True)
    facts = TextField(default="")
    """Separated by spaces."""
    home_care = BooleanField(default=False)
    source = TextField(default="meeting")
    noted_by = ForeignKeyField(GroupRow, null=True)
    noted_by_id: IntegerField[Any]
    """The group whose leader noted it between meetings (S3)."""
    noted_on = DateField(null=True)

    class Meta:
        """The word "case" belongs to SQL."""

        table_name = "hardship_case"


class CaseNeedRow(Table):
    """One need of a case (S8)."""

    hardship_case = ForeignKeyField(HardshipCaseRow)
    hardship_case_id: IntegerField[int]
    form = TextField()
    what = TextField(default="")
    quantity = IntegerField(null=True)
    unit = TextField(default="")

    class Meta:
        """Named for what it is."""

        table_name = "case_need"


class MatterRow(Table):
    """An activity for the community (S7) or a matter for the locality (S6)."""

    kind = TextField()
    what = TextField()
    role = TextField(default="leads")
    partner = TextField(default="")
    place = TextField(default="")
    when_text = TextField(default="")
    when_first = DateField(null=True)
    when_last = DateField(null=True)
    participants = TextField(default="")
    in_charge = ForeignKeyField(MemberRow, null=True, backref="+")
    in_charge_id: IntegerField[Any]
    addressee = TextField(default="")
    way = TextField(null=True)
    representative = ForeignKeyField(MemberRow, null=True, backref="+")
    representative_id: IntegerField[Any]
    source = TextField(default="meeting")
    noted_by = ForeignKeyField(GroupRow, null=True)
    noted_by_id: IntegerField[Any]
    noted_on = DateField(null=True)

    class Meta:
        """Named for what it is."""

        table_name = "matter"
