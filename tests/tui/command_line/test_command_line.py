"""The command line: what it answers, the status it ends with, and never more than a sentence."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from screens.papers.catalogue import PAPERS
from storage.books import Books
from tui import __version__
from tui.__main__ import main
from tui.command_line import commands
from tui.command_line.commands import opened

NOT_A_TERMINAL = (
    "Chung Tay cần chạy trong một cửa sổ lệnh: xin mở cửa sổ lệnh rồi gõ chungtay, "
    "không nối với lệnh hay tệp khác.\n"
)


@pytest.fixture(scope="session")
def sealed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Invented books of one year, made by the command itself."""
    folder = tmp_path_factory.mktemp("practice") / "so"
    assert main(["practice-books", str(folder), "--years", "1", "--seed", "7"]) == 0
    return folder


@pytest.fixture
def approved_folder(books: Books, meeting_id: int) -> Path:
    """Closed books with one meeting, its minutes approved."""
    books.minutes.approve(meeting_id, unanimous=True)
    books.close()
    return books.path.parent


def text_of(paper: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(paper).pages)


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"chungtay {__version__}\n"


def test_help_is_vietnamese_to_the_last_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Cách dùng: chungtay [-h] [--data thư-mục]")
    assert "-h, --help hiện lời chỉ dẫn này rồi ra" in " ".join(shown.split())
    for english in ("usage", "options", "show", "positional"):
        assert english not in shown


def test_the_screens_are_not_loaded_for_what_needs_none() -> None:
    program = (
        "import sys; from tui.__main__ import main; status = main(['check', '--data', 'none']); "
        "sys.exit(9 if 'textual' in sys.modules or 'reportlab' in sys.modules else status)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False, cwd=Path.cwd()
    )
    assert ended.returncode == 1


def test_without_a_terminal_nothing_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path / "so")]) == 2
    assert capsys.readouterr().err == NOT_A_TERMINAL
    assert not (tmp_path / "so").exists()


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("chec", "lệnh: không có “chec”; xin chọn: 'paper', 'practice-books', 'check'"),
        ("check now", "không hiểu now"),
        ("check --datum", "không hiểu --datum"),
        ("check --data", "--data: cần ghi thêm một giá trị"),
        ("paper", "cần một trong các mục giấy --list"),
        ("paper letters", "giấy: không có giấy “letters”; xin chọn: minutes"),
        ("paper minutes --year 26", "--year: “26” không phải một năm; xin ghi như 2026"),
        (
            "paper minutes --months 6-1",
            "--months: “6-1” không phải các tháng; xin ghi như 1-6 hoặc 5",
        ),
        ("paper minutes --last --meeting 2026-11", "--meeting: không dùng cùng với --last"),
        ("practice-books", "còn thiếu thư-mục"),
        (
            "practice-books so --years 0",
            "--years: “0” không phải số năm; xin ghi một số từ 1 đến 100",
        ),
        (
            "practice-books so --members 5",
            "--members: “5” không phải số thành viên; xin ghi một số từ 40 đến 150",
        ),
        ("practice-books so --seed x", "--seed: “x” không phải một số"),
        (
            "paper minutes --last --out .",
            "--out: “.” là một thư mục; xin ghi tên tệp, ví dụ bien-ban.pdf",
        ),
    ],
)
def test_wrong_use_is_said_in_one_line(
    line: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line.split()) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    if sentence.startswith("lệnh: không có"):
        # The list of what there is comes in the quotes of each Python's argparse.
        sentence = sentence.partition(";")[0]
    assert shown.err.startswith(f"Lệnh không đúng: {sentence}")
    assert "Xem chỉ dẫn: chungtay" in shown.err


@pytest.mark.parametrize("text", ["2026", "2026-13", "2026-11-0", "11-2026", "x", "2026-11-1-1"])
def test_an_unclear_meeting_is_not_guessed(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paper", "minutes", "--meeting", text]) == 2
    sentence = f"“{text}” không phải một buổi họp; xin ghi như 2026-11 hoặc 2026-11-2"
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["paper", "minutes", "--last"]])
def test_a_question_about_books_that_are_not_there_makes_none(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "so"
    assert main([*command, "--data", str(folder)]) == 1
    sentence = f"Thư mục {folder} chưa có sổ. Xin ghi đúng thư mục sau --data.\n"
    assert capsys.readouterr().err == sentence
    assert not folder.exists()


def asked_for(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments]) == 1
    return capsys.readouterr().err.removeprefix("Thư mục ").partition(" chưa có sổ")[0]


def test_the_folder_may_be_named_before_the_command_or_after(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "so")
    assert asked_for(capsys, "--data", folder, "check") == folder
    assert asked_for(capsys, "check", "--data", folder) == folder


def test_the_environment_names_the_folder_where_the_command_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHUNGTAY_DATA", str(tmp_path / "so"))
    assert asked_for(capsys, "check") == str(tmp_path / "so")
    other = str(tmp_path / "khac")
    assert asked_for(capsys, "check", "--data", other) == other


def test_the_practice_club_lies_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = asked_for(capsys, "--practice", "check", "--data", str(tmp_path))
    assert shown == str(tmp_path / "hop-thu")


def test_otherwise_the_folder_is_the_users_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHUNGTAY_DATA", "")
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name, **_: f"{tmp_path}/{name}")
    assert asked_for(capsys, "check") == f"{tmp_path}/chungtay"


def test_an_empty_folder_name_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", ""]) == 2
    assert "--data: tên để trống" in capsys.readouterr().err


def test_books_that_are_right(sealed_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(sealed_folder)]) == 0
    shown = capsys.readouterr()
    assert shown.out == "Sổ đúng và đủ: 12 biên bản, 12 buổi họp, 58 thành viên.\n"
    assert shown.err == ""


def test_sealed_minutes_that_were_changed(
    sealed_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "so"
    shutil.copytree(sealed_folder, folder)
    with sqlite3.connect(folder / "chungtay.db") as file:
        names = file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in names.fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute("UPDATE minutes SET content = content || ' '")
    file.close()
    assert main(["check", "--data", str(folder)]) == 1
    *lines, last = capsys.readouterr().out.splitlines()
    assert len(lines) == 12
    assert last.startswith("Phần giữ biên bản đã chốt khỏi bị sửa không còn đủ")
    assert all(
        line.endswith(": nội dung đã chốt bị thay đổi. Xin so với bản giấy có chữ ký.")
        for line in lines
    )


def test_a_file_that_is_not_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "chungtay.db"
    file.write_text("không phải sổ" * 100, encoding="utf-8")
    assert main(["check", "--data", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        f"Tệp {file} không phải sổ của Chung Tay. Tệp được giữ nguyên; xin chọn thư mục khác.\n"
    )


def test_books_that_are_open_elsewhere(books: Books, capsys: pytest.CaptureFixture[str]) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tui", "check", "--data", str(books.path.parent)],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith(
        "Sổ đang mở ở một cửa sổ khác. Xin dùng cửa sổ ấy, hoặc đóng nó rồi mở lại. Mở từ "
    )


def test_the_newest_minutes(
    approved_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "giay" / "bien-ban.pdf"
    line = ["paper", "minutes", "--last", "--out", str(out), "--data", str(approved_folder)]
    assert main(line) == 0
    assert capsys.readouterr().out == f"Đã ghi biên bản vào {out}\n"
    assert "Số: 01/BB-CLB" in text_of(out)


def test_the_papers_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paper", "--list"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in shown] == [paper.kind for paper in PAPERS]
    assert shown[0].endswith("Biên bản")


def test_where_nothing_is_said_the_last_meeting_is_meant(
    closed_books: Path, tmp_path: Path
) -> None:
    """It still runs: its minutes are a draft."""
    out = tmp_path / "nhap.pdf"
    assert main(["paper", "minutes", "--out", str(out), "--data", str(closed_books)]) == 0
    assert "BẢN NHÁP" in text_of(out)


def test_the_last_meeting_of_a_year(
    sealed_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(sealed_folder) as books:
        year = books.meetings.all()[0].day.year
    out = tmp_path / "nam.pdf"
    where = ["--out", str(out), "--data", str(sealed_folder)]
    assert main(["paper", "minutes", "--year", str(year), *where]) == 0
    assert f"tháng 12 năm {year}" in text_of(out)
    assert main(["paper", "minutes", "--year", "1999", *where]) == 1
    assert capsys.readouterr().err == "Không tìm thấy buổi họp này.\n"


def test_a_paper_that_is_no_spreadsheet(
    closed_books: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "bien-ban.xlsx"
    assert main(["paper", "minutes", "--out", str(out), "--data", str(closed_books)]) == 1
    sentence = "Biên bản không có bảng tính. Xin ghi tên tệp .pdf sau --out.\n"
    assert capsys.readouterr().err == sentence
    assert not out.exists()


def test_the_same_minutes_are_the_same_bytes(approved_folder: Path, tmp_path: Path) -> None:
    papers = [tmp_path / "1.pdf", tmp_path / "2.pdf"]
    for paper in papers:
        where = ["--out", str(paper), "--data", str(approved_folder)]
        assert main(["paper", "minutes", "--meeting", "2026-10", *where]) == 0
    assert papers[0].read_bytes() == papers[1].read_bytes()


def test_without_a_name_the_paper_lies_where_one_stands(
    approved_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    line = ["paper", "minutes", "--last", "--public", "--data", str(approved_folder)]
    assert main(line) == 0
    paper = tmp_path / "bien-ban-2026-10-24-so-01-cong-khai.pdf"
    assert "Bản công khai" in text_of(paper)


def test_a_meeting_that_was_not_held(
    approved_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = ["paper", "minutes", "--meeting", "2026-10-2", "--data", str(approved_folder)]
    assert main(line) == 1
    assert capsys.readouterr().err == "Không tìm thấy buổi họp này.\n"


def test_no_minutes_are_final_yet(closed_books: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paper", "minutes", "--last", "--data", str(closed_books)]) == 1
    assert capsys.readouterr().err == (
        "Chưa có biên bản nào đã thông qua. Xin chọn buổi họp bằng --meeting.\n"
    )


def _triggers(file: sqlite3.Connection) -> list[tuple[str]]:
    return file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()


def sealed_code(folder: Path) -> str:
    """The check code on the newest sealed minutes."""
    with opened(folder) as books:
        last = books.meetings.last()
        assert last is not None
        return books.minutes.content(last.id).check_code


def test_a_paper_in_hand_is_the_sealed_one(
    sealed_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = sealed_code(sealed_folder)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert main(["check", "--code", typed, "--data", str(sealed_folder)]) == 0
    assert capsys.readouterr().out.startswith(f"Đúng: mã {code} là của biên bản số ")


def test_a_paper_in_hand_is_not_a_sealed_one(
    sealed_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--code", "0000-0000-0000", "--data", str(sealed_folder)]) == 1
    shown = capsys.readouterr().out
    assert shown.startswith("Không có giấy nào đã chốt mang mã 0000-0000-0000.")
    assert main(["check", "--code", "7KQ2", "--data", str(sealed_folder)]) == 1
    assert "“7KQ2” không phải mã kiểm tra" in capsys.readouterr().err


def test_a_code_whose_minutes_were_changed_since_is_not_taken_for_sound(
    sealed_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "so"
    shutil.copytree(sealed_folder, folder)
    code = sealed_code(folder)
    with sqlite3.connect(folder / "chungtay.db") as file:
        for (name,) in _triggers(file):
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute("UPDATE minutes SET content = content || ' '")
    file.close()
    assert main(["check", "--code", code, "--data", str(folder)]) == 1
    assert "nội dung trong sổ đã khác lúc chốt" in capsys.readouterr().out


def test_practice_books_do_not_go_where_books_are(
    sealed_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["practice-books", str(sealed_folder)]) == 1
    assert capsys.readouterr().err == (
        f"Thư mục {sealed_folder} đã có sổ. Xin chọn một thư mục khác.\n"
    )


def test_what_nobody_foresaw_is_one_sentence_and_a_log_without_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(folder: Path) -> commands.Outcome:
        raise ValueError("cụ Phạm Thị Hiền")

    monkeypatch.setattr(commands, "check", fail)
    assert main(["check", "--data", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        "Chương trình gặp lỗi nên phải dừng; việc đã lưu vẫn còn nguyên, xin mở lại chương trình "
        "(lỗi được ghi ở tệp chungtay.log bên cạnh sổ).\n"
    )
    log = (tmp_path / "chungtay.log").read_text(encoding="utf-8")
    assert "builtins.ValueError" in log
    assert "Hiền" not in log


def test_ctrl_c_is_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(folder: Path) -> commands.Outcome:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "check", interrupted)
    assert main(["check", "--data", str(tmp_path)]) == 130
    assert capsys.readouterr().err == "Đã dừng giữa chừng.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that is closed fails otherwise there")
def test_a_reader_that_has_left_is_no_traceback() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [sys.executable, "-m", "tui", "--version"],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert ended.stderr == b""
