"""F7 between meetings: finds anyone with a name in the books, member or not."""

from __future__ import annotations

from typing import Any

from screens.base import ListScreen
from screens.forms.fields import TextField
from screens.forms.form import Form
from screens.language import _
from screens.popups import Choice
from screens.privacy import shown_name
from storage.records.people import Person


async def find_in_books(screen: ListScreen[Any]) -> int | None:
    """Asks for a name, and then for one of those it may mean; gives the person."""
    return await ask_for_person(screen, "tracking/find")


async def ask_for_person(screen: ListScreen[Any], key: str) -> int | None:
    """The same under a key of its own, for what is half typed."""
    found = await screen.fill(
        Form(
            key=key,
            title=_("Tìm người trong sổ"),
            fields=(TextField("name", _("Họ tên"), _("Vài chữ là đủ, không cần dấu.")),),
            accept=lambda books, values: books.people.search(values.text("name")),
        )
    )
    if found is None:
        return None
    if not found:
        screen.say(_("Trong sổ không có ai tên như vậy."))
        return None
    if len(found) == 1:
        return found[0].id
    choices = [Choice(person.id, _told_apart(person, hidden=screen.hidden)) for person in found]
    return await screen.choose(_("Ai?"), choices)


def _told_apart(person: Person, *, hidden: bool) -> str:
    """The name, and the year of birth that tells namesakes apart."""
    name = shown_name(person, hidden)
    if not person.birth_year:
        return name
    return _("{name}, sinh {year}").format(name=name, year=person.birth_year)
