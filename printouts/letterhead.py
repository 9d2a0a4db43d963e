"""The head of an official paper: the club on the left, the country on the right, its title."""

from __future__ import annotations

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, Paragraph

from printouts.fonts import text_width
from printouts.page import TEXT_WIDTH
from printouts.styles import STYLES
from printouts.tables import WholeRows
from printouts.text import balanced_lines, capitals, markup

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

_RIGHT_COLUMN = 89 * mm
"""Just holds the country on one line."""
_GUTTER = 4 * mm
_LEFT_COLUMN = TEXT_WIDTH - _RIGHT_COLUMN - _GUTTER
_RULE = 0.7
_RULE_GAP = 2.5
_NAME_RULE_SHARE = 0.42
"""Of the name's last line; the decree asks for a third to a half."""


def letterhead(parent_body: str, club_name: str, number: str, copy_kind: str = "") -> Flowable:
    """The two columns on top of the first page."""
    left: list[Flowable] = []
    if parent_body.strip():
        left += _centred(capitals(parent_body), STYLES.parent_body, _LEFT_COLUMN)
    left += _ruled(capitals(club_name), STYLES.club, _LEFT_COLUMN)
    left.append(Paragraph(markup(number), STYLES.number))
    if copy_kind:
        left.append(Paragraph(markup(copy_kind), STYLES.copy_kind))
    right = [
        Paragraph(COUNTRY, STYLES.country),
        *_ruled(MOTTO, STYLES.motto, _RIGHT_COLUMN, share=1),
    ]
    return WholeRows(
        [[left, "", right]],
        colWidths=[_LEFT_COLUMN, _GUTTER, _RIGHT_COLUMN],
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            *(
                (f"{side}PADDING", (0, 0), (-1, -1), 0)
                for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")
            ),
        ],
    )


def title(document_type: str, subject: str) -> list[Flowable]:
    """What the paper is and of what, with a rule beneath."""
    return [
        Paragraph(markup(document_type), STYLES.document_type),
        *_ruled(subject, STYLES.subject, TEXT_WIDTH),
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
    rule = HRFlowable(
        width=length,
        thickness=_RULE,
        color=black,
        lineCap="butt",
        spaceBefore=_RULE_GAP,
        spaceAfter=0,
    )
    return [Paragraph(markup("\n".join(lines)), style), rule]
