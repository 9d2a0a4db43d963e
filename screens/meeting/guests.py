"""The guests of the meeting (S6): added, corrected, taken off the list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from screens.forms.fields import TextField
from screens.forms.form import Form
from screens.forms.spoken import spoken_name
from screens.forms.values import Values
from screens.language import _
from screens.meeting.step import StepScreen
from screens.popups import Choice
from storage.books import Books
from storage.records.guests import Guest

NEW_GUEST = "guest"
"""The key of a new guest's form; one that is corrected has its number after it."""


async def add_guest(screen: StepScreen[Any], position: str = "") -> None:
    """Asks for a guest's name and position."""
    meeting_id = screen.meeting_id

    def accept(books: Books, values: Values) -> bool:
        books.meetings.add_guest(meeting_id, _name(values), values.text("position"))
        return True

    await screen.fill(_form(NEW_GUEST, accept, "", position))


async def correct_guest(screen: StepScreen[Any], guest: Guest) -> None:
    """Lets name and position be written anew."""
    meeting_id = screen.meeting_id

    def accept(books: Books, values: Values) -> bool:
        books.meetings.change_guest(meeting_id, guest.id, _name(values), values.text("position"))
        return True

    await screen.fill(_form(f"{NEW_GUEST}:{guest.id}", accept, guest.name, guest.position))


async def open_guest(screen: StepScreen[Any], guest: Guest) -> None:
    """Asks what is to be done with a guest on the list."""
    question = _("Khách mời {name}").format(name=guest.name)
    choices = (Choice("correct", _("Sửa")), Choice("remove", _("Bỏ khỏi danh sách")))
    chosen = await screen.choose(question, choices)
    if chosen == "correct":
        await correct_guest(screen, guest)
    elif chosen == "remove":
        meeting_id = screen.meeting_id
        await screen.record(lambda books: books.meetings.remove_guest(meeting_id, guest.id))


def _form(
    key: str, accept: Callable[[Books, Values], bool], name: str, position: str
) -> Form[bool]:
    return Form(
        key=key,
        title=_("Khách mời"),
        fields=(
            TextField("name", _("Họ tên"), _("Ghi cả ông, bà, anh, chị: ông Đỗ Văn Tài")),
            TextField("position", _("Chức vụ"), _("Ví dụ: Phó chủ tịch UBND xã")),
        ),
        accept=accept,
        initial={"name": name, "position": position},
    )


def _name(values: Values) -> str:
    """The name with the form of address before it, as it is spoken: "ông Đỗ Văn Tài"."""
    spoken = spoken_name(values.text("name"))
    return f"{spoken.address_form} {spoken.name}" if spoken.address_form else spoken.name
