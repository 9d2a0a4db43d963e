"""A full disk: the reserve is given up, and the same entry is stored the next time."""

from __future__ import annotations

import errno
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import peewee
import pytest

from files_and_faults import failing, mode
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Trouble, TroubleKind
from storage.safekeeping.reserve import FILE_NAME, SIZE, Reserve
from storage.tables import DraftRow, connection
from storage.worker import BooksWorker

_LONG = "x" * 200_000


@contextmanager
def full_disk() -> Iterator[None]:
    """Lets the file of the books grow no further, as on a disk without room."""
    pages = connection.execute_sql("PRAGMA page_count").fetchone()[0]
    connection.execute_sql(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        connection.execute_sql("PRAGMA max_page_count = 1073741823")


@asynccontextmanager
async def working(folder: Path, clock: FixedClock) -> AsyncIterator[BooksWorker]:
    """The books on their thread."""
    worker = BooksWorker()
    await worker.open(folder, clock)
    yield worker
    worker.close()


def write(books: Books) -> None:
    """An entry that needs more room than the file has."""
    books.drafts.keep("note", {"note": _LONG})


async def tried(worker: BooksWorker) -> TroubleKind:
    """What is said when there is no room for an entry."""

    def on_a_full_disk(books: Books) -> None:
        with full_disk():
            write(books)

    with pytest.raises(Trouble) as said:
        await worker.ask(on_a_full_disk)
    kind = said.value.kind
    assert isinstance(kind, TroubleKind)
    return kind


def test_the_reserve_takes_its_room_and_is_private(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path)
    assert reserve.lay_by()
    assert (tmp_path / FILE_NAME).stat().st_size == SIZE
    assert mode(tmp_path / FILE_NAME) == 0o600
    assert reserve.lay_by()


def test_a_disk_that_is_nearly_full_keeps_its_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nearly = shutil.disk_usage(tmp_path)._replace(free=SIZE)
    monkeypatch.setattr("storage.safekeeping.reserve.shutil.disk_usage", lambda _folder: nearly)
    assert not Reserve(tmp_path).lay_by()
    assert not (tmp_path / FILE_NAME).exists()


def test_half_a_reserve_is_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.safekeeping.reserve.sync_file", failing(errno.ENOSPC))
    assert not Reserve(tmp_path).lay_by()
    assert not (tmp_path / FILE_NAME).exists()


def test_without_a_reserve_there_is_nothing_to_give_up(tmp_path: Path) -> None:
    assert not Reserve(tmp_path).give_up()


async def test_on_a_full_disk_the_reserve_is_given_up_once(
    tmp_path: Path, clock: FixedClock
) -> None:
    async with working(tmp_path / "books", clock) as worker:
        assert await worker.ask(lambda books: books.reserve.lay_by())
        assert await tried(worker) is TroubleKind.ROOM_MADE
        assert not (tmp_path / "books" / FILE_NAME).exists()
        assert await tried(worker) is TroubleKind.DISK_FULL
        await worker.ask(write)
        assert await worker.ask(lambda books: books.drafts.get("note")) == {"note": _LONG}


def test_what_a_full_disk_did_not_take_is_stored_when_the_books_are_closed(
    tmp_path: Path, clock: FixedClock
) -> None:
    books = Books(tmp_path / "books", clock)
    with full_disk(), pytest.raises(peewee.OperationalError):
        write(books)
    assert not DraftRow.select().exists()
    books.close()
    books = Books(tmp_path / "books", clock)
    assert books.drafts.get("note") == {"note": _LONG}
    books.close()


def test_acts_that_belong_together_are_stored_together_or_not_at_all(books: Books) -> None:
    groups = len(books.register.groups())

    def half() -> None:
        with books.together():
            books.register.add_group("Tổ 6")
            raise Trouble(TroubleKind.DISK_FULL)

    with pytest.raises(Trouble):
        half()
    assert len(books.register.groups()) == groups
    with books.together():
        books.register.add_group("Tổ 6")
        books.drafts.forget("group")
    assert len(books.register.groups()) == groups + 1
