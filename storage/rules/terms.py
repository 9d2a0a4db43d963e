"""The club's own words for the closed lists, exactly as screen and paper use them."""

from __future__ import annotations

from storage.records.kinds import (
    ClubRole,
    Consent,
    ConsentScope,
    Fact,
    FulfilmentState,
    HelpForm,
    LocalityWay,
    MatterKind,
    Outcome,
    Position,
    ReferralState,
    Relation,
    Step,
)
from storage.said import N_

STEP = {
    Step.ATTENDANCE: N_("Điểm danh"),
    Step.LAST_MONTH: N_("Việc kỳ trước"),
    Step.DISCUSSION: N_("Các tổ thảo luận"),
    Step.PROPOSALS: N_("Các tổ trình bày"),
    Step.SELECTION: N_("Chọn trường hợp"),
    Step.ASSIGNMENT: N_("Đăng ký giúp"),
    Step.COMMUNITY: N_("Việc cộng đồng"),
    Step.APPROVAL: N_("Thông qua biên bản"),
}
STEP_IN_FULL = STEP | {
    Step.SELECTION: N_("Chọn trường hợp khó khăn nhất"),
    Step.COMMUNITY: N_("Việc cộng đồng và đề xuất với địa phương"),
}
POSITION = {
    Position.CHAIR: N_("Chủ nhiệm"),
    Position.VICE_CHAIR: N_("Phó chủ nhiệm"),
    Position.BOARD: N_("Ban chủ nhiệm"),
    Position.SECRETARY: N_("Thư ký"),
}
RELATION = {
    Relation.MEMBER: N_("thành viên CLB"),
    Relation.FAMILY: N_("thành viên gia đình"),
    Relation.OUTSIDE: N_("người ngoài CLB"),
}
HELP_FORM = {
    HelpForm.GOODS: N_("Hiện vật"),
    HelpForm.LABOUR: N_("Ngày công"),
    HelpForm.MONEY: N_("Tiền"),
    HelpForm.SKILL: N_("Kỹ thuật"),
    HelpForm.LEGAL: N_("Hỗ trợ thủ tục pháp lý"),
    HelpForm.INSURANCE: N_("Hỗ trợ mua thẻ BHYT"),
    HelpForm.COMPANY: N_("Giúp giao lưu, hòa nhập cộng đồng"),
}
HELP_UNIT = {
    HelpForm.GOODS: N_("cái", 2),
    HelpForm.LABOUR: N_("ngày công", 2),
    HelpForm.MONEY: "đ",
    HelpForm.SKILL: N_("lượt hướng dẫn", 2),
    HelpForm.LEGAL: N_("lượt", 2),
    HelpForm.INSURANCE: N_("thẻ", 2),
    HelpForm.COMPANY: N_("lượt", 2),
}
MATTER_KIND = {
    MatterKind.ACTIVITY: N_("Việc cho cộng đồng"),
    MatterKind.LOCALITY: N_("Đề xuất với địa phương"),
}
CLUB_ROLE = {
    ClubRole.LEADS: N_("chủ trì"),
    ClubRole.JOINS: N_("tham gia cùng địa phương"),
}
LOCALITY_WAY = {
    LocalityWay.MEETINGS: N_("góp ý tại các buổi họp"),
    LocalityWay.IN_PERSON: N_("tiếp xúc riêng"),
    LocalityWay.INVITE: N_("mời lãnh đạo địa phương đến dự buổi sinh hoạt CLB"),
}
OUTCOME = {
    Outcome.CHOSEN: N_("được chọn"),
    Outcome.KEPT: N_("để kỳ sau"),
    Outcome.OWN_GROUP: N_("tổ tự giúp"),
    Outcome.HOME_CARE: N_("chuyển nhóm TNV chăm sóc tại nhà"),
    Outcome.LOCALITY: N_("đề xuất với địa phương"),
    Outcome.ENDED: N_("kết thúc"),
    Outcome.AGREED: N_("đã thống nhất"),
    Outcome.NOT_DONE: N_("không làm"),
}
FACT = {
    Fact.ALONE: N_("sống một mình"),
    Fact.ILL: N_("đau ốm"),
    Fact.SEASON: N_("đúng mùa vụ"),
    Fact.URGENT: N_("cần ngay"),
}
CONSENT = {
    Consent.AGREED: N_("Đồng ý"),
    Consent.NOT_ASKED: N_("Chưa hỏi"),
    Consent.REFUSED: N_("Không"),
}
"""What can be answered; a consent that was given and is refused later is withdrawn."""
CONSENT_TOLD = {**CONSENT, Consent.WITHDRAWN: N_("Đã rút lại")}
CONSENT_SCOPE = {
    ConsentScope.CLUB: N_("trước CLB"),
    ConsentScope.MINUTES: N_("trong biên bản"),
    ConsentScope.LOCALITY: N_("với địa phương"),
}
EVERYONE = "tất cả thành viên CLB"
"""Who takes part where nobody else is named, as it stands on paper."""
FULFILMENT = {
    FulfilmentState.DONE: N_("Đã làm"),
    FulfilmentState.PARTLY: N_("Làm được một phần"),
    FulfilmentState.POSTPONED: N_("Hẹn lại"),
    FulfilmentState.NOT_DONE: N_("Chưa làm được"),
}
REFERRAL_STATE = {
    ReferralState.WAITING: N_("chờ khảo sát"),
    ReferralState.SURVEYED: N_("đã khảo sát"),
    ReferralState.CARED_FOR: N_("đang được chăm sóc"),
    ReferralState.ENDED: N_("kết thúc chăm sóc"),
    ReferralState.BROUGHT_BACK: N_("đưa lại ra CLB"),
}
