"""The words of step 5, the choice of the hardest cases."""

from __future__ import annotations

from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.SEATS_SET: "chọn {count} trường hợp",
    ActKind.COUNT_BEGUN: "giơ tay lấy ý kiến, chọn {count} trường hợp",
    ActKind.HANDS_COUNTED: "{count} người giơ tay cho {person}",
    ActKind.SECOND_COUNT_BEGUN: "lấy ý kiến lại giữa {names}",
    ActKind.COUNTS_CLEARED: "bỏ kết quả giơ tay",
    ActKind.CASES_CHOSEN: "chọn {names}",
    ActKind.CASE_WAY_SET: "{person}: {way}",
    ActKind.CASE_REASON_GIVEN: "lý do về {person}",
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
    RefusalKind.COUNT_MISSING: "Trường hợp này chưa giơ tay. Xin chọn “Giơ tay lấy ý kiến” trước.",
    RefusalKind.COUNT_UNDER_WAY: (
        "Đang lấy ý kiến lại giữa những người bằng nhau. Xin đếm xong, hoặc đếm lại từ đầu."
    ),
    RefusalKind.COUNT_UNFINISHED: "Còn {count} trường hợp chưa đếm. Xin đếm nốt.",
    RefusalKind.NO_HANDS_RAISED: (
        "Chưa ai giơ tay cho trường hợp nào. Xin đếm lại, hoặc bỏ kết quả giơ tay."
    ),
    RefusalKind.CASES_TIED: "Có trường hợp bằng nhau. Xin ý kiến lại, hoặc cả CLB nhất trí.",
    RefusalKind.NOTHING_TIED: "Không có trường hợp nào bằng nhau.",
}
