"""Whoever comes second looks on: a private copy in which nothing is recorded."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

import pytest

import sample_minutes
from deeds import DEEDS, Deeds
from files_and_faults import mode
from recorded_rows import recorded_rows
from storage.books import Books
from storage.clock import FixedClock
from storage.database import FILE_NAME, LOCK_NAME
from storage.errors import Refusal, RefusalKind, Trouble
from storage.records.exports import Export
from storage.records.kinds import ExportKind, Step
from storage.safekeeping import holder
from storage.safekeeping.holder import holder_of
from storage.safekeeping.looking_on import copy_to_look_on, remove_copy


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's temporary files, of this test alone."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def seen(closed_books: Path, clock: FixedClock) -> Iterator[Books]:
    """A copy of books with a running meeting, to be looked at."""
    books = Books(closed_books, clock, looking_on=True)
    yield books
    books.close()


def test_no_deed_of_a_meeting_is_recorded(
    books: Books, meeting_id: int, clock: FixedClock, tmp_path: Path
) -> None:
    sample_minutes.hold(books, meeting_id)
    books.close()
    seen = Books(tmp_path / "books", clock, looking_on=True)
    before = recorded_rows()
    refusals = [_refusal_of(seen, meeting_id, deed) for deed in DEEDS]
    after = recorded_rows()
    seen.close()
    assert after == before
    assert refusals.count(RefusalKind.LOOKING_ON) > len(DEEDS) / 2


def _refusal_of(books: Books, meeting_id: int, deed: Callable[[Deeds], None]) -> StrEnum | None:
    """Why a deed was refused; a few have nothing to do in this meeting."""
    try:
        deed(Deeds(books, meeting_id, 1, 2))
    except Refusal as refusal:
        return refusal.kind
    return None


def test_the_register_and_the_settings_are_not_changed(seen: Books) -> None:
    group = seen.register.groups()[0].id
    for act in (
        lambda: seen.register.add_group("Tổ 9"),
        lambda: seen.register.add_member("Lê Thị Mới", group),
        lambda: seen.club.change(place="Nơi khác"),
        lambda: seen.exports.note(Export(ExportKind.MEMBERS, "members.xlsx")),
        lambda: seen.undo.undo(1),
    ):
        with pytest.raises(Refusal) as raised:
            act()
        assert raised.value.kind is RefusalKind.LOOKING_ON


def test_it_goes_through_the_steps_and_types_in_forms(seen: Books, closed_books: Path) -> None:
    meeting = seen.meetings.current()
    assert meeting is not None
    before = (closed_books / FILE_NAME).read_bytes()
    seen.meetings.go_to(meeting.id, Step.PROPOSALS)
    seen.drafts.keep("form", {"text": "đang gõ"})
    assert seen.meetings.step(meeting.id) is Step.PROPOSALS
    assert (closed_books / FILE_NAME).read_bytes() == before


def test_the_copy_is_private_and_goes_at_the_end(
    seen: Books, temporary: Path, closed_books: Path
) -> None:
    (place,) = temporary.iterdir()
    assert seen.path.parent == place
    assert mode(place) == 0o700
    seen.close()
    assert not list(temporary.iterdir())
    assert (closed_books / FILE_NAME).exists()


def test_what_was_just_recorded_is_seen_while_the_other_writes_on(
    books: Books, meeting_id: int
) -> None:
    place, lock = copy_to_look_on(books.path.parent)
    copy = sqlite3.connect(place / FILE_NAME)
    (count,) = copy.execute("SELECT count(*) FROM group_count").fetchone()
    copy.close()
    assert count == len(books.register.groups())
    books.attendance.count_group(meeting_id, books.register.groups()[0].id, 3)
    remove_copy(place, lock)


def test_a_read_only_medium_with_a_log_beside_the_books_is_read_too(
    books: Books, meeting_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a power cut: what was recorded last is in the log alone."""
    assert meeting_id
    medium = tmp_path / "medium"
    medium.mkdir()
    for name in (FILE_NAME, FILE_NAME + "-wal"):
        (medium / name).write_bytes((books.path.parent / name).read_bytes())

    def refuse(_books: Path, _copy: Path, _passphrase: str) -> None:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorname = "SQLITE_CANTOPEN"
        raise error

    monkeypatch.setattr("storage.safekeeping.looking_on._back_up", refuse)
    place, lock = copy_to_look_on(medium)
    copy = sqlite3.connect(place / FILE_NAME)
    assert copy.execute("SELECT state FROM meeting").fetchone() == ("running",)
    copy.close()
    lock.release()


def test_a_copy_left_by_a_program_that_was_killed_goes_and_one_in_use_stays(
    closed_books: Path, temporary: Path
) -> None:
    left, lock_that_ended = copy_to_look_on(closed_books)
    used, lock_in_use = copy_to_look_on(closed_books)
    lock_that_ended.release()
    (left / LOCK_NAME).touch()
    newest, lock_of_newest = copy_to_look_on(closed_books)
    assert set(temporary.iterdir()) == {used, newest}
    remove_copy(used, lock_in_use)
    remove_copy(newest, lock_of_newest)


def test_books_that_are_not_there_are_said(tmp_path: Path) -> None:
    with pytest.raises(Trouble):
        copy_to_look_on(tmp_path / "nothing")


def test_who_has_the_books_is_told_while_they_are_open(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platform.node", lambda: "may-cua-thon")
    monkeypatch.setattr("getpass.getuser", lambda: "thuky")
    books = Books(closed_books, clock)
    told = holder_of(closed_books)
    books.close()
    assert told is not None
    assert (told.computer, told.user) == ("may-cua-thon", "thuky")
    assert holder_of(closed_books) is None


def test_a_holder_left_by_a_power_cut_holds_nobody_up(
    closed_books: Path, clock: FixedClock
) -> None:
    holder.say_open(closed_books, clock.now() - timedelta(days=30))
    books = Books(closed_books, clock)
    told = holder_of(closed_books)
    books.close()
    assert told is not None
    assert told.since > clock.now() - timedelta(days=30)


@pytest.mark.parametrize("text", ["", "{", "[]", json.dumps({"since": "hôm nay"}), "\udcff"])
def test_a_file_that_tells_nothing_is_no_trouble(tmp_path: Path, text: str) -> None:
    (tmp_path / holder.FILE_NAME).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert holder_of(tmp_path) is None
