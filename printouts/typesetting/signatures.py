"""The end of an official paper: who signs, and who is sent a copy."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer, TableStyle

from printouts.typesetting.page import TEXT_WIDTH
from printouts.typesetting.styles import STYLES
from printouts.typesetting.tables import BARE, WholeRows
from printouts.typesetting.text import capitals, markup
from storage.records.minutes import Signature

_PEN_ROOM = 28 * mm
"""Between the capacity and the name; an inch is the least that a signature needs."""
FORM_PEN_ROOM = 16 * mm
"""On a form, whose room is for what is written in it."""
_SPACE_BEFORE = 14
_SIDE_PADDING = 6
_HINT = "(Ký, ghi rõ họ tên)"
_NO_NAME = "…………………………"
"""For a name that is written by hand."""
_RECIPIENTS_HEAD = "Nơi nhận:"
_KEPT = "Lưu: CLB."


def signature_block(
    signatures: Sequence[Signature], *, hint: bool, pen_room: float = _PEN_ROOM
) -> list[Flowable]:
    """The capacities side by side, room for the pen, the names below."""
    if not signatures:
        return []
    capacities = [
        Paragraph(markup(capitals(each.capacity)), STYLES.capacity) for each in signatures
    ]
    names = [Paragraph(markup(each.name.strip() or _NO_NAME), STYLES.signer) for each in signatures]
    rows = [capacities, names]
    if hint:
        rows.insert(1, [Paragraph(_HINT, STYLES.signature_hint) for _ in signatures])
    block = WholeRows(
        [[[cell] for cell in row] for row in rows],
        colWidths=[TEXT_WIDTH / len(signatures)] * len(signatures),
        style=TableStyle(
            [
                ("LEFTPADDING", (0, 0), (-1, -1), _SIDE_PADDING),
                ("RIGHTPADDING", (0, 0), (-1, -1), _SIDE_PADDING),
                ("TOPPADDING", (0, -1), (-1, -1), pen_room),
            ],
            parent=BARE,
        ),
        spaceBefore=_SPACE_BEFORE,
    )
    return [block]


def letter_end(
    signature: Signature,
    recipients: Sequence[str],
    *,
    head: str = _RECIPIENTS_HEAD,
    kept: str = _KEPT,
) -> list[Flowable]:
    """Who is sent a copy on the left, the signature on the right."""
    name = Paragraph(markup(signature.name.strip() or _NO_NAME), STYLES.signer)
    signed = [
        Paragraph(markup(capitals(signature.capacity)), STYLES.capacity),
        Spacer(1, _PEN_ROOM),
        name,
    ]
    half = TEXT_WIDTH / 2
    table = WholeRows(
        [[recipients_block(recipients, STYLES.column_recipient, head, kept), signed]],
        colWidths=[half, half],
        style=BARE,
        spaceBefore=_SPACE_BEFORE,
    )
    return [table]


def recipients_block(
    recipients: Sequence[str],
    style: ParagraphStyle = STYLES.recipient,
    head: str = _RECIPIENTS_HEAD,
    kept: str = _KEPT,
) -> list[Flowable]:
    """Who is sent a copy, below the left column; the file of whoever made it comes last."""
    lines = [*(f"- {each};" for each in recipients), f"- {kept}"]
    return [
        Paragraph(markup(head), STYLES.recipients_head),
        *(Paragraph(markup(line), style) for line in lines),
    ]
