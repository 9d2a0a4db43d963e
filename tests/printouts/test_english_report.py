"""The report of a year is made in English too; names, and what people typed, stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from plain_books import PlainBooks
from prepared import PreparedBooks, Stage, clock_at
from screens.papers.catalogue import Paper, file_name, paper_named
from storage.books import Books
from storage.records.papers import PaperWish
from storage.records.report import ReportContent
from storage.said import Language
from tui.__main__ import main

ENGLISH = PaperWish(2026, language=Language.ENGLISH)


def test_every_word_of_it_is_english(plain: PlainBooks, tmp_path: Path) -> None:
    books = Books(plain.copy(Stage.APPROVAL, tmp_path / "books"), clock_at(Stage.APPROVAL))
    report = _report()
    content = report.read(books, ENGLISH)
    name = file_name(books, report, ENGLISH, content)
    books.close()
    (tmp_path / "report.pdf").write_bytes(report.pdf(content))
    text = _text_of(tmp_path / "report.pdf")
    assert name == "bao-cao-2026-tieng-anh"
    assert "SOCIALIST REPUBLIC OF VIET NAM" in text
    assert "People helped in each month" in text
    # The sign of the money, and the dots for the pen.
    assert {letter for letter in text if not letter.isascii()} <= set("đ…")


def test_the_command_line_makes_it(
    prepared: PreparedBooks, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A paper that there is in Vietnamese alone stays so."""
    folder = str(prepared.copy(Stage.APPROVAL, tmp_path / "books"))
    made = {}
    for kind in ("report", "attendance-list"):
        out = tmp_path / f"{kind}.pdf"
        assert main(["paper", kind, "--lang", "en", "--data", folder, "--out", str(out)]) == 0
        made[kind] = _text_of(out)
    assert capsys.readouterr().out.startswith("Wrote report to ")
    assert "Hardship cases proposed by the groups" in made["report"]
    assert "DANH SÁCH ĐIỂM DANH" in made["attendance-list"]


def _report() -> Paper[ReportContent]:
    found = paper_named("report")
    assert found is not None
    return found


def _text_of(file: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(file).pages)
