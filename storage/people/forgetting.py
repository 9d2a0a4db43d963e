"""How words about a person go out of rows, of what is kept beside seals, and of the history."""

from __future__ import annotations

import json
from collections.abc import Sequence

from peewee import TextField

from storage.tables import (
    ALL_TABLES,
    ActRow,
    ActSubjectRow,
    AddendumRow,
    AddendumValueRow,
    CaseEventRow,
    CaseNeedRow,
    CurrentActRow,
    DecisionRow,
    DraftRow,
    FulfilmentRow,
    HardshipCaseRow,
    MatterRow,
    MeetingRow,
    MinutesRow,
    MinutesValueRow,
    NoteRow,
    PartWordingRow,
    PledgeRow,
    ReferralRow,
    RowChangeRow,
    Table,
    UrgentReportRow,
    connection,
)
from storage.vietnamese import REMOVED_WORDS
from storage.whole_names import WholeName

_KEPT_WHOLE: frozenset[type[Table]] = frozenset({MinutesRow, AddendumRow, ActRow, RowChangeRow})
"""Sealed text holds no name, only its token; the history is cleaned by itself."""
RETELLING: tuple[type[Table], ...] = (NoteRow, PartWordingRow, MatterRow, MeetingRow)
"""Where someone may tell again what is kept of a person; rows of others are left alone."""
_VALUES: tuple[type[MinutesValueRow | AddendumValueRow], ...] = (MinutesValueRow, AddendumValueRow)


def empty_cases(cases: Sequence[int]) -> None:
    """What was said of a hardship; forms, numbers and days stay for the figures."""
    pledges = [row.id for row in PledgeRow.select().where(PledgeRow.hardship_case.in_(cases))]
    HardshipCaseRow.update(relative_of=None, facts="").where(
        HardshipCaseRow.id.in_(cases)
    ).execute()
    for field in (HardshipCaseRow.circumstances, HardshipCaseRow.when_text):
        _empty(field, HardshipCaseRow.id.in_(cases))
    for field in (CaseNeedRow.what, DecisionRow.reason, CaseEventRow.reason):
        _empty(field, field.model.hardship_case.in_(cases))
    for field in (ReferralRow.note, ReferralRow.needs_found, ReferralRow.solution):
        _empty(field, ReferralRow.hardship_case.in_(cases))
    for field in (UrgentReportRow.decision, UrgentReportRow.help_given, UrgentReportRow.cause):
        _empty(field, UrgentReportRow.hardship_case.in_(cases))
    for field in (PledgeRow.what, PledgeRow.place, PledgeRow.when_text):
        _empty(field, PledgeRow.id.in_(pledges))
    told = (FulfilmentRow.result, FulfilmentRow.thanks, FulfilmentRow.reason)
    for field in (*told, FulfilmentRow.postponed_text):
        _empty(field, FulfilmentRow.pledge.in_(pledges))


def forget_values_of_person(person_id: int, member_id: int | None) -> None:
    """Value and salt of the person go; what was sealed holds the digest alone."""
    beginnings = [f"person.{person_id}.", f"hidden.person.{person_id}."]
    if member_id is not None:
        beginnings.append(f"member.{member_id}.")
    for table in _VALUES:
        for beginning in beginnings:
            table.delete().where(table.token.startswith(beginning)).execute()


def forget_values_of_case(case_id: int) -> None:
    """Value and salt of what sealed minutes say of one case of a person who stays in the books."""
    pledges = [row.id for row in PledgeRow.select().where(PledgeRow.hardship_case == case_id)]
    told = FulfilmentRow.select().where(FulfilmentRow.pledge.in_(pledges))
    urgent = UrgentReportRow.select().where(UrgentReportRow.hardship_case == case_id)
    about = [
        f".case.{case_id}.",
        *(f".pledge.{each}." for each in pledges),
        *(f".fulfilment.{row.id}." for row in told),
        *(f".urgent.{row.id}." for row in urgent),
    ]
    for table in _VALUES:
        for part in about:
            table.delete().where(table.token.contains(part)).execute()


def forget_values_that_say(whole: WholeName) -> None:
    """Sealed words about someone else that name the person; no two values share a salt."""
    for table in _VALUES:
        for row in [each for each in table.select() if whole.said_in(each.value)]:
            table.delete().where(table.token == row.token, table.salt == row.salt).execute()


def forget_history_of_person(person_id: int) -> None:
    """The words of the acts about the person; that they were done, and when, stays."""
    for row in ActRow.select().where(ActRow.details.contains("person_id")):
        details = json.loads(row.details)
        about = {str(details.get("person_id", "")), *str(details.get("person_ids", "")).split()}
        if str(person_id) in about:
            _forget_details(row)


def forget_history_of_case(case_id: int) -> None:
    """The words of the acts about one case."""
    about = ActSubjectRow.select(ActSubjectRow.act).where(
        ActSubjectRow.kind == "hardship_case", ActSubjectRow.row == case_id
    )
    for row in list(ActRow.select().where(ActRow.id.in_(about))):
        _forget_details(row)


def forget_words(words: str, whole: WholeName, tables: Sequence[type[Table]] = ALL_TABLES) -> None:
    """Words wherever someone typed them: notes, reasons, matters, drafts, the history."""
    drafts = [row.form for row in DraftRow.select() if whole.said_in(row.content)]
    DraftRow.delete().where(DraftRow.form.in_(drafts)).execute()
    connection.connection().create_function("without_the_words", 1, whole.removed_from)
    for table in tables:
        if table in _KEPT_WHOLE or table is DraftRow:
            continue
        for field in table._meta.sorted_fields:
            if isinstance(field, TextField):
                _put_removed(str(table._meta.table_name), str(field.column_name), words)
    _put_removed("act", "details", words)


def drop_images_of_rows() -> None:
    """What rows were before and after can no longer be brought back; no meeting is held now.

    The act that is being written keeps its own until it ends.
    """
    RowChangeRow.delete().where(RowChangeRow.act != CurrentActRow.get().act).execute()


def _empty(field: TextField, among: object) -> None:
    field.model.update({field: REMOVED_WORDS}).where(among, field != "").execute()


def _forget_details(row: ActRow) -> None:
    details = json.loads(row.details)
    for key, value in details.items():
        if isinstance(value, str) and value and not key.endswith(("_id", "_ids")):
            details[key] = REMOVED_WORDS
    ActRow.update(details=json.dumps(details, ensure_ascii=False)).where(
        ActRow.id == row.id
    ).execute()


def _put_removed(table: str, column: str, words: str) -> None:
    connection.execute_sql(
        f'UPDATE "{table}" SET "{column}" = without_the_words("{column}") '  # noqa: S608
        f'WHERE instr("{column}", ?)',
        (words,),
    )
