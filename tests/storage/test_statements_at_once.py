"""What is written into a statement at once reads as Peewee would have written it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from peewee import Context

import sample_minutes
from storage.books import Books
from storage.clock import FixedClock
from storage.records.tracking import TrackingFilter
from storage.tables.base import _BooksConnection

Asked = list[tuple[str, Sequence[object]]]


def _asked(folder: Path, clock: FixedClock) -> Asked:
    """All that the sample meeting and a look into each book ask, with the values."""
    asked: Asked = []
    carry_out = _BooksConnection.execute_sql

    def noted(books: _BooksConnection, sql: str, params: Sequence[object] | None = None) -> object:
        asked.append((sql, tuple(params or ())))
        return carry_out(books, sql, params)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_BooksConnection, "execute_sql", noted)
        books = Books(folder, clock)
        meeting = books.meetings.begin().id
        for group in books.register.groups():
            books.attendance.count_group(meeting, group.id, group.members)
        sample_minutes.hold(books, meeting)
        books.undo.undo(meeting)
        books.undo.redo(meeting)
        for read in (
            books.attention.overview,
            books.home_care.overview,
            books.notebook.overview,
            books.urgent.overview,
        ):
            read()
        books.head(meeting)
        books.tracking.entries(TrackingFilter(year=2026))
        books.register.search("lan")
        books.people.search("van")
        books.case_people.find("mui", meeting)
        books.close()
    return asked


def test_statements_and_values_are_those_of_peewee(
    small_club: Path, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = _asked(Path(shutil.copytree(small_club, tmp_path / "ours")), clock)
    monkeypatch.setattr(_BooksConnection, "context_class", Context)
    peewee = _asked(Path(shutil.copytree(small_club, tmp_path / "peewee")), clock)
    assert len(ours) > 500
    assert ours == peewee
