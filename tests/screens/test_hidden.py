"""Nothing private on the wall while it is hidden: every step, every line's popup, every sentence.

All five of the sample meeting refused to be named. Each line of each step is entered as it
stands, so that the popups, the forms' surroundings and the sentences after an act are read too.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from driver import Driver, driven
from prepared import PreparedBooks, Stage, clock_at
from screens.base import ListScreen
from screens.forms.form import FormScreen
from screens.step import StepScreen
from screens.widgets.line_list import LineKind
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
GIVEN_NAMES = ("Ưu", "Ước", "Ươm", "Ứng", "Uẩn", "Uyên", "Uyển")
TOTALS = ("10 ngày công · ", "Tổng")
"""How the rows begin that add up what the whole club gives, whomever it is for."""
REFUSED = Consents(Consent.REFUSED, Consent.REFUSED, Consent.REFUSED)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> PreparedBooks:
    """The books of all stages, made once."""
    return PreparedBooks(tmp_path_factory.mktemp("hidden"))


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


class Scan:
    """Goes through a step as it stands, and reads all that comes up."""

    def __init__(self, driver: Driver, private: frozenset[str]) -> None:
        self.driver, self.private = driver, private
        self.seen = 0

    def look(self, after: str) -> None:
        """Nothing private stands on the screen; a form's own fields are being filled."""
        screen = self.driver.app.screen
        if isinstance(screen, FormScreen):
            rows = ("form-title", "hint", "form-notice")
            text = "\n".join(self.driver.row(row) for row in rows)
        else:
            text = "\n".join(row for row in self.driver.text().splitlines() if not _adds_up(row))
        told = {words for words in self.private if words in text.casefold()}
        assert not told, f"{after}: {told}\n{self.driver.text()}"
        self.seen += 1

    async def step(self) -> None:
        """Every line with the cursor on it, and what Enter brings; then the large view."""
        screen = self.driver.app.screen
        assert isinstance(screen, ListScreen)
        self.look("opened")
        lines = {line.key.partition(":")[0]: line for line in screen.lines.shown_lines}
        for line in lines.values():
            if line.kind not in {LineKind.ROW, LineKind.ACT} or "print" in line.key:
                continue
            screen.lines.go_to(line.key)
            await self.driver.rest()
            self.look(line.key)
            await self.driver.press("enter")
            self.look(f"enter on {line.key}")
            await self.back(screen)
        await self.driver.press("f5")
        self.look("large view")
        await self.driver.press("f5")

    async def back(self, screen: ListScreen[object]) -> None:
        """Leaves whatever came up."""
        for _turn in range(4):
            if self.driver.app.screen is screen:
                return
            if isinstance(self.driver.app.screen, StepScreen):
                # A line of what was agreed leads to its step.
                assert isinstance(screen, StepScreen)
                await self.driver.app.show_step(screen.STEP)
                await self.driver.rest()
                return
            await self.driver.press("escape")
            self.look("on the way back")
        assert self.driver.app.screen is screen


def _adds_up(row: str) -> bool:
    return row.strip(" ►•").startswith(TOTALS)


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
        await scan.step()
        for _turn in range(4):
            await driver.press("ctrl+z")
            scan.look(f"undone: {driver.notice()}")
        assert scan.seen > 10


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
