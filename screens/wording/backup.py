"""The words of backups: what one holds, and what may go wrong with making or opening one."""

from __future__ import annotations

from enum import StrEnum

from screens.language import N_, _
from storage.days import on_screen
from storage.errors import RefusalKind, TroubleKind
from storage.records.backups import Contents, MeetingInBackup, Restored
from storage.records.kinds import MeetingState
from storage.vietnamese import count

REFUSALS: dict[StrEnum, str] = {
    RefusalKind.BACKUP_IS_BOOKS: N_("Tệp này chính là sổ đang dùng. Xin chọn một bản sao lưu."),
    TroubleKind.BACKUP_FULL: N_(
        "Chưa sao lưu được vào “{place}”: đã hết chỗ. Việc đã ghi vẫn còn trong sổ. "
        "Xin xóa bớt tệp khác ở đó rồi sao lưu lại."
    ),
    TroubleKind.BACKUP_READ_ONLY: N_(
        "Chưa sao lưu được vào “{place}”: không cho ghi. Việc đã ghi vẫn còn trong sổ. "
        "Xin gạt khóa của thẻ, hoặc dùng USB khác."
    ),
    TroubleKind.BACKUP_GONE: N_(
        "Chưa sao lưu được: không còn thấy “{place}”. Việc đã ghi vẫn còn trong sổ. "
        "Xin cắm lại USB rồi sao lưu lại."
    ),
    TroubleKind.BACKUP_FAILED: N_(
        "Chưa sao lưu được vào “{place}”: ghi không được, hoặc USB đã rút. "
        "Việc đã ghi vẫn còn trong sổ. Xin cắm lại, hoặc dùng USB khác."
    ),
    TroubleKind.BOOKS_UNSOUND: N_(
        "Chưa sao lưu được: tệp sổ có chỗ hỏng. Xin ra trang chính, chọn “Mở lại một bản sao lưu”."
    ),
    TroubleKind.BACKUP_UNREADABLE: N_(
        "Không đọc được {file}. Sổ đang dùng vẫn nguyên. Xin cắm lại USB, hoặc chọn bản khác."
    ),
    TroubleKind.BACKUP_DAMAGED: N_(
        "Bản sao lưu {file} bị hỏng. Sổ đang dùng vẫn nguyên. Xin chọn bản khác."
    ),
    TroubleKind.BACKUP_NOT_OURS: N_(
        "Tệp {file} không phải bản sao lưu của Chung Tay. Sổ đang dùng vẫn nguyên. "
        "Xin chọn tệp khác."
    ),
    TroubleKind.BACKUP_NEWER: N_(
        "Bản sao lưu {file} do bản Chung Tay mới hơn ghi. Sổ đang dùng vẫn nguyên. "
        "Xin cài bản Chung Tay mới rồi mở lại."
    ),
    TroubleKind.RESTORE_FULL: N_(
        "Chưa mở lại được bản sao lưu: đĩa đã hết chỗ. Sổ đang dùng vẫn nguyên. "
        "Xin xóa bớt tệp khác rồi làm lại."
    ),
    TroubleKind.RESTORE_FAILED: N_(
        "Chưa mở lại được bản sao lưu: thư mục sổ không ghi được. Sổ đang dùng vẫn nguyên. "
        "Xin kiểm tra đĩa rồi làm lại."
    ),
}

_STATES = {
    MeetingState.RUNNING: N_("buổi họp ngày {day}, đang họp dở"),
    MeetingState.APPROVED: N_("buổi họp ngày {day}, biên bản số {number} đã thông qua"),
    MeetingState.SEALED: N_("buổi họp ngày {day}, biên bản số {number} đã chốt"),
}


def newest_words(contents: Contents) -> str:
    """The newest meeting of a backup, as a phrase."""
    if contents.newest is None:
        return _("chưa có buổi họp nào")
    return _filled(_STATES[contents.newest.state], contents.newest)


def lost_words(backup: Contents, books: Contents | None) -> str:
    """What the books would no longer have, as a sentence; nothing where they cannot be read."""
    if books is None:
        return ""
    if books.club != backup.club:
        return _("Sổ đang dùng là của {club}.").format(club=books.club)
    if books.acts <= backup.acts:
        return _("Sổ đang dùng không có việc nào ghi sau bản này.")
    return _(
        "Sổ đang dùng có thêm {n} việc ghi sau bản này, tới {newest}: mở lại thì không còn."
    ).format(n=books.acts - backup.acts, newest=newest_words(books))


def restored_words(restored: Restored) -> str:
    """What was restored, what the next minutes follow on, and where the books before are kept."""
    contents = restored.contents
    sentences = [
        _("Đã mở lại bản sao lưu. Mới nhất trong đó: {newest}.").format(
            newest=newest_words(contents)
        )
    ]
    if contents.sealed is not None:
        following = _("Biên bản sau này nối tiếp biên bản số {number}, ngày {day}.")
        sentences.append(_filled(following, contents.sealed))
    if restored.aside is not None:
        kept = _("Sổ dùng trước đó không mất, nằm ở tệp {file}.")
        sentences.append(kept.format(file=restored.aside.name))
    return " ".join(sentences)


def _filled(template: str, meeting: MeetingInBackup) -> str:
    number = "…" if meeting.number is None else count(meeting.number)
    return _(template).format(day=on_screen(meeting.day), number=number)
