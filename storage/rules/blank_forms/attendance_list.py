"""Danh sách điểm danh: every group with its members, to sign."""

from __future__ import annotations

from storage.days import on_paper
from storage.records.blank_forms import (
    FormHead,
    FormItem,
    FormSheet,
    FormSheets,
    FormTable,
    empty_rows,
)
from storage.records.kinds import Position
from storage.records.letters import FormLine
from storage.records.meetings import Meeting
from storage.records.minutes import Column, Signature
from storage.records.people import Club, Group, Member
from storage.rules.minutes_parts.tokens import capital
from storage.rules.terms import POSITION
from storage.vietnamese import count

TITLE = "Danh sách điểm danh"
NO_DAY = "ngày …… tháng …… năm ………"

_COLUMNS = (
    Column("STT", 0.08, numeric=True),
    Column("Họ và tên", 0.38),
    Column("Chức vụ", 0.19),
    Column("Ký tên", 0.2),
    Column("Ghi chú", 0.15),
)
_GUEST_COLUMNS = (
    Column("STT", 0.08, numeric=True),
    Column("Họ và tên", 0.38),
    Column("Chức vụ, cơ quan", 0.34),
    Column("Ký tên", 0.2),
)
_GUESTS = 5


def attendance_list(
    club: Club,
    groups: tuple[Group, ...],
    members: tuple[Member, ...],
    meeting: Meeting | None,
) -> FormSheets:
    """The list of the meeting that is held, or one whose day is written by hand."""
    items: list[FormItem] = []
    for group in groups:
        items += _group(group, [each for each in members if each.group_id == group.id])
    items += [FormHead("Khách mời"), _guests()]
    items.append(FormLine("Tổng số thành viên có mặt"))
    day = meeting.day if meeting else None
    subject = f"Buổi sinh hoạt câu lạc bộ {on_paper(day) if day else NO_DAY}"
    sheet = FormSheet(
        "DANH SÁCH ĐIỂM DANH",
        subject,
        tuple(items),
        (Signature("Thư ký", ""), Signature("Chủ trì", "")),
    )
    return FormSheets(TITLE, club.parent_body, club.name, (sheet,))


def _group(group: Group, members: list[Member]) -> list[FormItem]:
    leader = f" – tổ trưởng: {group.leader}" if group.leader else ""
    rows = tuple(
        (str(number), capital(member.addressed), _office(member, group), "", "")
        for number, member in enumerate(members, start=1)
    )
    head = f"{group.name}{leader}"
    return [
        FormHead(head),
        FormTable(_COLUMNS, rows or empty_rows(len(_COLUMNS), 3)),
        FormLine(f"Có mặt (trong {count(len(members))} thành viên)"),
    ]


def _office(member: Member, group: Group) -> str:
    # Of the board are all who hold an office: the office says more.
    special = member.positions - {Position.BOARD} or member.positions
    words = [POSITION[position] for position in sorted(special)]
    if group.leader_id == member.id:
        words.append("Tổ trưởng")
    return ", ".join(words)


def _guests() -> FormTable:
    rows = tuple((str(number), "", "", "") for number in range(1, _GUESTS + 1))
    return FormTable(_GUEST_COLUMNS, rows)
