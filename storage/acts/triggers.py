"""The triggers of the books, made from one place: row images for the undo, and the seal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from storage.records.kinds import CLOSING
from storage.tables import (
    RECORDED_TABLES,
    AnswerRow,
    AttendanceRow,
    CaseEventRow,
    DecisionRow,
    FulfilmentRow,
    GroupCountRow,
    GroupTurnRow,
    GuestRow,
    HandCountRow,
    MinutesRow,
    NoteRow,
    PartWordingRow,
    PledgeRow,
    ProposalRow,
    SelectionRoundRow,
    Table,
    connection,
)

SEALED = "sealed"
"""The text with which the seal's triggers refuse."""

_SEALED_CHILDREN: tuple[type[Table], ...] = (
    AnswerRow,
    AttendanceRow,
    CaseEventRow,
    DecisionRow,
    FulfilmentRow,
    GroupCountRow,
    GroupTurnRow,
    GuestRow,
    HandCountRow,
    MinutesRow,
    NoteRow,
    PartWordingRow,
    PledgeRow,
    ProposalRow,
    SelectionRoundRow,
)

_MEETING_OF_HELPER = "(SELECT meeting_id FROM pledge WHERE id = {row}.pledge_id)"
_NAME_FOLLOWS = """EXISTS (
            SELECT 1 FROM pledge WHERE id = NEW.pledge_id AND helper_kind = 'number'
            AND number > (SELECT count(*) FROM pledge_helper WHERE pledge_id = NEW.pledge_id)
            AND NEW.member_id NOT IN (
                SELECT member_id FROM pledge_helper WHERE pledge_id = NEW.pledge_id))"""
"""A pledge in numbers is named member by member, also after the seal, until all are named."""
_ENDS = "({})".format(", ".join(f"'{state}'" for state in CLOSING))
_OPENED = f"""INSERT OR IGNORE INTO open_pledge SELECT id FROM pledge
        WHERE {{wanted}} AND NOT EXISTS (
            SELECT 1 FROM fulfilment WHERE pledge_id = pledge.id AND state IN {_ENDS})"""
_REFERRED = ("id", "meeting_id", "hardship_case_id", "note")
_HISTORY = ("id", "meeting_id", "kind", "at", "step", "undone")


def make_triggers() -> None:
    """Makes all triggers, and anew what they keep."""
    for statement in (*_all_triggers(), *_open_pledges_anew()):
        connection.execute_sql(statement)


def triggers_are_whole() -> bool:
    """Whether all triggers are there as they were made, and none besides."""
    there = connection.execute_sql("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
    return {sql for (sql,) in there.fetchall()} == set(_all_triggers())


def _all_triggers() -> list[str]:
    recording = [statement for table in RECORDED_TABLES for statement in _recording(table)]
    return [*recording, *_seals(), *_open_pledges()]


@contextmanager
def seals_lifted() -> Iterator[None]:
    """Lets words go out of sealed records, as when a person's data is removed; nothing else.

    It belongs into the transaction of the removal: triggers come back with it or it is undone.
    """
    names = connection.execute_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'seal\\_%' ESCAPE '\\'"
    )
    for (name,) in names.fetchall():
        connection.execute_sql(f'DROP TRIGGER "{name}"')
    yield
    for statement in _seals():
        connection.execute_sql(statement)


def drop_triggers() -> None:
    """Drops all triggers, as before a migration."""
    names = connection.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in names.fetchall():
        connection.execute_sql(f'DROP TRIGGER "{name}"')


def _open_pledges() -> list[str]:
    """Keeps apart the pledges of which nobody has told the end: few, however many there were."""
    closed = f"""DELETE FROM open_pledge WHERE pledge_id = NEW.pledge_id AND NEW.state IN {_ENDS}"""
    told = _OPENED.format(wanted="id = OLD.pledge_id")
    deeds = {
        "insert_pledge": ("INSERT ON pledge", _OPENED.format(wanted="id = NEW.id")),
        "insert_fulfilment": ("INSERT ON fulfilment", closed),
        "update_fulfilment": ("UPDATE ON fulfilment", f"{told}; {closed}"),
        "delete_fulfilment": ("DELETE ON fulfilment", told),
    }
    return [
        f'CREATE TRIGGER "open_{name}" AFTER {event} BEGIN {deed}; END'
        for name, (event, deed) in deeds.items()
    ]


def _open_pledges_anew() -> list[str]:
    return ["DELETE FROM open_pledge", _OPENED.format(wanted="1")]


def _name(table: type[Table]) -> str:
    return str(table._meta.table_name)


def _image(table: type[Table], row: str) -> str:
    columns = [str(field.column_name) for field in table._meta.sorted_fields]
    pairs = ", ".join(f"'{column}', {row}.\"{column}\"" for column in columns)
    return f"json_object({pairs})"


def _recording(table: type[Table]) -> list[str]:
    """Three triggers that write a row's image before and after, while an act is recorded."""
    name = _name(table)
    events = {
        "insert": ("NEW.id", "NULL", _image(table, "NEW")),
        "update": ("NEW.id", _image(table, "OLD"), _image(table, "NEW")),
        "delete": ("OLD.id", _image(table, "OLD"), "NULL"),
    }
    return [
        f"""CREATE TRIGGER "record_{event}_{name}" AFTER {event.upper()} ON "{name}"
        WHEN EXISTS (SELECT 1 FROM current_act WHERE act_id IS NOT NULL)
        BEGIN
            INSERT INTO row_change (act_id, table_name, row_id, before, after)
            SELECT act_id, '{name}', {row}, {before}, {after} FROM current_act;
        END"""
        for event, (row, before, after) in events.items()
    ]


def _seals() -> list[str]:
    statements: list[str] = []
    for table in _SEALED_CHILDREN:
        statements += _frozen(_name(table), "{row}.meeting_id")
    statements += _frozen("meeting", "{row}.id")
    statements += _frozen("pledge_helper", _MEETING_OF_HELPER, besides=_NAME_FOLLOWS)
    # How far the volunteers are is kept on; to whom a case was passed, and when, is not.
    statements += _frozen("referral", "{row}.meeting_id", columns=_REFERRED)
    # The words of an act may have to go, as when a person's data is removed.
    statements += _frozen("act", "{row}.meeting_id", columns=_HISTORY, unless="OLD.undone")
    # The personal values of sealed minutes may be removed, and nothing else.
    value = _sealed("(SELECT meeting_id FROM minutes WHERE id = NEW.minutes_id)")
    return [
        *statements,
        _refusal("minutes_value", "INSERT", value),
        _refusal("minutes_value", "UPDATE", "1"),
        *_addenda(),
    ]


def _addenda() -> list[str]:
    """Addenda are only ever added, to a sealed meeting; their values may be removed."""
    # REPLACE deletes the row in its way without a delete trigger.
    in_the_way = """EXISTS (
            SELECT 1 FROM addendum AS stored WHERE stored.id = NEW.id
            OR (stored.meeting_id = NEW.meeting_id AND stored.number = NEW.number))"""
    to_sealed = _sealed("NEW.meeting_id")
    complete = "EXISTS (SELECT 1 FROM addendum WHERE id = NEW.addendum_id AND sealed)"
    return [
        _refusal("addendum", "INSERT", f"NEW.sealed OR NOT {to_sealed} OR {in_the_way}"),
        _refusal("addendum", "UPDATE", "OLD.sealed OR NEW.id <> OLD.id"),
        _refusal("addendum", "DELETE", "1"),
        _refusal("addendum_value", "INSERT", complete),
        _refusal("addendum_value", "UPDATE", "1"),
    ]


def _frozen(
    table: str,
    meeting: str,
    *,
    besides: str = "0",
    columns: tuple[str, ...] = (),
    unless: str = "0",
) -> list[str]:
    """Three triggers that refuse whatever would change a table's rows of a sealed meeting.

    Args:
        table: The table's name.
        meeting: The meeting to which a `{row}` belongs.
        besides: When a new row is let in all the same.
        columns: Those that are frozen; none means all.
        unless: When a row may be deleted all the same.
    """
    before, after = _sealed(meeting.format(row="OLD")), _sealed(meeting.format(row="NEW"))
    # REPLACE deletes the row in its way without a delete trigger, whatever the new row's meeting.
    in_the_way = f"""EXISTS (
            SELECT 1 FROM "{table}" AS stored
            WHERE stored.id = NEW.id AND {_sealed(meeting.format(row="stored"))})"""
    # Not UPDATE OF: the number of a row has other names, which that does not hear.
    changed = " OR ".join(f'OLD."{each}" IS NOT NEW."{each}"' for each in columns) or "1"
    return [
        _refusal(table, "INSERT", f"({after} AND NOT {besides}) OR {in_the_way}"),
        _refusal(table, "UPDATE", f"({changed}) AND ({before} OR {after} OR {in_the_way})"),
        _refusal(table, "DELETE", f"{before} AND NOT {unless}"),
    ]


def _sealed(meeting: str) -> str:
    return f"EXISTS (SELECT 1 FROM meeting WHERE id = {meeting} AND state = 'sealed')"


def _refusal(table: str, event: str, condition: str) -> str:
    label = event.split()[0].lower()
    return f"""CREATE TRIGGER "seal_{label}_{table}" BEFORE {event} ON "{table}"
        WHEN {condition}
        BEGIN SELECT RAISE(ABORT, '{SEALED}'); END"""
