"""Names those who help where first only their number was known: "10 người, ghi tên sau" (S26)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from screens.base import ListScreen
from screens.language import _
from screens.widgets.people_picker import PeoplePicker
from storage.books import Books
from storage.records.assignment import unnamed
from storage.records.kinds import HelperKind
from storage.records.pledges import Pledge

Named = tuple[int, ...]


def still_to_name(pledge: Pledge) -> int:
    """How many of a number of helpers are not named yet; of other helpers, none."""
    return unnamed(pledge) if pledge.draft.helper_kind is HelperKind.NUMBER else 0


def naming_words(pledge: Pledge) -> str:
    """What is offered where some are still to be named."""
    count = still_to_name(pledge)
    return _("Ghi tên {count} người giúp", count).format(count=count)


async def name_helpers(
    screen: ListScreen[Any],
    pledge: Pledge,
    draft: str,
    record: Callable[[Books, Named], None],
    helped: int | None = None,
) -> None:
    """Has the names ticked, and kept as `record` says; whoever is helped is not among them.

    Raises:
        Refusal: more are named than were promised.
    """
    title = _("Ai giúp? ({count} người)", pledge.draft.number).format(count=pledge.draft.number)
    without = () if helped is None else (helped,)
    picker = PeoplePicker(title, pledge.draft.members, {}, draft=draft, without=without)
    named = await screen.app.push_screen_wait(picker)
    if not isinstance(named, tuple):
        return

    def keep(books: Books) -> None:
        with books.together():
            record(books, named)
            books.drafts.forget(draft)

    await screen.room.ask(keep)
    await screen.refresh_page()
    screen.say(_("Đã lưu tên người giúp."))
