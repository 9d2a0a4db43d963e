"""`chungtay restore FILE`: says what was opened again, or what is wrong, and loses no books."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from storage.books import Books
from storage.clock import FixedClock
from storage.database import FILE_NAME
from storage.records.member_drafts import MemberDraft
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
        "Trong bản sao lưu này, của CLB Liên thế hệ tự giúp nhau thôn Đông: mới nhất là buổi họp "
        "ngày 24/10/2026, biên bản số 01 đã chốt.\n"
        "Sổ đang dùng không có việc nào ghi sau bản này.\n"
        "Đã mở lại bản sao lưu. Mới nhất trong đó: buổi họp ngày 24/10/2026, biên bản số 01 đã "
        "chốt. Biên bản sau này nối tiếp biên bản số 01, ngày 24/10/2026. Sổ dùng trước đó không "
        "mất, nằm ở tệp chungtay-truoc-khi-mo-lai-0001.db.\n"
    )
    assert main(["check", "--data", str(backup.parents[1])]) == 0


def test_it_says_what_the_books_would_no_longer_have(
    backup: Path, capsys: pytest.CaptureFixture[str], clock: FixedClock
) -> None:
    folder = backup.parents[1]
    books = Books(folder, clock)
    for name in ("Trần Văn Lực", "Đỗ Thị Sen"):
        books.members.add(MemberDraft(name=name, group_id=books.register.groups()[0].id))
    books.close()
    assert main(["restore", str(backup), "--data", str(folder)]) == 0
    assert "Sổ đang dùng có thêm 2 việc ghi sau bản này" in capsys.readouterr().out


def test_who_does_not_agree_keeps_the_books(
    backup: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = backup.parents[1]
    before = (folder / FILE_NAME).read_bytes()
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: "")
    assert main(["restore", str(backup), "--data", str(folder)]) == 1
    assert capsys.readouterr().out.endswith("Chưa mở lại gì. Sổ đang dùng vẫn nguyên.\n")
    assert (folder / FILE_NAME).read_bytes() == before
    assert main(["restore", str(backup), "--yes", "--data", str(folder)]) == 0


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
