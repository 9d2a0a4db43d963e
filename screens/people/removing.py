"""Asks twice before a person's data is removed for good (Law 91/2025/QH15)."""

from __future__ import annotations

from typing import Any

from screens.base import ListScreen
from screens.language import _
from screens.popups import Choice
from storage.records.people import Person


async def remove_person(screen: ListScreen[Any], person: Person) -> bool:
    """Says what goes, what stays and what still holds it; True once it is removed."""
    from screens.people.person_elsewhere import elsewhere

    first = _(
        "Xóa mọi thông tin của {name} theo yêu cầu? Tên, địa chỉ, hoàn cảnh mất hẳn, cả trong biên "
        "bản đã chốt; số liệu và mã kiểm tra vẫn đúng. Thành viên thì ra khỏi danh sách."
    ).format(name=person.addressed)
    if not await screen.confirm(first, _("Có, xem tiếp")):
        return False
    places = await screen.room.ask(elsewhere)
    second = _(
        "Còn giữ ở nơi khác, xin tự xóa nếu cần: {place} Mọi nơi ghi ở trang này. Lời tả không nêu "
        "đủ họ tên trong ghi chú của thư ký cũng còn. Không lấy lại được. Xóa thật?"
    ).format(place=places[0])
    if not await sure(screen, second):
        return False
    await screen.room.ask(lambda books: books.people.remove(person.id))
    return True


async def sure(screen: ListScreen[Any], question: str) -> bool:
    """Asks where nothing brings back what goes: to keep it is the first answer."""
    choices = (Choice(False, _("Không, giữ lại")), Choice(True, _("Xóa thật")))
    return await screen.choose(question, choices) is True
