"""Sentences that every screen may need: troubles of the file, and refusals of no single step."""

from __future__ import annotations

from enum import StrEnum

from screens.language import N_
from storage.errors import RefusalKind, TroubleKind
from storage.records.acts import ActKind

ACTS: dict[ActKind, str] = {
    ActKind.MEETING_BEGUN: N_("bắt đầu họp"),
    ActKind.MEETING_ABANDONED: N_("bỏ buổi họp: {reason}"),
    ActKind.PERSON_REMOVED: N_("xóa thông tin của một người theo yêu cầu"),
    ActKind.CASE_FORGOTTEN: N_("xóa chuyện riêng trong việc cũ của {person}"),
    ActKind.PERSONS_MERGED: N_("gộp hai mục của {person} làm một"),
    ActKind.PERSONS_SEPARATED: N_("tách {person} lại thành hai mục"),
    ActKind.PERSON_CHANGED: N_("sửa thông tin của {person}"),
}

REFUSALS: dict[StrEnum, str] = {
    RefusalKind.NAME_MISSING: N_("Chưa có họ tên. Xin ghi họ tên rồi lưu lại."),
    RefusalKind.PERSON_MISSING: N_("Người này không còn trong sổ. Xin xem lại danh sách."),
    RefusalKind.SAME_PERSON: N_("Hai mục này đã là một người rồi."),
    RefusalKind.MEMBERS_APART: N_(
        "{name} và {other} là hai thành viên trong danh sách nên không gộp được. Nếu ghi trùng, "
        "xin cho một người ra khỏi CLB ở Thành viên và tổ."
    ),
    RefusalKind.MEMBER_UNKNOWN: N_(
        "Chưa rõ “{name}” là thành viên nào. Xin chọn một tên ở danh sách bên dưới, hoặc xóa ô này."
    ),
    RefusalKind.TEXT_MISSING: N_("Chưa có nội dung. Xin ghi vài chữ rồi lưu lại."),
    RefusalKind.WHAT_MISSING: N_("Chưa ghi việc gì. Xin ghi một câu rồi lưu lại."),
    RefusalKind.NUMBER_INVALID: N_("Số không đúng. Xin ghi một số từ 1 trở lên."),
    RefusalKind.NUMBER_TOO_HIGH: N_("Số này lớn quá. Xin xem lại số đã ghi."),
    RefusalKind.SETTING_OUT_OF_LIMITS: N_("Số không đúng. Xin ghi một số từ {low} đến {high}."),
    RefusalKind.REASON_MISSING: N_("Chưa có lý do. Xin ghi lý do rồi lưu lại."),
    RefusalKind.GROUP_MISSING: N_("Chưa có tổ. Xin chọn một tổ."),
    RefusalKind.NOBODY_PRESENT: N_("Chưa điểm danh. Xin ghi số người có mặt ở bước 1 trước."),
    RefusalKind.MORE_HANDS_THAN_PRESENT: N_(
        "Chỉ có {present} người có mặt. Xin đếm lại số người giơ tay."
    ),
    RefusalKind.MEETING_SEALED: N_("Biên bản đã chốt, không sửa được nữa."),
    RefusalKind.MEETING_APPROVED: N_(
        "Biên bản đã thông qua. Muốn sửa, vào bước 8 và chọn “Mở lại để sửa”."
    ),
    RefusalKind.MEETING_RUNNING: N_(
        "Đang có một buổi họp. Xin họp tiếp hoặc bỏ buổi họp ấy trước."
    ),
    RefusalKind.MEETING_MISSING: N_("Không tìm thấy buổi họp này."),
    RefusalKind.NOTHING_TO_UNDO: N_("Không còn việc nào để bỏ."),
    RefusalKind.NOTHING_TO_REDO: N_("Không có việc nào để làm lại."),
    RefusalKind.STILL_NEEDED: N_(
        "Không bỏ được việc này: trong sổ đã có việc khác dựa vào. Xin sửa việc kia trước."
    ),
    RefusalKind.LOOKING_ON: N_(
        "Đang chỉ xem, không ghi được gì vào sổ. Muốn ghi, xin ra (F12) rồi mở sổ để ghi."
    ),
    RefusalKind.PASSPHRASE_SHORT: N_("Mật khẩu cần ít nhất {least} chữ và số, càng dài càng chắc."),
    RefusalKind.FOLDER_NOT_EMPTY: N_("Thư mục {folder} đã có sổ. Xin chọn một thư mục khác."),
    TroubleKind.NOT_OURS: N_(
        "Tệp {file} không phải sổ của Chung Tay. Tệp được giữ nguyên; xin chọn thư mục khác."
    ),
    TroubleKind.NEWER: N_(
        "Sổ {file} do bản Chung Tay mới hơn ghi. Xin cài bản mới; sổ được giữ nguyên."
    ),
    TroubleKind.DAMAGED: N_(
        "Sổ {file} có chỗ hỏng. Tệp này được giữ nguyên, không mất thêm gì. Tốt nhất là mở lại bản "
        "sao lưu gần nhất; không có bản nào thì cứu những gì còn đọc được."
    ),
    TroubleKind.IN_USE: N_(
        "Sổ đang mở ở một cửa sổ khác. Xin dùng cửa sổ ấy, hoặc đóng nó rồi mở lại."
    ),
    TroubleKind.READ_ONLY: N_(
        "Không ghi được vào {file}. Xin chọn thư mục khác hoặc cho phép ghi vào thư mục này."
    ),
    TroubleKind.DISK_FULL: N_(
        "Đĩa đã đầy, việc vừa làm chưa được lưu. Xin xóa bớt tệp khác rồi làm lại."
    ),
    TroubleKind.ROOM_MADE: N_(
        "Đĩa vừa đầy, việc vừa làm chưa được lưu. Chung Tay đã nhường chỗ dự phòng: xin làm lại "
        "lần nữa. Họp xong, xin xóa bớt tệp khác."
    ),
    TroubleKind.DISK_ERROR: N_(
        "Đĩa không ghi được, việc vừa làm chưa được lưu. Xin kiểm tra đĩa rồi làm lại."
    ),
    TroubleKind.CANNOT_READ: N_(
        "Đĩa không đọc được, việc vừa làm chưa được lưu. Xin sao lưu ra USB, rồi kiểm tra đĩa."
    ),
    TroubleKind.CANNOT_OPEN: N_("Không mở được {file}. Xin kiểm tra thư mục và quyền mở tệp."),
    TroubleKind.NOTHING_SALVAGED: N_(
        "Không đọc được gì trong tệp sổ. Tệp được giữ nguyên. Xin mở một bản sao lưu."
    ),
    TroubleKind.CANNOT_LOOK_ON: N_(
        "Chưa mở được sổ để xem: không đọc được {file}, hoặc đĩa của máy đã đầy. "
        "Xin xóa bớt tệp khác rồi mở lại."
    ),
    TroubleKind.NO_BOOKS: N_("Chưa mở sổ nào."),
    TroubleKind.PASSPHRASE_NEEDED: N_("Tệp {file} có mật khẩu. Xin gõ mật khẩu để mở."),
    TroubleKind.PASSPHRASE_WRONG: N_(
        "Mật khẩu không đúng. Xin gõ lại; nếu chắc là đúng thì tệp đã hỏng ở đầu, xin mở một bản "
        "sao lưu."
    ),
    TroubleKind.CIPHER_MISSING: N_(
        "Máy này chưa cài phần đọc sổ có mật khẩu. Xin cài lại Chung Tay từ USB cài đặt; "
        "sổ được giữ nguyên."
    ),
}
