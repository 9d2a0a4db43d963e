"""The triggers of the books, made from one place: row images for the undo, and the seal."""

from __future__ import annotations

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


def make_triggers() -> None:
    """Makes all triggers."""
    for table in RECORDED_TABLES:
        for statement in _recording(table):
            connection.execute_sql(statement)
    for statement in _seals():
        connection.execute_sql(statement)


def drop_triggers() -> None:
    """Drops all triggers, as before a migration."""
    names = connection.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in names.fetchall():
        connection.execute_sql(f'DROP TRIGGER "{name}"')


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
        name = _name(table)
        statements += _refusals(name, {"NEW": _meeting_sealed("NEW.meeting_id")}, "INSERT")
        # REPLACE deletes the row in its way without a delete trigger.
        replaced = f'(SELECT meeting_id FROM "{name}" WHERE id = NEW.id)'
        statements += _refusals(name, {"replaced": _meeting_sealed(replaced)}, "INSERT")
        changed = f"{_meeting_sealed('OLD.meeting_id')} OR {_meeting_sealed('NEW.meeting_id')}"
        statements += _refusals(name, {"changed": changed}, "UPDATE")
        statements += _refusals(name, {"gone": _meeting_sealed("OLD.meeting_id")}, "DELETE")
    helper = "(SELECT meeting_id FROM pledge WHERE id = {row}.pledge_id)"
    new, old = helper.format(row="NEW"), helper.format(row="OLD")
    statements += _refusals("pledge_helper", {"NEW": _meeting_sealed(new)}, "INSERT")
    statements += _refusals(
        "pledge_helper", {"changed": f"{_meeting_sealed(old)} OR {_meeting_sealed(new)}"}, "UPDATE"
    )
    statements += _refusals("pledge_helper", {"gone": _meeting_sealed(old)}, "DELETE")
    statements += _refusals("meeting", {"NEW": _meeting_sealed("NEW.id")}, "INSERT")
    statements += _refusals("meeting", {"changed": "OLD.state = 'sealed'"}, "UPDATE")
    statements += _refusals("meeting", {"gone": "OLD.state = 'sealed'"}, "DELETE")
    # The personal values of sealed minutes may be removed, and nothing else.
    value = "(SELECT meeting_id FROM minutes WHERE id = NEW.minutes_id)"
    statements += _refusals("minutes_value", {"NEW": _meeting_sealed(value)}, "INSERT")
    statements += _refusals("minutes_value", {"changed": "1"}, "UPDATE")
    return statements


def _meeting_sealed(meeting: str) -> str:
    return f"EXISTS (SELECT 1 FROM meeting WHERE id = {meeting} AND state = 'sealed')"


def _refusals(table: str, conditions: dict[str, str], event: str) -> list[str]:
    return [
        f"""CREATE TRIGGER "seal_{event.lower()}_{label.lower()}_{table}" BEFORE {event} ON "{table}"
        WHEN {condition}
        BEGIN SELECT RAISE(ABORT, '{SEALED}'); END"""
        for label, condition in conditions.items()
    ]
