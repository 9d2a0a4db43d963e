"""The file of the books: made, migrated, refused, locked."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from storage.books import Books
from storage.clock import FixedClock
from storage.database import FILE_NAME, SCHEMA_VERSION, pragma
from storage.errors import Trouble, TroubleKind
from storage.safekeeping.backup import FOLDER, found
from storage.tables import ALL_TABLES, connection


def trouble_of(folder: Path, clock: FixedClock) -> TroubleKind:
    """What opening the books of a folder ends in."""
    with pytest.raises(Trouble) as trouble:
        Books(folder, clock)
    assert isinstance(trouble.value.kind, TroubleKind)
    return trouble.value.kind


def test_new_books_are_private_durable_and_ours(books: Books) -> None:
    assert stat.S_IMODE(books.path.stat().st_mode) == 0o600
    assert connection.execute_sql("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert pragma("synchronous") == 3
    assert pragma("foreign_keys") == 1
    assert pragma("secure_delete") == 1
    assert pragma("user_version") == SCHEMA_VERSION


def test_the_migrations_make_the_tables_that_the_program_knows(books: Books) -> None:
    for table in ALL_TABLES:
        name = table._meta.table_name
        columns = connection.execute_sql(f'PRAGMA table_info("{name}")').fetchall()
        known = {str(field.column_name) for field in table._meta.sorted_fields}
        assert {str(column[1]) for column in columns} == known, name
    assert books.path.exists()


def test_opening_again_changes_nothing(books: Books, clock: FixedClock, tmp_path: Path) -> None:
    schema = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    before = connection.execute_sql(schema).fetchall()
    books.close()
    again = Books(tmp_path / "books", clock)
    assert connection.execute_sql(schema).fetchall() == before
    again.close()


def test_a_file_that_is_not_ours_is_left_alone(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / FILE_NAME
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (id)")
    other.commit()
    other.close()
    before = path.read_bytes()
    assert trouble_of(tmp_path, clock) is TroubleKind.NOT_OURS
    assert path.read_bytes() == before


def test_text_in_place_of_the_books_is_not_ours(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / FILE_NAME).write_text("Sổ của tôi " * 400, encoding="utf-8")
    assert trouble_of(tmp_path, clock) is TroubleKind.NOT_OURS


def test_an_empty_file_is_damage_and_not_new_books(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / FILE_NAME).touch()
    assert trouble_of(tmp_path, clock) is TroubleKind.DAMAGED


def test_books_of_a_newer_version_are_left_alone(
    books: Books, tmp_path: Path, clock: FixedClock
) -> None:
    connection.execute_sql(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    books.close()
    assert trouble_of(tmp_path / "books", clock) is TroubleKind.NEWER


def test_books_of_an_older_version_are_backed_up_before_they_are_changed(
    books: Books, tmp_path: Path, clock: FixedClock
) -> None:
    """The last migration changes triggers alone."""
    older = SCHEMA_VERSION - 1
    connection.execute_sql("DELETE FROM schema_migration WHERE id = ?", (SCHEMA_VERSION,))
    connection.execute_sql(f"PRAGMA user_version = {older}")
    books.close()
    again = Books(tmp_path / "books", clock)
    assert pragma("user_version") == SCHEMA_VERSION
    again.close()
    (backup,) = found(tmp_path / "books" / FOLDER)
    with closing(sqlite3.connect(backup.path)) as before:
        assert before.execute("PRAGMA user_version").fetchone() == (older,)


def test_a_second_copy_is_refused(books: Books, tmp_path: Path, clock: FixedClock) -> None:
    assert books.path.exists()
    assert trouble_of(tmp_path / "books", clock) is TroubleKind.IN_USE


def test_a_folder_that_cannot_be_made(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert trouble_of(tmp_path / "file" / "books", clock) is TroubleKind.READ_ONLY
