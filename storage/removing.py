"""Removes the data of one person, as Law 91/2025/QH15 lets anyone ask (DESIGN 7, 10).

Name and details go out of the rows, the history and what is kept beside sealed minutes; the
counts stay, and so do the seals, which hold salted digests of what went.
"""

from __future__ import annotations

import json

from peewee import TextField

from storage import member_writing
from storage.database import checkpoint
from storage.desk import Desk, meeting_now
from storage.errors import Refusal, RefusalKind
from storage.records.acts import ActKind
from storage.tables import (
    ALL_TABLES,
    ActRow,
    AddendumRow,
    AddendumValueRow,
    CaseEventRow,
    CaseNeedRow,
    ConsentRow,
    DecisionRow,
    DraftRow,
    FulfilmentRow,
    HardshipCaseRow,
    MemberRow,
    MinutesRow,
    MinutesValueRow,
    PersonRow,
    PledgeRow,
    ReferralRow,
    RowChangeRow,
    Table,
    UrgentReportRow,
    connection,
)
from storage.triggers import seals_lifted
from storage.vietnamese import REMOVED_NAME, fold
from storage.whole_names import WholeName

REMOVED_WORDS = "(đã xóa)"
"""In the place of words that told of the person: that something was said stays known."""
_KEPT_WHOLE: frozenset[type[Table]] = frozenset({MinutesRow, AddendumRow, ActRow, RowChangeRow})
"""Sealed text holds no name, only its token; the history is cleaned by itself."""


def remove_person(desk: Desk, person_id: int) -> None:
    """Takes everything away by which a person could be known; it cannot be undone.

    Raises:
        Refusal: there is no such person any more, or a meeting is being held.
    """
    if meeting_now() is not None:
        raise Refusal(RefusalKind.MEETING_RUNNING)
    person = PersonRow.get_or_none(PersonRow.id == person_id, PersonRow.removed_on.is_null())
    if person is None:
        raise Refusal(RefusalKind.NAME_MISSING)
    name = str(person.name)
    whole = None if has_namesake(person_id, name) else WholeName(name, _names_of_others(person_id))
    member = MemberRow.get_or_none(MemberRow.person == person_id)
    with desk.act_now(ActKind.PERSON_REMOVED), seals_lifted():
        _empty_cases(person_id)
        if member is not None:
            _leave(member, desk)
        _empty_person(person, desk)
        _forget_sealed_values(person_id, member.id if member else None)
        _forget_history(person_id)
        if whole is not None:
            _forget_values_that_say(whole)
            _forget_name(name, whole)
        RowChangeRow.delete().where(RowChangeRow.before.is_null(False)).execute()
    # What was written over may still lie in the write-ahead log.
    checkpoint()


def has_namesake(person_id: int, name: str) -> bool:
    """Whether someone else bears this name: free words may then mean the other."""
    others = PersonRow.select().where(PersonRow.id != person_id, PersonRow.folded == fold(name))
    return bool(others.exists())


def _names_of_others(person_id: int) -> list[str]:
    return [row.name for row in PersonRow.select(PersonRow.name).where(PersonRow.id != person_id)]


def _empty_person(person: PersonRow, desk: Desk) -> None:
    person.name, person.folded = REMOVED_NAME, fold(REMOVED_NAME)
    person.address_form = person.sex = person.birth_year = None
    person.address = person.household = person.telephone = ""
    person.private_details = person.guardian = ""
    ConsentRow.delete().where(ConsentRow.person == person.id).execute()
    person.removed_on = desk.clock.today()
    person.save()


def _leave(member: MemberRow, desk: Desk) -> None:
    if member.left is None:
        member_writing.leave(member, desk.clock.today())
    MemberRow.update(home_care=False, can_help="").where(MemberRow.id == member.id).execute()


def _empty_cases(person_id: int) -> None:
    """What was said of the person's hardship; forms, numbers and days stay for the figures."""
    cases = [row.id for row in HardshipCaseRow.select().where(HardshipCaseRow.person == person_id)]
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


def _empty(field: TextField, among: object) -> None:
    field.model.update({field: REMOVED_WORDS}).where(among, field != "").execute()


def _forget_sealed_values(person_id: int, member_id: int | None) -> None:
    """Value and salt of the person go; what was sealed holds the digest alone."""
    beginnings = [f"person.{person_id}.", f"hidden.person.{person_id}."]
    if member_id is not None:
        beginnings.append(f"member.{member_id}.")
    for table in (MinutesValueRow, AddendumValueRow):
        for beginning in beginnings:
            table.delete().where(table.token.startswith(beginning)).execute()


def _forget_values_that_say(whole: WholeName) -> None:
    """Sealed words about someone else that name the person; no two values share a salt."""
    for table in (MinutesValueRow, AddendumValueRow):
        for row in [each for each in table.select() if whole.said_in(each.value)]:
            table.delete().where(table.token == row.token, table.salt == row.salt).execute()


def _forget_history(person_id: int) -> None:
    """The words of the acts about the person; that they were done, and when, stays."""
    for row in ActRow.select().where(ActRow.details.contains("person_id")):
        details = json.loads(row.details)
        about = {str(details.get("person_id", "")), *str(details.get("person_ids", "")).split()}
        if str(person_id) not in about:
            continue
        for key, value in details.items():
            if isinstance(value, str) and value and not key.endswith(("_id", "_ids")):
                details[key] = REMOVED_WORDS
        ActRow.update(details=json.dumps(details, ensure_ascii=False)).where(
            ActRow.id == row.id
        ).execute()


def _forget_name(name: str, whole: WholeName) -> None:
    """The name wherever someone typed it: notes, reasons, matters, drafts, the history."""
    drafts = [row.form for row in DraftRow.select() if whole.said_in(row.content)]
    DraftRow.delete().where(DraftRow.form.in_(drafts)).execute()
    connection.connection().create_function("without_the_name", 1, whole.removed_from)
    for table in ALL_TABLES:
        if table in _KEPT_WHOLE or table is DraftRow:
            continue
        for field in table._meta.sorted_fields:
            if isinstance(field, TextField):
                _put_removed(str(table._meta.table_name), str(field.column_name), name)
    _put_removed("act", "details", name)


def _put_removed(table: str, column: str, name: str) -> None:
    connection.execute_sql(
        f'UPDATE "{table}" SET "{column}" = without_the_name("{column}") '  # noqa: S608
        f'WHERE instr("{column}", ?)',
        (name,),
    )
