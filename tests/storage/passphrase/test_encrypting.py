"""Books under a passphrase: put under it, read with it alone, taken out of it; copies in plain."""

from __future__ import annotations

import errno
import shutil
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from files_and_faults import failing, is_locked, mode, names
from storage.books import Books
from storage.clock import FixedClock
from storage.database import FILE_NAME
from storage.errors import Refusal, RefusalKind, Trouble, TroubleKind
from storage.passphrase import encrypting
from storage.passphrase.cipher import clean_passphrase, is_plain, seems_encrypted
from storage.passphrase.encrypting import change_passphrase, require_strong
from storage.passphrase.plain_copies import PAPERS, plain_copies, remove_plain_copies
from storage.safekeeping.backup import FOLDER, STICK_FOLDER
from storage.safekeeping.backup_checks import look_into, verify
from storage.safekeeping.checking import check_books
from storage.safekeeping.looking_on import copy_to_look_on, remove_copy
from storage.safekeeping.restoring import restore
from storage.safekeeping.salvage import salvage
from storage.safekeeping.soundness import whole_look

PASSPHRASE = "lúa chín vàng đồng"
OTHER = "mưa tháng bảy"
NAME = "Nguyễn Thị An"
"""A member of the small club."""


@pytest.fixture
def encrypted(small_club: Path, tmp_path: Path) -> Path:
    """The folder of the small club's books, closed, under a passphrase."""
    folder = Path(shutil.copytree(small_club, tmp_path / "books"))
    change_passphrase(folder, "", PASSPHRASE)
    return folder


def members(folder: Path, clock: FixedClock, passphrase: str) -> int:
    """How many members the books have; all else in them is checked too."""
    books = Books(folder, clock, passphrase=passphrase)
    try:
        assert check_books() == []
        return len(books.register.members())
    finally:
        books.close()


def opening(folder: Path, clock: FixedClock, passphrase: str) -> TroubleKind:
    """What opening the books meets with."""
    with pytest.raises(Trouble) as raised:
        Books(folder, clock, passphrase=passphrase)
    return TroubleKind(raised.value.kind)


def test_nothing_of_the_books_can_be_read_without_the_passphrase(
    encrypted: Path, clock: FixedClock
) -> None:
    file = (encrypted / FILE_NAME).read_bytes()
    assert NAME.encode() not in file
    assert b"SQLite" not in file
    assert b"hardship_case" not in file
    assert seems_encrypted(encrypted / FILE_NAME)
    assert mode(encrypted / FILE_NAME) == 0o600
    assert opening(encrypted, clock, "") is TroubleKind.PASSPHRASE_NEEDED
    assert opening(encrypted, clock, PASSPHRASE + "!") is TroubleKind.PASSPHRASE_WRONG
    assert members(encrypted, clock, PASSPHRASE) == 55


def test_what_is_recorded_under_a_passphrase_is_in_no_file_in_plain(
    encrypted: Path, clock: FixedClock
) -> None:
    books = Books(encrypted, clock, passphrase=PASSPHRASE)
    meeting = books.meetings.begin()
    books.meetings.add_guest(meeting.id, "Ông Khách Quý", "Trưởng thôn")
    kept = [path.read_bytes() for path in encrypted.iterdir() if path.is_file()]
    books.close()
    assert len(kept) > 2
    assert not any("Khách Quý".encode() in data for data in kept)


@pytest.mark.parametrize("typed", [unicodedata.normalize("NFD", PASSPHRASE), f" {PASSPHRASE}\n"])
def test_however_it_is_typed_it_is_the_same_passphrase(
    encrypted: Path, clock: FixedClock, typed: str
) -> None:
    assert clean_passphrase(typed) == PASSPHRASE
    assert members(encrypted, clock, typed) == 55


def test_a_passphrase_with_quotes_is_one_like_another(encrypted: Path, clock: FixedClock) -> None:
    quoted = "'; DROP TABLE member; --\"'"
    change_passphrase(encrypted, PASSPHRASE, quoted)
    assert opening(encrypted, clock, PASSPHRASE) is TroubleKind.PASSPHRASE_WRONG
    assert members(encrypted, clock, quoted) == 55


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(Refusal) as raised:
        require_strong("  bảy chữ ")
    assert raised.value.kind is RefusalKind.PASSPHRASE_SHORT
    assert require_strong(f" {OTHER} ") == OTHER


def test_books_taken_out_of_a_passphrase_are_as_they_were(
    encrypted: Path, clock: FixedClock
) -> None:
    change_passphrase(encrypted, PASSPHRASE, "")
    assert is_plain(encrypted / FILE_NAME)
    assert members(encrypted, clock, "") == 55
    assert members(encrypted, clock, "whatever is given") == 55


def test_a_wrong_passphrase_changes_nothing(encrypted: Path) -> None:
    before = (encrypted / FILE_NAME).read_bytes()
    with pytest.raises(Trouble) as raised:
        change_passphrase(encrypted, OTHER, "")
    assert raised.value.kind is TroubleKind.PASSPHRASE_WRONG
    assert (encrypted / FILE_NAME).read_bytes() == before
    assert not any(name.endswith(".part") for name in names(encrypted))


@pytest.mark.parametrize("at", ["make_empty", "sync_file"])
def test_a_full_disk_is_named_and_the_books_are_as_they_were(
    encrypted: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(encrypting, at, failing(errno.ENOSPC))
        with pytest.raises(Trouble) as raised:
            change_passphrase(encrypted, PASSPHRASE, OTHER)
    assert raised.value.kind is TroubleKind.DISK_FULL
    assert members(encrypted, clock, PASSPHRASE) == 55
    assert not any(name.endswith(".part") for name in names(encrypted))


@pytest.mark.parametrize("at", ["sync_folder", "wipe"])
def test_books_that_have_changed_are_never_said_to_be_as_they_were(
    encrypted: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(encrypting, at, failing(errno.EIO))
        change_passphrase(encrypted, PASSPHRASE, OTHER)
    assert members(encrypted, clock, OTHER) == 55
    assert not any(name.endswith(".part") for name in names(encrypted))


def test_what_a_power_cut_left_in_plain_goes_when_the_books_are_next_opened(
    encrypted: Path, clock: FixedClock, small_club: Path
) -> None:
    shutil.copy(small_club / FILE_NAME, encrypted / ".truoc-khi-doi-mat-khau.part")
    shutil.copy(small_club / FILE_NAME, encrypted / ".dang-doi-mat-khau.part")
    assert members(encrypted, clock, PASSPHRASE) == 55
    assert not any(name.endswith(".part") for name in names(encrypted))


def test_a_second_name_of_the_books_goes_and_the_books_stay(
    encrypted: Path, clock: FixedClock
) -> None:
    """As after a power cut between the second name and the change."""
    (encrypted / ".truoc-khi-doi-mat-khau.part").hardlink_to(encrypted / FILE_NAME)
    assert members(encrypted, clock, PASSPHRASE) == 55


def test_a_backup_is_under_the_passphrase_of_its_books(encrypted: Path, clock: FixedClock) -> None:
    books = Books(encrypted, clock, passphrase=PASSPHRASE)
    made, again = books.backups.make(), books.backups.make()
    books.close()
    assert made is not None
    assert again is None  # nothing changed, though the bytes of another would differ
    assert seems_encrypted(made.path)
    assert verify(made.path, PASSPHRASE).club.startswith("CLB")
    for given, kind in (
        ("", TroubleKind.PASSPHRASE_NEEDED),
        (OTHER, TroubleKind.PASSPHRASE_WRONG),
    ):
        with pytest.raises(Trouble) as raised:
            look_into(made.path, given)
        assert raised.value.kind is kind


def test_a_backup_of_an_older_passphrase_comes_under_the_present_one(
    encrypted: Path, clock: FixedClock
) -> None:
    books = Books(encrypted, clock, passphrase=PASSPHRASE)
    made = books.backups.make()
    books.close()
    assert made is not None
    change_passphrase(encrypted, PASSPHRASE, OTHER)
    with pytest.raises(Trouble) as raised:
        restore(encrypted, made.path, of_books=OTHER)
    assert raised.value.kind is TroubleKind.PASSPHRASE_WRONG
    restored = restore(encrypted, made.path, PASSPHRASE, of_books=OTHER)
    assert restored.passphrase == OTHER
    assert members(encrypted, clock, OTHER) == 55


def test_a_plain_backup_comes_under_the_passphrase_of_the_books(
    encrypted: Path, clock: FixedClock, small_club: Path
) -> None:
    restored = restore(encrypted, small_club / FILE_NAME, of_books=PASSPHRASE)
    assert restored.passphrase == PASSPHRASE
    assert seems_encrypted(encrypted / FILE_NAME)
    assert members(encrypted, clock, PASSPHRASE) == 55


def test_a_backup_under_a_passphrase_keeps_it_where_there_were_no_books(
    encrypted: Path, clock: FixedClock, tmp_path: Path
) -> None:
    other = tmp_path / "another computer"
    restored = restore(other, encrypted / FILE_NAME, PASSPHRASE)
    assert restored.passphrase == PASSPHRASE
    assert members(other, clock, PASSPHRASE) == 55


def test_every_flipped_byte_is_noticed(encrypted: Path, clock: FixedClock) -> None:
    whole = (encrypted / FILE_NAME).read_bytes()
    for at in range(0, len(whole), len(whole) // 25):
        damaged = bytearray(whole)
        damaged[at] ^= 1
        (encrypted / FILE_NAME).write_bytes(damaged)
        with pytest.raises(Trouble) as raised:
            verify(encrypted / FILE_NAME, PASSPHRASE)
        assert raised.value.kind in {TroubleKind.PASSPHRASE_WRONG, TroubleKind.BACKUP_DAMAGED}


def test_damaged_books_under_a_passphrase_are_salvaged_under_it(
    encrypted: Path, clock: FixedClock
) -> None:
    pages = (encrypted / FILE_NAME).stat().st_size // 4096
    with (encrypted / FILE_NAME).open("r+b") as file:
        file.seek(pages // 2 * 4096)
        file.write(bytes(4096))
    saved = salvage(encrypted, PASSPHRASE)
    assert saved.members == 55
    assert seems_encrypted(encrypted / FILE_NAME)
    assert members(encrypted, clock, PASSPHRASE) == 55


def test_a_copy_to_look_on_is_under_the_passphrase_too(encrypted: Path) -> None:
    place, lock = copy_to_look_on(encrypted, PASSPHRASE)
    assert seems_encrypted(place / FILE_NAME)
    remove_copy(place, lock)


def test_copies_in_plain_are_named_and_go_if_that_is_wanted(
    small_club: Path, tmp_path: Path, clock: FixedClock
) -> None:
    folder, stick = Path(shutil.copytree(small_club, tmp_path / "books")), tmp_path / "stick"
    stick.mkdir()
    books = Books(folder, clock)
    books.backups.make(second=str(stick))
    books.close()
    (folder / PAPERS).mkdir()
    (folder / PAPERS / "bien-ban.pdf").write_bytes(b"%PDF")
    change_passphrase(folder, "", PASSPHRASE)
    books = Books(folder, clock, passphrase=PASSPHRASE)
    books.backups.make()
    books.close()
    copies = plain_copies(folder, str(stick))
    assert [path.parent.name for path in copies.books] == [FOLDER, STICK_FOLDER]
    assert [path.name for path in copies.papers] == ["bien-ban.pdf"]
    remove_plain_copies(copies)
    assert not plain_copies(folder, str(stick))
    assert names(folder / FOLDER) == ["chungtay-0002.db"]
    assert members(folder, clock, PASSPHRASE) == 55


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps locks with each handle")
def test_the_locks_of_the_open_books_stay_when_other_threads_read_them(
    encrypted: Path, clock: FixedClock
) -> None:
    """Without them another program that opens and closes the books removes the log in use."""
    books = Books(encrypted, clock, passphrase=PASSPHRASE)
    books.register.add_group("Tổ mới")
    with ThreadPoolExecutor(1) as beside:
        assert beside.submit(books.backups.make).result() is not None
        assert is_locked(books.path)
        assert beside.submit(whole_look).result() == []
        assert is_locked(books.path)
    books.close()
