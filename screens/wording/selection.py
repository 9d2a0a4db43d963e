"""The words of step 5, the choice of the hardest cases."""

from __future__ import annotations

from screens.language import N_
from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.SEATS_SET: N_("chọn {count} trường hợp"),
    ActKind.COUNT_BEGUN: N_("giơ tay lấy ý kiến, chọn {count} trường hợp"),
    ActKind.HANDS_COUNTED: N_("{count} người giơ tay cho {person}"),
    ActKind.SECOND_COUNT_BEGUN: N_("lấy ý kiến lại giữa {names}"),
    ActKind.COUNTS_CLEARED: N_("bỏ kết quả giơ tay"),
    ActKind.CASES_CHOSEN: N_("chọn {names}"),
    ActKind.CASE_WAY_SET: "{person}: {way}",
    ActKind.CASE_REASON_GIVEN: N_("lý do về {person}"),
    ActKind.DECISION_REMOVED: N_("bỏ quyết định về {person}"),
}

LACKS: dict[LackKind, str] = {
    LackKind.NO_CASE_PROPOSED: N_("chưa tổ nào nêu trường hợp khó khăn"),
    LackKind.NO_CASE_CHOSEN: N_("chưa chọn trường hợp nào"),
    LackKind.FEWER_CHOSEN: N_("còn chọn {count} trường hợp nữa"),
    LackKind.CASES_WITHOUT_WAY: N_("hướng giải quyết cho {count} trường hợp chưa chọn"),
}

REFUSALS: dict[RefusalKind, str] = {
    RefusalKind.NOTHING_CHOSEN: N_("Chưa đánh dấu trường hợp nào. Đi tới một dòng, bấm Dấu cách."),
    RefusalKind.SEATS_INVALID: N_("Có {cases} trường hợp, xin chọn một số từ 1 đến {cases}."),
    RefusalKind.MORE_HANDS_THAN_TIMES: N_(
        "Mỗi người giơ tay tối đa {times} lần, nên tất cả không quá {limit}. Xin đếm lại."
    ),
    RefusalKind.COUNT_MISSING: N_(
        "Trường hợp này chưa giơ tay. Xin chọn “Giơ tay lấy ý kiến” trước."
    ),
    RefusalKind.COUNT_UNDER_WAY: N_(
        "Đang lấy ý kiến lại giữa những người bằng nhau. Xin đếm xong, hoặc đếm lại từ đầu."
    ),
    RefusalKind.COUNT_UNFINISHED: N_("Còn {count} trường hợp chưa đếm. Xin đếm nốt."),
    RefusalKind.NO_HANDS_RAISED: N_(
        "Chưa ai giơ tay cho trường hợp nào. Xin đếm lại, hoặc bỏ kết quả giơ tay."
    ),
    RefusalKind.CASES_TIED: N_("Có trường hợp bằng nhau. Xin ý kiến lại, hoặc cả CLB nhất trí."),
    RefusalKind.NOTHING_TIED: N_("Không có trường hợp nào bằng nhau."),
}
