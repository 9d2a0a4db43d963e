"""Where the club's books stand: on the main page, and in the menu of every screen."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any, cast

from screens.base import ListScreen
from screens.between_meetings.book import BookScreen
from screens.language import N_


@dataclass(frozen=True, slots=True)
class ClubBook:
    """One of the club's books; its screen is loaded when it is first opened."""

    key: str
    """Names it to the menu, and begins the keys of its forms."""
    title: str
    """What the club calls it."""
    module: str
    screen: str
    """The class of its screen, a `BookScreen`."""


CLUB_BOOKS: tuple[ClubBook, ...] = (
    ClubBook(
        "notebook",
        N_("Sổ ghi nhận ở địa bàn"),
        "screens.between_meetings.notebook",
        "NotebookScreen",
    ),
    ClubBook("urgent", N_("Việc cần giúp ngay"), "screens.between_meetings.urgent", "UrgentScreen"),
    ClubBook(
        "home-care", N_("Chăm sóc tại nhà"), "screens.between_meetings.home_care", "HomeCareScreen"
    ),
    ClubBook(
        "tracking",
        N_("Sổ theo dõi"),
        "screens.between_meetings.tracking_book",
        "TrackingBookScreen",
    ),
    ClubBook("figures", N_("Số liệu"), "screens.between_meetings.figures", "FiguresScreen"),
    ClubBook("members", N_("Thành viên và tổ"), "screens.people.members", "MembersScreen"),
    ClubBook("consents", N_("Đồng ý nêu tên"), "screens.meeting.consent_page", "ConsentPage"),
    ClubBook("papers", N_("In ấn"), "screens.papers.papers_page", "PapersScreen"),
    ClubBook("settings", N_("Cài đặt"), "screens.settings.settings_page", "SettingsScreen"),
)
"""In the order in which they are shown."""


def book_of_key(key: str) -> ClubBook | None:
    """The book of this key."""
    return next((book for book in CLUB_BOOKS if book.key == key), None)


def book_of_form(form_key: str) -> ClubBook | None:
    """The book to which a form belongs: the key of "urgent/report:3" is "urgent"."""
    key, stroke, _rest = form_key.partition("/")
    return book_of_key(key) if stroke else None


async def open_book(
    screen: ListScreen[Any], book: ClubBook, form_key: str = "", *, at: str = ""
) -> None:
    """Opens a book over a screen, in it the form that was half typed, or at one of its lines."""
    page = cast("BookScreen[Any]", getattr(import_module(book.module), book.screen)())
    page.first_form, page.first_line = form_key, at
    await screen.app.push_screen(page)
