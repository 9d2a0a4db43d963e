"""The restore: a backup takes the place of the books, which are never lost."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import sample_minutes
from files_and_faults import failing, mode, names
from storage.books import Books
from storage.clock import FixedClock
from storage.database import FILE_NAME, open_file
from storage.errors import BooksError, RefusalKind, Trouble, TroubleKind
from storage.safekeeping import restoring
from storage.safekeeping.backup import FOLDER, found
from storage.safekeeping.backup_checks import look_into, verify
from storage.safekeeping.checking import check_books
from storage.safekeeping.file_mark import FILE_NAME as MARK
from storage.safekeeping.private_files import beside
from storage.safekeeping.restoring import kept_aside, put_in_place, restore


@pytest.fixture
def backed_up(books: Books, meeting_id: int) -> Path:
    """Books closed after a backup; since then a guest was added."""
    made = books.backups.make()
    assert made is not None
    books.meetings.add_guest(meeting_id, "Ông Khách", "Trưởng thôn")
    books.close()
    return made.path


def guests(folder: Path, clock: FixedClock) -> list[str]:
    """The guests of the running meeting in the books of a folder."""
    books = Books(folder, clock)
    try:
        meeting = books.meetings.current()
        assert meeting is not None
        return [guest.name for guest in books.meetings.guests(meeting.id)]
    finally:
        books.close()


def test_a_restore_brings_back_what_the_backup_holds(backed_up: Path, clock: FixedClock) -> None:
    books = backed_up.parents[1]
    restored = restore(books, backed_up)
    assert guests(books, clock) == []
    assert restored.contents.newest is not None
    assert restored.contents.newest.day == clock.today()
    assert mode(books / FILE_NAME) == 0o600


def test_the_books_before_a_restore_are_kept_and_can_be_opened_again(
    backed_up: Path, clock: FixedClock
) -> None:
    books = backed_up.parents[1]
    first = restore(books, backed_up)
    assert first.aside == books / "chungtay-truoc-khi-mo-lai-0001.db"
    second = restore(books, first.aside)
    assert guests(books, clock) == ["Ông Khách"]
    assert second.aside == books / "chungtay-truoc-khi-mo-lai-0002.db"
    assert [file.number for file in kept_aside(books)] == [1, 2]


def test_a_restore_where_there_are_no_books_makes_them(
    backed_up: Path, tmp_path: Path, clock: FixedClock
) -> None:
    restored = restore(tmp_path / "other" / "computer", backed_up)
    assert restored.aside is None
    assert guests(tmp_path / "other" / "computer", clock) == []


def test_what_is_in_the_log_of_books_that_were_killed_is_kept_too(
    books: Books, meeting_id: int, tmp_path: Path, clock: FixedClock
) -> None:
    made = books.backups.make_on(tmp_path)
    books.meetings.add_guest(meeting_id, "Ông Khách")
    killed = tmp_path / "killed"
    killed.mkdir()
    for name in (FILE_NAME, f"{FILE_NAME}-wal"):
        (killed / name).write_bytes((books.path.parent / name).read_bytes())
    books.close()
    assert made is not None
    restored = restore(killed, made.path)
    assert restored.aside is not None
    assert guests(killed, clock) == []
    restore(killed, restored.aside)
    assert guests(killed, clock) == ["Ông Khách"]


def test_books_kept_aside_with_half_of_their_log_brought_in_are_read_as_whole(
    books: Books, meeting_id: int, tmp_path: Path
) -> None:
    """As a full disk leaves them: some pages are new, and the others stand in the log alone."""
    made = books.backups.make_on(tmp_path)
    assert made is not None
    killed = tmp_path / "killed"
    killed.mkdir()
    for number in range(200):
        books.meetings.add_guest(meeting_id, f"Ông Khách {number}")
    file, log = killed / FILE_NAME, killed / f"{FILE_NAME}-wal"
    old = books.path.read_bytes()
    log.write_bytes(beside(books.path, "-wal").read_bytes())
    books.close()
    file.write_bytes(books.path.read_bytes()[:8192] + old[8192:])
    aside = restore(killed, made.path).aside
    assert aside is not None
    assert verify(aside).acts == look_into(aside).acts > look_into(made.path).acts
    assert not beside(aside, "-shm").exists()
    with pytest.raises(Trouble):
        verify(Path(shutil.copy(aside, tmp_path / "without-its-log.db")))


def test_a_backup_beside_which_the_disk_does_not_look_is_called_unreadable(
    backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.safekeeping.backup_checks.beside", lambda *_told: _Broken())
    with pytest.raises(Trouble) as trouble:
        look_into(backed_up)
    assert trouble.value.kind is TroubleKind.BACKUP_UNREADABLE


class _Broken:
    def exists(self) -> bool:
        """As a disk answers that is going."""
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_damaged_books_are_put_aside_as_they_are(backed_up: Path, clock: FixedClock) -> None:
    books = backed_up.parents[1]
    (books / FILE_NAME).write_bytes(b"nothing of it is left")
    restored = restore(books, backed_up)
    assert restored.aside is not None
    assert restored.aside.read_bytes() == b"nothing of it is left"
    assert guests(books, clock) == []


def test_a_backup_on_a_read_only_medium_can_be_restored(
    backed_up: Path, tmp_path: Path, clock: FixedClock
) -> None:
    disc = tmp_path / "disc"
    disc.mkdir()
    copy = disc / "chungtay-0001.db"
    copy.write_bytes(backed_up.read_bytes())
    copy.chmod(0o400)
    disc.chmod(0o500)
    try:
        restore(tmp_path / "books", copy)
        assert names(disc) == ["chungtay-0001.db"]
    finally:
        disc.chmod(0o700)


def zeroed(backup: Path) -> None:
    size = backup.stat().st_size
    with backup.open("r+b") as file:
        file.seek(4096)
        file.write(bytes(size - 4096))


def set_number(statement: str) -> Callable[[Path], None]:
    def damage(backup: Path) -> None:
        with closing(sqlite3.connect(backup)) as copy:
            copy.execute(statement)
            copy.commit()

    return damage


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        (zeroed, TroubleKind.BACKUP_DAMAGED),
        (lambda backup: backup.write_bytes(b""), TroubleKind.BACKUP_DAMAGED),
        (
            lambda backup: backup.write_bytes(backup.read_bytes()[:20000]),
            TroubleKind.BACKUP_DAMAGED,
        ),
        (set_number("DROP TABLE minutes"), TroubleKind.BACKUP_DAMAGED),
        (set_number("DELETE FROM club"), TroubleKind.BACKUP_DAMAGED),
        (set_number("UPDATE meeting SET day = 'hôm qua'"), TroubleKind.BACKUP_DAMAGED),
        (set_number("UPDATE member SET group_id = 999"), TroubleKind.BACKUP_DAMAGED),
        (lambda backup: backup.write_bytes(b"%PDF-1.7" * 9), TroubleKind.BACKUP_NOT_OURS),
        (set_number("PRAGMA application_id = 7"), TroubleKind.BACKUP_NOT_OURS),
        (set_number("PRAGMA user_version = 99"), TroubleKind.BACKUP_NEWER),
        (lambda backup: backup.unlink(), TroubleKind.BACKUP_UNREADABLE),
    ],
)
def test_what_cannot_be_restored_is_refused_with_the_books_untouched(
    backed_up: Path, clock: FixedClock, damage: Callable[[Path], object], kind: TroubleKind
) -> None:
    books = backed_up.parents[1]
    before = (books / FILE_NAME).read_bytes()
    damage(backed_up)
    with pytest.raises(Trouble) as raised:
        restore(books, backed_up)
    assert raised.value.kind is kind
    assert raised.value.values == {"file": backed_up.name}
    assert (books / FILE_NAME).read_bytes() == before
    assert names(books) == [MARK, FILE_NAME, "chungtay.lock", FOLDER]
    assert guests(books, clock) == ["Ông Khách"]


def test_the_books_themselves_are_no_backup(backed_up: Path) -> None:
    books = backed_up.parents[1]
    with pytest.raises(BooksError) as raised:
        restore(books, books / FILE_NAME)
    assert raised.value.kind is RefusalKind.BACKUP_IS_BOOKS


def test_books_that_are_open_are_not_replaced(books: Books, meeting_id: int) -> None:
    made = books.backups.make()
    assert made is not None
    assert meeting_id
    with pytest.raises(Trouble) as raised:
        restore(books.path.parent, made.path)
    assert raised.value.kind is TroubleKind.IN_USE


@pytest.mark.parametrize(
    ("code", "kind"),
    [(errno.ENOSPC, TroubleKind.RESTORE_FULL), (errno.EIO, TroubleKind.RESTORE_FAILED)],
)
@pytest.mark.parametrize("at", ["write_private", "sync_folder"])
def test_a_disk_that_fails_during_a_restore_leaves_the_books_as_they_were(
    backed_up: Path,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    kind: TroubleKind,
    at: str,
) -> None:
    books = backed_up.parents[1]
    with monkeypatch.context() as broken:
        broken.setattr(restoring, at, failing(code))
        with pytest.raises(Trouble) as raised:
            restore(books, backed_up)
    assert raised.value.kind is kind
    assert guests(books, clock) == ["Ông Khách"]


def test_a_copy_that_does_not_open_in_its_place_gives_way_to_the_books_again(
    backed_up: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    books = backed_up.parents[1]

    def refuse(path: Path, passphrase: str) -> str:
        if path.name == FILE_NAME:
            raise Trouble(TroubleKind.DISK_ERROR, file=str(path))
        return open_file(path, passphrase)

    with monkeypatch.context() as broken:
        broken.setattr(restoring, "open_file", refuse)
        with pytest.raises(Trouble) as raised:
            restore(books, backed_up)
    assert raised.value.kind is TroubleKind.RESTORE_FAILED
    assert guests(books, clock) == ["Ông Khách"]
    assert kept_aside(books) == ()
    assert found(books / FOLDER)


def test_where_files_have_no_second_names_the_books_are_copied_aside(
    backed_up: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    books = backed_up.parents[1]
    before = (books / FILE_NAME).read_bytes()
    monkeypatch.setattr(Path, "hardlink_to", failing(errno.EPERM))
    restored = restore(books, backed_up)
    assert restored.aside is not None
    assert restored.aside.read_bytes() == before
    assert mode(restored.aside) == 0o600
    assert guests(books, clock) == []


def test_a_copy_aside_for_which_there_is_no_room_leaves_nothing(
    backed_up: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    books = backed_up.parents[1]
    before = guests(books, clock)
    (books / f"{FILE_NAME}-wal").write_bytes(b"")
    with monkeypatch.context() as full:
        full.setattr(Path, "hardlink_to", failing(errno.EPERM))
        full.setattr(restoring, "write_private", _full_after_half)
        with pytest.raises(OSError, match="No space left"):
            put_in_place(backed_up, books / FILE_NAME)
    assert kept_aside(books) == ()
    assert not list(books.glob("*.part"))
    assert guests(books, clock) == before


def _full_after_half(path: Path, data: bytes) -> None:
    path.write_bytes(data[: len(data) // 2])
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_the_next_seal_follows_on_the_last_one_that_was_restored(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    sample_minutes.hold_and_seal(books, meeting_id)
    made = books.backups.make(sealed=True)
    assert made is not None
    folder = books.path.parent
    books.close()
    restore(folder, made.path)
    clock.advance(28 * 24 * 3600)
    again = Books(folder, clock)
    try:
        following = again.meetings.begin().id
        again.attendance.count_group(following, again.register.groups()[0].id, 9)
        again.minutes.give_reason(following, no_case="không có", no_community="mưa bão")
        again.minutes.approve(following, unanimous=True)
        again.minutes.seal(following)
        assert check_books() == []
        assert (
            again.minutes.content(following).previous_code
            == again.minutes.content(meeting_id).check_code
        )
    finally:
        again.close()
