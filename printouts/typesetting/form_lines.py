"""The lines of a form: a label with what is known behind it, or with dots for the pen."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable, Paragraph, TableStyle

from printouts.typesetting.blanks import DottedLines
from printouts.typesetting.fonts import text_width
from printouts.typesetting.page import TEXT_WIDTH
from printouts.typesetting.styles import STYLES
from printouts.typesetting.tables import BARE, WholeRows
from printouts.typesetting.text import markup
from storage.records.letters import FormLine

_GAP = 4
"""Between a label and its dots."""


def form_line(line: FormLine) -> Flowable:
    """One line, or the dotted lines that it asks for."""
    label = f"{line.label}:"
    if line.text:
        return Paragraph(markup(f"{label} {line.text}"), STYLES.form_line)
    return _to_be_filled(label, line.blank_lines)


def _to_be_filled(label: str, lines: int) -> Flowable:
    """A label with dotted lines behind it and below."""
    style = STYLES.form_line
    width = text_width(label, style.fontName, style.fontSize) + _GAP
    first = WholeRows(
        [[Paragraph(markup(label), STYLES.form_label), DottedLines()]],
        colWidths=[width, TEXT_WIDTH - width],
        style=TableStyle([("VALIGN", (0, 0), (-1, -1), "BOTTOM")], parent=BARE),
    )
    if lines == 1:
        return first
    rows: list[list[Any]] = [[[first]], [[DottedLines(lines - 1)]]]
    together = WholeRows(rows, colWidths=[TEXT_WIDTH], style=BARE)
    together.whole_up_to = 1
    return together
