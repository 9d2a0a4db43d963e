"""Reads minutes as a test wants them: paragraphs with their marks, tables, all of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from storage.errors import Refusal, RefusalKind
from storage.records.kinds import (
    Step,
)
from storage.records.minutes import (
    MinutesContent,
    MinutesPart,
    MinutesTable,
    Paragraph,
)


def refusal(act: Callable[[], object]) -> RefusalKind:
    """The kind of the refusal that an act meets with."""
    with pytest.raises(Refusal) as refused:
        act()
    assert isinstance(refused.value.kind, RefusalKind)
    return refused.value.kind


def part(content: MinutesContent, step: Step) -> MinutesPart:
    """The part of a step."""
    return next(each for each in content.parts if each.step == step)


def lines(part: MinutesPart) -> list[str]:
    """The paragraphs of a part, each with its mark."""
    return [
        f"{block.mark} {block.text}".strip()
        for block in part.blocks
        if isinstance(block, Paragraph)
    ]


def tables(part: MinutesPart) -> list[MinutesTable]:
    """The tables of a part."""
    return [block for block in part.blocks if isinstance(block, MinutesTable)]


def everything(content: MinutesContent) -> str:
    """All that the minutes say, as one text."""
    texts = [paragraph.text for paragraph in (*content.opening, *content.closing)]
    for each in content.parts:
        texts += lines(each)
        texts += [cell for table in tables(each) for row in table.rows for cell in row]
    return "\n".join([*texts, *(each.name for each in content.signatures)])
