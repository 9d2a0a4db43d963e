"""The body of an official paper: paragraphs and tables that flow, and an ending kept together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as PrintedParagraph

from printouts.typesetting.flow import Ending, RoomFor, height_of
from printouts.typesetting.page import TEXT_WIDTH
from printouts.typesetting.styles import STYLES
from printouts.typesetting.tables import grid, without_empty_columns
from printouts.typesetting.text import capitals, markup
from storage.records.minutes import Block, MinutesTable, Paragraph
from storage.rules.minutes_parts.phrases import roman


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of the body, and whether it only leads what comes after it."""

    flowable: Flowable
    leads: bool = False


def running(paragraph: Paragraph, style: ParagraphStyle = STYLES.body) -> Piece:
    """A paragraph of the body with its mark."""
    text = f"{paragraph.mark} {paragraph.text}" if paragraph.mark else paragraph.text
    return Piece(PrintedParagraph(markup(text), style))


def section(number: int, title: str) -> Piece:
    """The head of a section: "I. KẾT QUẢ …"."""
    head = f"{roman(number)}. {capitals(title)}"
    return Piece(PrintedParagraph(markup(head), STYLES.section), leads=True)


def pieces(blocks: Sequence[Block]) -> Iterator[Piece]:
    """Paragraphs and tables in their order; what introduces something leads it."""
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, MinutesTable):
            yield Piece(grid(without_empty_columns(block)))
            continue
        introduces = following is not None and block.text.endswith(":")
        leads = introduces or isinstance(following, MinutesTable)
        yield Piece(running(block).flowable, leads=leads)


def with_ending(body: Sequence[Piece], block: Sequence[Flowable]) -> list[Flowable]:
    """The body, its last lines bound to the block that must not stand alone: the signatures."""
    left = list(body)
    bound: list[Flowable] = []
    # One line alone with the signatures would look like a leftover.
    while left and _height(bound) < 2 * STYLES.body.leading:
        bound.insert(0, left.pop().flowable)
    ending: list[Flowable] = [Ending(bound, block)] if bound else list(block)
    return [*_with_room_for_heads(left, bound), *ending]


def _height(flowables: list[Flowable]) -> float:
    return sum(height_of(each, TEXT_WIDTH) - each.getSpaceBefore() for each in flowables)


def _with_room_for_heads(body: list[Piece], after: list[Flowable]) -> Iterator[Flowable]:
    """The pieces, with the question for room before each run of heads."""
    heads: list[Flowable] = []
    for piece in body:
        if piece.leads:
            heads.append(piece.flowable)
            continue
        if heads:
            yield RoomFor(heads, piece.flowable)
        yield from (*heads, piece.flowable)
        heads = []
    if heads and after:
        yield RoomFor(heads, after[0])
    yield from heads
