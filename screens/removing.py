"""Asks twice before a person's data is removed for good (Law 91/2025/QH15)."""

from __future__ import annotations

from typing import Any

from screens.base import ListScreen
from screens.language import _
from screens.popups import Choice
from storage.backup import found
from storage.records.people import Person

_NAMED_BACKUPS = 3


async def remove_person(screen: ListScreen[Any], person: Person) -> bool:
    """Says what goes, what stays and which backups still hold it; True once it is removed."""
    first = _(
        "Xóa mọi thông tin của {name} theo yêu cầu? Tên, địa chỉ, hoàn cảnh mất hẳn, cả trong biên "
        "bản đã chốt; số liệu và mã kiểm tra vẫn đúng. Thành viên thì ra khỏi danh sách."
    ).format(name=person.addressed)
    if not await screen.confirm(first, _("Có, xem tiếp")):
        return False
    backups = await screen.room.ask(lambda books: books.backups)
    names = [file.path.name for file in found(backups.folder)]
    still = _("Chưa có bản sao lưu nào trên máy này.")
    if names:
        still = _("Còn giữ trong {count} bản sao lưu cũ, mới nhất: {names}; và trên USB nếu có.")
        still = still.format(count=len(names), names=", ".join(names[-_NAMED_BACKUPS:]))
    second = _(
        "{still} Giấy đã in không tự đổi. Lời tả không nêu đủ họ tên trong ghi chú của thư ký "
        "cũng còn. Không lấy lại được. Xóa thật?"
    ).format(still=still)
    sure = (Choice(False, _("Không, giữ lại")), Choice(True, _("Xóa thật")))
    if not await screen.choose(second, sure):
        return False
    await screen.room.ask(lambda books: books.people.remove(person.id))
    return True
