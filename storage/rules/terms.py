"""The club's own words for the closed lists, exactly as screen and paper use them (DESIGN 6)."""

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

STEP = {
    Step.ATTENDANCE: "Điểm danh",
    Step.LAST_MONTH: "Việc kỳ trước",
    Step.DISCUSSION: "Các tổ thảo luận",
    Step.PROPOSALS: "Các tổ trình bày",
    Step.SELECTION: "Chọn trường hợp",
    Step.ASSIGNMENT: "Đăng ký giúp",
    Step.COMMUNITY: "Việc cộng đồng",
    Step.APPROVAL: "Thông qua biên bản",
}
STEP_IN_FULL = STEP | {
    Step.SELECTION: "Chọn trường hợp khó khăn nhất",
    Step.COMMUNITY: "Việc cộng đồng và đề xuất với địa phương",
}
POSITION = {
    Position.CHAIR: "Chủ nhiệm",
    Position.VICE_CHAIR: "Phó chủ nhiệm",
    Position.BOARD: "Ban chủ nhiệm",
    Position.SECRETARY: "Thư ký",
}
RELATION = {
    Relation.MEMBER: "thành viên CLB",
    Relation.FAMILY: "thành viên gia đình",
    Relation.OUTSIDE: "người ngoài CLB",
}
HELP_FORM = {
    HelpForm.GOODS: "Hiện vật",
    HelpForm.LABOUR: "Ngày công",
    HelpForm.MONEY: "Tiền",
    HelpForm.SKILL: "Kỹ thuật",
    HelpForm.LEGAL: "Hỗ trợ thủ tục pháp lý",
    HelpForm.INSURANCE: "Hỗ trợ mua thẻ BHYT",
    HelpForm.COMPANY: "Giúp giao lưu, hòa nhập cộng đồng",
}
HELP_UNIT = {
    HelpForm.GOODS: "cái",
    HelpForm.LABOUR: "ngày công",
    HelpForm.MONEY: "đ",
    HelpForm.SKILL: "lượt hướng dẫn",
    HelpForm.LEGAL: "lượt",
    HelpForm.INSURANCE: "thẻ",
    HelpForm.COMPANY: "lượt",
}
MATTER_KIND = {
    MatterKind.ACTIVITY: "Việc cho cộng đồng",
    MatterKind.LOCALITY: "Đề xuất với địa phương",
}
CLUB_ROLE = {
    ClubRole.LEADS: "chủ trì",
    ClubRole.JOINS: "tham gia cùng địa phương",
}
LOCALITY_WAY = {
    LocalityWay.MEETINGS: "góp ý tại các buổi họp",
    LocalityWay.IN_PERSON: "tiếp xúc riêng",
    LocalityWay.INVITE: "mời lãnh đạo địa phương đến dự buổi sinh hoạt CLB",
}
OUTCOME = {
    Outcome.CHOSEN: "được chọn",
    Outcome.KEPT: "để kỳ sau",
    Outcome.OWN_GROUP: "tổ tự giúp",
    Outcome.HOME_CARE: "chuyển nhóm TNV chăm sóc tại nhà",
    Outcome.LOCALITY: "đề xuất với địa phương",
    Outcome.ENDED: "kết thúc",
    Outcome.AGREED: "đã thống nhất",
    Outcome.NOT_DONE: "không làm",
}
FACT = {
    Fact.ALONE: "sống một mình",
    Fact.ILL: "đau ốm",
    Fact.SEASON: "đúng mùa vụ",
    Fact.URGENT: "cần ngay",
}
CONSENT = {
    Consent.AGREED: "Đồng ý",
    Consent.NOT_ASKED: "Chưa hỏi",
    Consent.REFUSED: "Không",
}
"""What can be answered; a consent that was given and is refused later is withdrawn."""
CONSENT_TOLD = {**CONSENT, Consent.WITHDRAWN: "Đã rút lại"}
CONSENT_SCOPE = {
    ConsentScope.CLUB: "trước CLB",
    ConsentScope.MINUTES: "trong biên bản",
    ConsentScope.LOCALITY: "với địa phương",
}
FULFILMENT = {
    FulfilmentState.DONE: "Đã làm",
    FulfilmentState.PARTLY: "Làm được một phần",
    FulfilmentState.POSTPONED: "Hẹn lại",
    FulfilmentState.NOT_DONE: "Chưa làm được",
}
REFERRAL_STATE = {
    ReferralState.WAITING: "chờ khảo sát",
    ReferralState.SURVEYED: "đã khảo sát",
    ReferralState.CARED_FOR: "đang được chăm sóc",
    ReferralState.ENDED: "kết thúc chăm sóc",
    ReferralState.BROUGHT_BACK: "đưa lại ra CLB",
}
