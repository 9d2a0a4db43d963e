"""Sổ theo dõi hoạt động Tự giúp nhau và Hỗ trợ cộng đồng (S33), on landscape sheets."""

from __future__ import annotations

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from printouts.tracking_columns import COLUMNS, TrackingColumn, written
from printouts.typesetting.letterhead import title
from printouts.typesetting.page import LANDSCAPE, OnePaper, print_papers
from printouts.typesetting.styles import STYLES
from printouts.typesetting.tables import LINE, TableLook, grid
from printouts.typesetting.text import capitals, markup
from storage.records.minutes import Column, MinutesTable
from storage.records.tracking import TrackingContent, TrackingLine
from storage.rules.minutes_parts.tokens import capital

_TITLE = "Sổ theo dõi hoạt động Tự giúp nhau và Hỗ trợ cộng đồng"
_EMPTY = "Chưa có nội dung nào trong thời gian này."
_PUBLIC_COPY = "Bản công khai"
_SHORT_WORDS = (
    "Chữ viết tắt: CLB: câu lạc bộ; TNV: tình nguyện viên; NCT: người cao tuổi; "
    "BHYT: bảo hiểm y tế."
)


def tracking_book_pdf(content: TrackingContent) -> bytes:
    """The book as PDF; the same content makes the same bytes."""
    foot = f"Sổ theo dõi {content.months} · {content.club_name}"
    return print_papers(
        [OnePaper(lambda: [*_head(content), *_body(content)], foot)],
        title=f"{_TITLE} {content.months}",
        author=content.club_name,
        shape=LANDSCAPE,
    )


def _head(content: TrackingContent) -> list[Flowable]:
    names = [Paragraph(f"<b>{markup(capitals(content.club_name))}</b>", STYLES.book_names)]
    if content.parent_body.strip():
        names.insert(0, Paragraph(markup(capitals(content.parent_body)), STYLES.book_names))
    if content.public:
        names.append(Paragraph(_PUBLIC_COPY, STYLES.remark))
    return [*names, *title(capitals(_TITLE), capital(content.months), LANDSCAPE.text_width)]


def _body(content: TrackingContent) -> list[Flowable]:
    if not content.lines:
        return [Paragraph(_EMPTY, STYLES.body)]
    full = sum(column.width for column in COLUMNS) * mm
    columns = tuple(
        Column(column.title, column.width * mm / full, column.centred) for column in COLUMNS
    )
    table = MinutesTable(columns, tuple(_row(line) for line in content.lines))
    look = TableLook(
        STYLES.book_head,
        STYLES.book_cell,
        STYLES.book_number,
        side_padding=2,
        lines=_lines_between(content.lines),
    )
    return [Paragraph(_SHORT_WORDS, STYLES.remark), grid(table, LANDSCAPE, look)]


def _row(line: TrackingLine) -> tuple[str, ...]:
    return tuple(written(column.cell(line)) if _shown(column, line) else "" for column in COLUMNS)


def _shown(column: TrackingColumn, line: TrackingLine) -> bool:
    return line.first or column.on_every_line or not column.of_entry


def _lines_between(lines: tuple[TrackingLine, ...]) -> tuple[tuple[object, ...], ...]:
    """Lines over each entry, and over each promise beside what its entry is about."""
    of_entry = sum(column.of_entry for column in COLUMNS)
    over = (
        ("LINEABOVE", (0 if line.first else of_entry, row), (-1, row), LINE, black)
        for row, line in enumerate(lines, start=1)
    )
    edges = (
        ("LINEABOVE", (0, 0), (-1, 0), LINE, black),
        ("LINEBELOW", (0, 0), (-1, 0), LINE, black),
        ("LINEBELOW", (0, -1), (-1, -1), LINE, black),
        ("LINEBEFORE", (0, 0), (-1, -1), LINE, black),
        ("LINEAFTER", (-1, 0), (-1, -1), LINE, black),
    )
    return (*over, *edges)
