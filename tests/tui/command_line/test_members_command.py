"""`chungtay members import` and `export`: told row by row, and written only when it is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

import spreadsheets
from storage.books import Books
from storage.clock import SystemClock
from storage.records.kinds import ExportKind
from tui.__main__ import main


@pytest.fixture
def folder(books: Books) -> str:
    """The folder of closed books with 55 members."""
    books.close()
    return str(books.path.parent)


@pytest.fixture
def listed(tmp_path: Path) -> str:
    """A list of three people and one row without a name."""
    table = (*spreadsheets.PEOPLE, (4, "", 1950, "Nữ"))
    return str(spreadsheets.workbook(tmp_path / "ds.xlsx", DS=table))


def members(folder: str) -> int:
    """How many the books have."""
    books = Books(Path(folder), SystemClock())
    try:
        return len(books.register.members())
    finally:
        books.close()


def test_a_dry_run_tells_everything_and_writes_nothing(
    folder: str, listed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["members", "import", listed, "--dry-run", "--data", folder]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "dòng 2: thêm Nguyễn Thị Mùi, Tổ 1 (Tổ 1 đã có Tổ trưởng, không đổi)",
        "dòng 3: thêm Đặng Văn Đức, Tổ 2 (Chủ nhiệm đang là Lê Thị An, không đổi)",
        "dòng 4: thêm Phạm Thị Ổn, Tổ 3",
        "dòng 5: không nhập (không có họ tên)",
        "Sẽ thêm 3, sửa 0 người; 0 người đã có đủ, 1 dòng không nhập được. Sổ chưa đổi.",
    ]
    assert members(folder) == 55


def test_it_is_taken_over_once(
    folder: str, listed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["members", "import", listed, "--data", folder]) == 1
    assert main(["--data", folder, "members", "import", listed]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Đã thêm 0, sửa 0 người; 3 người đã có đủ, 1 dòng không nhập được."
    )
    assert members(folder) == 58


def test_what_is_written_out_is_noted_and_reads_as_it_was(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "ra" / "thanh-vien.xlsx")
    assert main(["members", "export", out, "--data", folder]) == 0
    assert capsys.readouterr().out == f"Đã ghi 55 thành viên vào {out}\n"
    assert main(["members", "import", out, "--data", folder]) == 0
    assert "55 người đã có đủ" in capsys.readouterr().out
    books = Books(Path(folder), SystemClock())
    (noted,) = books.exports.newest()
    books.close()
    export = noted.export
    assert (export.what, export.people, export.file) == (ExportKind.MEMBERS, 55, out)


def test_a_file_that_is_no_list_is_told_in_a_sentence(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "thư.pdf"
    letter.write_bytes(b"%PDF-1.7\x00" + bytes(100))
    assert main(["members", "import", str(letter), "--data", folder]) == 1
    assert capsys.readouterr().err == (
        "Tệp này không phải bảng tính. Xin chọn tệp Excel (.xlsx, .xls) hoặc CSV.\n"
    )
