"""One accepted entry against the bare commit of the same durability, and the minutes as a paper."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from benchmarks.alternating import Row, in_turn, middle
from storage.books import Books
from storage.clock import SystemClock

_DURABLE = (
    "PRAGMA journal_mode = wal",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)


def milliseconds(deed: Callable[[], object]) -> float:
    """How long a deed takes by the wall clock."""
    began = time.perf_counter()
    deed()
    return (time.perf_counter() - began) * 1000


def accepted_entry(meeting: Path, times: int) -> Row:
    """A group's count, with its act and its undo, against as many rows written bare."""
    books = Books(meeting, SystemClock())
    held = books.meetings.current()
    if held is None:
        raise RuntimeError("no meeting is held")
    group = books.register.groups()[0]
    raw = sqlite3.connect(meeting / "bare.db", isolation_level=None)
    for statement in _DURABLE:
        raw.execute(statement)
    raw.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, told TEXT, number INTEGER)")
    turn = iter(range(10 * times))

    def ours() -> float:
        count = 1 + next(turn) % 5
        return milliseconds(lambda: books.attendance.count_group(held.id, group.id, count))

    def commit() -> None:
        raw.execute("BEGIN IMMEDIATE")
        # The row itself, its act, and its image for the undo.
        for _ in range(3):
            raw.execute("INSERT INTO entry (told, number) VALUES (?, ?)", ("tổ", 11))
        raw.execute("COMMIT")

    mine, bare = in_turn(ours, lambda: milliseconds(commit), times)
    books.close()
    raw.close()
    return Row("one entry accepted, with its undo", middle(mine), middle(bare), "ms", 2)


def minutes_paper(times: int) -> Row:
    """The sample meeting's minutes against a bare document of as many pages and paragraphs."""
    from pypdf import PdfReader
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    from printouts.minutes import minutes_pdf
    from printouts.typesetting.fonts import REGULAR
    from sample_paper import sample_content

    content = sample_content()
    made = minutes_pdf(content)
    pages = PdfReader(BytesIO(made)).pages
    lines = [line for page in pages for line in page.extract_text().splitlines() if line.strip()]
    style = ParagraphStyle("bare", fontName=REGULAR, fontSize=13, leading=18)

    def bare() -> None:
        document = SimpleDocTemplate(BytesIO())
        document.build([Paragraph(line.replace("<", "‹"), style) for line in lines])

    mine, other = in_turn(
        lambda: milliseconds(lambda: minutes_pdf(content)), lambda: milliseconds(bare), times
    )
    return Row(
        f"the minutes as a paper of {len(pages)} pages", middle(mine), middle(other), "ms", 1.3
    )
