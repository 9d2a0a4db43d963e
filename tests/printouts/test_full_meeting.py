"""Every paper of the fullest meeting there can be: nothing falls off a sheet, or stands alone.

The sheets are read by PDFium, which takes a thousandth of a second for one: there are hundreds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pypdfium2
import pytest

from full_meeting import FullMeeting, hold_full_meeting, seal_and_correct
from paper import MM
from screens.papers.catalogue import PAPERS, Paper, usual_wish
from storage.records.papers import PaperWish

_FOOT = 15 * MM
"""The margins in which the number of the sheet and its foot stand."""
_LEAST_SIDE = 14 * MM
_ROUNDING = 1.0
_SIGNED = ("CHỦ TỌA", "CHỦ NHIỆM", "CHỦ TRÌ", "TỔ TRƯỞNG")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as printed: where its words stand, in points from its lower left corner."""

    width: float
    height: float
    words: tuple[tuple[float, float, float, float], ...]
    text: str


class Printed:
    """The papers of the meeting, each made when it is first asked for."""

    def __init__(self, held: FullMeeting) -> None:
        self._books = held.books
        self.paper = cache(self._paper)

    def _paper(self, kind: str, *, public: bool = False) -> tuple[Sheet, ...]:
        paper = next(each for each in PAPERS if each.kind == kind)
        return self._sheets(paper, usual_wish(self._books, paper, public=public))

    def _sheets(self, paper: Paper[object], wish: PaperWish) -> tuple[Sheet, ...]:
        data = paper.pdf(paper.read(self._books, wish))
        with pypdfium2.PdfDocument(data) as document:
            return tuple(_read(page) for page in document)


def _read(page: pypdfium2.PdfPage) -> Sheet:
    text = page.get_textpage()
    words = tuple(text.get_rect(number) for number in range(text.count_rects()))
    width, height = page.get_size()
    return Sheet(width, height, words, text.get_text_range())


def _running_text(sheets: tuple[Sheet, ...]) -> str:
    return " ".join(" ".join(sheet.text for sheet in sheets).split())


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Printed]:
    """The meeting, closed and corrected."""
    held = hold_full_meeting(tmp_path_factory.mktemp("full") / "books")
    seal_and_correct(held)
    yield Printed(held)
    held.books.close()


@pytest.mark.parametrize("kind", [paper.kind for paper in PAPERS])
def test_nothing_falls_off_a_sheet(printed: Printed, kind: str) -> None:
    for sheet in printed.paper(kind):
        for left, foot, right, top in sheet.words:
            assert left >= _LEAST_SIDE - _ROUNDING
            assert right <= sheet.width - _LEAST_SIDE + _ROUNDING
            in_margin = top > sheet.height - _LEAST_SIDE or foot < _FOOT - _ROUNDING
            # Only the number of the sheet and its foot stand there.
            assert not in_margin or abs((left + right) / 2 - sheet.width / 2) < MM


@pytest.mark.parametrize("kind", ["minutes", "addendum", "referral", "attendance-list"])
def test_signatures_have_company(printed: Printed, kind: str) -> None:
    signed = [sheet for sheet in printed.paper(kind) if any(each in sheet.text for each in _SIGNED)]
    assert signed
    for sheet in signed:
        above = re.split("|".join(_SIGNED), sheet.text)[0]
        told = [line for line in above.splitlines() if re.search(r"\w{3}", line)]
        # The capacity on the left, and at least two lines of what is signed.
        assert len([line for line in told if "Mã kiểm tra" not in line]) >= 2


def test_no_name_of_the_attendance_list_stands_alone_under_a_head(printed: Printed) -> None:
    for sheet in printed.paper("attendance-list"):
        for table in sheet.text.split("STT")[1:]:
            assert len(re.findall(r"^\d+\s", table, re.MULTILINE)) >= 2


def test_every_promise_stands_in_the_minutes_and_in_the_book(printed: Printed) -> None:
    """Ten groups, thirty cases, two hundred promises."""
    minutes = _running_text(printed.paper("minutes"))
    assert minutes.count("phụ trách:") == 200
    book = _running_text(printed.paper("tracking-book"))
    assert len(re.findall(r"\d\d người:", book)) == 200
