"""`chungtay backup [FOLDER]`: a verified copy beside the books or on a stick."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.books import Books
from storage.safekeeping.backup_checks import verify
from tui.__main__ import main


@pytest.fixture
def folder(books: Books, meeting_id: int, tmp_path: Path) -> Path:
    """Closed books with a meeting."""
    assert meeting_id
    books.close()
    return tmp_path / "books"


def test_it_lies_beside_the_books_and_the_same_is_not_kept_twice(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = folder / "sao-luu" / "chungtay-0001.db"
    assert main(["backup", "--data", str(folder)]) == 0
    assert capsys.readouterr().out == f"Đã sao lưu xong, đã kiểm tra: {made}\n"
    assert verify(made).newest is not None
    assert main(["backup", "--data", str(folder)]) == 0
    assert capsys.readouterr().out == "Từ bản sao lưu trước tới nay sổ không có gì mới.\n"
    assert [path.name for path in made.parent.iterdir()] == [made.name]


def test_on_a_stick_each_time_a_new_number(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    for number in (1, 2):
        assert main(["backup", str(stick), "--data", str(folder)]) == 0
        made = stick / "chungtay-sao-luu" / f"chungtay-000{number}.db"
        assert str(made) in capsys.readouterr().out
        assert verify(made)


def test_a_stick_that_is_not_there_is_said_and_nothing_is_made(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", str(tmp_path / "gone"), "--data", str(folder)]) == 1
    assert "không còn thấy “gone”" in capsys.readouterr().err
    assert not (tmp_path / "gone").exists()


def test_where_there_are_no_books_none_are_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "--data", str(tmp_path / "empty")]) == 1
    assert capsys.readouterr().err
    assert not (tmp_path / "empty").exists()
