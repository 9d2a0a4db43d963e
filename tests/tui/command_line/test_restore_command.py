"""`chungtay restore FILE`: says what was opened again, or what is wrong, and loses no books."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.books import Books
from storage.clock import FixedClock
from storage.database import FILE_NAME
from tui.__main__ import main


@pytest.fixture
def backup(books: Books, meeting_id: int) -> Path:
    """A backup of closed books with minutes that are approved."""
    books.minutes.give_reason(meeting_id, no_case="không có", no_community="mưa bão")
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    made = books.backups.make(sealed=True)
    assert made is not None
    books.close()
    return made.path


def test_it_says_which_meeting_is_the_newest_and_where_the_books_before_are(
    backup: Path, capsys: pytest.CaptureFixture[str], clock: FixedClock
) -> None:
    assert main(["restore", str(backup), "--data", str(backup.parents[1])]) == 0
    assert capsys.readouterr().out == (
        "Đã mở lại bản sao lưu. Mới nhất trong đó: buổi họp ngày 24/10/2026, biên bản số 01 đã "
        "chốt. Biên bản sau này nối tiếp biên bản số 01, ngày 24/10/2026. Sổ dùng trước đó không "
        "mất, nằm ở tệp chungtay-truoc-khi-mo-lai-0001.db.\n"
    )
    assert main(["check", "--data", str(backup.parents[1])]) == 0


def test_on_a_new_computer_there_are_no_books_to_keep(
    backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path / "new"), "restore", str(backup)]) == 0
    assert "Sổ dùng trước đó" not in capsys.readouterr().out
    assert (tmp_path / "new" / FILE_NAME).exists()


def test_what_is_no_backup_is_refused_in_a_sentence(
    backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "thư.pdf"
    letter.write_bytes(b"%PDF-1.7")
    assert main(["restore", str(letter), "--data", str(backup.parents[1])]) == 1
    assert capsys.readouterr().err == (
        "Tệp thư.pdf không phải bản sao lưu của Chung Tay. Sổ đang dùng vẫn nguyên. "
        "Xin chọn tệp khác.\n"
    )


def test_the_books_themselves_are_refused(backup: Path, capsys: pytest.CaptureFixture[str]) -> None:
    books = backup.parents[1]
    assert main(["restore", str(books / FILE_NAME), "--data", str(books)]) == 1
    assert capsys.readouterr().err == ("Tệp này chính là sổ đang dùng. Xin chọn một bản sao lưu.\n")
    assert sorted(path.suffix for path in books.iterdir()) == ["", ".dau", ".db", ".lock"]


def test_it_wants_to_know_which(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore"]) == 2
    assert capsys.readouterr().err == (
        "Lệnh không đúng: còn thiếu tệp.db. Xem chỉ dẫn: chungtay restore --help\n"
    )
