"""The head of an official paper: the club on the left, the country on the right, its title."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer, TableStyle

from printouts.typesetting.fonts import text_width
from printouts.typesetting.page import TEXT_WIDTH
from printouts.typesetting.styles import STYLES
from printouts.typesetting.tables import BARE, WholeRows
from printouts.typesetting.text import balanced_lines, capitals, markup

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

_RIGHT_COLUMN = 89 * mm
"""Just holds the country on one line."""
_GUTTER = 4 * mm
_LEFT_COLUMN = TEXT_WIDTH - _RIGHT_COLUMN - _GUTTER
_RULE = 0.7
_RULE_GAP = 2.5
_SPACE_AFTER_TITLE = 8
_NAME_RULE_SHARE = 0.42
"""Of the name's last line; the decree asks for a third to a half."""


class _Rule(Flowable):
    """A line in the middle of a column, a little below the text over it."""

    def __init__(self, length: float, column: float) -> None:
        super().__init__()
        self.width = column
        self.height = _RULE_GAP + _RULE
        self._length = length

    def draw(self) -> None:
        """Draws the line."""
        self.canv.setLineWidth(_RULE)
        start = (self.width - self._length) / 2
        self.canv.line(start, 0, start + self._length, 0)


def letterhead(
    parent_body: str,
    club_name: str,
    number: str,
    copy_kind: str = "",
    *,
    about: str = "",
    place_and_day: str = "",
    country: str = COUNTRY,
    motto: str = MOTTO,
) -> Flowable:
    """The two columns on top of the first page; what is empty takes no room."""
    left: list[Flowable] = []
    if parent_body.strip():
        left += _centred(capitals(parent_body), STYLES.parent_body, _LEFT_COLUMN)
    left += _ruled(capitals(club_name), STYLES.club, _LEFT_COLUMN)
    lines = ((number, STYLES.number), (about, STYLES.about), (copy_kind, STYLES.copy_kind))
    left += [Paragraph(markup(text), style) for text, style in lines if text]
    right = [
        Paragraph(markup(country), STYLES.country),
        *_ruled(motto, STYLES.motto, _RIGHT_COLUMN, share=1),
    ]
    if place_and_day:
        right.append(Paragraph(markup(place_and_day), STYLES.place_and_day))
    return WholeRows(
        [[left, right]],
        colWidths=[_LEFT_COLUMN + _GUTTER, _RIGHT_COLUMN],
        style=TableStyle([("RIGHTPADDING", (0, 0), (0, 0), _GUTTER)], parent=BARE),
    )


def title(document_type: str, subject: str, width: float = TEXT_WIDTH) -> list[Flowable]:
    """What the paper is and of what, with a rule beneath."""
    return [
        Paragraph(markup(document_type), STYLES.document_type),
        *_ruled(subject, STYLES.subject, width),
        Spacer(width, _SPACE_AFTER_TITLE),
    ]


def _centred(text: str, style: ParagraphStyle, width: float) -> list[Flowable]:
    lines = balanced_lines(text, style.fontName, style.fontSize, width)
    return [Paragraph(markup("\n".join(lines)), style)]


def _ruled(
    text: str, style: ParagraphStyle, width: float, *, share: float = _NAME_RULE_SHARE
) -> list[Flowable]:
    """Centred text with a rule as long as this share of its last line."""
    lines = balanced_lines(text, style.fontName, style.fontSize, width)
    if not lines:
        return []
    length = share * text_width(lines[-1], style.fontName, style.fontSize)
    return [Paragraph(markup("\n".join(lines)), style), _Rule(length, width)]
