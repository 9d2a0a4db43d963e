"""The words of step 2: what became of earlier promises, and what is still to be heard."""

from __future__ import annotations

from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.FULFILMENT_RECORDED: "việc kỳ trước, {person}{what}: đã làm",
    ActKind.PARTLY_FULFILLED: "việc kỳ trước, {person}{what}: làm được một phần",
    ActKind.PLEDGE_POSTPONED: "việc kỳ trước, {person}{what}: hẹn lại",
    ActKind.PLEDGE_NOT_KEPT: "việc kỳ trước, {person}{what}: chưa làm được",
    ActKind.ANSWER_RECORDED: "địa phương trả lời: {what}",
}

LACKS: dict[LackKind, str] = {
    LackKind.PROMISES_OPEN: "kết quả của {count} việc đã hứa",
    LackKind.ANSWERS_OPEN: "{count} trả lời của địa phương",
}

REFUSALS: dict[RefusalKind, str] = {
    RefusalKind.PLEDGE_SETTLED: (
        "Kết quả của việc này đã báo trong một buổi họp, nên giữ nguyên như đã báo."
    ),
    RefusalKind.NEW_DAY_MISSING: (
        "Chưa có hẹn mới. Xin ghi hẹn lại đến bao giờ, ví dụ: cuối tháng 11."
    ),
    RefusalKind.DAY_DONE_INVALID: (
        "Ngày làm chưa rõ, hoặc chưa tới. Xin ghi ngày đã làm, ví dụ: 01/11/2026."
    ),
}
