"""`chungtay gather` and `gather-report`: a line a file, and one sentence for what is wrong."""

from __future__ import annotations

import io
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from invented_bundles import invented_bundle, with_seal, written
from paper import read_text
from tui.__main__ import main


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'hoi.db'}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Bundles of two clubs, something else, and a file that the folder's clubs do not mean."""
    folder = tmp_path / "goi"
    folder.mkdir()
    written(folder, invented_bundle(1), "1")
    written(folder, invented_bundle(2), "2")
    (folder / "3.chungtay").write_text("{}")
    (folder / "thu.txt").write_text("Kính gửi Hội")
    return folder


def test_each_file_is_told_and_the_others_go_on(
    url: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = (len(invented_bundle(number).meetings) for number in (1, 2))
    assert main(["gather", url, str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"1.chungtay: CLB Liên thế hệ tự giúp nhau thôn Đoài 1, xã An Bình, thêm {one} biên bản.",
        f"2.chungtay: CLB Liên thế hệ tự giúp nhau thôn Trung 2, xã An Bình, thêm {two} biên bản.",
        "3.chungtay: không nhận, tệp này không phải gói số liệu của Chung Tay. Xin hỏi lại CLB.",
        f"Đã nhận 2 tệp, thêm {one + two} biên bản; không nhận 1 tệp.",
    ]
    assert main(["gather", url, str(folder / "1.chungtay"), str(folder / "2.chungtay")]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1.chungtay: CLB Liên thế hệ tự giúp nhau thôn Đoài 1, xã An Bình, không có gì mới.",
        "2.chungtay: CLB Liên thế hệ tự giúp nhau thôn Trung 2, xã An Bình, không có gì mới.",
        "Đã nhận 2 tệp, thêm 0 biên bản; không nhận 0 tệp.",
    ]


def test_a_month_that_contradicts_is_told_and_taken_only_where_it_is_asked_for(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle = invented_bundle(1)
    main(["gather", url, str(written(tmp_path, bundle, "1"))])
    assert main(["gather", url, str(written(tmp_path, with_seal(bundle, 5), "1"))]) == 1
    assert capsys.readouterr().out.splitlines()[-2] == (
        f"1.chungtay: không nhận, biên bản tháng {bundle.meetings[5].day:%m/%Y} khác với bản đã "
        "gom trước đây. Xin hỏi CLB, so mã ở biên bản giấy."
    )
    assert main(["gather", url, str(tmp_path / "1.chungtay"), "--replace"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        "1.chungtay: CLB Liên thế hệ tự giúp nhau thôn Đoài 1, xã An Bình, "
        f"bỏ {len(bundle.meetings) - 5} biên bản đã gom trước đây, "
        f"thay bằng {len(bundle.meetings) - 5} biên bản."
    )


def test_the_report_is_a_paper_or_a_spreadsheet_as_its_name_says(
    url: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["gather", url, str(folder)])
    paper, sheets = tmp_path / "bao-cao.pdf", tmp_path / "bao-cao.xlsx"
    assert main(["gather-report", url, "--out", str(paper), "--association", "Hội NCT"]) == 0
    assert main(["gather-report", url, "--out", str(sheets), "--year", "2025"]) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        f"Đã ghi báo cáo năm 2026 của 2 CLB vào {paper}",
        f"Đã ghi báo cáo năm 2025 của 2 CLB vào {sheets}",
    ]
    assert "HỘI NCT" in read_text(paper.read_bytes())
    book = CalamineWorkbook.from_filelike(io.BytesIO(sheets.read_bytes()))
    assert book.get_sheet_by_name("Từng CLB").to_python()[0][0] == "Từng CLB, năm 2025"


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (
            ["gather", "mysql://localhost/hoi", "x.chungtay"],
            "Không hiểu tên cơ sở dữ liệu. Xin ghi như sqlite:///hoi.db hoặc "
            "postgresql://người-dùng@máy/tên.\n",
        ),
        (
            ["gather-report", "sqlite:///no-such.db", "--out", "x.pdf"],
            "Cơ sở dữ liệu này chưa gom được CLB nào. Xin chạy chungtay gather trước.\n",
        ),
    ],
)
def test_what_is_wrong_with_the_database_is_one_sentence(
    command: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(command) == 1
    assert capsys.readouterr().err == sentence
    assert list(tmp_path.iterdir()) == []


def test_a_password_is_never_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gather", "postgresql://hoi:rat-bi-mat@127.0.0.1:1/hoi", "x.chungtay"]) == 1
    told = capsys.readouterr().err
    driver = find_spec("psycopg") is not None
    assert told.startswith("Không nối được với" if driver else "Máy này chưa có phần nối với")
    assert "rat-bi-mat" not in told


def test_a_report_of_another_kind_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gather-report", "sqlite:///hoi.db", "--out", "bao-cao.doc"]) == 2
    assert "xin ghi tên tệp .pdf hoặc .xlsx" in capsys.readouterr().err


def test_no_club_loads_what_connects_to_a_server(tmp_path: Path) -> None:
    program = (
        "import sys; from tui.__main__ import main; main(['bundle', '--out', 'x', '--data', 'y']); "
        "print(*sys.modules)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        encoding="utf-8",
    )
    loaded = set(ended.stdout.split())
    assert "storage.association.bundling" in loaded
    assert not {"playhouse.db_url", "storage.association.database"} & loaded
