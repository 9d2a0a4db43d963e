"""Backups: verified copies, each under a new number, beside the books or on a stick."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

import sample_minutes
from files_and_faults import failing, mode, names
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Trouble, TroubleKind
from storage.passphrase.cipher import connect_to
from storage.records.addenda import AddendumDraft
from storage.records.backups import BackupFile
from storage.records.kinds import MeetingState
from storage.safekeeping import backup
from storage.safekeeping.backup import FOLDER, STICK_FOLDER, found, surplus
from storage.safekeeping.backup_checks import look_into, verify
from storage.tables import connection

SOUND = "CLB Liên thế hệ tự giúp nhau thôn Đông"


@pytest.fixture
def folder(books: Books) -> Path:
    """Where the backups of the books go."""
    return books.path.parent / FOLDER


def change(books: Books, name: str) -> None:
    books.register.add_group(name)


# Making.


def test_a_backup_is_a_whole_private_copy_with_a_number(books: Books, folder: Path) -> None:
    made = books.backups.make()
    assert made == BackupFile(folder / "chungtay-0001.db", 1)
    assert mode(made.path) == 0o600
    assert mode(folder) == 0o700
    assert verify(made.path).club == SOUND
    assert names(folder) == ["chungtay-0001.db"]


def test_a_backup_holds_what_is_still_in_the_log_of_the_books(books: Books) -> None:
    change(books, "Tổ 6")
    made = books.backups.make()
    assert made is not None
    with closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("SELECT count(*) FROM club_group").fetchone() == (6,)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_what_is_read_once_is_not_kept_in_memory(books: Books, folder: Path) -> None:
    made = books.backups.make()
    assert made is not None
    with closing(connect_to(made.path, "", "mode=ro")) as copy:
        assert copy.execute("PRAGMA cache_size").fetchone() == (-256,)
    # The books that are open keep what they read.
    assert connection.execute_sql("PRAGMA cache_size").fetchone() == (-2000,)


def test_nothing_is_made_where_nothing_changed(books: Books, folder: Path) -> None:
    books.backups.make()
    assert books.backups.make() is None
    change(books, "Tổ 6")
    assert books.backups.make() is not None
    assert books.backups.make() is None
    assert names(folder) == ["chungtay-0001.db", "chungtay-0002.db"]


def test_nothing_is_made_of_books_without_a_club(tmp_path: Path, clock: FixedClock) -> None:
    books = Books(tmp_path / "new", clock)
    try:
        assert books.backups.make() is None
        assert names(tmp_path / "new" / FOLDER) == []
    finally:
        books.close()


def test_a_seal_is_backed_up_under_a_name_that_says_so(books: Books, folder: Path) -> None:
    books.backups.make()
    made = books.backups.make(sealed=True)
    assert made == BackupFile(folder / "chungtay-0002-chot.db", 2, sealed=True)


def test_a_number_is_never_given_twice(books: Books, folder: Path) -> None:
    folder.mkdir()
    (folder / "chungtay-0041-chot.db").write_bytes(b"another one")
    (folder / "chungtay-9.db").write_bytes(b"no backup of ours")
    made = books.backups.make()
    assert made is not None
    assert made.number == 42
    assert (folder / "chungtay-0041-chot.db").read_bytes() == b"another one"


def test_the_newest_is_told_by_its_number_and_not_by_its_date(books: Books, folder: Path) -> None:
    for name in ("Tổ 6", "Tổ 7"):
        change(books, name)
        books.backups.make()
    os.utime(folder / "chungtay-0001.db", (4_000_000_000, 4_000_000_000))
    assert [file.number for file in found(folder)] == [1, 2]


def test_the_last_24_at_seals_and_the_last_10_others_are_kept() -> None:
    files = [BackupFile(Path(str(n)), n, sealed=n % 2 == 0) for n in range(1, 101)]
    gone = set(surplus(files))
    kept = [file for file in files if file not in gone]
    assert [file.number for file in kept if file.sealed] == list(range(54, 101, 2))
    assert [file.number for file in kept if not file.sealed] == list(range(81, 100, 2))


@pytest.mark.parametrize("sealed", [True, False])
def test_the_newest_is_always_kept(sealed: bool) -> None:
    files = [BackupFile(Path(str(n)), n, sealed=not sealed) for n in range(1, 60)]
    assert files[-1] not in surplus(files)
    assert BackupFile(Path("60"), 60, sealed) not in surplus(
        [*files, BackupFile(Path("60"), 60, sealed)]
    )


def test_what_is_too_many_goes_only_after_the_new_one_is_there(
    books: Books, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "KEPT_BETWEEN_SEALS", 2)
    for name in ("Tổ 6", "Tổ 7"):
        change(books, name)
        books.backups.make()
    change(books, "Tổ 8")
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", failing(errno.EIO))
        with pytest.raises(Trouble):
            books.backups.make()
    assert names(folder) == ["chungtay-0001.db", "chungtay-0002.db"]
    books.backups.make()
    assert names(folder) == ["chungtay-0002.db", "chungtay-0003.db"]


def test_one_that_cannot_be_deleted_is_no_failure(
    books: Books, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "surplus", lambda files: [BackupFile(folder, 0)])
    assert books.backups.make() is not None


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, TroubleKind.BACKUP_FULL),
        (errno.EDQUOT, TroubleKind.BACKUP_FULL),
        (errno.EROFS, TroubleKind.BACKUP_READ_ONLY),
        (errno.EACCES, TroubleKind.BACKUP_READ_ONLY),
        (errno.ENODEV, TroubleKind.BACKUP_GONE),
        (errno.ENOENT, TroubleKind.BACKUP_GONE),
        (errno.EIO, TroubleKind.BACKUP_FAILED),
    ],
)
@pytest.mark.parametrize("at", ["fsync", "rename"])
def test_what_the_disk_refuses_is_named_and_leaves_nothing(
    books: Books,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    kind: TroubleKind,
    at: str,
) -> None:
    if at == "fsync":
        monkeypatch.setattr(os, "fsync", failing(code))
    else:
        monkeypatch.setattr(Path, "rename", failing(code))
    with pytest.raises(Trouble) as raised:
        books.backups.make()
    assert raised.value.kind is kind
    assert raised.value.values == {"place": FOLDER}
    assert names(folder) == []
    assert len(books.register.groups()) == 5


def test_a_copy_that_reads_otherwise_than_it_was_written_is_no_backup(
    books: Books, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(5000)
            file.write(b"\xff" * 16)

    monkeypatch.setattr(backup, "sync_file", faulty)
    with pytest.raises(Trouble) as raised:
        books.backups.make()
    assert raised.value.kind is TroubleKind.BACKUP_FAILED
    assert names(folder) == []


def test_books_that_are_unsound_give_no_backup_and_it_is_said(
    books: Books, meeting_id: int, folder: Path
) -> None:
    assert meeting_id
    with closing(sqlite3.connect(books.path)) as past_the_program:
        past_the_program.execute("UPDATE member SET group_id = 999 WHERE id = 1")
        past_the_program.commit()
    with pytest.raises(Trouble) as raised:
        books.backups.make()
    assert raised.value.kind is TroubleKind.BOOKS_UNSOUND
    assert names(folder) == []


KILLED = """
import os, sys
from pathlib import Path
from storage.safekeeping import private_files
from storage.safekeeping.backup import Backups
private_files.os.fsync = lambda _descriptor: os._exit(9)
Backups(Path(sys.argv[1])).make()
"""


def test_a_program_killed_while_it_backs_up_leaves_no_file_under_a_final_name(
    books: Books, folder: Path
) -> None:
    folder.mkdir(mode=0o700)
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(books.path)],
        cwd=Path(backup.__file__).parents[2],
        check=False,
    )
    assert ended.returncode == 9
    assert found(folder) == ()
    assert names(folder) == [".dang-sao-luu.part"]
    assert books.backups.make() is not None
    assert names(folder) == ["chungtay-0001.db"]


# On a stick.


def test_a_stick_is_given_a_new_file_each_time_and_nothing_there_is_deleted(
    books: Books, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "KEPT_BETWEEN_SEALS", 1)
    for _turn in range(3):
        books.backups.make_on(tmp_path)
    assert names(tmp_path / STICK_FOLDER) == [
        "chungtay-0001.db",
        "chungtay-0002.db",
        "chungtay-0003.db",
    ]


def test_a_stick_that_was_pulled_out_is_named_and_nothing_is_written_in_its_place(
    books: Books, tmp_path: Path
) -> None:
    stick = tmp_path / "KINGSTON"
    with pytest.raises(Trouble) as raised:
        books.backups.make_on(stick)
    assert raised.value.kind is TroubleKind.BACKUP_GONE
    assert not stick.exists()


@pytest.mark.usefixtures("folders_unsynced")
def test_a_stick_that_cannot_sync_folders_will_do(books: Books, tmp_path: Path) -> None:
    assert books.backups.make_on(tmp_path) is not None


# What a backup holds.


def test_a_backup_says_which_meeting_is_the_newest_in_it(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    sample_minutes.hold_and_seal(books, meeting_id)
    clock.advance(28 * 24 * 3600)
    given_up = books.meetings.begin()
    books.meetings.abandon(given_up.id, "bắt đầu nhầm")
    made = books.backups.make(sealed=True)
    assert made is not None
    contents = look_into(made.path)
    assert contents.newest == contents.sealed
    assert contents.newest is not None
    assert (contents.newest.day.isoformat(), contents.newest.number) == ("2026-10-24", 1)
    assert contents.newest.state is MeetingState.SEALED
    assert contents.last_act == clock.now()


@pytest.mark.parametrize("table", ["minutes", "addendum"])
def test_a_backup_in_which_the_last_seal_does_not_hold_is_damaged(
    books: Books, meeting_id: int, table: str
) -> None:
    sample_minutes.hold_and_seal(books, meeting_id)
    books.addenda.write(meeting_id, AddendumDraft("Số chăn là 02.", date(2026, 10, 30)))
    made = books.backups.make(sealed=True)
    assert made is not None
    with closing(sqlite3.connect(made.path)) as copy:
        for (trigger,) in copy.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            copy.execute(f'DROP TRIGGER "{trigger}"')
        copy.execute(f"UPDATE {table} SET content = replace(content, 'CLB', 'HTX')")
        copy.commit()
    with pytest.raises(Trouble) as raised:
        verify(made.path)
    assert raised.value.kind is TroubleKind.BACKUP_DAMAGED
