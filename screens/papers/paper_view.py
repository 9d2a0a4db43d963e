"""What the page of a paper shows: what the paper says, and why it cannot be made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from screens.meeting.minutes_lines import wrapped
from screens.papers.catalogue import Paper
from screens.papers.paper_choices import of_what_words
from screens.papers.printing import kept_printer
from screens.widgets.lines import Line
from screens.wording import error_sentence
from storage.books import Books
from storage.errors import Refusal
from storage.records.minutes import Block, MinutesPart
from storage.records.papers import PaperWish
from storage.rules.minutes_parts.wording import text_of


@dataclass(frozen=True, slots=True)
class PaperView:
    """What the page shows of the paper."""

    blocks: tuple[Block, ...]
    refused: str
    """Why it cannot be made; empty where it can."""
    of_what: str
    """The meeting or the months, in words."""
    printer: str
    """The printer that was chosen before; empty for the default one."""
    copies: int = 1
    """How many are printed where no other number was asked for."""


def view_of(books: Books, paper: Paper[Any], wish: PaperWish, *, hidden: bool) -> PaperView:
    """What the paper says, without what nobody agreed to show while that is hidden."""
    blocks: tuple[Block, ...] = ()
    refused, copies = "", 1
    try:
        shown = replace(wish, public=wish.public or hidden)
        blocks = paper.text(paper.read(books, shown))
        copies = paper.copies(books, wish)
    except Refusal as error:
        refused = error_sentence(error)
    of_what = of_what_words(books, paper.of, wish)
    return PaperView(blocks, refused, of_what, kept_printer(books), copies)


def text_lines(view: PaperView, width: int) -> list[Line]:
    """The text of the paper in lines of the screen's width, or why there is none."""
    if view.refused:
        return wrapped("refused", view.refused, width)
    lines: list[Line] = []
    for number, block in enumerate(view.blocks):
        for place, row in enumerate(text_of(MinutesPart(0, "", (block,))).split("\n")):
            lines += wrapped(f"text:{number}:{place}", row, width)
    return lines
