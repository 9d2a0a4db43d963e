"""Phiếu phân công: slips to tear off, several on a sheet with lines to cut along."""

from __future__ import annotations

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, TableStyle

from printouts.typesetting.fonts import BOLD
from printouts.typesetting.page import PORTRAIT, OnePaper, PageMarks, Shape, print_papers
from printouts.typesetting.styles import STYLES
from printouts.typesetting.tables import BARE, WholeRows
from printouts.typesetting.text import capitals, markup
from storage.records.slips import Slip, SlipLine, Slips
from storage.rules.minutes_parts.tokens import capital

_TITLE = "Phiếu phân công"
_SHEET = Shape(
    PORTRAIT.width, PORTRAIT.height, top=15 * mm, bottom=15 * mm, left=15 * mm, right=15 * mm
)
_FOOT = "Cắt theo các đường gạch."
_BY_HAND = "……………………………………"
_COLUMNS = 2
_PADDING = 10
_GREY = Color(0.35, 0.35, 0.35)
_DASH = (4, 3)
_NOTHING = "Chưa có đăng ký giúp nào, nên chưa có phiếu phân công."


def slips_pdf(content: Slips) -> bytes:
    """All slips of a meeting as PDF."""
    return print_papers(
        [OnePaper(lambda: [_cut_apart(content)], _FOOT)]
        if content.slips
        else [OnePaper(lambda: [Paragraph(_NOTHING, STYLES.body)])],
        title=_TITLE,
        author=content.club_name,
        marks=PageMarks(draft=content.draft, numbered=False),
        shape=_SHEET,
    )


def _cut_apart(content: Slips) -> Flowable:
    cells: list[list[Flowable]] = [_slip(content, slip) for slip in content.slips]
    cells += [[]] * (-len(cells) % _COLUMNS)
    rows = [cells[start : start + _COLUMNS] for start in range(0, len(cells), _COLUMNS)]
    table = WholeRows(
        rows,
        colWidths=[_SHEET.text_width / _COLUMNS] * _COLUMNS,
        style=TableStyle(
            [
                ("INNERGRID", (0, 0), (-1, -1), 0.6, _GREY, "butt", _DASH),
                ("LINEABOVE", (0, 0), (-1, 0), 0.6, _GREY, "butt", _DASH),
                ("LINEBELOW", (0, 0), (-1, -1), 0.6, _GREY, "butt", _DASH),
                ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
                ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
                ("TOPPADDING", (0, 0), (-1, -1), _PADDING),
                ("BOTTOMPADDING", (0, 0), (-1, -1), _PADDING),
            ],
            parent=BARE,
        ),
    )
    table.page_height = _SHEET.text_height
    return table


def _slip(content: Slips, slip: Slip) -> list[Flowable]:
    return [
        Paragraph(markup(content.club_name), STYLES.slip_source),
        Paragraph(markup(capitals(_TITLE)), STYLES.slip_head),
        Paragraph(markup(content.source), STYLES.slip_source),
        _line(SlipLine("Giao cho", capital(slip.to))),
        *map(_line, slip.lines),
    ]


def _line(line: SlipLine) -> Paragraph:
    text = line.text or _BY_HAND
    label = f'<font name="{BOLD}">{markup(line.label)}:</font>'
    return Paragraph(f"{label} {markup(text)}", STYLES.slip_line)
