"""Tables of the club, its groups and members, and of everyone with a name."""

from __future__ import annotations

from peewee import (
    SQL,
    BooleanField,
    DateField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from storage.tables.base import Table


class ClubRow(Table):
    """The club: one row."""

    name = TextField()
    hamlet = TextField()
    commune = TextField()
    province = TextField(default="")
    parent_body = TextField(default="")
    abbreviation = TextField(default="CLB")
    part_number = TextField(default="IV")
    place = TextField(default="")
    discussion_minutes = IntegerField(default=10)
    recipients = TextField(default="")
    minutes_read_aloud = BooleanField(default=True)
    minutes_copies = IntegerField(default=2)
    signature_hint = BooleanField(default=False)
    minutes_qr = BooleanField(default=False)
    official_letters = BooleanField(default=False)
    third_signature = TextField(default="")
    community_target = IntegerField(default=1)
    persons_target = IntegerField(default=1)
    meeting_day = IntegerField(default=0)
    backup_folder = TextField(default="")
    removal_years = IntegerField(default=3)
    attendance_minutes = IntegerField(default=0)
    last_month_minutes = IntegerField(default=0)
    proposals_minutes = IntegerField(default=0)
    selection_minutes = IntegerField(default=0)
    assignment_minutes = IntegerField(default=0)
    community_minutes = IntegerField(default=0)
    approval_minutes = IntegerField(default=0)

    class Meta:
        """Named for what it is."""

        table_name = "club"


class GroupRow(Table):
    """A group (tổ) of the club."""

    name = TextField()
    area = TextField(default="")
    leader_id = IntegerField(null=True, constraints=[SQL('REFERENCES "member" ("id")')])
    """The member who leads it; the two tables refer to each other."""

    class Meta:
        """The word "group" belongs to SQL."""

        table_name = "club_group"


class PersonRow(Table):
    """Someone with a name; personal data stands here and nowhere else."""

    name = TextField()
    folded = TextField(index=True)
    """Lower case without diacritics, for the search."""
    address_form = TextField(null=True)
    sex = TextField(null=True)
    birth_year = IntegerField(null=True)
    address = TextField(default="")
    household = TextField(default="")
    """The name of its head; members with the same one live together."""
    telephone = TextField(default="")
    private_details = TextField(default="")
    guardian = TextField(default="")
    merged_into = ForeignKeyField("self", null=True, backref="+")
    merged_into_id: IntegerField[int | None]
    """The entry that stands for this person since the two were made one."""
    removed_on = DateField(null=True)
    """When the person's data was removed, as the law lets anyone ask."""

    class Meta:
        """Named for what it is."""

        table_name = "person"


class ConsentRow(Table):
    """One answer of a person to being named, never changed: a later one counts over it."""

    person = ForeignKeyField(PersonRow)
    person_id: IntegerField[int]
    scope = TextField()
    answer = TextField()
    on = DateField(null=True, column_name="on_day")
    asked_by_id = IntegerField(null=True, constraints=[SQL('REFERENCES "member" ("id")')])
    """The member who asked."""
    guardian = TextField(default="")
    """Personal data, as the guardian in the person's own row."""

    class Meta:
        """Named for what it is."""

        table_name = "consent"


class MemberRow(Table):
    """A member of the club."""

    person = ForeignKeyField(PersonRow, unique=True)
    person_id: IntegerField[int]
    group = ForeignKeyField(GroupRow)
    group_id: IntegerField[int]
    positions = TextField(default="")
    """The offices held, separated by spaces."""
    home_care = BooleanField(default=False)
    can_help = TextField(default="")
    joined = DateField(null=True)
    left = DateField(null=True)

    class Meta:
        """Named for what it is."""

        table_name = "member"


class MemberSpanRow(Table):
    """From when to when a member belonged to a group, led it, or held an office.

    What holds now has no end; the member's and the group's own columns repeat it, for the
    many who ask, and `chungtay check` compares them.
    """

    member = ForeignKeyField(MemberRow)
    member_id: IntegerField[int]
    role = TextField()
    group = ForeignKeyField(GroupRow, null=True)
    """None for an office of the whole club."""
    group_id: IntegerField[int | None]
    since = DateField(null=True)
    until = DateField(null=True)

    class Meta:
        """Named for what it is."""

        table_name = "member_span"


class ExportRow(Table):
    """Personal data that left the books: what, when, how much, where to, and by whose hand."""

    what = TextField()
    at = TextField()
    rows = IntegerField()
    """How many people it tells of; nought where they were not counted."""
    file = TextField()
    paper = TextField(default="")
    way = TextField(default="file")
    place = TextField(default="")
    copies = IntegerField(default=1)
    public = BooleanField(default=False)
    user = TextField(default="", column_name="by_user")

    class Meta:
        """Named for what it is."""

        table_name = "export"
