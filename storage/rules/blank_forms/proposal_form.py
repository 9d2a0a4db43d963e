"""Phiếu ghi đề xuất của tổ: the empty form of S14 and S15, which a leader fills by hand."""

from __future__ import annotations

from storage.records.blank_forms import FormHead, FormItem, FormSheet, FormSheets, FormTicks
from storage.records.kinds import ConsentScope, LocalityWay, Relation
from storage.records.letters import FormLine
from storage.records.minutes import Paragraph, Signature
from storage.records.people import Club, Group
from storage.rules.full_words import in_full
from storage.rules.minutes_parts.phrases import small
from storage.rules.terms import CONSENT, CONSENT_SCOPE, FACT, HELP_FORM, LOCALITY_WAY

TITLE = "Phiếu ghi đề xuất của tổ"
TICK = "□"
_RELATIONS = {
    Relation.MEMBER: "thành viên câu lạc bộ",
    Relation.FAMILY: "thành viên gia đình của …………………",
    Relation.OUTSIDE: "người ngoài câu lạc bộ",
}
_NONE = f"{TICK} tổ không có đề xuất"
_FIRST_QUESTION = "Ít nhất một trường hợp có khó khăn đặc biệt, trong hoặc ngoài câu lạc bộ."
_SECOND_QUESTION = "Câu lạc bộ cần làm gì để hỗ trợ cộng đồng, đề xuất gì với địa phương?"


def proposal_forms(club: Club, groups: tuple[Group, ...]) -> FormSheets:
    """A form for each group, or one without a name while there is none."""
    named = [(group.name, group.leader) for group in groups] or [("", "")]
    sheets = tuple(_sheet(club, name, leader) for name, leader in named)
    return FormSheets(TITLE, "", club.name, sheets)


def _sheet(club: Club, group: str, leader: str) -> FormSheet:
    to = f"{group or 'Tổ ……………'} – Phần {club.part_number} buổi sinh hoạt, ngày …… / …… / ………"
    items = (*case_items(), *matter_items())
    signatures = (Signature("Người ghi", ""), Signature("Tổ trưởng", _bare(leader)))
    return FormSheet("PHIẾU GHI ĐỀ XUẤT CỦA TỔ", to, items, signatures)


def case_items() -> tuple[FormItem, ...]:
    """What is asked of a case, in the order of the form on the screen (S14)."""
    return (
        FormHead(f"1) Trường hợp khó khăn cần giúp – hoặc {_NONE}"),
        Paragraph(_FIRST_QUESTION),
        FormLine("Họ tên (ông, bà, cụ, anh, chị), tuổi"),
        FormTicks("Là", tuple(_RELATIONS.values())),
        FormLine("Địa chỉ"),
        FormLine("Hoàn cảnh, khó khăn", blank_lines=2),
        FormTicks("Nhu cầu", tuple(in_full(small(form)) for form in HELP_FORM.values())),
        FormLine("Cụ thể cần gì, bao nhiêu"),
        FormLine("Thời gian cần hỗ trợ"),
        *consent_items(),
        FormTicks("Điều cần biết", ("cần chăm sóc tại nhà", *FACT.values())),
    )


def consent_items() -> tuple[FormItem, ...]:
    """Each scope of being named is asked apart, as on the screen; who asked, who answered."""
    answers = tuple(map(small, CONSENT.values()))
    return (
        *(
            FormTicks(f"Đồng ý nêu tên {in_full(CONSENT_SCOPE[scope])}", answers)
            for scope in ConsentScope
        ),
        FormLine("Ai đã hỏi; ai là người đại diện trả lời thay (nếu có)"),
    )


def matter_items() -> tuple[FormItem, ...]:
    """What is asked for the community and the locality (S15)."""
    return (
        FormHead(f"2) Việc cộng đồng, đề xuất với địa phương – hoặc {_NONE}"),
        Paragraph(_SECOND_QUESTION),
        FormLine("Việc câu lạc bộ làm"),
        FormTicks("Câu lạc bộ", ("chủ trì", "tham gia cùng: …………………………………………")),
        FormLine("Ở đâu, khi nào"),
        FormLine("Đề xuất với địa phương"),
        FormLine("Với ai"),
        FormTicks("Cách nào", tuple(in_full(LOCALITY_WAY[way]) for way in LocalityWay)),
    )


def _bare(addressed: str) -> str:
    """A name without the form of address before it, as it stands under a signature."""
    form, _space, name = addressed.partition(" ")
    return name if form.islower() else addressed
