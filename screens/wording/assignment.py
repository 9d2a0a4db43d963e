"""The words of step 6, Đăng ký giúp."""

from __future__ import annotations

from screens.language import N_
from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.PLEDGE_MADE: N_("{helpers} đăng ký giúp {person}: {what}"),
    ActKind.PLEDGE_CHANGED: N_("sửa đăng ký giúp {person}: {what}, {helpers}"),
    ActKind.PLEDGE_REMOVED: N_("bỏ đăng ký giúp {person}: {what}, {helpers}"),
    ActKind.CASE_REFERRED: N_("chuyển {person} cho nhóm TNV chăm sóc tại nhà"),
    ActKind.REFERRAL_REMOVED: N_("không chuyển {person} cho nhóm TNV chăm sóc tại nhà nữa"),
    ActKind.HELP_AGREED: N_("lấy ý kiến về việc giúp {person}: {result}"),
}

LACKS: dict[LackKind, str] = {
    LackKind.CASES_WITHOUT_HELP: N_("chưa ai đăng ký giúp {names}"),
    LackKind.HELP_NOT_AGREED: N_("chưa lấy ý kiến về việc giúp {names}"),
    LackKind.HELPERS_TO_NAME: N_("tên của {count} người giúp"),
}

REFUSALS: dict[RefusalKind, str] = {
    RefusalKind.HELPER_MISSING: N_(
        "Chưa có ai giúp. Xin chọn người, tổ, tổ chức hoặc ghi số người."
    ),
    RefusalKind.PLEDGE_MISSING: N_("Đăng ký này không còn. Xin mở lại danh sách."),
    RefusalKind.MORE_NAMES_THAN_PROMISED: N_(
        "Chỉ còn {count} người chưa ghi tên. Xin bớt tên rồi ghi lại."
    ),
}
