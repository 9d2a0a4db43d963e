"""The words of step 4: what was done, what is missing, what is not accepted."""

from __future__ import annotations

from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.CASE_PROPOSED: "{group} đề xuất {person}",
    ActKind.CASE_CHANGED: "sửa trường hợp {person}",
    ActKind.CONSENT_RECORDED: "ghi việc đồng ý nêu tên của {person}",
    ActKind.CASES_JOINED: "ghi chung trường hợp {person}",
    ActKind.MATTER_PROPOSED: "{group} đề xuất: {what}",
    ActKind.MATTER_CHANGED: "sửa đề xuất: {what}",
    ActKind.NOTHING_PROPOSED: "{group} không có đề xuất",
    ActKind.NO_CASE_SAID: "{group} không có trường hợp khó khăn",
    ActKind.NO_MATTER_SAID: "{group} không có việc cho cộng đồng",
    ActKind.GROUP_POSTPONED: "{group} trình bày sau",
    ActKind.PRESENTER_SET: "{member} trình bày cho {group}",
    ActKind.PROPOSAL_REMOVED: "bỏ một đề xuất của {group}",
}

LACKS: dict[LackKind, str] = {
    LackKind.GROUPS_WITHOUT_CASE: "trường hợp ({groups})",
    LackKind.GROUPS_WITHOUT_MATTER: "việc cộng đồng ({groups})",
}

REFUSALS: dict[RefusalKind, str] = {
    RefusalKind.SENTENCE_MISSING: "Chưa có hoàn cảnh. Xin ghi một câu về hoàn cảnh, khó khăn.",
    RefusalKind.NEED_MISSING: (
        "Chưa có nhu cầu. Xin chọn ít nhất một nhu cầu, hoặc cần chăm sóc tại nhà."
    ),
    RefusalKind.YEAR_INVALID: "Năm sinh không đúng. Xin ghi năm sinh bốn chữ số, hoặc số tuổi.",
    RefusalKind.AMOUNT_INVALID: (
        "Không hiểu số lượng “{text}”. Xin ghi số trước, ví dụ 2 cái, hoặc để trống."
    ),
    RefusalKind.SAME_CASE: "Tổ này đã đề xuất rồi. Xin xem lại danh sách của tổ.",
    RefusalKind.CASES_APART: (
        "Hai trường hợp đều đã có việc ghi riêng, không ghi chung được. Cả hai được giữ nguyên."
    ),
    RefusalKind.PROPOSAL_MISSING: "Đề xuất này không còn trong sổ. Xin xem lại danh sách.",
}
