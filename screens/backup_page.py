"""Mở lại một bản sao lưu: the backups of this computer and of the sticks, each in words."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from printouts.sticks import sticks
from screens.base import ListScreen, Page
from screens.language import _
from screens.popups import Choice, ChoicePopup
from screens.room import Room
from screens.widgets.line_list import Column, Line, blank, heading, note
from screens.wording.backup import newest_words, restored_words
from storage.backup import FOLDER, STICK_FOLDER, found
from storage.backup_checks import look_into
from storage.days import on_screen
from storage.errors import Trouble
from storage.records.backups import BackupFile, Contents, Restored
from storage.restoring import kept_aside


@dataclass(frozen=True, slots=True)
class Offer:
    """A backup that can be opened again."""

    file: BackupFile
    contents: Contents | None
    """None where it could not be looked into."""


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
    HELP: ClassVar[str] = (
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
        contents = await asyncio.to_thread(look_into, path)
        question = _("Mở lại bản sao lưu này của {club}? Mới nhất trong đó: {newest}.").format(
            club=contents.club, newest=newest_words(contents)
        )
        if not await self.confirm(question, _("Có, mở lại")):
            return
        self.restored = await self.room.restore(path)
        self.dismiss()

    def action_back(self) -> None:
        """Esc: nothing is opened."""
        self.dismiss()


async def choose_and_restore(app: App[int], room: Room) -> bool:
    """Shows the backups; says what was opened again, and whether anything was."""
    places = await asyncio.to_thread(_places, room.folder)
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


def _places(folder: Path) -> tuple[Place, ...]:
    """Where there are backups: this computer, the sticks, and books that were set aside."""
    places = [
        Place(_("Trên máy này"), _offers(folder / FOLDER)),
        *(
            Place(
                _("Trên USB {stick}").format(stick=stick.name or stick),
                _offers(stick / STICK_FOLDER),
            )
            for stick in sticks()
        ),
        Place(
            _("Sổ dùng trước những lần mở lại"), tuple(_looked_into(reversed(kept_aside(folder))))
        ),
    ]
    return tuple(place for place in places if place.offers)


def _offers(folder: Path) -> tuple[Offer, ...]:
    try:
        files = found(folder)
    except OSError:
        # The stick was pulled out meanwhile: there is nothing to offer on it.
        return ()
    return tuple(_looked_into(reversed(files)))


def _looked_into(files: Iterator[BackupFile]) -> Iterator[Offer]:
    for file in files:
        try:
            yield Offer(file, look_into(file.path))
        except Trouble:
            # It stands in the list all the same; Enter on it says what is wrong.
            yield Offer(file, None)


def _line(offer: Offer) -> Line:
    path = str(offer.file.path)
    number = str(offer.file.number)
    if offer.contents is None:
        return Line(path, (number, _("không đọc được"), ""), detail=path)
    return Line(
        path, (number, newest_words(offer.contents), _recorded_until(offer.contents)), detail=path
    )


def _recorded_until(contents: Contents) -> str:
    if contents.last_act is None:
        return ""
    return f"{on_screen(contents.last_act.date())} {contents.last_act:%H:%M}"
