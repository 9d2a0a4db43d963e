"""The words of step 2: what became of earlier promises, and what is still to be heard."""

from __future__ import annotations

from screens.language import N_
from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.FULFILMENT_RECORDED: N_("việc kỳ trước, {person}{what}: đã làm"),
    ActKind.PARTLY_FULFILLED: N_("việc kỳ trước, {person}{what}: làm được một phần"),
    ActKind.PLEDGE_POSTPONED: N_("việc kỳ trước, {person}{what}: hẹn lại"),
    ActKind.PLEDGE_NOT_KEPT: N_("việc kỳ trước, {person}{what}: chưa làm được, kết thúc"),
    ActKind.ANSWER_RECORDED: N_("địa phương trả lời: {what}"),
}

LACKS: dict[LackKind, str] = {
    LackKind.PROMISES_OPEN: N_("kết quả của {count} việc đã hứa"),
    LackKind.ANSWERS_OPEN: N_("{count} trả lời của địa phương"),
}

REFUSALS: dict[RefusalKind, str] = {
    RefusalKind.PLEDGE_SETTLED: N_(
        "Kết quả của việc này đã báo trong một buổi họp, nên giữ nguyên như đã báo."
    ),
    RefusalKind.NEW_DAY_MISSING: N_(
        "Chưa có hẹn mới. Xin ghi hẹn lại đến bao giờ, ví dụ: cuối tháng 11."
    ),
    RefusalKind.DAY_DONE_INVALID: N_(
        "Ngày làm chưa rõ, hoặc chưa tới. Xin ghi ngày đã làm, ví dụ: 01/11/2026."
    ),
}
