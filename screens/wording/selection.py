"""The words of step 5, the choice of the hardest cases."""

from __future__ import annotations

from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.SEATS_SET: "giơ tay lấy ý kiến, chọn {count} trường hợp",
    ActKind.HANDS_COUNTED: "{count} người giơ tay cho {person}",
    ActKind.SECOND_COUNT_BEGUN: "lấy ý kiến lại giữa {names}",
    ActKind.CASES_CHOSEN: "chọn {names}",
    ActKind.CASE_WAY_SET: "{person}: {way}",
    ActKind.DECISION_REMOVED: "bỏ quyết định về {person}",
}

LACKS: dict[LackKind, str] = {
    LackKind.NO_CASE_PROPOSED: "chưa tổ nào nêu trường hợp khó khăn",
    LackKind.NO_CASE_CHOSEN: "chưa chọn trường hợp nào",
    LackKind.FEWER_CHOSEN: "còn chọn {count} trường hợp nữa",
    LackKind.CASES_WITHOUT_WAY: "hướng giải quyết cho {count} trường hợp chưa chọn",
}

REFUSALS: dict[RefusalKind, str] = {
    RefusalKind.NOTHING_CHOSEN: "Chưa đánh dấu trường hợp nào. Đi tới một dòng, bấm Dấu cách.",
    RefusalKind.SEATS_INVALID: "Có {cases} trường hợp, xin chọn một số từ 1 đến {cases}.",
    RefusalKind.MORE_HANDS_THAN_TIMES: (
        "Mỗi người giơ tay tối đa {times} lần, nên tất cả không quá {limit}. Xin đếm lại."
    ),
    RefusalKind.SAME_CASE: "Tổ này đã đề xuất trường hợp ấy rồi.",
}
