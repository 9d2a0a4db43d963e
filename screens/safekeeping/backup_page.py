"""Mở lại một bản sao lưu: the backups of this computer and of the sticks, each in words."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from printouts.printing.sticks import stick_name, sticks
from screens.base import ListScreen, Page
from screens.language import N_, _
from screens.popups import Choice, ChoicePopup
from screens.room import Room
from screens.safekeeping.passphrase_popup import PassphrasePopup
from screens.widgets.lines import Column, Line, blank, heading, note
from screens.wording import error_sentence
from screens.wording.backup import lost_words, newest_words, restored_words
from storage.days import on_screen
from storage.errors import Trouble, TroubleKind
from storage.passphrase.cipher import clean_passphrase
from storage.records.backups import BackupFile, Contents, Restored
from storage.safekeeping.backup import FOLDER, STICK_FOLDER, found
from storage.safekeeping.restoring import kept_aside

_LOCKED = frozenset({TroubleKind.PASSPHRASE_NEEDED, TroubleKind.PASSPHRASE_WRONG})


@dataclass(frozen=True, slots=True)
class Offer:
    """A backup that can be opened again."""

    file: BackupFile
    contents: Contents | None
    """None where it could not be looked into."""
    locked: bool = False
    """Whether it is under another passphrase than that of the books."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where some of the backups lie."""

    title: str
    offers: tuple[Offer, ...]
    """The newest first."""


class BackupPage(ListScreen[tuple[Place, ...]]):
    """Enter on a backup puts it in the place of the books, after asking.

    It asks the books nothing, so that it can be shown when they are damaged.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f2", "back", show=False)]
    HELP: ClassVar[str] = N_(
        "Mỗi dòng là một bản sao lưu, bản mới ở trên, với buổi họp mới nhất trong đó. Enter để mở "
        "lại. Sổ đang dùng được giữ ở một tệp khác, không mất. Bản sao lưu ở USB hiện ra khi cắm "
        "USB trước khi vào đây."
    )

    def __init__(self, places: tuple[Place, ...]) -> None:
        super().__init__()
        self.places = places
        """What was found."""
        self.restored: Restored | None = None
        """What was opened again, once it was."""

    async def refresh_page(self) -> None:
        """Shows what was found when the page was opened."""
        self.overview = self.places
        self.show_page()

    def page(self, overview: tuple[Place, ...]) -> Page:
        """The places with their backups."""
        lines: list[Line] = []
        for place in overview:
            lines += [blank(place.title), heading(place.title), *map(_line, place.offers)]
        if not lines:
            lines = [blank("none"), note(_("Chưa thấy bản sao lưu nào. Có USB thì xin cắm vào."))]
        return Page(
            title=_("Mở lại một bản sao lưu"),
            intro=_(
                "Mỗi dòng: buổi họp mới nhất trong bản ấy, và lúc ghi việc cuối cùng. Sổ đang dùng "
                "sẽ được giữ riêng ở tệp khác, không mất."
            ),
            columns=(Column(4, right=True), Column(), Column(16, right=True)),
            lines=tuple(lines),
            keys=(("Enter", _("mở lại")), ("Esc", _("quay lại"))),
        )

    async def entered(self, line: Line) -> None:
        """Enter: asks, and opens the backup."""
        path = Path(line.key)
        try:
            contents = await self.room.look_into(path)
        except Trouble as error:
            if error.kind not in _LOCKED:
                raise
            await self._open_with_its_passphrase(path)
            return
        asked = _("Mở lại bản sao lưu này của {club}? Mới nhất trong đó: {newest}.").format(
            club=contents.club, newest=newest_words(contents)
        )
        question = f"{asked} {lost_words(contents, await self.room.books_now())}".rstrip()
        if not await self.confirm(question, _("Có, mở lại")):
            return
        self.restored = await self.room.restore(path)
        self.dismiss()

    async def _open_with_its_passphrase(self, path: Path) -> None:
        """It was made under another passphrase than that of the books."""

        async def tried(typed: str) -> str:
            try:
                self.restored = await self.room.restore(path, clean_passphrase(typed))
            except Trouble as error:
                return error_sentence(error)
            return ""

        title = _("Bản sao lưu này có mật khẩu riêng")
        note = _("Gõ mật khẩu lúc làm bản ấy. Sổ đang dùng được giữ ở một tệp khác, không mất.")
        popup = PassphrasePopup(title, note, tried, tries=self.room.wrong_tries)
        await self.app.push_screen_wait(popup)
        if self.restored is not None:
            self.dismiss()

    def action_back(self) -> None:
        """Esc: nothing is opened."""
        self.dismiss()


async def choose_and_restore(app: App[int], room: Room) -> bool:
    """Shows the backups; says what was opened again, and whether anything was."""
    places = await _places(room)
    page = BackupPage(places)
    await app.push_screen_wait(page)
    if page.restored is None:
        return False
    await room.show_home()
    if isinstance(app.screen, ListScreen):
        await app.screen.refresh_page()
        app.screen.say("")
    told = restored_words(page.restored)
    await app.push_screen_wait(ChoicePopup(told, (Choice(True, _("Đóng")),)))
    return True


async def _places(room: Room) -> tuple[Place, ...]:
    """Where there are backups: this computer, the sticks, and books that were set aside."""
    found_here = await asyncio.to_thread(_files, room.folder)
    places = [
        Place(title, tuple([await _looked_into(room, file) for file in files]))
        for title, files in found_here
    ]
    return tuple(place for place in places if place.offers)


def _files(folder: Path) -> list[tuple[str, tuple[BackupFile, ...]]]:
    """The backups of each place, the newest first."""
    return [
        (_("Trên máy này"), _newest_first(folder / FOLDER)),
        *(
            (
                _("Trên USB {stick}").format(stick=stick_name(stick)),
                _newest_first(stick / STICK_FOLDER),
            )
            for stick in sticks()
        ),
        (_("Sổ dùng trước những lần mở lại"), kept_aside(folder)[::-1]),
    ]


def _newest_first(folder: Path) -> tuple[BackupFile, ...]:
    try:
        return found(folder)[::-1]
    except OSError:
        # The stick was pulled out meanwhile: there is nothing to offer on it.
        return ()


async def _looked_into(room: Room, file: BackupFile) -> Offer:
    try:
        return Offer(file, await room.look_into(file.path))
    except Trouble as error:
        # It stands in the list all the same; Enter on it says what is wrong.
        return Offer(file, None, locked=error.kind in _LOCKED)


def _line(offer: Offer) -> Line:
    path = str(offer.file.path)
    number = str(offer.file.number)
    if offer.contents is None:
        told = _("có mật khẩu riêng") if offer.locked else _("không đọc được")
        return Line(path, (number, told, ""), detail=path)
    return Line(
        path, (number, newest_words(offer.contents), _recorded_until(offer.contents)), detail=path
    )


def _recorded_until(contents: Contents) -> str:
    if contents.last_act is None:
        return ""
    return f"{on_screen(contents.last_act.date())} {contents.last_act:%H:%M}"
