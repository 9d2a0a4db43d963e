"""Whether books that were opened are sound: a quick look at start, the whole of it after that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from storage.errors import Trouble, TroubleKind
from storage.passphrase.cipher import READ_ONCE
from storage.records.findings import Finding, FindingKind
from storage.safekeeping.checking import check_books, check_last_seal
from storage.tables import ALL_TABLES, connection
from storage.true_causes import true_kind_of

if TYPE_CHECKING:
    from storage.books import Books

_OF_THE_DISK = frozenset(
    {
        TroubleKind.DISK_ERROR,
        TroubleKind.CANNOT_READ,
        TroubleKind.IN_USE,
        TroubleKind.DISK_FULL,
    }
)


def first_look(books: Books) -> None:
    """Looks at the file, its tables and the newest seal, before anything is shown.

    Raises:
        Trouble: the books are damaged, or the disk cannot be read.
    """
    if not books.as_closed or _found(_quickly):
        raise Trouble(TroubleKind.DAMAGED, file=str(books.path))


def whole_look() -> list[Finding]:
    """All that is wrong; for a thread of its own, which reads one state while others write.

    Raises:
        Trouble: the disk cannot be read.
    """
    with connection.connection_context():
        return _found(_wholly)


def _wholly() -> list[Finding]:
    connection.execute_sql(READ_ONCE)
    return check_books()


def _quickly() -> list[Finding]:
    there = set(connection.get_tables())
    missing = [table for table in ALL_TABLES if table._meta.table_name not in there]
    return [Finding(FindingKind.DAMAGED, {"what": "schema"})] if missing else check_last_seal()


def _found(look: Callable[[], list[Finding]]) -> list[Finding]:
    try:
        with connection.atomic():
            return look()
    except Exception as error:
        # What damaged rows make of the code that reads them cannot be listed.
        if isinstance(error, Trouble):
            raise
        kind = true_kind_of(error)
        if kind in _OF_THE_DISK:
            raise Trouble(kind, file=connection.database) from error
        return [Finding(FindingKind.DAMAGED, {"what": type(error).__name__})]
