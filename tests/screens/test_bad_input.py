"""Whatever is typed or pasted is text: shown, stored and printed as it is, and never a command."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from textual.events import Paste

import sample_minutes
from driver import Driver, driven
from prepared import PreparedBooks, Stage, clock_at
from printouts.minutes import minutes_pdf
from printouts.text import printable
from screens.widgets.line_list import LineList
from screens.widgets.safe_fields import VietnameseInput, VietnameseTextArea
from storage.books import Books
from storage.records.cases import CaseDraft, Need
from storage.records.community import MatterDraft
from storage.records.kinds import ClubRole, Consent, HelperKind, HelpForm, Relation, Step
from storage.records.minutes import MinutesContent, MinutesState
from storage.records.pledges import PledgeDraft


@dataclass(frozen=True, slots=True)
class Bad:
    """What comes in, and how it is kept."""

    typed: str
    kept: str


def _as_typed(text: str) -> Bad:
    return Bad(text, text)


BAD = {
    "name of 200 letters": _as_typed("Nguyễnê" * 28 + "ạbcd"),
    "markup": _as_typed("[bold]Mùi[/bold] [/] [@click=app.quit]x[/]"),
    "open link": _as_typed("[link=http://x"),
    "tags": _as_typed("<b>&amp;</b> <para> &lt; <br/> & <a href='x'>"),
    "quotes": _as_typed("\"Mùi\" 'Mùi' “Mùi” `Mùi` --"),
    "braces": _as_typed("{name} {group} {0} {} {group.__class__} }{ {"),
    "other templates": _as_typed("%s %(name)s $name \\1 \\g<0> \\n ${x}"),
    "emoji": _as_typed("Hoa 🌸 Mùi 🏠"),
    "joined emoji": Bad("Hoa 👩\u200d🌾 ❤\ufe0f", "Hoa 👩🌾 ❤"),
    "zero width": Bad("M\u200bùi\u200d\ufeff \u202eThị", "Mùi Thị"),
    "controls": Bad("Mùi\x1b[31m \x07đỏ\x00\x08", "Mùi[31m đỏ"),
    "tokens of the minutes": Bad("\ue000person.1.name\ue001", "person.1.name"),
    "letters and marks apart": Bad(
        unicodedata.normalize("NFD", "Nguyễn Thị Mùi ở Đồng Bằng"), "Nguyễn Thị Mùi ở Đồng Bằng"
    ),
}
ALL_AT_ONCE = Bad(
    "Mùi\u200b [bold] [/] [link=http://x <b>& \"' {name} {0} {} \x1b[31m 🌸 %s \\1 "
    + unicodedata.normalize("NFD", "Đồng Bằng"),
    "Mùi [bold] [/] [link=http://x <b>& \"' {name} {0} {} [31m 🌸 %s \\1 Đồng Bằng",
)
HUGE = _as_typed("mười nghìn chữ " * 666 + "là vừa hết")
LONG = BAD["name of 200 letters"]
PASTED = {"all at once": ALL_AT_ONCE, "200 letters": LONG, "10,000 letters": HUGE}

each_pasted = pytest.mark.parametrize("bad", PASTED.values(), ids=PASTED.keys())


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> PreparedBooks:
    """The books of all stages, made once."""
    return PreparedBooks(tmp_path_factory.mktemp("prepared"))


# Through the books onto paper.


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_what_was_stored_is_printed_as_it_is(
    bad: Bad, prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.ATTENDANCE, tmp_path / "books")
    books = Books(folder, clock_at(Stage.APPROVAL))
    try:
        hold(books, bad.typed)
        running = books.meetings.current()
        assert running is not None
        text = printed(books.minutes.content(running.id))
        for place in (
            f"-{bad.kept};",
            f"Địađiểm:{bad.kept}",
            f"PhóChủtịchUBNDxã;{bad.kept},{bad.kept}",
            f"02{bad.kept}{bad.kept}",
            f"Thưkýghithêm:{bad.kept}",
            f"Lờicủathưký:{bad.kept}",
        ):
            assert squeezed(printable(place)) in text
        books.minutes.approve(running.id, unanimous=True)
        books.minutes.seal(running.id)
        assert printed(books.minutes.content(running.id)).count(squeezed(printable(bad.kept))) > 10
        assert books.minutes.content(running.id).state is MinutesState.SEALED
    finally:
        books.close()


def test_ten_thousand_letters_are_printed_to_the_last(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.ATTENDANCE, tmp_path / "books")
    books = Books(folder, clock_at(Stage.APPROVAL))
    try:
        running = books.meetings.current()
        assert running is not None
        word = "ă" * 10_000
        books.meetings.add_guest(running.id, word, HUGE.typed)
        text = printed(books.minutes.content(running.id))
        assert text.count("ă") >= 10_000
        assert text.count("mườinghìnchữ") >= 650
    finally:
        books.close()


def hold(books: Books, text: str) -> None:
    """A meeting in which everything that can be said is this text."""
    running = books.meetings.current()
    assert running is not None
    meeting = running.id
    groups = [group.id for group in books.register.groups()]
    books.club.save(
        replace(books.club.known(), name=f"CLB {text}", parent_body=text, recipients=text)
    )
    member = books.register.add_member(text, groups[0], address=text, meeting_id=meeting)
    books.meetings.set_place(meeting, text)
    books.meetings.add_guest(meeting, text, text)
    case = books.proposals.propose_case(meeting, groups[0], _case(text))
    activity = books.proposals.propose_matter(meeting, groups[0], _activity(text))
    concern = replace(sample_minutes.LAMP, what=text, addressee=text, representative=member)
    locality = books.proposals.propose_matter(meeting, groups[1], concern)
    books.selection.choose_unanimously(meeting, (case,))
    books.selection.give_reason(meeting, case, text)
    books.pledges.pledge(meeting, case, _pledge(text, member))
    books.pledges.agree(meeting, case, unanimous=True)
    books.community.agree(meeting, activity, unanimous=True)
    books.community.drop(meeting, locality, text)
    books.minutes.write_note(meeting, Step.PROPOSALS, text)
    books.minutes.reword(meeting, Step.COMMUNITY, f"Lời của thư ký: {text}")


def _case(text: str) -> CaseDraft:
    return CaseDraft(
        name=text,
        circumstances=text,
        address=text,
        needs=(Need(HelpForm.GOODS, text, 2, text),),
        relation=Relation.OUTSIDE,
        consent=Consent.AGREED,
    )


def _activity(text: str) -> MatterDraft:
    return replace(sample_minutes.SWEEP, what=text, role=ClubRole.JOINS, partner=text, place=text)


def _pledge(text: str, member: int) -> PledgeDraft:
    return PledgeDraft(
        HelpForm.GOODS,
        HelperKind.ORGANISATION,
        what=text,
        quantity=2,
        unit=text,
        members=(member,),
        organisation=text,
        place=text,
    )


def printed(content: MinutesContent) -> str:
    """The letters of the paper, without the spaces and breaks that the lines make."""
    reader = PdfReader(io.BytesIO(minutes_pdf(content)))
    return squeezed("".join(page.extract_text() for page in reader.pages))


def squeezed(text: str) -> str:
    """The text without its spaces."""
    return re.sub(r"\s", "", text)


# Through the screens into the books.


async def paste(driver: Driver, field: str, text: str) -> None:
    """Pastes into a field of the form that is open."""
    control = driver.app.screen.query_one(f"#field-{field}")
    control.focus()
    await driver.wait_for_focus(f"field-{field}")
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
        await driver.press("enter", "3")
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
        await driver.until("► 1  Bỏ khỏi danh sách")
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
        note = await driver.app.ask(lambda books: books.minutes.note(2, Step.ATTENDANCE))
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
                books.minutes.part_text(2, Step.SELECTION),
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
        fields = ("name", "hamlet", "commune", "province", "parent_body", "place")
        for field in fields:
            await paste(driver, field, bad.typed)
        shown(driver, bad.kept)
        await accept(driver)
        await driver.until("Tổ thứ 1")
        driver.app.screen.query_one("#field-name", VietnameseInput).value = ""
        for field in ("name", "leader", "members", "chair"):
            await paste(driver, field, bad.typed)
        await accept(driver)
        await driver.until("+ Thêm tổ")
        shown(driver, bad.kept)
        await driver.press("end", "enter")
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
