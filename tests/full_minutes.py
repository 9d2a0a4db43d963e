"""Minutes from empty to very full: ten groups, thirty cases, two hundred pledges, long names."""

from __future__ import annotations

from dataclasses import replace

from sample_paper import CASES, FIRST_COUNT, HELP_COLUMNS, MATTERS, sample_content
from storage.records.minutes import (
    MinutesContent,
    MinutesPart,
    MinutesState,
    MinutesTable,
    Paragraph,
    Signature,
)
from storage.rules.minutes_parts.phrases import point

LONG_NAME = "Bà Nguyễn Trần Tôn Nữ Hoàng Thị Phương Thảo Quỳnh Trang Ngọc"
"""Sixty letters."""
BEGINS, ENDS = "[đầu]", "[cuối]"
"""Where a row of a pledge begins and ends."""
LONG_CLUB = "CLB Liên thế hệ tự giúp nhau các thôn Đông, Đoài, Nam, Bắc và khu dân cư mới"


def empty_content() -> MinutesContent:
    """A meeting in which nothing came of any step."""
    return replace(sample_content(), parts=())


def draft_content() -> MinutesContent:
    """The sample meeting before it is approved: no number, no code."""
    return replace(
        sample_content(), number=None, state=MinutesState.DRAFT, check_code="", previous_code=""
    )


def full_content() -> MinutesContent:
    """As much as a club can do in one meeting."""
    content = sample_content()
    groups = "; ".join(f"Tổ {number}: 12/12" for number in range(1, 11))
    opening = (
        *content.opening[:2],
        Paragraph(f"Thành phần tham dự: 120/121 thành viên ({groups})."),
        *content.opening[3:],
    )
    return replace(
        content,
        club_name=LONG_CLUB,
        number=12,
        opening=opening,
        parts=tuple(_full(part) for part in content.parts),
        signatures=(Signature("Thư ký", LONG_NAME[3:]), Signature("Chủ tọa", LONG_NAME[3:])),
        recipients=tuple(f"Cơ quan thứ {number} của xã An Bình" for number in range(1, 6)),
        options=replace(content.options, read_aloud=True, copies=2, signature_hint=True, qr=True),
    )


def _full(part: MinutesPart) -> MinutesPart:
    match part.step:
        case 2:
            told = part.blocks[1]
            return replace(part, blocks=(part.blocks[0], *_points(told, 40)))
        case 4:
            return replace(part, blocks=(_named(CASES, 30), _more(MATTERS, 30)))
        case 5:
            texts = tuple(
                Paragraph(f"{LONG_NAME} {number}, 78 tuổi. Lý do: neo người.", point(number))
                for number in range(30)
            )
            return replace(part, blocks=(part.blocks[0], _more(FIRST_COUNT, 30), *texts))
        case 6:
            return replace(part, blocks=(*_pledges(200), part.blocks[-1]))
        case _:
            return part


def _points(block: object, number: int) -> tuple[Paragraph, ...]:
    assert isinstance(block, Paragraph)
    return tuple(Paragraph(block.text, point(each)) for each in range(number))


def _more(table: MinutesTable, rows: int) -> MinutesTable:
    every = table.rows * (rows // len(table.rows) + 1)
    return MinutesTable(table.columns, every[:rows])


def _named(table: MinutesTable, rows: int) -> MinutesTable:
    more = _more(table, rows)
    named = (
        (row[0], f"{LONG_NAME} {number} (thành viên CLB)", *row[2:])
        for number, row in enumerate(more.rows)
    )
    return MinutesTable(table.columns, tuple(named))


def _pledges(number: int) -> tuple[Paragraph | MinutesTable, ...]:
    who = f"{LONG_NAME}; {LONG_NAME.lower()}"
    rows = ((f"{BEGINS} 01 ngày công gặt lúa", who, f"ngày 31 tháng 10; xóm Đình {ENDS}"),) * number
    return (Paragraph(f"{LONG_NAME}:", "1."), MinutesTable(HELP_COLUMNS, rows))
