"""The coach of the practice meeting: what to do at each step, in two short sentences."""

from __future__ import annotations

from screens.language import N_, _
from storage.records.kinds import Step, StepState

_WHAT_TO_DO = {
    Step.ATTENDANCE: (
        N_("Tới từng tổ, gõ số người có mặt rồi bấm Enter."),
        N_("Đủ các tổ thì bấm PgDn sang bước 2."),
    ),
    Step.LAST_MONTH: (
        N_("Việc đã làm xong bấm 1, một phần bấm 2, hẹn lại bấm 3, thôi hẳn bấm 4."),
        N_("Hết các việc thì bấm PgDn sang bước 3."),
    ),
    Step.DISCUSSION: (
        N_("F4 cho đồng hồ chạy hoặc dừng; tổ nào bàn xong thì bấm Dấu cách ở tổ ấy."),
        N_("Các tổ bàn xong thì bấm PgDn sang bước 4."),
    ),
    Step.PROPOSALS: (
        N_("Bấm Enter ở tổ ấy, ghi trường hợp rồi việc chung; xong thì Enter mời tổ sau."),
        N_("Đủ các tổ thì bấm PgDn sang bước 5."),
    ),
    Step.SELECTION: (
        N_("Dấu cách đánh dấu người khó khăn nhất, bấm 1 để hỏi cả CLB nhất trí không."),
        N_("Người chưa được chọn: bấm Enter để ghi hướng giải quyết, rồi bấm PgDn."),
    ),
    Step.ASSIGNMENT: (
        N_("Bấm Enter ở một trường hợp: ghi giúp gì, ai giúp, khi nào, rồi hỏi cả CLB."),
        N_("Nhất trí là sang trường hợp sau; hết thì bấm PgDn sang bước 7."),
    ),
    Step.COMMUNITY: (
        N_("Bấm Enter ở một việc để hỏi cả CLB; thêm việc ở dòng có dấu +."),
        N_("Xong thì bấm PgDn sang bước 8."),
    ),
    Step.APPROVAL: (
        N_("Đọc to các điều đã thống nhất rồi lấy ý kiến thông qua, dòng 1."),
        N_("Thông qua rồi thì bấm F9 in, ký trên giấy, cuối cùng mới chốt."),
    ),
}
_COUNTING = (
    N_("Đọc tên từng người, đếm tay giơ, gõ số rồi bấm Enter sang người sau."),
    N_("Đếm hết là biết ai được chọn; bằng nhau thì bấm Enter lấy ý kiến lại."),
)
_COMPLETE = (N_("Bước này đã đủ."), N_("Bấm PgDn sang bước {number}."))
_OVER = (N_("Buổi họp thử đã xong."), N_("Bấm Enter ở dòng 6 để về trang chính."))


def coach_words(step: Step, state: StepState) -> str:
    """What the coach says at a step, a sentence a row; less where nothing is lacking any more."""
    if state is StepState.COMPLETE:
        said = _OVER if step is max(Step) else _COMPLETE
        return " ".join(map(_, said)).format(number=int(step) + 1)
    return "\n".join(map(_, _WHAT_TO_DO[step]))


def counting_words() -> str:
    """What the coach says while hands are counted."""
    return "\n".join(map(_, _COUNTING))
