"""The manual: large letters, the eight steps with their screens, a card of keys at the end."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Paragraph, Spacer, TableStyle

from printouts.screen_pictures import ScreenPicture
from printouts.typesetting.page import PORTRAIT, OnePaper, Shape, print_papers
from printouts.typesetting.styles import MANUAL_STYLES, ManualStyles
from printouts.typesetting.tables import BARE, WholeRows
from printouts.typesetting.text import markup
from storage.records.manual import (
    Manual,
    ManualHead,
    ManualItem,
    ManualScreen,
    ManualTable,
    ManualText,
)

_SHEET = Shape(
    PORTRAIT.width, PORTRAIT.height, top=19 * mm, bottom=14 * mm, left=20 * mm, right=18 * mm
)
_PICTURE = 0.96
"""Of the width of the text."""
_MARK = 8 * mm
_LEFT = 53 * mm
"""The left column of a table."""
_CARD_LEFT = 62 * mm
_LINE = 0.4
_GREY = Color(0.6, 0.6, 0.6)
_CUT = "Cắt theo đường gạch, dán cạnh máy."
_DASH = (4, 3)


def manual_pdf(content: Manual) -> bytes:
    """The manual as PDF."""
    return print_papers(
        [OnePaper(lambda: list(_story(content)))],
        title="Hướng dẫn dùng Chung Tay",
        author="Chung Tay",
        shape=_SHEET,
    )


def _story(content: Manual) -> Iterator[Flowable]:
    styles = MANUAL_STYLES
    yield Paragraph(markup(content.title), styles.title)
    yield Paragraph(markup(content.subtitle), styles.subtitle)
    for page in content.pages:
        for item in page:
            yield from _item(item, styles)
        yield PageBreak()
    yield from _card(content, styles)


def _item(item: ManualItem, styles: ManualStyles) -> Iterator[Flowable]:
    match item:
        case ManualHead():
            yield CondPageBreak(30 * mm)
            yield Paragraph(markup(item.text), styles.head)
        case ManualText() if item.mark:
            yield _rows([(item.mark, item.text)], styles, _MARK)
        case ManualText():
            yield Paragraph(markup(item.text), styles.text)
        case ManualTable():
            yield _rows(item.rows, styles, _LEFT, lines=True)
        case ManualScreen():
            yield Spacer(1, 5)
            yield _in_the_middle(ScreenPicture(item.name, _PICTURE * _SHEET.text_width))


def _in_the_middle(picture: ScreenPicture) -> Flowable:
    picture.hAlign = "CENTER"
    return picture


def _rows(
    rows: list[tuple[str, str]] | tuple[tuple[str, str], ...],
    styles: ManualStyles,
    left: float,
    *,
    lines: bool = False,
) -> WholeRows:
    rules = [("LINEBELOW", (0, 0), (-1, -1), _LINE, _GREY)] if lines else []
    padding = [(side, (0, 0), (-1, -1), 2) for side in ("TOPPADDING", "BOTTOMPADDING")]
    return WholeRows(
        [
            [Paragraph(markup(name), styles.key), Paragraph(markup(does), styles.cell)]
            for name, does in rows
        ],
        colWidths=[left, _SHEET.text_width - left],
        style=TableStyle([*rules, *padding], parent=BARE),
        spaceBefore=4 if lines else 0,
    )


def _card(content: Manual, styles: ManualStyles) -> Iterator[Flowable]:
    """The keys in letters that are read from where the laptop stands, in a line to cut along."""
    rows: list[list[Flowable | str]] = [[Paragraph(markup(content.card_title), styles.title), ""]]
    rows += [
        [Paragraph(markup(key), styles.card_key), Paragraph(markup(does), styles.card_text)]
        for key, does in content.card
    ]
    yield Paragraph(_CUT, styles.remark)
    yield WholeRows(
        rows,
        colWidths=[_CARD_LEFT, _SHEET.text_width - _CARD_LEFT],
        style=TableStyle(
            [
                ("SPAN", (0, 0), (-1, 0)),
                ("BOX", (0, 0), (-1, -1), 0.8, _GREY, "butt", _DASH),
                ("LINEABOVE", (0, 1), (-1, -1), _LINE, _GREY),
                ("LEFTPADDING", (0, 0), (0, -1), 10),
                ("TOPPADDING", (0, 0), (-1, -1), 6),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
            ],
            parent=BARE,
        ),
        spaceBefore=6,
    )
