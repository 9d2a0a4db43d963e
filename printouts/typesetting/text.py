"""Text from outside on its way to paper: cleaned, escaped, and every letter of it seen."""

from __future__ import annotations

import html
import re

from printouts.typesetting.fonts import missing_glyphs, text_width
from storage.vietnamese import visible_text

UNPRINTABLE = "□"
"""Stands where the typeface has no glyph (an emoji), so that the loss is seen."""
_NO_BREAK = "\N{NO-BREAK SPACE}"
"""Printed as any space; a line does not end at it."""
_BEFORE_NUMBER = re.compile(
    r"\b(ngày|tháng|năm|số|lần|phần|bước|bấm|Tổ \d+:|Tổ) (?=\d)", re.IGNORECASE
)
_AFTER_NUMBER = re.compile(r"(?<=\d) (?=(?:đ|%|tuổi|giờ|người|ngày|lần)(?!\w))")


def printable(text: str) -> str:
    """The text in NFC, without control characters, with a box for what cannot be printed.

    Marks beside their letters (NFD) would read back right and look wrong.
    """
    text = visible_text(text)
    missing = missing_glyphs(text).replace("\n", "")
    return text.translate(dict.fromkeys(map(ord, missing), UNPRINTABLE)) if missing else text


def markup(text: str) -> str:
    """The text for a ReportLab paragraph, in which nothing of it acts as markup.

    A number stays on one line with the word that it belongs to.
    """
    bound = _BEFORE_NUMBER.sub(
        lambda found: found[1].replace(" ", _NO_BREAK) + _NO_BREAK, printable(text)
    )
    bound = _AFTER_NUMBER.sub(_NO_BREAK, bound)
    return html.escape(bound, quote=False).replace("\n", "<br/>")


def capitals(text: str) -> str:
    """The text in capitals, as the heads of official papers have it."""
    return visible_text(text).upper()


def balanced_lines(text: str, font: str, size: float, width: float) -> list[str]:
    """The text broken into as few lines as the width asks for, of about the same length.

    A head of two lines looks meant, and its last line is long enough to carry a rule.
    """
    words = [
        piece
        for word in printable(text).split()
        for piece in _pieces_that_fit(word, font, size, width)
    ]
    lines = _filled_lines(words, font, size, width)
    narrow, wide = 0.0, width
    while len(lines) > 1 and wide - narrow > 1:
        middle = (narrow + wide) / 2
        tried = _filled_lines(words, font, size, middle)
        if len(tried) > len(lines) or any(text_width(line, font, size) > middle for line in tried):
            narrow = middle
        else:
            lines, wide = tried, middle
    return lines


def _filled_lines(words: list[str], font: str, size: float, width: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, font, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces_that_fit(word: str, font: str, size: float, width: float) -> list[str]:
    if text_width(word, font, size) <= width:
        return [word]
    pieces = [""]
    room = width
    for letter in word:
        taken = text_width(letter, font, size)
        if taken > room:
            pieces.append("")
            room = width
        pieces[-1] += letter
        room -= taken
    return pieces
