"""What is recorded and printed is the same whatever language the screens speak."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from driver import Driver, driven
from prepared import PreparedBooks, Stage, clock_at
from screens.language import Language, speak
from screens.papers.catalogue import PAPERS, Paper, file_name
from screens.people.person_paper import PERSON_PAPER
from storage.books import Books
from storage.records.addenda import AddendumDraft
from storage.records.kinds import Step
from storage.records.minutes import Block, MinutesContent
from storage.records.papers import PaperOf, PaperWish


async def test_minutes_led_in_english_have_the_same_text_and_digest(
    prepared: PreparedBooks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Salts are made of chance; here it is the same chance."""
    monkeypatch.setattr(secrets, "token_hex", lambda size: "0" * 2 * size)
    sealed = []
    for language in Language:
        folder = prepared.copy(Stage.MARKING, tmp_path / language)
        speak(language)
        async with driven(folder, clock_at(Stage.MARKING)) as driver:
            sealed.append(await _end_meeting(driver))
    assert sealed[0] == sealed[1]


async def _end_meeting(driver: Driver) -> tuple[MinutesContent, str]:
    """Chooses the marked cases, proposes one to the locality, agrees on it, and seals."""
    await driver.press("1", "1")
    await driver.go_to_text("Vũ Thị Bình")
    await driver.press("enter", "4")
    form = driver.app.screen
    await driver.press("ctrl+s")
    await driver.until_closed(form)
    await driver.app.show_step(Step.COMMUNITY)
    await driver.rest()
    await driver.go_to_text("giúp hộ bà B.")
    await driver.press("1")
    meeting_id = driver.app.meeting_id
    assert meeting_id is not None

    def seal(books: Books) -> tuple[MinutesContent, str]:
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.seal(meeting_id)
        return books.minutes.content(meeting_id), books.minutes.digest(meeting_id)

    return await driver.app.ask(seal)


@pytest.mark.parametrize("paper", [*PAPERS, PERSON_PAPER], ids=lambda paper: paper.kind)
def test_a_paper_says_the_same(paper: Paper[object], sealed_books: Books) -> None:
    said = []
    for language in Language:
        speak(language)
        said.append(_said(paper, sealed_books))
    assert said[0] == said[1]


@pytest.fixture
def sealed_books(prepared: PreparedBooks, tmp_path: Path) -> Iterator[Books]:
    """The sample meeting, sealed and corrected."""
    books = Books(prepared.copy(Stage.APPROVAL, tmp_path / "books"), clock_at(Stage.APPROVAL))
    meeting = books.meetings.current()
    assert meeting is not None
    books.minutes.approve(meeting.id, unanimous=True)
    books.minutes.seal(meeting.id)
    day = clock_at(Stage.APPROVAL).today()
    draft = AddendumDraft("86 tuổi.", day, meeting.secretary_id, meeting.chair_id)
    books.addenda.write(meeting.id, draft)
    yield books
    books.close()


def _said(paper: Paper[object], books: Books) -> tuple[str, tuple[Block, ...]]:
    last = books.meetings.last()
    assert last is not None
    person = books.consents.stories()[0].person.id if paper.of is PaperOf.PERSON else None
    wish = PaperWish(last.day.year, last.id, person_id=person)
    content = paper.read(books, wish)
    return file_name(books, paper, wish, content), paper.text(content)
