"""Words for books that cannot simply be opened: who has them, and what can be done."""

from __future__ import annotations

from pathlib import Path

from screens.language import N_, _
from screens.wording import error_sentence
from storage.days import on_screen
from storage.errors import BooksError, TroubleKind
from storage.records.salvage import Salvaged
from storage.safekeeping.holder import holder_of

_DISK_ERROR = N_(
    "Đĩa có sổ ({folder}) không đọc hoặc không ghi được, nên chưa mở được sổ. Xin kiểm tra đĩa rồi "
    "mở lại; nếu vẫn thế thì mở bản sao lưu gần nhất ở máy khác."
)
_CANNOT_READ = N_(
    "Máy không đọc được hết sổ ({folder}): đĩa có thể sắp hỏng, chưa chắc sổ đã hỏng. Xin chép "
    "ngay thư mục sổ và các bản sao lưu sang USB, rồi mở bản sao lưu gần nhất, tốt nhất ở máy khác."
)
LOOKING_ON = N_("ĐANG CHỈ XEM – không ghi được gì vào sổ")
"""Stands on every screen of whoever looks on."""


def trouble_sentence(error: BooksError, folder: Path) -> str:
    """What is wrong with the books of a folder; of those in use also who has them."""
    if error.kind is TroubleKind.DISK_ERROR:
        return _(_DISK_ERROR).format(folder=folder)
    if error.kind is TroubleKind.CANNOT_READ:
        return _(_CANNOT_READ).format(folder=folder)
    holder = holder_of(folder) if error.kind is TroubleKind.IN_USE else None
    if holder is None:
        return error_sentence(error)
    since = _("Mở từ {time} ngày {day}, trên máy {computer}.").format(
        time=f"{holder.since:%H:%M}", day=on_screen(holder.since.date()), computer=holder.computer
    )
    user = _("Tên đăng nhập: {user}.").format(user=holder.user) if holder.user else ""
    return " ".join(filter(None, (error_sentence(error), since, user)))


def salvaged_words(salvaged: Salvaged) -> str:
    """What could be saved, in counts that a club can judge by."""
    told = _(
        "Đã cứu được: {meetings} buổi họp ({sealed} biên bản đã chốt), {members} thành viên, "
        "{cases} trường hợp, {pledges} việc giúp. Không đọc được: {lost} dòng. "
        "Xin so với giấy đã in trước khi dùng tiếp."
    ).format(
        meetings=salvaged.meetings,
        sealed=salvaged.sealed,
        members=salvaged.members,
        cases=salvaged.cases,
        pledges=salvaged.pledges,
        lost=salvaged.lost,
    )
    if salvaged.aside is None:
        return told
    kept = _("Tệp bị hỏng được giữ ở {file}.").format(file=salvaged.aside.name)
    return f"{told} {kept}"
