"""One accepted entry against the bare commit of the same durability, and the minutes as a paper."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from benchmarks.alternating import Row, in_turn, middle
from benchmarks.plain_peewee import plain_peewee
from storage.books import Books
from storage.clock import SystemClock
from storage.records.minutes import MinutesContent, MinutesTable

_WIDTH = 468
"""Points between the margins that ReportLab sets by itself."""
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


def processor_milliseconds(deed: Callable[[], object]) -> float:
    """How much of the processor a deed takes, whatever else the machine does."""
    began = time.process_time()
    deed()
    return (time.process_time() - began) * 1000


def accepted_entry(meeting: Path, times: int) -> list[Row]:
    """A group's count, with its act and its undo, against as many rows written bare.

    Beside it the same through Peewee as its own guide has it: what a library that builds its
    statements takes for itself.
    """
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
    write = plain_peewee(meeting / "peewee.db", _DURABLE)

    def ours() -> float:
        count = 1 + next(turn) % 5
        return milliseconds(lambda: books.attendance.count_group(held.id, group.id, count))

    def through_peewee() -> float:
        return milliseconds(lambda: write(next(turn)))

    def commit() -> None:
        raw.execute("BEGIN IMMEDIATE")
        # The row itself, its act, and its image for the undo.
        for _ in range(3):
            raw.execute("INSERT INTO entry (told, number) VALUES (?, ?)", ("tổ", 11))
        raw.execute("COMMIT")

    mine, bare = in_turn(ours, lambda: milliseconds(commit), times)
    again, peewee = in_turn(ours, through_peewee, times)
    books.close()
    raw.close()
    what = "one entry accepted, with its undo"
    return [
        Row(what, middle(mine), middle(bare), "ms", 2),
        Row(f"{what}, against Peewee with the same rows", middle(again), middle(peewee), "ms"),
    ]


def minutes_paper(times: int) -> Row:
    """The sample meeting's minutes against a bare document of the same paragraphs and rows."""
    from pypdf import PdfReader

    from printouts.minutes import minutes_pdf
    from sample_paper import sample_content

    content = sample_content()
    pages = len(PdfReader(BytesIO(minutes_pdf(content))).pages)
    mine, other = in_turn(
        lambda: milliseconds(lambda: minutes_pdf(content)),
        lambda: milliseconds(lambda: _bare_paper(content)),
        times,
    )
    return Row(f"the minutes as a paper of {pages} pages", middle(mine), middle(other), "ms", 1.3)


def _bare_paper(content: MinutesContent) -> None:
    """The same words in the same faces, as ReportLab's own examples set them."""
    from reportlab.lib.colors import black
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

    from printouts.typesetting.fonts import BOLD, ITALIC, REGULAR

    body, bold, italic = (
        ParagraphStyle(face, fontName=face, fontSize=14, leading=19, spaceBefore=6)
        for face in (REGULAR, BOLD, ITALIC)
    )
    cell, head = (
        ParagraphStyle(face, fontName=face, fontSize=12, leading=15) for face in (REGULAR, BOLD)
    )
    lines = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, black)])

    def table(block: MinutesTable) -> Table:
        rows = [[Paragraph(column.title, head) for column in block.columns]]
        rows += [[Paragraph(text, cell) for text in row] for row in block.rows]
        widths = [column.share * _WIDTH for column in block.columns]
        return Table(rows, widths, style=lines, repeatRows=1)

    told = [content.parent_body, content.club_name, content.meeting_name]
    story: list[Flowable] = [Paragraph(text, bold) for text in told]
    story += [Paragraph(each.text, body) for each in content.opening]
    for part in content.parts:
        story.append(Paragraph(part.title.upper(), bold))
        for block in part.blocks:
            if isinstance(block, MinutesTable):
                story.append(table(block))
            else:
                story.append(Paragraph(f"{block.mark} {block.text}", body))
    story += [Paragraph(each.text, body) for each in content.closing]
    story += [Paragraph(f"{each.capacity} {each.name}", bold) for each in content.signatures]
    story += [Paragraph(text, italic) for text in content.recipients]
    SimpleDocTemplate(BytesIO()).build(story)
