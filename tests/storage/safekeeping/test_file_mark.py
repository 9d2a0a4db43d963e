"""The digest of the file as it was closed: compared before a byte of the file changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from files_and_faults import is_locked
from storage.books import Books
from storage.clock import FixedClock
from storage.database import FILE_NAME
from storage.safekeeping.file_mark import FILE_NAME as MARK
from storage.safekeeping.file_mark import mark_holds, may_wait


@pytest.fixture
def folder(books: Books) -> Path:
    """Books that were closed."""
    books.close()
    return books.path.parent


def change_a_byte(folder: Path) -> None:
    """One that SQLite keeps for later versions, and does not look at."""
    data = bytearray((folder / FILE_NAME).read_bytes())
    data[80] ^= 1
    (folder / FILE_NAME).write_bytes(data)


def test_it_may_wait_until_the_first_frame_is_there(folder: Path, clock: FixedClock) -> None:
    books = Books(folder, clock, mark_later=True)
    assert (folder / MARK).exists()
    # What is written meanwhile is in the log alone.
    books.register.add_group("Tổ mới")
    assert not books.bring_in_log()

    assert books.is_as_closed()
    assert not (folder / MARK).exists()
    assert books.bring_in_log()
    books.close()
    assert (folder / MARK).exists()
    assert mark_holds(books.path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps locks with each handle")
def test_the_locks_of_the_open_books_stay_when_it_is_looked_at(
    folder: Path, clock: FixedClock
) -> None:
    books = Books(folder, clock, mark_later=True)
    books.register.add_group("Tổ mới")
    assert books.is_as_closed()
    assert is_locked(books.path)
    books.close()
    assert not is_locked(books.path)


@pytest.mark.parametrize("mark_later", [True, False])
def test_a_changed_byte_is_noticed_and_never_said_to_be_right(
    folder: Path, clock: FixedClock, *, mark_later: bool
) -> None:
    change_a_byte(folder)
    for _time in range(2):
        books = Books(folder, clock, mark_later=mark_later)
        assert not books.is_as_closed()
        books.close()
    books = Books(folder, clock, mark_later=mark_later)
    assert not books.is_as_closed()
    books.accept_as_found()
    books.close()
    books = Books(folder, clock, mark_later=mark_later)
    assert books.is_as_closed()
    books.close()


def test_books_that_are_closed_before_it_was_looked_at_are_looked_at_then(
    folder: Path, clock: FixedClock
) -> None:
    change_a_byte(folder)
    books = Books(folder, clock, mark_later=True)
    books.register.add_group("Tổ mới")
    books.close()
    again = Books(folder, clock)
    assert not again.as_closed
    again.close()


def test_a_power_cut_before_it_was_looked_at_is_no_damage(
    folder: Path, clock: FixedClock, tmp_path: Path
) -> None:
    books = Books(folder, clock, mark_later=True)
    books.register.add_group("Tổ mới")
    after = tmp_path / "after"
    after.mkdir()
    for path in folder.iterdir():
        (after / path.name).write_bytes(path.read_bytes())
    books.close()

    again = Books(after, clock, mark_later=True)
    assert again.is_as_closed()
    assert "Tổ mới" in [group.name for group in again.register.groups()]
    again.close()


def _of_another_version(data: bytearray) -> None:
    data[63] ^= 1


def _without_a_log(data: bytearray) -> None:
    data[18:20] = b"\1\1"


def _under_a_passphrase(data: bytearray) -> None:
    data[:16] = b"\x8f" * 16


@pytest.mark.parametrize("other", [_of_another_version, _without_a_log, _under_a_passphrase])
def test_a_file_that_changes_as_it_is_opened_is_looked_at_before(
    folder: Path, other: Callable[[bytearray], None]
) -> None:
    books = folder / FILE_NAME
    assert may_wait(books)
    data = bytearray(books.read_bytes())
    other(data)
    books.write_bytes(data)
    assert not may_wait(books)
