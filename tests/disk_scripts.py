"""What the program does on a failing disk: a few deeds each, and how to see that they are there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from prepared import PreparedBooks, Stage, clock_at
from storage.books import Books
from storage.errors import Trouble, TroubleKind
from storage.passphrase.encrypting import change_passphrase
from storage.records.kinds import MeetingState, Step
from storage.records.people import Club
from storage.safekeeping.backup import FOLDER, found
from storage.safekeeping.backup_checks import verify
from storage.safekeeping.restoring import kept_aside
from storage.tables import DraftRow
from storage.worker import BooksWorker

OLD, NEW = "lua chin vang dong", "mua thang bay ngau"
_CLOCK = clock_at(Stage.APPROVAL)
_NOTE = "Đã đọc lại trước cả câu lạc bộ."
_DRAFT = {"texts": {"name": "cụ Phạm Thị Hiền"}, "focus": "name"}

Do = Callable[[BooksWorker, Path], Awaitable[object]]
Holds = Callable[[Books], bool]


@dataclass(frozen=True)
class Deed:
    """One thing that is done, and whether it is there."""

    name: str
    do: Do
    holds: Holds | None = None
    """None where nothing in the books tells of it."""

    def is_missing(self, books: Books) -> bool:
        """Whether the books should tell of it, and do not."""
        return self.holds is not None and not self.holds(books)


@dataclass(frozen=True)
class Script:
    """Deeds one after the other, on prepared books or on none."""

    deeds: tuple[Deed, ...]
    stage: Stage | None = None
    """How far the meeting is when it begins; None where there are no books yet."""
    passphrases: tuple[str, ...] = ("",)
    """Under which the books may be afterwards; they begin under the first."""

    def unsound_copies(self, folder: Path) -> Iterator[str]:
        """Backups and books kept aside that are not whole under their final names."""
        aside = kept_aside(folder) if folder.exists() else ()
        for file in (*found(folder / FOLDER), *aside):
            problem = self._problem(file.path)
            if problem:
                yield f"{file.path.name}: {problem}"

    def _problem(self, path: Path) -> str:
        problem = ""
        for passphrase in self.passphrases:
            try:
                verify(path, passphrase)
            except Trouble as error:
                problem = str(error.kind)
            else:
                return ""
        return problem


def _ask(question: Callable[[Books], object]) -> Do:
    def do(worker: BooksWorker, _folder: Path) -> Awaitable[object]:
        return worker.ask(question)

    return do


def _open(passphrase: str = "") -> Deed:
    def do(worker: BooksWorker, folder: Path) -> Awaitable[object]:
        return worker.open(folder, _CLOCK, passphrase=passphrase)

    return Deed("opening", do)


def _meeting(books: Books) -> int:
    meeting = books.meetings.current()
    return books.minutes.find(2026, 10) if meeting is None else meeting.id


def _add_member(books: Books) -> int:
    groups = books.register.groups()
    if not groups:
        raise Trouble(TroubleKind.NO_BOOKS)
    return books.register.add_member("Trần Thị Thêm", groups[0].id)


def _member_is_there(books: Books) -> bool:
    return [each.name for each in books.register.members()].count("Trần Thị Thêm") == 1


def _write_note(books: Books) -> None:
    books.secretary.write_note(_meeting(books), Step.LAST_MONTH, _NOTE)


def _note_is_there(books: Books) -> bool:
    return books.secretary.note(_meeting(books), Step.LAST_MONTH) == _NOTE


def _approve(books: Books) -> None:
    books.minutes.approve(_meeting(books), unanimous=True)


def _seal(books: Books) -> None:
    books.minutes.seal(_meeting(books))


def _state(books: Books) -> MeetingState:
    return books.meetings.get(_meeting(books)).state


def _back_up(*, sealed: bool = False) -> Do:
    """Beside the screen, as the program does it."""

    async def do(worker: BooksWorker, _folder: Path) -> object:
        backups = await worker.ask(lambda books: books.backups)
        return backups.make(sealed=sealed)

    return do


async def _lay_by(worker: BooksWorker, _folder: Path) -> object:
    """It is a help and no reason to complain: it says whether it lies there, and raises nothing."""
    reserve = await worker.ask(lambda books: books.reserve)
    return reserve.lay_by()


def _change(other: str) -> Do:
    def do(worker: BooksWorker, _folder: Path) -> Awaitable[object]:
        return worker.change_passphrase(_CLOCK, other)

    return do


async def _restore(worker: BooksWorker, folder: Path) -> object:
    backups = found(folder / FOLDER)
    if not backups:
        raise Trouble(TroubleKind.NO_BOOKS)
    return await worker.restore(folder, backups[0].path, _CLOCK)


async def _salvage(worker: BooksWorker, folder: Path) -> object:
    return await worker.salvage(folder, _CLOCK)


def _found_club(books: Books) -> None:
    with books.together():
        books.club.save(Club("CLB thôn Đoài", "thôn Đoài", "xã An Bình"))
        books.register.add_group("Tổ 1")


def _club_is_there(books: Books) -> bool:
    club = books.club.get()
    return club is not None and [each.name for each in books.register.groups()] == ["Tổ 1"]


def _draft_is_there(_books: Books) -> bool:
    """In the file: what the disk did not take the books hold themselves."""
    row = DraftRow.get_or_none(DraftRow.form == "case")
    return row is not None and json.loads(row.content) == _DRAFT


_ENTRY = Deed("a member", _ask(_add_member), _member_is_there)
_KEEP = Deed(
    "a draft",
    _ask(lambda books: books.drafts.keep("case", _DRAFT)),
    _draft_is_there,
)
_BACKUP = Deed("a backup", _back_up(), lambda books: bool(found(books.backups.folder)))


def _passphrase(before: str, after: str) -> Script:
    """Books are put under a passphrase, under another one, or under none."""
    change = Deed("the passphrase", _change(after))
    return Script((_open(before), _ENTRY, change, _KEEP), Stage.ATTENDANCE, (before, after))


SCRIPTS: dict[str, Script] = {
    "meeting": Script(
        (
            _open(),
            Deed("the reserve", _lay_by),
            _ENTRY,
            _KEEP,
            Deed(
                "a step",
                _ask(lambda books: books.meetings.go_to(_meeting(books), Step.COMMUNITY)),
            ),
            Deed("a note", _ask(_write_note), _note_is_there),
            _BACKUP,
            Deed(
                "approval", _ask(_approve), lambda books: _state(books) is not MeetingState.RUNNING
            ),
            Deed("the seal", _ask(_seal), lambda books: _state(books) is MeetingState.SEALED),
            Deed(
                "the seal's backup",
                _back_up(sealed=True),
                lambda books: any(each.sealed for each in found(books.backups.folder)),
            ),
        ),
        Stage.APPROVAL,
    ),
    "first": Script((_open(), Deed("the club", _ask(_found_club), _club_is_there), _ENTRY)),
    "passphrase": _passphrase("", OLD),
    "another passphrase": _passphrase(OLD, NEW),
    "no passphrase": _passphrase(NEW, ""),
    "restore": Script(
        (_open(), _BACKUP, Deed("a restore", _restore), _KEEP, _ENTRY), Stage.ATTENDANCE
    ),
    "salvage": Script(
        (_open(), _BACKUP, _ENTRY, Deed("a salvage", _salvage), _KEEP), Stage.ATTENDANCE
    ),
}


def prepare(place: Path, scripts: Sequence[str]) -> None:
    """Books for each of the scripts to begin with, under its name."""
    prepared = PreparedBooks(place / "prepared")
    for name in scripts:
        script = SCRIPTS[name]
        if script.stage is None:
            continue
        folder = prepared.copy(script.stage, place / name)
        if script.passphrases[0]:
            change_passphrase(folder, "", script.passphrases[0])
    shutil.rmtree(place / "prepared")
