"""Whatever is typed or pasted is text: shown and stored as it is, and never a command."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste

from bad_texts import ALL_AT_ONCE, HUGE, Bad, printed, squeezed
from driver import Driver, driven
from prepared import PreparedBooks, Stage, clock_at
from printouts.typesetting.text import printable
from screens.widgets.line_list import LineList
from screens.widgets.safe_fields import VietnameseInput, VietnameseTextArea
from storage.records.kinds import Step

PASTED = {"all at once": ALL_AT_ONCE, "10,000 letters": HUGE}

each_pasted = pytest.mark.parametrize("bad", PASTED.values(), ids=PASTED.keys())


async def paste(driver: Driver, field: str, text: str) -> None:
    """Pastes into a field of the form that is open."""
    control = driver.app.screen.query_one(f"#field-{field}")
    control.focus()
    await driver.wait_for_focus(f"field-{field}")
    if isinstance(control, VietnameseInput):
        # What was filled in by itself gives way.
        control.select_all()
    driver.app.post_message(Paste(text))
    await driver.rest()


async def accept(driver: Driver) -> None:
    """Accepts the form, and waits until it is gone."""
    form = driver.app.screen
    await driver.press("pagedown", "enter")
    for _turn in range(20):
        if driver.app.screen is not form:
            await driver.rest()
            return
        await driver.rest()
    raise AssertionError(f"the form is not accepted\n{driver.text()}")


def shown(driver: Driver, text: str) -> None:
    """The beginning of the text is on the screen, as it is."""
    assert squeezed(text)[:12] in squeezed(driver.text())


async def walk_everywhere(driver: Driver) -> None:
    """Every step, the menu with what it finds, the minutes: none takes the text for more."""
    for step in Step:
        await driver.app.show_step(step)
        await driver.until(f"►{int(step)} ")
        await driver.press("end", "home")
    await driver.press("2")
    await driver.until("Biên bản số")
    await driver.press("end", "escape")
    await driver.until("►8 ")
    await driver.press("escape")
    await driver.until("Gõ để tìm")
    driver.app.post_message(Paste(ALL_AT_ONCE.typed))
    await driver.rest()
    await driver.press("escape")
    await driver.until("►8 ")


@each_pasted
async def test_a_case(bad: Bad, prepared: PreparedBooks, tmp_path: Path) -> None:
    folder = prepared.copy(Stage.ATTENDANCE, tmp_path / "books")
    async with driven(folder, clock_at(Stage.PROPOSALS)) as driver:
        await driver.app.show_step(Step.PROPOSALS)
        await driver.until("►4 Các tổ trình bày")
        await driver.press("enter", "1")
        await driver.until("Hoàn cảnh, khó khăn")
        await paste(driver, "name", bad.typed)
        await driver.press("down", "1", "1")
        for field in ("address", "circumstances"):
            await paste(driver, field, bad.typed)
        driver.app.screen.query_one("#field-needs").focus()
        await driver.press("1")
        await paste(driver, "thing-goods", bad.typed)
        driver.app.screen.query_one("#field-consent").focus()
        await driver.press("1")
        shown(driver, bad.kept)
        await accept(driver)
        board = await driver.app.ask(lambda books: books.proposals.overview(2))
        (proposed,) = (each for row in board.groups for each in row.cases)
        case = proposed.case
        assert case.person.name == bad.kept
        assert case.person.address == bad.kept
        assert case.circumstances == bad.kept
        assert [need.what for need in case.needs] == [bad.kept]
        shown(driver, bad.kept)
        await walk_everywhere(driver)


@each_pasted
async def test_a_matter(bad: Bad, prepared: PreparedBooks, tmp_path: Path) -> None:
    folder = prepared.copy(Stage.ATTENDANCE, tmp_path / "books")
    async with driven(folder, clock_at(Stage.PROPOSALS)) as driver:
        await driver.app.show_step(Step.PROPOSALS)
        await driver.until("►4 Các tổ trình bày")
        await driver.press("enter", "2")
        await driver.until("Việc gì")
        await paste(driver, "what", bad.typed)
        await paste(driver, "place", bad.typed)
        await paste(driver, "when", bad.typed)
        await accept(driver)
        # The group is asked on by itself.
        await driver.until("3  ")
        await driver.press("3")
        await driver.until("Vấn đề gì")
        await paste(driver, "what", bad.typed)
        await paste(driver, "addressee", bad.typed)
        await accept(driver)
        board = await driver.app.ask(lambda books: books.proposals.overview(2))
        activity, concern = (each.matter.draft for row in board.groups for each in row.matters)
        assert (activity.what, activity.place) == (bad.kept, bad.kept)
        assert activity.when.text == bad.kept
        assert (concern.what, concern.addressee) == (bad.kept, bad.kept)
        shown(driver, bad.kept)
        await walk_everywhere(driver)


@each_pasted
async def test_a_guest_and_the_place(bad: Bad, prepared: PreparedBooks, tmp_path: Path) -> None:
    folder = prepared.copy(Stage.ATTENDANCE, tmp_path / "books")
    async with driven(folder, clock_at(Stage.ATTENDANCE)) as driver:
        lines = driver.app.screen.query_one("#lines", LineList)
        lines.go_to("add-guest")
        await driver.press("enter")
        await paste(driver, "name", bad.typed)
        await paste(driver, "position", bad.typed)
        await accept(driver)
        lines.go_to("place")
        await driver.press("enter")
        driver.app.screen.query_one("#field-place", VietnameseInput).value = ""
        await paste(driver, "place", bad.typed)
        await accept(driver)
        shown(driver, bad.kept)
        guests, meeting = await driver.app.ask(
            lambda books: (books.meetings.guests(2), books.meetings.get(2))
        )
        assert (guests[-1].name, guests[-1].position) == (bad.kept, bad.kept)
        assert meeting.place == bad.kept
        lines.go_to(f"guest:{guests[-1].id}")
        await driver.press("enter")
        await driver.until("2  Bỏ khỏi danh sách")
        await driver.press("escape")
        await driver.press("ctrl+z")
        assert driver.notice().startswith("Đã bỏ: ")
        await driver.press("ctrl+y")
        await walk_everywhere(driver)


@each_pasted
async def test_a_note_of_the_secretary(bad: Bad, prepared: PreparedBooks, tmp_path: Path) -> None:
    folder = prepared.copy(Stage.ATTENDANCE, tmp_path / "books")
    async with driven(folder, clock_at(Stage.ATTENDANCE)) as driver:
        await driver.press("f3")
        await driver.until("Ghi chú của thư ký")
        await paste(driver, "note", bad.typed)
        shown(driver, bad.kept)
        await accept(driver)
        note = await driver.app.ask(lambda books: books.secretary.note(2, Step.ATTENDANCE))
        assert note == bad.kept
        await walk_everywhere(driver)


@each_pasted
async def test_the_minutes_in_other_words(
    bad: Bad, prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.APPROVAL, tmp_path / "books")
    async with driven(folder, clock_at(Stage.APPROVAL)) as driver:
        await driver.press("2")
        await driver.until("Biên bản số")
        driver.app.screen.query_one("#lines", LineList).go_to("part:5")
        await driver.press("enter", "1")
        await driver.until("Lời biên bản")
        driver.app.screen.query_one("#field-words", VietnameseTextArea).text = ""
        await paste(driver, "words", bad.typed)
        await accept(driver)
        await driver.press("down", "down", "down")
        shown(driver, bad.kept)
        words, content = await driver.app.ask(
            lambda books: (
                books.secretary.part_text(2, Step.SELECTION),
                books.minutes.content(2),
            )
        )
        assert words.rstrip(".") == bad.kept
        assert squeezed(printable(bad.kept))[:300] in printed(content)
        await driver.press("escape")
        await walk_everywhere(driver)


@each_pasted
async def test_the_names_of_the_first_run(bad: Bad, tmp_path: Path) -> None:
    async with driven(tmp_path / "books", clock_at(Stage.HOME)) as driver:
        await driver.press("down", "enter")
        await driver.until("Ghi đủ, như trên giấy tờ.")
        driver.app.screen.query_one("#field-name", VietnameseInput).value = ""
        fields = ("name", "hamlet", "commune", "province", "parent_body", "place")
        for field in fields:
            await paste(driver, field, bad.typed)
        shown(driver, bad.kept)
        await accept(driver)
        await driver.until("Tổ thứ 1")
        driver.app.screen.query_one("#field-name", VietnameseInput).value = ""
        for field in ("name", "leader", "members"):
            await paste(driver, field, bad.typed)
        await accept(driver)
        await driver.until("+ Thêm tổ")
        shown(driver, bad.kept)
        await driver.go_to_text("Xong")
        await driver.press("enter")
        await driver.until("Bắt đầu phần IV hôm nay")
        club, groups, members = await driver.app.ask(
            lambda books: (books.club.known(), books.register.groups(), books.register.members())
        )
        assert {getattr(club, field) for field in fields} == {bad.kept}
        assert club.recipients == bad.kept
        assert [(group.name, group.leader) for group in groups] == [(bad.kept, bad.kept)]
        assert [member.name for member in members] == [bad.kept]
        await driver.press("home", "enter")
        await driver.until("►1 ")
        await driver.press("enter", "space", "pagedown")
        await walk_everywhere(driver)
