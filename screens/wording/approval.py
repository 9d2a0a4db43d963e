"""The words of step 8, Thông qua biên bản, and of what the check of the books finds."""

from __future__ import annotations

from screens.language import N_
from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.findings import FindingKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.NOTE_WRITTEN: N_("ghi chú của thư ký ở bước {step}"),
    ActKind.PART_WORDED: N_("lời thư ký trong biên bản, bước {step}"),
    ActKind.REASON_GIVEN: N_("lý do: {reason}"),
    ActKind.MINUTES_APPROVED: N_(
        "biên bản số {number:02d} được thông qua, {count} người tán thành"
    ),
    ActKind.MINUTES_REOPENED: N_("mở lại biên bản số {number:02d} để sửa"),
    ActKind.MINUTES_SEALED: N_("chốt biên bản số {number:02d}"),
}

LACKS: dict[LackKind, str] = {
    LackKind.NO_CASE_REASON: N_("vì sao không chọn trường hợp nào"),
    LackKind.NO_COMMUNITY_REASON: N_("vì sao chưa có việc cho cộng đồng"),
    LackKind.NOT_APPROVED: N_("biên bản chưa thông qua"),
    LackKind.NOT_SEALED: N_("biên bản chưa chốt"),
}

REFUSALS: dict[RefusalKind, str] = {
    RefusalKind.MINUTES_NOT_SEALED: N_(
        "Biên bản chưa chốt thì mở lại để sửa, chưa cần phụ lục. Chốt rồi mới lập phụ lục."
    ),
    RefusalKind.ADDENDUM_DAY_UNCLEAR: N_(
        "Chưa rõ ngày lập phụ lục. Xin ghi một ngày, ví dụ: hôm nay, 30/10."
    ),
    RefusalKind.ADDENDUM_TOO_EARLY: N_("Ngày lập phụ lục không thể trước ngày họp."),
    RefusalKind.ADDENDUM_MISSING: N_("Biên bản của buổi họp này chưa có phụ lục."),
    RefusalKind.LETTER_MISSING: N_("Buổi họp này không có đề xuất nào với địa phương."),
    RefusalKind.REFERRAL_MISSING: N_(
        "Buổi họp này không chuyển trường hợp nào cho nhóm TNV chăm sóc tại nhà."
    ),
    RefusalKind.NOT_APPROVED: N_("Biên bản chưa thông qua. Xin thông qua trước."),
    RefusalKind.MINUTES_NOT_CARRIED: N_(
        "Mới có {count} trên {present} người tán thành, chưa quá nửa. "
        "Xin sửa biên bản rồi lấy ý kiến lại."
    ),
}

FINDINGS: dict[FindingKind, str] = {
    FindingKind.DAMAGED: N_("Tệp sổ bị hỏng: {what}. Xin mở bản sao lưu gần nhất."),
    FindingKind.REFERENCE_LOST: N_("Bảng {table} nhắc tới dòng không còn ở bảng {parent}."),
    FindingKind.CHAIN_BROKEN: N_(
        "Biên bản ngày {day}: không nối với biên bản chốt trước đó. Xin so mã kiểm tra trên giấy."
    ),
    FindingKind.TEXT_CHANGED: N_(
        "Biên bản ngày {day}: nội dung đã chốt bị thay đổi. Xin so với bản giấy có chữ ký."
    ),
    FindingKind.VALUE_CHANGED: N_(
        "Biên bản ngày {day}: tên hoặc chi tiết riêng bị thay đổi. Xin so với bản giấy có chữ ký."
    ),
    FindingKind.VALUE_GONE: N_(
        "Biên bản ngày {day}: có tên hoặc lời ghi bị mất, mà sổ không ghi là đã xóa theo yêu cầu. "
        "Xin so với bản giấy có chữ ký."
    ),
    FindingKind.SEALS_OPEN: N_(
        "Phần giữ biên bản đã chốt khỏi bị sửa không còn đủ trong tệp sổ. "
        "Xin mở bản sao lưu gần nhất."
    ),
    FindingKind.ADDENDUM_CHANGED: N_(
        "Phụ lục {number} của biên bản ngày {day} bị thay đổi. Xin so với bản giấy có chữ ký."
    ),
    FindingKind.ROWS_CHANGED: N_(
        "Biên bản ngày {day}: số liệu của buổi họp (bảng {table}) khác lúc chốt. "
        "Xin so với bản giấy có chữ ký."
    ),
    FindingKind.MINUTES_MISSING: N_("Buổi họp ngày {day} đã chốt mà không còn biên bản."),
    FindingKind.NOT_MARKED_SEALED: N_("Biên bản ngày {day} đã chốt mà buổi họp vẫn để mở."),
    FindingKind.WORD_UNKNOWN: N_("Bảng {table} có chữ lạ: {word}. Xin mở bản sao lưu gần nhất."),
    FindingKind.PRESENT_WRONG: N_("Buổi họp ngày {day}: số người dự nhiều hơn số thành viên."),
    FindingKind.HANDS_WRONG: N_("Buổi họp ngày {day}: số người giơ tay nhiều hơn số người dự."),
    FindingKind.ROUND_WRONG: N_(
        "Buổi họp ngày {day}: một lần giơ tay chọn trường hợp có tổng số không khớp."
    ),
    FindingKind.TOO_MANY_CHOSEN: N_(
        "Buổi họp ngày {day}: chọn nhiều trường hợp hơn số đã định mà không ghi lý do."
    ),
    FindingKind.DECISION_ASTRAY: N_(
        "Buổi họp ngày {day}: có quyết định về một trường hợp không được đề xuất."
    ),
    FindingKind.PLEDGE_WRONG: N_(
        "Đăng ký giúp số {number} trong sổ: số lượng hoặc người giúp sai."
    ),
    FindingKind.MEMBER_WRONG: N_(
        "Thành viên số {number} trong sổ: tổ hoặc chức vụ không khớp với lịch sử."
    ),
    FindingKind.ENTRY_ASTRAY: N_(
        "Người số {number} trong sổ đã gộp vào người khác mà vẫn còn việc ghi riêng."
    ),
    FindingKind.FULFILMENT_WRONG: N_("Kết quả số {number} trong sổ: số lượng nhỏ hơn không."),
    FindingKind.NUMBERS_BROKEN: N_("Biên bản năm {year}: số thứ tự bị trùng hoặc thiếu."),
    FindingKind.COUNTDOWN_WRONG: N_("Buổi họp ngày {day}: đồng hồ thảo luận hoặc bước họp sai."),
    FindingKind.ACT_UNREADABLE: N_("Việc số {number} trong sổ không đọc được, không bỏ lại được."),
    FindingKind.ACT_UNFINISHED: N_("Sổ còn một việc ghi dở. Xin mở bản sao lưu gần nhất."),
    FindingKind.DRAFT_LEFT: N_("Buổi họp ngày {day} đã chốt mà còn chữ gõ dở."),
}
