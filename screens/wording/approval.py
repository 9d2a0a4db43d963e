"""The words of step 8, Thông qua biên bản."""

from __future__ import annotations

from screens.language import N_
from storage.errors import RefusalKind
from storage.records.acts import ActKind
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
