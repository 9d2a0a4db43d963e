"""In English no Vietnamese word is left on a screen, and nothing is cut off at 80×24.

The books are those of the practice club with names and texts without marks, so that a letter with
one is the program's own: a word that was forgotten, or one that English keeps.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.screen import ModalScreen

import catalogue
from between_meetings import note_three, pass_two_on, report_three
from driver import Driver, driven
from legible import cut_off
from plain_books import PlainBooks, bare_letters
from prepared import Stage, clock_at
from scan import Scan
from screens.base import ListScreen
from screens.between_meetings.club_books import CLUB_BOOKS, ClubBook, open_book
from screens.language import Language, speak
from screens.meeting.step import StepScreen
from storage.books import Books
from storage.records.kinds import Address

_WORD = re.compile(r"[^\W\d_]+")
_KEPT = {*map(str, Address), "hộ"}
"""Forms of address belong to the names."""
_UNIT = "1 lượt hướng dẫn"
"""A form begins with it; it is kept in the books as it stands there."""
_ITSELF = "Tiếng Việt"
_OF_A_PAPER = frozenset(
    {"text", "point", "part", "name", "opening", "closing", "recipients", "third_signature"}
)
"""Lines that tell what stands on a paper, which stays Vietnamese."""
_FORMS_ALIKE = {"settings", "consents"}
"""Books whose forms ask one word each, or are opened elsewhere too."""
_STAGES = tuple(stage for stage in Stage if stage not in {Stage.HOME, Stage.MARKING})


class EnglishScan(Scan):
    """On each screen that comes up no word is Vietnamese."""

    def __init__(self, driver: Driver, kept: frozenset[str]) -> None:
        super().__init__(driver)
        self.kept = kept

    def look(self, after: str) -> None:
        """Beside what every scan looks for."""
        super().look(after)
        text = self._text()
        words = _words(text) - self.kept - self._of_papers()
        strange = {word for word in words if not word.isascii()}
        assert not strange, f"{after}: {strange}\n{text}"

    def hard_to_read(self) -> set[str]:
        """Colours are the same in every language."""
        return cut_off(self.driver.app)

    def _text(self) -> str:
        """What is on the screen; of a popup without what lies under it, cut in its words."""
        screen = self.driver.app.screen
        popup = screen.query(".popup") if isinstance(screen, ModalScreen) else ()
        region = popup.first().region if popup else screen.region
        strips = screen._compositor.render_strips()[region.y : region.bottom]
        return "\n".join(strip.crop(region.x, region.right).text for strip in strips)

    def _of_papers(self) -> set[str]:
        lines = [
            line
            for screen in self.driver.app.screen_stack
            if isinstance(screen, ListScreen)
            for line in screen.lines.shown_lines
            if re.split("[:/]", line.key)[0] in _OF_A_PAPER
        ]
        return _words(" ".join([text for line in lines for text in (*line.cells, line.detail)]))


@pytest.fixture(autouse=True)
def english() -> None:
    """The screens speak English meanwhile."""
    speak(Language.ENGLISH)


@pytest.fixture(scope="session")
def kept() -> frozenset[str]:
    """Vietnamese words that English keeps on purpose: names, examples, what stands on papers."""
    said = catalogue.catalogue_of(Language.ENGLISH)
    texts = [str(each.string) for each in said if each.id]
    return frozenset(_words(" ".join([*texts, *_KEPT, _UNIT, _ITSELF])))


@pytest.mark.parametrize("stage", _STAGES, ids=lambda stage: stage.name.lower())
async def test_a_step_speaks_english(
    stage: Stage, plain: PlainBooks, kept: frozenset[str], tmp_path: Path
) -> None:
    folder = plain.copy(stage, tmp_path / "books")
    async with driven(folder, clock_at(stage)) as driver:
        assert isinstance(driver.app.screen, StepScreen)
        driver.app.details_hidden = False
        scan = EnglishScan(driver, kept)
        await scan.page()
        for key in ("f1", "escape", "f3", "escape", "f5", "f5", "escape"):
            await driver.press(key)
            scan.look(key)
        await driver.press("escape")
        for _turn in range(4):
            await driver.press("ctrl+z")
            scan.look(f"undone: {driver.notice()}")


@pytest.mark.parametrize("book", CLUB_BOOKS, ids=lambda book: book.key)
async def test_a_book_speaks_english(
    book: ClubBook, plain: PlainBooks, kept: frozenset[str], tmp_path: Path
) -> None:
    folder = plain.copy(Stage.APPROVAL, tmp_path / "books")
    with bare_letters():
        books = Books(folder, clock_at(Stage.APPROVAL))
        for fill in (note_three, pass_two_on, report_three):
            fill(books)
        books.close()
    async with driven(folder, clock_at(Stage.APPROVAL)) as driver:
        screen = driver.app.screen
        assert isinstance(screen, StepScreen)
        await open_book(screen, book)
        await driver.rest()
        scan = EnglishScan(driver, kept)
        await scan.page(opened=book.key not in _FORMS_ALIKE)
        await driver.press("f1")
        scan.look("help")


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
