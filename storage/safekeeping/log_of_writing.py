"""The write-ahead log of the books, brought into the file itself while nobody waits for that.

What is in the log alone is not in a copy of the file, and SQLite would bring a long one into the
file in the midst of an entry, whichever happens to write the thousandth page.
"""

from __future__ import annotations

from pathlib import Path

from storage.database import BUSY_TIMEOUT, checkpoint
from storage.errors import OF_THE_DISK, Trouble
from storage.safekeeping.private_files import beside
from storage.tables import connection


def bring_in_log(books: Path) -> bool:
    """Brings the log into the open file; says whether there is nothing left to do.

    Whoever reads the books beside the work, as a backup does, is not waited for. A disk that does
    not take it will be said by the next entry: the log stays, and is read as well.
    """
    try:
        return _is_empty(beside(books, "-wal")) or _without_waiting()
    except OSError:
        return True
    except Trouble as error:
        if error.kind not in OF_THE_DISK:
            raise
        return True


def _is_empty(log: Path) -> bool:
    return not log.exists() or log.stat().st_size == 0


def _without_waiting() -> bool:
    connection.execute_sql("PRAGMA busy_timeout = 0")
    try:
        return checkpoint()
    finally:
        connection.execute_sql(f"PRAGMA busy_timeout = {BUSY_TIMEOUT}")
