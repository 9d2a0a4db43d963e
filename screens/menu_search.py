"""What the menu finds only when it is searched: acts of all screens, papers, settings."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from screens.between_meetings.club_books import book_of_key, open_book
from screens.language import _
from screens.menu_acts import acts_elsewhere, acts_here
from screens.menu_command import Command
from screens.menu_screen import MenuScreen
from screens.papers.catalogue import PAPERS, Paper
from screens.settings.settings_list import SETTINGS


def searched_commands(screen: MenuScreen[Any]) -> list[Command]:
    """The acts that would make the menu too long to be read, but not too long to be found."""
    return [
        *acts_here(screen),
        *acts_elsewhere(screen),
        *_papers(screen),
        *_settings(screen),
        _exports(screen),
        *_backups(screen),
    ]


def _papers(screen: MenuScreen[Any]) -> list[Command]:
    def opening(paper: Paper[Any]) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            from screens.papers.papers_page import open_paper

            await open_paper(screen, paper)

        return run

    papers = [
        Command(f"paper:{paper.kind}", _(paper.title), opening(paper), _("In ấn"))
        for paper in PAPERS
    ]
    from screens.papers.papers_page import SEND, WRITE_ADDENDUM

    bundle, addendum = (_at_line(screen, "papers", line) for line in (SEND, WRITE_ADDENDUM))
    return [
        Command("write-addendum", _("Lập phụ lục biên bản"), addendum, _("In ấn")),
        *papers,
        Command("bundle", _("Gói số liệu gửi Hội"), bundle, _("In ấn")),
    ]


def _settings(screen: MenuScreen[Any]) -> list[Command]:
    named = [(key, _(setting.label)) for key, setting in SETTINGS.items()]
    named.append(("passphrase", _("Mật khẩu và khóa màn hình")))
    return [
        Command(f"setting:{key}", label, _at_line(screen, "settings", key), _("Cài đặt"))
        for key, label in named
    ]


def _exports(screen: MenuScreen[Any]) -> Command:
    async def run() -> None:
        from screens.safekeeping.exports_page import open_exports

        await open_exports(screen)

    return Command("exports", _("Đã in, đã ghi ra ngoài sổ"), run, _("Cài đặt"))


def _backups(screen: MenuScreen[Any]) -> list[Command]:
    if screen.room.practice or screen.room.looking_on:
        return []

    async def run() -> None:
        from screens.safekeeping.backing_up import back_up_to_stick

        await back_up_to_stick(screen)

    return [Command("back-up", _("Sao lưu ra thẻ nhớ (USB)"), run)]


def _at_line(screen: MenuScreen[Any], key: str, line: str) -> Callable[[], Awaitable[None]]:
    """Opens a book with the cursor on one of its lines."""

    async def run() -> None:
        book = book_of_key(key)
        if book is not None:
            await open_book(screen, book, at=line)

    return run
