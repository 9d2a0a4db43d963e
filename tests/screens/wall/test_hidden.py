"""Nothing private on the wall while it is hidden: every step and book, every popup, every sentence.

All five of the sample meeting refused to be named. Each line of each step is entered as it
stands, so that the popups, the forms' surroundings and the sentences after an act are read too.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from between_meetings import note_three, pass_two_on
from driver import driven
from prepared import PreparedBooks, Stage, clock_at
from scan import Scan
from screens.between_meetings.club_books import CLUB_BOOKS, ClubBook, open_book
from screens.meeting.step import StepScreen
from screens.wording import act_sentence
from storage.books import Books
from storage.clock import FixedClock
from storage.records.consent import Consents
from storage.records.kinds import Consent
from storage.tables import CaseNeedRow, HardshipCaseRow, PersonRow

STAGES = (
    Stage.LAST_MONTH,
    Stage.PROPOSALS,
    Stage.MARKING,
    Stage.COUNTING,
    Stage.ASSIGNMENT,
    Stage.COMMUNITY,
    Stage.APPROVAL,
)
ADDRESS, TELEPHONE, ILLNESS = "số 7 ngách Kín", "0912 345 678", "viêm gan"
GIVEN_NAMES = ("Ưu", "Ước", "Ươm", "Ứng", "Uẩn", "Uyên", "Uyển", "Uy", "Ủy", "Uông", "Ưng")
_SAID_OF_MEMBERS = {"chăn"}
"""Raising cattle ("chăn nuôi") is what members can help with."""
REFUSED = Consents(Consent.REFUSED, Consent.REFUSED, Consent.REFUSED)


def refuse(folder: Path, clock: FixedClock) -> frozenset[str]:
    """Nobody agreed to be named; gives what the wall must not tell of them.

    The people get names that no member bears, since members are named as helpers, and
    addresses that are no place where the club works.
    """
    books = Books(folder, clock)
    private = {ADDRESS, TELEPHONE, ILLNESS}
    meeting = books.meetings.current()
    assert meeting is not None
    promises = books.follow_up.overview(meeting.id).promises
    pledges = [each.pledge for each in promises if each.case is not None]
    for help_ in books.pledges.overview(meeting.id).cases:
        pledges += help_.pledges
    private |= {words for each in pledges for words in (each.draft.what, each.draft.place)}
    for number, row in enumerate(HardshipCaseRow.select()):
        name = f"Đặng Thị {GIVEN_NAMES[number]}"
        private |= {name, row.circumstances}
        private |= {each.what for each in CaseNeedRow.select() if each.hardship_case_id == row.id}
        books.consents.record(row.person_id, REFUSED)
        row.person = PersonRow.create(
            name=name,
            folded=name.casefold(),
            address_form=row.person.address_form,
            birth_year=row.person.birth_year,
            address=ADDRESS,
            telephone=TELEPHONE,
            private_details=ILLNESS,
        )
        row.save()
        books.consents.record(row.person_id, REFUSED)
    books.close()
    return frozenset(text.casefold() for text in private if text)


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name.lower())
async def test_nothing_private_is_told_while_it_is_hidden(
    stage: Stage, prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(stage, tmp_path / "books")
    clock = clock_at(stage)
    private = refuse(folder, clock)
    async with driven(folder, clock) as driver:
        assert isinstance(driver.app.screen, StepScreen)
        scan = Scan(driver, private)
        await scan.page()
        await driver.press("f5")
        scan.look("large view")
        await driver.press("f5")
        for _turn in range(4):
            await driver.press("ctrl+z")
            scan.look(f"undone: {driver.notice()}")
        assert scan.seen > 10


@pytest.mark.parametrize("book", CLUB_BOOKS, ids=lambda book: book.key)
async def test_no_book_tells_what_is_hidden(
    book: ClubBook, prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.APPROVAL, tmp_path / "books")
    clock = clock_at(Stage.APPROVAL)
    books = Books(folder, clock)
    for fill in (note_three, pass_two_on):
        fill(books)
    books.close()
    private = refuse(folder, clock)
    async with driven(folder, clock) as driver:
        screen = driver.app.screen
        assert isinstance(screen, StepScreen)
        if book.key == "members":
            private -= _SAID_OF_MEMBERS
        await open_book(screen, book)
        await driver.rest()
        scan = Scan(driver, private)
        # Its forms ask for one word each.
        await scan.page(opened=book.key != "settings")
        assert scan.seen > 1


async def test_the_main_page_tells_nothing_that_is_hidden(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.APPROVAL, tmp_path / "books")
    clock = clock_at(Stage.APPROVAL)
    private = refuse(folder, clock)
    async with driven(folder, clock) as driver:
        await driver.app.show_home()
        await driver.rest()
        scan = Scan(driver, private)
        await scan.page(opened=False)


async def test_the_minutes_and_the_consents_are_hidden_too(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.APPROVAL, tmp_path / "books")
    clock = clock_at(Stage.APPROVAL)
    private = refuse(folder, clock)
    async with driven(folder, clock, size=(160, 45)) as driver:
        scan = Scan(driver, private)
        await driver.press("2")
        await driver.until("Biên bản số")
        scan.look("minutes")
        await driver.press("escape", "escape")
        await driver.type("nêu tên")
        await driver.press("enter")
        await driver.until("Với địa phương")
        scan.look("consents")
        await driver.press("enter")
        scan.look("the form of one")


def test_every_act_has_a_discreet_sentence(prepared: PreparedBooks, tmp_path: Path) -> None:
    folder = prepared.copy(Stage.APPROVAL, tmp_path / "books")
    clock = clock_at(Stage.APPROVAL)
    private = refuse(folder, clock)
    books = Books(folder, clock)
    meeting = books.meetings.current()
    assert meeting is not None
    sentences = [act_sentence(act, hidden=True) for act in books.undo.history(meeting.id)]
    books.close()
    assert len(sentences) > 40
    told = {said for said in sentences for words in private if words in said.casefold()}
    assert told == set()
