"""The words of the books between meetings: urgent help, home care, what was noted in the area."""

from __future__ import annotations

from enum import StrEnum

from screens.language import N_
from storage.errors import RefusalKind
from storage.records.acts import ActKind

ACTS: dict[ActKind, str] = {
    ActKind.URGENT_REPORTED: N_("báo việc cần giúp ngay: {person}"),
    ActKind.URGENT_CHANGED: N_("sửa việc cần giúp ngay: {person}"),
    ActKind.URGENT_REMOVED: N_("bỏ việc cần giúp ngay ghi nhầm: {person}"),
    ActKind.URGENT_DECIDED: N_("quyết định việc giúp ngay {person}"),
    ActKind.URGENT_HELPED: N_("đã giúp ngay {person}"),
    ActKind.REFERRAL_SURVEYED: N_("nhóm TNV khảo sát {person}"),
    ActKind.REFERRAL_STATE_SET: N_("chăm sóc tại nhà {person}: {state}"),
    ActKind.CASE_BROUGHT_BACK: N_("đưa {person} lại ra CLB"),
    ActKind.CASE_NOTED: N_("{group} ghi nhận ở địa bàn: {person}"),
    ActKind.MATTER_NOTED: N_("{group} ghi nhận ở địa bàn: {what}"),
    ActKind.NOTED_CASE_REMOVED: N_("bỏ ghi nhận ở địa bàn: {person}"),
    ActKind.NOTED_MATTER_REMOVED: N_("bỏ ghi nhận ở địa bàn: {what}"),
}

REFUSALS: dict[StrEnum, str] = {
    RefusalKind.MOMENT_UNCLEAR: N_("Ngày giờ chưa rõ. Xin ghi ngày, ví dụ hôm qua, và giờ: 19:30."),
    RefusalKind.HOURS_INVALID: N_(
        "Giờ kết thúc phải sau giờ bắt đầu, không quá 12 giờ. Xin ghi lại giờ."
    ),
    RefusalKind.MOMENT_AHEAD: N_("Ngày giờ này chưa tới. Xin ghi lúc việc đã xảy ra."),
    RefusalKind.MOMENT_TOO_EARLY: N_("Ngày giờ này trước lúc báo. Xin ghi lúc báo hoặc sau đó."),
    RefusalKind.CAUSE_MISSING: N_(
        "Chưa hỏi được ý người ấy về nêu tên. Xin ghi vì sao không chờ được buổi họp."
    ),
    RefusalKind.REPORT_HAS_HELP: N_(
        "Việc giúp đã được báo kết quả nên không bỏ được. Xin sửa lại."
    ),
    RefusalKind.ALREADY_REFERRED: N_("Nhóm TNV chăm sóc tại nhà đang lo trường hợp này rồi."),
    RefusalKind.NOTE_TAKEN_OVER: N_("Đã đưa ra buổi họp nên không sửa ở đây được."),
}
