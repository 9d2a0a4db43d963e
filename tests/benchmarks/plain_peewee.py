"""An entry with its act and its undo as Peewee's own guide would write it, and nothing more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from peewee import BooleanField, IntegerField, Model, SqliteDatabase, TextField

_IMAGE = """CREATE TRIGGER image_of_entry AFTER UPDATE ON entry BEGIN
    INSERT INTO image (act, "before", "after") VALUES (
        (SELECT max(id) FROM act),
        json_object('id', OLD.id, 'group', OLD."group", 'number', OLD.number),
        json_object('id', NEW.id, 'group', NEW."group", 'number', NEW.number));
END"""


def plain_peewee(path: Path, durable: Iterable[str]) -> Callable[[int], None]:
    """Makes a file of its own; what is given writes a group's count into it as one act."""
    database = SqliteDatabase(str(path))

    class Act(Model):
        kind = TextField()
        details = TextField()
        at = TextField()
        undone = BooleanField(default=False, index=True)

        class Meta:
            """In that file."""

    class Entry(Model):
        group = IntegerField(unique=True)
        number = IntegerField()

        class Meta:
            """In that file."""

    class Image(Model):
        act = IntegerField(index=True)
        before = TextField()
        after = TextField()

        class Meta:
            """In that file."""

    database.bind([Act, Entry, Image])
    for statement in durable:
        database.execute_sql(statement)
    database.create_tables([Act, Entry, Image])
    database.execute_sql(_IMAGE)
    Entry.create(group=1, number=0)

    def write(count: int) -> None:
        with database.atomic("IMMEDIATE"):
            Act.create(kind="group_counted", details="{}", at="2026-10-24T08:30:00+07:00")
            entry = Entry.get(Entry.group == 1)
            entry.number = count
            entry.save()
            # What was taken back before can no longer be brought back.
            Act.delete().where(Act.undone).execute()

    return write
