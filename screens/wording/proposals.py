"""The words of step 4: what was done, what is missing, what is not accepted."""

from __future__ import annotations

from screens.language import N_
from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.CASE_PROPOSED: N_("{group} đề xuất {person}"),
    ActKind.CASE_CHANGED: N_("sửa trường hợp {person}"),
    ActKind.CONSENT_RECORDED: N_("ghi việc đồng ý nêu tên của {person}"),
    ActKind.CASES_JOINED: N_("ghi chung trường hợp {person}"),
    ActKind.MATTER_PROPOSED: N_("{group} đề xuất: {what}"),
    ActKind.MATTER_CHANGED: N_("sửa đề xuất: {what}"),
    ActKind.NOTHING_PROPOSED: N_("{group} không có đề xuất"),
    ActKind.NO_CASE_SAID: N_("{group} không có trường hợp khó khăn"),
    ActKind.NO_MATTER_SAID: N_("{group} không có việc cho cộng đồng"),
    ActKind.GROUP_POSTPONED: N_("{group} trình bày sau"),
    ActKind.PRESENTER_SET: N_("{member} trình bày cho {group}"),
    ActKind.PROPOSAL_REMOVED: N_("bỏ một đề xuất của {group}"),
}

LACKS: dict[LackKind, str] = {
    LackKind.GROUPS_WITHOUT_CASE: N_("trường hợp ({groups})"),
    LackKind.GROUPS_WITHOUT_MATTER: N_("việc cộng đồng ({groups})"),
}

REFUSALS: dict[RefusalKind, str] = {
    RefusalKind.SENTENCE_MISSING: N_("Chưa có hoàn cảnh. Xin ghi một câu về hoàn cảnh, khó khăn."),
    RefusalKind.NEED_MISSING: N_(
        "Chưa có nhu cầu. Xin chọn ít nhất một nhu cầu, hoặc cần chăm sóc tại nhà."
    ),
    RefusalKind.YEAR_INVALID: N_("Năm sinh không đúng. Xin ghi năm sinh bốn chữ số, hoặc số tuổi."),
    RefusalKind.YEAR_IN_LINE_INVALID: N_(
        "Năm sinh ở dòng “{line}” không đúng. Xin ghi bốn chữ số, hoặc số tuổi."
    ),
    RefusalKind.AMOUNT_INVALID: N_(
        "Không hiểu số lượng “{text}”. Xin ghi số trước, ví dụ 2 cái, hoặc để trống."
    ),
    RefusalKind.SAME_CASE: N_("Tổ này đã đề xuất rồi. Xin xem lại danh sách của tổ."),
    RefusalKind.CASES_APART: N_(
        "Hai trường hợp đều đã có việc ghi riêng, không ghi chung được. Cả hai được giữ nguyên."
    ),
    RefusalKind.PROPOSAL_MISSING: N_("Đề xuất này không còn trong sổ. Xin xem lại danh sách."),
}
