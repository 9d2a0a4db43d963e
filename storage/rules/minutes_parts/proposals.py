"""Part "Đề xuất của các tổ": what the groups brought (steps 3 and 4)."""

from __future__ import annotations

from storage.records.approval import MinutesSource
from storage.records.cases import HardshipCase
from storage.records.community import Matter
from storage.records.kinds import MatterKind, Step
from storage.records.minutes import Block, Column, MinutesTable, Paragraph
from storage.rules.minutes_parts import phrases, values
from storage.rules.minutes_parts.community import how
from storage.rules.minutes_parts.tokens import capital

TITLE = "Đề xuất của các tổ"

_CASE_COLUMNS = (
    Column("Tổ", 0.11),
    Column("Trường hợp", 0.25),
    Column("Hoàn cảnh, khó khăn", 0.26),
    Column("Nhu cầu", 0.2),
    Column("Thời gian", 0.18),
)
_MATTER_COLUMNS = (
    Column("Tổ", 0.11),
    Column("Nội dung", 0.43),
    Column("Cách làm", 0.28),
    Column("Thời gian", 0.18),
)


def blocks(source: MinutesSource) -> tuple[Block, ...]:
    """The cases and the matters, each as a table, and who had none."""
    notes = [
        *phrases.note(source.notes.get(Step.DISCUSSION, "")),
        *phrases.note(source.notes.get(Step.PROPOSALS, "")),
    ]
    cases = [source.cases[number] for number in source.proposed_cases]
    matters = [source.matters[number] for number in source.proposed_matters]
    silent = _nothing(source)
    if not (cases or matters or silent or notes):
        return ()
    found: list[Block] = [Paragraph("Trường hợp khó khăn cần CLB giúp:", "1.")]
    if cases:
        found.append(MinutesTable(_CASE_COLUMNS, tuple(_case_row(case) for case in cases)))
    else:
        found.append(Paragraph("Không có."))
    found.append(Paragraph("Việc hỗ trợ cộng đồng, đề xuất với địa phương:", "2."))
    if matters:
        found.append(MinutesTable(_MATTER_COLUMNS, tuple(_matter_row(each) for each in matters)))
    else:
        found.append(Paragraph("Không có."))
    return (*found, *silent, *notes)


def _case_row(case: HardshipCase) -> tuple[str, ...]:
    person = f"{capital(values.who(case))}{values.age(case)}{values.address(case)}"
    return (
        ", ".join(case.groups),
        f"{person} ({values.relation(case)})",
        values.circumstances(case),
        values.needs(case),
        values.time(case),
    )


def _matter_row(matter: Matter) -> tuple[str, ...]:
    what = capital(matter.what)
    if matter.kind is MatterKind.LOCALITY:
        what = f"Đề xuất với địa phương: {matter.what}"
    return (", ".join(matter.groups), what, how(matter), phrases.when(matter.draft.when))


def _nothing(source: MinutesSource) -> list[Paragraph]:
    no_case = ", ".join(group.name for group in source.groups if group.no_case)
    no_matter = ", ".join(group.name for group in source.groups if group.no_matter)
    found = []
    if no_case:
        found.append(Paragraph(f"{no_case} không có đề xuất về trường hợp khó khăn."))
    if no_matter:
        found.append(Paragraph(f"{no_matter} không có đề xuất về việc cộng đồng."))
    return found
