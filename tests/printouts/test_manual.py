"""The manual: at most eight pages, true to the screens, in letters that old eyes read."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import cast

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from manual_screens import screens_as_tested
from paper import PaperPage, read_pages
from printouts.manual import manual_pdf
from printouts.screen_pictures import FILE, screens
from printouts.typesetting.fonts import SCREEN, SCREEN_BOLD, register_screen_faces
from screens.papers.manual_words import MANUAL
from storage.records.kinds import Step
from storage.records.manual import ManualTable, ManualText
from storage.rules.terms import STEP_IN_FULL

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pages() -> list[PaperPage]:
    """The manual, printed once."""
    return read_pages(manual_pdf(MANUAL))


def said() -> str:
    """Every sentence and every line of a table."""
    items = [item for page in MANUAL.pages for item in page]
    texts = [item.text for item in items if isinstance(item, ManualText)]
    rows = [row for item in items if isinstance(item, ManualTable) for row in item.rows]
    return "\n".join([*texts, *(" ".join(row) for row in rows)])


def test_the_pictures_are_those_that_the_tests_of_the_screens_keep() -> None:
    if os.environ.get("RENEW_GOLDEN"):
        FILE.write_text(screens_as_tested(), encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == screens_as_tested(), (
        "a screen has changed: RENEW_GOLDEN=1 pytest tests/printouts/test_manual.py"
    )


def test_it_has_at_most_eight_pages_and_the_keys_are_on_the_last(pages: list[PaperPage]) -> None:
    assert len(pages) <= 8
    assert pages[-1].has(MANUAL.card_title)
    assert not pages[-2].has(MANUAL.card_title)


@pytest.mark.parametrize("step", list(Step))
def test_every_step_has_its_words_and_its_picture_on_one_page(
    pages: list[PaperPage], step: Step
) -> None:
    head = f"Bước {int(step)}. {STEP_IN_FULL[step]}"
    (page,) = (page for page in pages if page.has(head))
    (rail,) = (line for line in page.lines() if f"►{int(step)}" in line.text)
    assert rail.top > page.find(head).bottom
    assert all(letter.face.startswith("JetBrainsMono") for letter in rail.letters)


def test_what_is_read_is_large(pages: list[PaperPage]) -> None:
    sizes = {
        letter.size
        for page in pages
        for letter in page.letters
        if letter.face.startswith("Tinos") and letter.text.strip()
    }
    # The number of the page and the line about cutting are no reading.
    assert {size for size in sizes if size < 15} <= {12, 14}


def test_sentences_are_short() -> None:
    for sentence in re.split(r"[.;:?!]\s|\n", said()):
        assert len(sentence.split()) <= 22, sentence


def test_what_stands_in_quotes_stands_on_a_screen_or_a_paper() -> None:
    sources = [*ROOT.glob("screens/**/*.py"), *ROOT.glob("storage/rules/**/*.py")]
    shown = "\n".join(
        path.read_text(encoding="utf-8") for path in sources if path.name != "manual_words.py"
    )
    quoted = re.findall(r"“([^”]+)”", said())
    assert len(quoted) > 10
    # How someone is hidden is made of the name; the pictures show it.
    shown += FILE.read_text(encoding="utf-8")
    assert [words for words in quoted if words not in shown] == []


def test_every_f_key_of_the_card_is_a_key_of_the_program() -> None:
    sources = [*ROOT.glob("screens/**/*.py"), *ROOT.glob("tui/*.py")]
    bound = set(re.findall(r'"f(\d+)[",]', "\n".join(path.read_text("utf-8") for path in sources)))
    named = {found for key, _does in MANUAL.card for found in re.findall(r"F(\d+)", key)}
    assert named
    assert named <= bound


def test_no_sign_of_a_screen_is_missing_from_its_face() -> None:
    register_screen_faces()
    for bold, name in ((False, SCREEN), (True, SCREEN_BOLD)):
        known = cast("TTFont", pdfmetrics.getFont(name)).face.charToGlyph
        runs = [run for rows in screens().values() for texts, _boxes in rows for run in texts]
        signs = {sign for _left, text, heavy in runs if heavy is bold for sign in text}
        assert {sign for sign in signs if ord(sign) not in known} == set()


def test_the_same_manual_makes_the_same_bytes() -> None:
    data = manual_pdf(MANUAL)
    assert data == manual_pdf(MANUAL)
    assert len(data) < 100_000
