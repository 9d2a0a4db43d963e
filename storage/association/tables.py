"""The Association's tables, in whatever database its operator names.

Every table of many rows begins its key with the club: so it is found, and so it can be spread
over several servers. The year stands in the key too: so it can be cut into parts by year.
"""

from __future__ import annotations

from typing import Any

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    DatabaseProxy,
    DateField,
    IntegerField,
    Model,
    SmallIntegerField,
    TextField,
)

gathering: Any = DatabaseProxy()
"""The database that is open; `storage.association.database` opens it."""


class GatheredTable(Model):
    """A table of the Association, beside whatever else its database holds."""

    id: IntegerField[int]
    """Peewee adds it where a table names no primary key; the checker is told here."""

    class Meta:
        """Named one by one, so that they meet no other tables."""

        database = gathering
        legacy_table_names = False


class FormatRow(GatheredTable):
    """One row: which version of these tables it is."""

    version = IntegerField()

    class Meta:
        """By this table a gathering is known."""

        table_name = "gathered_format"


class GatheredClubRow(GatheredTable):
    """A club's books, known by their first seal."""

    first_seal = CharField(max_length=64, unique=True)
    place_and_name = CharField(max_length=64, index=True)
    """A digest of the club's name, commune and province: the same club in other books has it."""
    name = TextField()
    hamlet = TextField()
    commune = TextField()
    province = TextField()
    members = IntegerField()
    activities_wanted = IntegerField()
    persons_wanted = IntegerField()
    meetings = IntegerField()
    """How many were sealed in the newest bundle, whose words count for what can change."""
    until = DateField()
    """The day of the last sealed meeting."""
    acts = BigIntegerField()
    bundle = CharField(max_length=64)
    """The digest of the newest bundle."""

    class Meta:
        """Small: on several servers each has a copy of it."""

        table_name = "gathered_club"


class GatheredMeetingRow(GatheredTable):
    """A sealed meeting; once gathered it never changes."""

    club_id = IntegerField()
    year = SmallIntegerField()
    ordinal = IntegerField()
    """Which of the club's sealed meetings."""
    month = SmallIntegerField()
    day = DateField()
    number = IntegerField()
    present = IntegerField()
    proposed = IntegerField()
    chosen = IntegerField()
    seal = CharField(max_length=64)
    """The check code on the signed paper follows from it."""
    digest = CharField(max_length=64)

    class Meta:
        """Found by club."""

        table_name = "gathered_meeting"
        primary_key = CompositeKey("club_id", "year", "ordinal")


class GatheredMonthRow(GatheredTable):
    """What the newest bundle of a club says of a month."""

    club_id = IntegerField()
    year = SmallIntegerField()
    month = SmallIntegerField()
    counted = BooleanField()
    activities = IntegerField()
    persons = IntegerField()
    labour = BigIntegerField()
    money = BigIntegerField()

    class Meta:
        """Found by club."""

        table_name = "gathered_month"
        primary_key = CompositeKey("club_id", "year", "month")


class GatheredPersonRow(GatheredTable):
    """Someone whom the newest bundle of a club names."""

    club_id = IntegerField()
    year = SmallIntegerField()
    month = SmallIntegerField()
    place = IntegerField()
    """In the order of the names of the month."""
    name = TextField()

    class Meta:
        """Found by club."""

        table_name = "gathered_person"
        primary_key = CompositeKey("club_id", "year", "month", "place")


GATHERED_TABLES: tuple[type[GatheredTable], ...] = (
    FormatRow,
    GatheredClubRow,
    GatheredMeetingRow,
    GatheredMonthRow,
    GatheredPersonRow,
)
