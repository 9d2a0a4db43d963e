"""In English no Vietnamese word is left on a screen, and nothing is cut off at 80×24.

The books are those of the practice club with names and texts without marks, so that a letter with
one is the program's own: a word that was forgotten, or one that English keeps.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

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
from screens.between_meetings.addenda import AddendaScreen
from screens.between_meetings.club_books import CLUB_BOOKS, ClubBook, open_book
from screens.between_meetings.history_page import HistoryScreen
from screens.language import Language, speak
from screens.meeting.step import StepScreen
from screens.papers.catalogue import PAPERS
from screens.papers.paper_page import PaperScreen
from screens.people.groups_page import GroupsPage
from screens.people.import_files import ImportFilesPage
from screens.people.member_page import MemberPage
from screens.people.old_cases import OldCasesScreen
from screens.people.person_story import PersonStoryScreen
from screens.safekeeping.backup_page import BackupPage
from screens.safekeeping.exports_page import ExportsPage
from screens.safekeeping.passphrase_page import PassphrasePage
from storage.books import Books
from storage.records.history import RecordKind
from storage.records.kinds import Address
from storage.records.papers import PaperWish

_WORD = re.compile(r"[^\W\d_]+")
_KEPT = {*map(str, Address), "hộ"}
"""Forms of address belong to the names."""
_UNIT = "1 lượt hướng dẫn"
"""A form begins with it; it is kept in the books as it stands there."""
_ITSELF = "Tiếng Việt"
_SAMPLE = "Nguyễn Ẩn Ất Ỷ Bắt Kết"
"""Letters to try a font with."""
_USUAL_NAME = "CLB Liên thế hệ tự giúp nhau"
"""The form of a new club begins with it."""
_OF_A_PAPER = frozenset(
    {"text", "point", "part", "name", "opening", "closing", "recipients", "third_signature"}
)
"""Lines that tell what stands on a paper, which stays Vietnamese."""
_OPENED_ELSEWHERE = {"settings", "consents", "papers"}
"""Books whose forms ask one word each, or whose pages are alike."""
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
        for key in ("f1", "escape", "f5"):
            await driver.press(key)
            scan.look(key)


async def test_what_is_undone_and_noted_is_told_in_english(
    plain: PlainBooks, kept: frozenset[str], tmp_path: Path
) -> None:
    folder = plain.copy(Stage.ASSIGNMENT, tmp_path / "books")
    async with driven(folder, clock_at(Stage.ASSIGNMENT)) as driver:
        scan = EnglishScan(driver, kept)
        for key in ("f3", "escape", *["ctrl+z"] * 8):
            await driver.press(key)
            scan.look(key)


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
        await scan.page(opened=book.key not in _OPENED_ELSEWHERE)
        await driver.press("f1")
        scan.look("help")


_REPORT = next(paper for paper in PAPERS if paper.kind == "report")
_PAGES: dict[str, Callable[[], ListScreen[Any]]] = {
    "passphrase": PassphrasePage,
    "import files": ImportFilesPage,
    "groups": GroupsPage,
    "old cases": OldCasesScreen,
    "exports": ExportsPage,
    "backups": lambda: BackupPage(()),
    "addenda": lambda: AddendaScreen(1),
    "report": lambda: PaperScreen(_REPORT, PaperWish(2026)),
    "member": lambda: MemberPage(1),
    "person": lambda: PersonStoryScreen(1),
    "history": lambda: HistoryScreen(RecordKind.CASE, 1),
}
"""Pages that the books lead to."""


async def test_the_main_page_and_what_lies_behind_the_books_speak_english(
    plain: PlainBooks, kept: frozenset[str], tmp_path: Path
) -> None:
    folder = plain.copy(Stage.HOME, tmp_path / "books")
    async with driven(folder, clock_at(Stage.HOME)) as driver:
        scan = EnglishScan(driver, kept)
        driver.app.details_hidden = False
        await driver.app.show_home()
        await driver.rest()
        await scan.page(opened=False)
        for make in _PAGES.values():
            driver.app.push_screen(make())
            await driver.rest()
            await scan.page(opened=False)
            await driver.press("f1")
            scan.look("help")
            await driver.press("escape", "escape")


async def test_the_first_run_speaks_english(kept: frozenset[str], tmp_path: Path) -> None:
    async with driven(tmp_path / "books", clock_at(Stage.HOME)) as driver:
        scan = EnglishScan(driver, kept | _words(f"{_SAMPLE} {_USUAL_NAME}"))
        await scan.page(opened=False)
        await driver.go_to_line("club")
        await driver.press("enter")
        scan.look("the club's form")


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
