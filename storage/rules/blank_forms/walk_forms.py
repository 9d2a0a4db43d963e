"""The whole walk as empty forms, for the day without power: filled by hand, typed in later.

In the order of the eight steps, which is the order in which it is then typed in.
"""

from __future__ import annotations

from storage.records.blank_forms import (
    FormHead,
    FormItem,
    FormSheet,
    FormSheets,
    FormTable,
    FormTicks,
    empty_rows,
)
from storage.records.kinds import FulfilmentState, Outcome, Step
from storage.records.letters import FormLine
from storage.records.minutes import Column, Paragraph, Signature
from storage.records.people import Club, Group
from storage.rules.blank_forms.attendance_list import NO_DAY
from storage.rules.full_words import in_full
from storage.rules.minutes_parts.phrases import small
from storage.rules.terms import FULFILMENT, OUTCOME, STEP_IN_FULL
from storage.vietnamese import count

TITLE = "Phiếu ghi phần Tự giúp nhau khi mất điện"
_HOW_TO = (
    "Ghi bằng tay theo thứ tự từ 1 đến 8. Có điện thì vào trang chính, chọn Ghi lại một buổi họp "
    "đã ghi trên giấy, gõ ngày và giờ trước, rồi gõ từng bước theo thứ tự này."
)
_AGREED = FormTicks("Lấy ý kiến", ("cả câu lạc bộ nhất trí", "giơ tay (ghi số người ở bảng)"))
_FEWEST_CASES = 5
_OPINION = "Nhất trí, giơ tay"
_HANDS_HINT = "Giơ tay thì ghi ba số: tán thành / không tán thành / ý kiến khác."
_WAYS = (Outcome.CHOSEN, Outcome.KEPT, Outcome.OWN_GROUP, Outcome.HOME_CARE, Outcome.LOCALITY)


def walk_forms(club: Club, groups: tuple[Group, ...]) -> FormSheets:
    """One form through all eight steps."""
    items = (
        Paragraph(_HOW_TO),
        FormLine("Bắt đầu lúc mấy giờ; kết thúc lúc mấy giờ"),
        *_attendance(groups),
        *_last_month(),
        *_discussion(club),
        *_proposals(groups),
        *_selection(groups),
        *_assignment(),
        *_community(),
        *_approval(),
    )
    subject = f"Phần {club.part_number}: Tự giúp nhau và hỗ trợ cộng đồng, {NO_DAY}"
    signatures = (Signature("Thư ký", ""), Signature("Chủ tọa", ""))
    sheet = FormSheet("PHIẾU GHI BUỔI HỌP", subject, items, signatures)
    return FormSheets(TITLE, club.parent_body, club.name, (sheet,))


def _head(step: Step) -> FormHead:
    return FormHead(f"{int(step)}. {STEP_IN_FULL[step]}")


def _table(titles: dict[str, float], rows: int, lines: int = 2) -> FormTable:
    columns = tuple(Column(title, share) for title, share in titles.items())
    return FormTable(columns, empty_rows(len(columns), rows), lines)


def _attendance(groups: tuple[Group, ...]) -> tuple[FormItem, ...]:
    columns = (Column("Tổ", 0.4), Column("Số thành viên", 0.3, numeric=True), Column("Có mặt", 0.3))
    rows = tuple((group.name, count(group.members), "") for group in groups)
    return (
        _head(Step.ATTENDANCE),
        FormTable(columns, (*(rows or empty_rows(3, 5)), ("Cả câu lạc bộ", "", ""))),
        FormLine("Chủ trì"),
        FormLine("Người điều hành"),
        FormLine("Thư ký"),
        FormLine("Địa điểm"),
        FormLine("Khách mời (họ tên, chức vụ)"),
    )


def _last_month() -> tuple[FormItem, ...]:
    results = ", ".join(small(FULFILMENT[state]) for state in FulfilmentState)
    return (
        _head(Step.LAST_MONTH),
        Paragraph(f"Kết quả ghi một trong các điều: {results}."),
        _table(
            {"Việc đã hứa, ai giúp ai": 0.42, "Kết quả": 0.22, "Thực tế, lý do, lời cảm ơn": 0.36},
            4,
        ),
        FormLine("Địa phương trả lời"),
        FormLine("Đã giúp ngay, không chờ họp"),
    )


def _discussion(club: Club) -> tuple[FormItem, ...]:
    minutes = club.discussion_minutes
    return (
        _head(Step.DISCUSSION),
        Paragraph(f"Các tổ thảo luận {count(minutes)} phút và ghi vào phiếu đề xuất của tổ."),
    )


def _proposals(groups: tuple[Group, ...]) -> tuple[FormItem, ...]:
    columns = (
        Column("Tổ", 0.13),
        Column("Trường hợp khó khăn (tên, tuổi)", 0.3),
        Column("Nhu cầu, thời gian", 0.27),
        Column("Việc cộng đồng, đề xuất với địa phương", 0.3),
    )
    rows = tuple((group.name, "", "", "") for group in groups) or empty_rows(4, 5)
    return (
        _head(Step.PROPOSALS),
        Paragraph("Ghi tóm tắt; đầy đủ thì ở phiếu của từng tổ, kẹp vào đây."),
        FormTable(columns, rows, 2),
    )


def _selection(groups: tuple[Group, ...]) -> tuple[FormItem, ...]:
    ways = ", ".join(in_full(OUTCOME[way]) for way in _WAYS)
    return (
        _head(Step.SELECTION),
        _AGREED,
        FormLine("Chọn mấy trường hợp (mỗi người giơ tay tối đa bấy nhiêu lần)"),
        Paragraph(f"Hướng giải quyết ghi một trong các điều: {ways}, kết thúc vì…"),
        _table(
            {
                "Trường hợp": 0.32,
                "Giơ tay lần 1": 0.12,
                "Giơ tay lần 2": 0.12,
                "Hướng giải quyết, lý do": 0.44,
            },
            max(_FEWEST_CASES, len(groups)),
        ),
        FormLine("Không chọn trường hợp nào thì vì sao"),
    )


def _assignment() -> tuple[FormItem, ...]:
    return (
        _head(Step.ASSIGNMENT),
        Paragraph(_HANDS_HINT),
        _table(
            {
                "Giúp ai": 0.17,
                "Giúp gì, mỗi người bao nhiêu": 0.2,
                "Ai giúp, ai phụ trách": 0.28,
                "Khi nào, ở đâu": 0.18,
                _OPINION: 0.17,
            },
            8,
            3,
        ),
        FormLine("Chuyển nhóm tình nguyện viên chăm sóc tại nhà"),
    )


def _community() -> tuple[FormItem, ...]:
    return (
        _head(Step.COMMUNITY),
        Paragraph("Việc cộng đồng:"),
        _table(
            {
                "Việc gì, chủ trì hay tham gia cùng ai": 0.33,
                "Ở đâu, khi nào": 0.22,
                "Ai tham gia, ai phụ trách": 0.28,
                _OPINION: 0.17,
            },
            3,
        ),
        Paragraph("Đề xuất với địa phương:"),
        _table(
            {
                "Vấn đề gì": 0.33,
                "Với ai, cách nào": 0.24,
                "Ai nói thay, trước khi nào": 0.26,
                _OPINION: 0.17,
            },
            3,
        ),
        FormLine("Địa phương trả lời ngay trong họp"),
        FormLine("Chưa có việc nào thì vì sao"),
    )


def _approval() -> tuple[FormItem, ...]:
    return (
        _head(Step.APPROVAL),
        FormLine("Thư ký ghi thêm", blank_lines=2),
        FormTicks("Thông qua biên bản", ("cả câu lạc bộ nhất trí", "giơ tay")),
        FormLine("Giơ tay: số người dự, tán thành, không tán thành, ý kiến khác"),
    )
