"""Checks the books: SQLite's own checks, the seals with the rows they froze, and all totals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from storage.acts.triggers import triggers_are_whole
from storage.days import on_screen
from storage.errors import Trouble, TroubleKind
from storage.records.acts import ActKind
from storage.records.findings import Finding, FindingKind
from storage.records.kinds import MeetingState
from storage.sealing.frozen_rows import row_digests
from storage.sealing.frozen_words import changed_words, frozen_words, kept_salts
from storage.sealing.seal_chain import Link, links
from storage.sealing.seal_text import WORDS, Frozen, KeptValue, chain_digest, frozen_in
from storage.tables import (
    ActRow,
    AddendumRow,
    AddendumValueRow,
    MeetingRow,
    MinutesRow,
    MinutesValueRow,
    connection,
)
from storage.true_causes import cannot_be_read, storage_errors


def check_books() -> list[Finding]:
    """Everything that is wrong with the open books; empty where all is well.

    Raises:
        Trouble: the disk cannot be read, and so nothing can be said of them.
    """
    from storage.safekeeping.row_checks import row_findings

    return check_file() or _found(row_findings)


def check_file() -> list[Finding]:
    """Damage, lost references and broken seals: such books are not to be trusted."""
    return _found(_integrity, _references) or _found(_seals, _without_minutes, _guards)


def _found(*checks: Callable[[], Iterator[Finding]]) -> list[Finding]:
    try:
        found = [finding for check in checks for finding in check()]
    except UnicodeDecodeError as error:
        found = [Finding(FindingKind.DAMAGED, {"what": str(error)})]
    except storage_errors() as error:
        found = [Finding(FindingKind.DAMAGED, {"what": str(error)})]
    books = Path(connection.database)
    if any(each.kind is FindingKind.DAMAGED for each in found) and cannot_be_read(books):
        raise Trouble(TroubleKind.CANNOT_READ, file=str(books))
    return found


def check_last_seal() -> list[Finding]:
    """The newest seal alone: quick enough to be looked at before the first frame."""
    row = MinutesRow.select().order_by(MinutesRow.id.desc()).first()
    addendum = AddendumRow.select().order_by(AddendumRow.id.desc()).first()
    found = [] if row is None else list(_sealed(row))
    return found if addendum is None else [*found, *_added(addendum)]


def seal_findings(row: Link) -> list[Finding]:
    """What is wrong with one sealed paper, taken by itself."""
    return list(_of_link(row))


def _integrity() -> Iterator[Finding]:
    for (answer,) in connection.execute_sql("PRAGMA integrity_check(20)").fetchall():
        if answer != "ok":
            yield Finding(FindingKind.DAMAGED, {"what": answer})


def _references() -> Iterator[Finding]:
    found = connection.execute_sql("PRAGMA foreign_key_check").fetchall()
    for table, parent in dict.fromkeys((row[0], row[2]) for row in found):
        yield Finding(FindingKind.REFERENCE_LOST, {"table": table, "parent": parent})


def _seals() -> Iterator[Finding]:
    for link, follows in links():
        if not follows:
            yield Finding(FindingKind.CHAIN_BROKEN, {"day": _day(link)})
        yield from _of_link(link)


def _of_link(link: Link) -> Iterator[Finding]:
    if isinstance(link, AddendumRow):
        yield from _added(link)
        return
    found = list(_sealed(link))
    yield from found
    if not found and not _tells_minutes(link.content):
        yield Finding(FindingKind.TEXT_CHANGED, {"day": _day(link)})


def _tells_minutes(text: str) -> bool:
    """Whether minutes can be made of a sealed text again."""
    from storage.sealing.seal import read

    try:
        read(text)
    except ValueError:
        return False
    return True


def _added(row: AddendumRow) -> Iterator[Finding]:
    """What is wrong with an addendum: it only ever was what was sealed, of sealed minutes."""
    values: dict[str, str | int] = {"day": _day(row), "number": row.number}
    text_holds = chain_digest(row.previous_digest, row.content) == row.digest
    from storage.sealing import addendum_seal

    try:
        content, digests = addendum_seal.read(row.content)
    except ValueError:
        text_holds = False
    if not text_holds or content.number != row.number or content.meeting_day != row.meeting.day:
        yield Finding(FindingKind.ADDENDUM_CHANGED, values)
        return
    rows = list(AddendumValueRow.select().where(AddendumValueRow.addendum == row.id))
    gone = len(rows) < len(digests) and not _removed()
    if gone or not row.sealed or not _values_hold(rows, digests):
        yield Finding(FindingKind.ADDENDUM_CHANGED, values)


def _sealed(row: MinutesRow) -> Iterator[Finding]:
    """What is wrong with sealed minutes, what they say left aside: the first frame waits for it."""
    day = _day(row)
    if chain_digest(row.previous_digest, row.content) != row.digest:
        yield Finding(FindingKind.TEXT_CHANGED, {"day": day})
        return
    try:
        sealed = frozen_in(row.content)
    except ValueError:
        yield Finding(FindingKind.TEXT_CHANGED, {"day": day})
        return
    rows = MinutesValueRow.select().where(MinutesValueRow.minutes == row.id)
    values = list(rows.where(~MinutesValueRow.token.startswith(WORDS)))
    salts = kept_salts(row)
    if not _values_hold(values, sealed.digests):
        yield Finding(FindingKind.VALUE_CHANGED, {"day": day})
    if (len(values) < len(sealed.digests) or sealed.words.keys() - salts.keys()) and not _removed():
        yield Finding(FindingKind.VALUE_GONE, {"day": day})
    for table in _changed_tables(row, sealed, salts):
        yield Finding(FindingKind.ROWS_CHANGED, {"day": day, "table": table})
    if row.meeting.state != MeetingState.SEALED:
        yield Finding(FindingKind.NOT_MARKED_SEALED, {"day": day})


def _changed_tables(row: MinutesRow, sealed: Frozen, salts: Mapping[str, str]) -> list[str]:
    """The tables of whose rows something is not as it was sealed."""
    now = row_digests(row.meeting_id)
    rows = [table for table, digest in sealed.rows.items() if now.get(table) != digest]
    # Seals of the first format hold no words.
    written = frozen_words(row.meeting_id) if sealed.format > 1 else {}
    names = (*rows, *sorted(changed_words(sealed.words, written, salts)))
    return list(dict.fromkeys(name.partition(".")[0] for name in names))


def _removed() -> bool:
    """Whether anybody's data was ever removed: only then may a sealed value be gone."""
    kinds = (str(ActKind.PERSON_REMOVED), str(ActKind.CASE_FORGOTTEN))
    return ActRow.select().where(ActRow.kind.in_(kinds)).exists()


def _values_hold(
    rows: Iterable[MinutesValueRow | AddendumValueRow], digests: Mapping[str, str]
) -> bool:
    kept = (KeptValue(each.token, each.value, each.salt) for each in rows)
    return all(each.digest == digests.get(each.token) for each in kept)


def _guards() -> Iterator[Finding]:
    if not triggers_are_whole():
        yield Finding(FindingKind.SEALS_OPEN)


def _without_minutes() -> Iterator[Finding]:
    sealed = MinutesRow.select(MinutesRow.meeting)
    rows = MeetingRow.select().where(
        MeetingRow.state == str(MeetingState.SEALED), MeetingRow.id.not_in(sealed)
    )
    for row in rows.order_by(MeetingRow.id):
        yield Finding(FindingKind.MINUTES_MISSING, {"day": on_screen(row.day)})


def _day(row: Link) -> str:
    return on_screen(row.meeting.day)
