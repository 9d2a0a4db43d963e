"""Gói số liệu gửi Hội: the club's sealed months in one file, onto a stick or beside the books."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from printouts.printing.sticks import stick_name
from screens.base import ListScreen
from screens.language import _
from screens.papers.bundle import Bundled, bundle_name, write_bundle
from screens.papers.printing import choose_stick
from screens.popups import Choice
from screens.wording.association import fault_sentence
from storage.association.faults import NotGathered
from storage.passphrase.plain_copies import PAPERS

_STICK, _HERE = "stick", "here"


async def send_to_association(screen: ListScreen[Any]) -> None:
    """Asks whether names go with it and where to, writes the file, and says what is in it.

    Raises:
        BooksError: the disk or the stick does not take it.
    """
    names = await screen.choose(
        _("Gói các tháng đã chốt biên bản thành một tệp để gửi Hội. Gửi những gì?"),
        (
            Choice(False, _("Chỉ số liệu"), _("số buổi, số người, ngày công, tiền; không tên ai")),
            Choice(
                True,
                _("Số liệu và tên người được giúp"),
                _("chỉ tên những người đã đồng ý nêu với địa phương; sổ ghi lại là đã gửi"),
            ),
        ),
    )
    if names is None:
        return
    beside = screen.room.folder / PAPERS
    folder = await _folder(screen, beside)
    if folder is None:
        return
    screen.say(_("Đang gói số liệu…"))
    stick = "" if folder == beside else stick_name(folder)
    try:
        bundled = await screen.room.ask(
            lambda books: write_bundle(books, folder, bundle_name(books), names=names, stick=stick)
        )
    except NotGathered as fault:
        screen.refuse(fault_sentence(fault))
        return
    screen.say(_told(bundled, stick or str(beside)))


async def _folder(screen: ListScreen[Any], beside: Path) -> Path | None:
    where = await screen.choose(
        _("Ghi gói số liệu vào đâu?"),
        (Choice(_STICK, _("USB")), Choice(_HERE, _("Máy này, bên cạnh sổ"))),
    )
    if where == _STICK:
        return await choose_stick(screen)
    return beside if where == _HERE else None


def _told(bundled: Bundled, where: str) -> str:
    file = bundled.file.name
    if bundled.persons:
        return _("Đã gói {n} biên bản, có tên {persons} người: {file}, ở {where}.").format(
            n=bundled.minutes, persons=bundled.persons, file=file, where=where
        )
    return _("Đã gói {n} biên bản, không có tên ai: {file}, ở {where}.").format(
        n=bundled.minutes, file=file, where=where
    )
