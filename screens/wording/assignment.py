"""The words of step 6, Đăng ký giúp."""

from __future__ import annotations

from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.PLEDGE_MADE: "{helpers} đăng ký giúp {person}: {what}",
    ActKind.PLEDGE_CHANGED: "sửa đăng ký giúp {person}: {what}, {helpers}",
    ActKind.PLEDGE_REMOVED: "bỏ đăng ký giúp {person}: {what}, {helpers}",
    ActKind.CASE_REFERRED: "chuyển {person} cho nhóm TNV chăm sóc tại nhà",
    ActKind.REFERRAL_REMOVED: "không chuyển {person} cho nhóm TNV chăm sóc tại nhà nữa",
    ActKind.HELP_AGREED: "lấy ý kiến về việc giúp {person}: {result}",
}

LACKS: dict[LackKind, str] = {
    LackKind.CASES_WITHOUT_HELP: "chưa ai đăng ký giúp {names}",
    LackKind.HELP_NOT_AGREED: "chưa lấy ý kiến về việc giúp {names}",
    LackKind.HELPERS_TO_NAME: "tên của {count} người giúp",
}

REFUSALS: dict[RefusalKind, str] = {
    RefusalKind.HELPER_MISSING: "Chưa có ai giúp. Xin chọn người, tổ, tổ chức hoặc ghi số người.",
    RefusalKind.PLEDGE_MISSING: "Đăng ký này không còn. Xin mở lại danh sách.",
    RefusalKind.MORE_NAMES_THAN_PROMISED: (
        "Chỉ còn {count} người chưa ghi tên. Xin bớt tên rồi ghi lại."
    ),
}
