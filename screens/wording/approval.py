"""The words of step 8, Thông qua biên bản, and of what the check of the books finds."""

from __future__ import annotations

from storage.checking import FindingKind
from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.NOTE_WRITTEN: "ghi chú của thư ký ở bước {step}",
    ActKind.PART_WORDED: "lời thư ký trong biên bản, bước {step}",
    ActKind.REASON_GIVEN: "lý do: {reason}",
    ActKind.MINUTES_APPROVED: "biên bản số {number} được thông qua, {count} người tán thành",
    ActKind.MINUTES_REOPENED: "mở lại biên bản số {number} để sửa",
    ActKind.MINUTES_SEALED: "chốt biên bản số {number}",
}

LACKS: dict[LackKind, str] = {
    LackKind.NO_CASE_REASON: "vì sao không chọn trường hợp nào",
    LackKind.NO_COMMUNITY_REASON: "vì sao chưa có việc cho cộng đồng",
    LackKind.NOT_APPROVED: "biên bản chưa thông qua",
    LackKind.NOT_SEALED: "biên bản chưa chốt",
}

REFUSALS: dict[RefusalKind, str] = {
    RefusalKind.NOT_APPROVED: "Biên bản chưa thông qua. Xin thông qua trước.",
    RefusalKind.MINUTES_NOT_CARRIED: (
        "Mới có {count} trên {present} người tán thành, chưa quá nửa. "
        "Xin sửa biên bản rồi lấy ý kiến lại."
    ),
}

FINDINGS: dict[FindingKind, str] = {
    FindingKind.DAMAGED: "Tệp sổ bị hỏng: {what}. Xin mở bản sao lưu gần nhất.",
    FindingKind.REFERENCE_LOST: "Bảng {table} nhắc tới dòng không còn ở bảng {parent}.",
    FindingKind.CHAIN_BROKEN: (
        "Biên bản ngày {day}: không nối với biên bản chốt trước đó. Xin so mã kiểm tra trên giấy."
    ),
    FindingKind.TEXT_CHANGED: (
        "Biên bản ngày {day}: nội dung đã chốt bị thay đổi. Xin so với bản giấy có chữ ký."
    ),
    FindingKind.VALUE_CHANGED: (
        "Biên bản ngày {day}: tên hoặc chi tiết riêng bị thay đổi. Xin so với bản giấy có chữ ký."
    ),
    FindingKind.ROWS_CHANGED: (
        "Biên bản ngày {day}: số liệu của buổi họp (bảng {table}) khác lúc chốt. "
        "Xin so với bản giấy có chữ ký."
    ),
    FindingKind.MINUTES_MISSING: "Buổi họp ngày {day} đã chốt mà không còn biên bản.",
    FindingKind.NOT_MARKED_SEALED: "Biên bản ngày {day} đã chốt mà buổi họp vẫn để mở.",
}
