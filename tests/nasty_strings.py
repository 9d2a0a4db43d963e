"""Seventy-eight texts that a careless program takes for more than text, in every field at once.

`PYTHONPATH=.:tests python tests/nasty_strings.py` writes each of them into a field of every kind
of record in one club's meeting, makes every paper and export of it, and opens every screen.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader

import sample_minutes
from bad_texts import BAD, HUGE, case_of, pledge_of, squeezed
from conftest import MORNING, _make_small_club
from driver import driven
from printouts.members_sheet import members_xlsx
from printouts.typesetting.text import printable
from scan import Scan
from screens.base import ListScreen
from screens.between_meetings.addenda import AddendaScreen
from screens.between_meetings.club_books import CLUB_BOOKS, open_book
from screens.between_meetings.history_page import HistoryScreen
from screens.menu_screen import MenuScreen
from screens.papers.catalogue import PAPERS, made, usual_wish
from screens.people.groups_page import GroupsPage
from screens.people.member_page import MemberPage
from screens.people.person_story import PersonStoryScreen
from storage.books import Books
from storage.clock import FixedClock
from storage.records.addenda import AddendumDraft
from storage.records.history import RecordKind
from storage.records.kinds import ClubRole, Step
from storage.records.member_drafts import MemberDraft
from storage.records.urgent import UrgentDraft
from storage.safekeeping.checking import check_books

_MORE = """
=1+1|=HYPERLINK("http://x","y")|+84912345678|-1+2|@SUM(A1:A9)|=cmd|'/C calc'!A0|\tMùi\t|Mùi\\nMùi
'; DROP TABLE member; --|" OR 1=1 --|Robert'); --|%' OR '%'='|_%_|\\|\\\\|//|/etc/passwd|../../x
C:\\x\\y|CON|NUL.txt|file:///etc/passwd|http://a.vn/?b=c&d=e#f|mailto:a@b.vn|<script>x</script>
<img src="/etc/hostname"/>|<!-- Mùi -->|<![CDATA[Mùi]]>|&#77;&#x10FFFF;|&lol9;|<font color="red">M
</para></font>|<br>|a<b>c|<|>|&|&&|&amp;amp;|[|]|[]|[[Mùi]]|[red]|[/red]|[on blue]x[/]|[$primary]x
{{7*7}}|${7*7}|#{7*7}|{!r}|{0.__class__}|%d%n%s|%%|$HOME|`ls`|$(ls)|~|!|*|?|null|None|undefined
NaN|1E308|0|-0|true|0x1F|１２３|Ⅷ|ﬁ|ß|İı|Ǆ|Nguyễn‐Thị|Nguyễn Thị|ô̂|ớ|Ω≈ç√|田中さん|مرحبا|שלום
"""
_SHORT = [*(bad.typed for bad in BAD.values()), *re.split(r"[|\n]", _MORE.strip())]
NASTY = (*list(dict.fromkeys(_SHORT))[:77], HUGE.typed)
"""With ten thousand letters at the end."""
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Cn"}


def kept(text: str) -> str:
    """How a line is kept: composed, without what cannot be seen, single spaces."""
    composed = unicodedata.normalize("NFC", re.sub(r"\s", " ", text))
    seen = "".join(each for each in composed if not _is_unseen(each))
    return " ".join(unicodedata.normalize("NFC", seen).split())


def _is_unseen(letter: str) -> bool:
    variation = 0xFE00 <= ord(letter) <= 0xFE0F
    return variation or unicodedata.category(letter) in _UNSEEN


def write_everywhere(books: Books, texts: tuple[str, ...]) -> Iterator[str]:
    """Writes each text into every kind of record; tells of those that are kept otherwise."""
    meeting = books.meetings.begin().id
    groups = [group.id for group in books.register.groups()]
    for each in books.register.groups():
        books.attendance.count_group(meeting, each.id, each.members)
    steps = list(Step)
    for number, text in enumerate(texts):
        line, group = kept(text), groups[number % len(groups)]
        if not line:
            continue
        books.club.save(replace(books.club.known(), name=text, parent_body=text, place=text))
        member = books.members.add(
            MemberDraft(text, group, address=text, telephone=text, can_help=text)
        )
        books.meetings.add_guest(meeting, text, text)
        books.meetings.set_place(meeting, text)
        case = books.proposals.propose_case(meeting, group, case_of(text))
        activity = replace(sample_minutes.SWEEP, what=text, role=ClubRole.JOINS, partner=text)
        matter = books.proposals.propose_matter(meeting, group, replace(activity, place=text))
        books.selection.choose_unanimously(meeting, (case,), text)
        books.pledges.pledge(meeting, case, pledge_of(text, member))
        books.pledges.refer(meeting, case, text)
        books.community.agree(meeting, matter, unanimous=True)
        concern = replace(sample_minutes.LAMP, what=text, addressee=text)
        asked = books.proposals.propose_matter(meeting, group, concern)
        books.community.agree(meeting, asked, unanimous=True)
        books.notebook.note_case(group, case_of(text))
        books.urgent.report(
            UrgentDraft(case_of(text), books.clock.now(), cause=text, decision=text)
        )
        books.secretary.write_note(meeting, steps[number % len(steps)], text)
        told = books.proposals.case_draft(case)
        said = books.members.story(member).member
        for where, found in (
            ("the name of a case", told.name),
            ("what it needs", told.needs[0].what),
            ("the name of a member", said.name),
            ("an address", said.person.address),
            ("a guest", books.meetings.guests(meeting)[-1].name),
        ):
            if found != line:
                yield f"{where}: {text[:60]!r} is kept as {found[:60]!r}"


def make_everything(books: Books, texts: tuple[str, ...]) -> Iterator[str]:
    """Seals the meeting, and makes every paper and export; the minutes have each text."""
    meeting = books.meetings.current()
    if meeting is None:
        raise RuntimeError("no meeting is held")
    books.minutes.approve(meeting.id, unanimous=True)
    books.minutes.seal(meeting.id)
    for text in (" ".join(texts), HUGE.typed):
        books.addenda.write(meeting.id, AddendumDraft(text, meeting.day, None, None))
    for paper in PAPERS:
        content = paper.read(books, usual_wish(books, paper))
        data = made(paper, content, "giay", spreadsheet=False, practice=False).data
        if paper.spreadsheet:
            made(paper, content, "giay", spreadsheet=True, practice=False)
        if paper.kind == "minutes":
            pages = PdfReader(BytesIO(data)).pages
            printed = squeezed("".join(page.extract_text() for page in pages))
            for text in texts:
                wanted = squeezed(printable(kept(text)))
                # Letters that no font of the paper has, or that run the other way, are boxes.
                if "□" not in wanted and wanted[:40] not in printed:
                    yield f"not in the minutes: {text[:60]!r}"
    members_xlsx(books.members.register_now(), books.club.known().name, books.clock.today())
    yield from (f"the check finds {found}" for found in check_books())


class Eyes(Scan):
    """Looks at what comes up; what cannot be drawn ends the program, and the test with it."""

    def hard_to_read(self) -> set[str]:
        """Ten thousand letters in one name stand nowhere in full."""
        return set()

    async def every_line(self) -> None:
        """The cursor on each line of a screen, whose detail is then told."""
        screen = self.driver.app.screen
        assert isinstance(screen, ListScreen)
        for line in screen.lines.shown_lines:
            screen.lines.go_to(line.key)
            await self.driver.rest()


async def open_everything(folder: Path, *, each_line: bool = True) -> int:
    """Every step, book and page behind them, with their forms and popups; how many were seen."""
    async with driven(folder, FixedClock(MORNING)) as driver:
        app, eyes = driver.app, Eyes(driver)
        app.details_hidden = False

        async def look(*, opened: bool) -> None:
            await eyes.page(opened=opened and each_line)
            if each_line:
                await eyes.every_line()

        for step in Step:
            await app.show_step(step)
            await driver.until(f"►{int(step)} ")
            await look(opened=True)
            await driver.press("f5", "f5")
        for page in await app.ask(_pages):
            app.push_screen(page)
            await driver.rest()
            await look(opened=False)
            await driver.press("escape")
        for book in CLUB_BOOKS:
            step_screen = app.screen
            assert isinstance(step_screen, MenuScreen)
            await open_book(step_screen, book)
            await driver.rest()
            # What stands there is sent to printers and into files.
            await look(opened=book.key not in {"papers", "settings"})
            await eyes.back(step_screen)
        return eyes.seen


def _pages(books: Books) -> list[ListScreen[Any]]:
    """What the books lead to, of those who bear such a text."""
    meeting = books.meetings.current()
    if meeting is None:
        raise RuntimeError("no meeting is held")
    members = books.members.register_now().members
    cases = books.selection.overview(meeting.id).cases
    named = [each.case for each in cases if each.case.person.name in map(kept, NASTY)]
    return [
        GroupsPage(),
        AddendaScreen(meeting.id),
        *(MemberPage(each.id) for each in members if each.name in map(kept, NASTY)),
        *(PersonStoryScreen(case.person.id) for case in named),
        *(HistoryScreen(RecordKind.CASE, case.id) for case in named),
    ]


def main() -> int:
    """The long form."""
    with tempfile.TemporaryDirectory(prefix="chungtay-nasty-") as place:
        folder = Path(place) / "books"
        _make_small_club(folder)
        books = Books(folder, FixedClock(MORNING))
        wrong = list(write_everywhere(books, NASTY))
        books.close()
        seen = asyncio.run(open_everything(folder))
        books = Books(folder, FixedClock(MORNING))
        wrong += make_everything(books, NASTY)
        books.close()
    sys.stdout.writelines(f"{each}\n" for each in wrong)
    sys.stdout.write(f"{len(NASTY)} texts, {seen} views of screens, {len(wrong)} things wrong\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
