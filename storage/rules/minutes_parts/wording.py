"""The secretary's own wording of a part: out of the composed part as text, and back."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from storage.records.minutes import Block, MinutesPart, MinutesTable, Paragraph
from storage.rules.minutes_parts.phrases import sentence

_MARK = re.compile(r"(\d{1,2}\.|[a-zđ]{1,2}\)|-) +")


def text_of(part: MinutesPart) -> str:
    """A part as lines that can be typed over; each row of a table is a line."""
    return "\n".join(line for block in part.blocks for line in _lines(block))


def worded(part: MinutesPart, text: str, *, changed_since: bool) -> MinutesPart:
    """The part in the secretary's words, a paragraph a line."""
    lines = [line for line in text.split("\n") if line.strip()]
    return replace(
        part,
        blocks=tuple(_paragraph(line) for line in lines),
        reworded=True,
        changed_since=changed_since,
    )


def digest_of(part: MinutesPart) -> str:
    """Of a part as it was composed, to see later whether its records have changed."""
    return hashlib.sha256(f"{part.title}\n{text_of(part)}".encode()).hexdigest()


def _lines(block: Block) -> list[str]:
    if isinstance(block, MinutesTable):
        titles = [column.title for column in block.columns]
        return [_row(titles, row) for row in block.rows]
    return [f"{block.mark} {block.text}" if block.mark else block.text]


def _row(titles: list[str], row: tuple[str, ...]) -> str:
    told = [f"{title}: {cell}" for title, cell in zip(titles, row, strict=True) if cell]
    return f"- {sentence('; '.join(told))}"


def _paragraph(line: str) -> Paragraph:
    found = _MARK.match(line)
    if found is None:
        return Paragraph(line)
    return Paragraph(line[found.end() :], found[1])
