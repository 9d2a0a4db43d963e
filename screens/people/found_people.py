"""The people whom the menu and F7 find: members, and those whom the club helps or may help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto
from typing import Any

from screens.language import _
from screens.menu_screen import MenuScreen
from screens.popups import Choice
from screens.privacy import may_show, shown_case, shown_circumstances
from screens.room import Room
from screens.widgets.lines import Line, LineKind
from storage.records.cases import HardshipCase
from storage.records.people import Member
from storage.rules.register import told_among
from storage.rules.terms import POSITION, RELATION


class _Deed(Enum):
    """What can be done about whoever was found."""

    TICK = auto()
    PAGE = auto()
    CLOSE = auto()


_MEMBER = "person:"
_CASE = "case:"


def is_person(key: str) -> bool:
    """Whether a line that was chosen is a person."""
    return key.startswith((_MEMBER, _CASE))


async def found_people(room: Room, words: str) -> list[Line]:
    """A line for everyone whose name matches; a name is shown as its owner agreed to."""
    meeting_id, hidden = room.meeting_id, room.details_hidden
    members, groups, cases = await room.ask(
        lambda books: (
            books.register.search(words),
            books.register.groups(),
            books.case_people.find(words, meeting_id),
        )
    )
    names = {group.id: group.name for group in groups}
    lines = [
        Line(
            f"{_MEMBER}{member.id}",
            (told_among(member, members, names.get(member.group_id, ""), _),),
            LineKind.ACT,
        )
        for member in members
    ]
    told = _told_of_cases(cases, hidden=hidden)
    lines += [
        Line(f"{_CASE}{case.id}", (words,), LineKind.ACT)
        for case, words in zip(cases, told, strict=True)
    ]
    return lines


def _told_of_cases(cases: Sequence[HardshipCase], *, hidden: bool) -> list[str]:
    """Who they are, as far as they agreed; of those called alike the year of birth too."""
    told = [f"{shown_case(case, hidden)}, {_(RELATION[case.relation])}" for case in cases]
    times = Counter(told)
    return [
        words + _(", sinh {year}").format(year=case.person.birth_year)
        if times[words] > 1 and case.person.birth_year and may_show(case.person, hidden=hidden)
        else words
        for case, words in zip(cases, told, strict=True)
    ]


async def show_found(screen: MenuScreen[Any], key: str) -> None:
    """Shows who was chosen."""
    if key.startswith(_MEMBER):
        await show_person(screen, int(key.removeprefix(_MEMBER)))
    else:
        await _show_case(screen, int(key.removeprefix(_CASE)))


async def _show_case(screen: MenuScreen[Any], case_id: int) -> None:
    """Says who someone in hardship is, as far as that person agreed, and opens the whole story."""
    meeting_id = screen.room.meeting_id
    case = await screen.room.ask(lambda books: books.case_people.get(case_id, meeting_id))
    if case is None:
        return
    words = [_(RELATION[case.relation]), shown_circumstances(case, screen.hidden)]
    told = f"{shown_case(case, screen.hidden)}: {', '.join(filter(None, words))}"
    story = Choice(True, _("Xem cả câu chuyện của người này"))
    if await screen.choose(told, (story, Choice(False, _("Đóng")))):
        from screens.people.person_story import PersonStoryScreen

        await screen.app.push_screen(PersonStoryScreen(case.person.id))


async def show_person(screen: MenuScreen[Any], member_id: int) -> None:
    """Says who a member is; while a meeting is held, a late arrival is ticked here."""
    meeting_id = screen.room.meeting_id
    member, groups = await screen.room.ask(
        lambda books: (books.register.member(member_id), books.register.groups())
    )
    if member is None:
        return
    group = next(each for each in groups if each.id == member.group_id)
    words = [group.name]
    if member.leads_group:
        words.append(_("Tổ trưởng"))
    words += [_(POSITION[position]) for position in sorted(member.positions)]
    if meeting_id is None:
        await _choose(screen, member, words, ())
    else:
        await _show_attendance(screen, meeting_id, member, words)


async def _show_attendance(
    screen: MenuScreen[Any], meeting_id: int, member: Member, words: list[str]
) -> None:
    """Says whether the member is at the meeting, and lets it be changed."""
    overview = await screen.room.ask(lambda books: books.attendance.overview(meeting_id))
    attendance = next(each for each in overview.groups if each.group_id == member.group_id)
    counted = attendance.counted is not None
    here = member.id in attendance.ticked
    if counted:
        words.append(_("tổ đếm {count} người có mặt").format(count=attendance.present))
    else:
        words.append(_("có mặt") if here else _("chưa điểm danh"))
    tick = _("Bỏ tên khỏi người có mặt") if here else _("Ghi là có mặt")
    choices = () if counted else (Choice(_Deed.TICK, tick),)
    if await _choose(screen, member, words, choices) is _Deed.TICK:
        await screen.record(
            lambda books: books.attendance.tick(meeting_id, member.id, present=not here)
        )


async def _choose(
    screen: MenuScreen[Any], member: Member, words: list[str], choices: tuple[Choice[_Deed], ...]
) -> _Deed | None:
    """Says who it is, offers what can be done, and opens the member's page where that is meant."""
    chosen = await screen.choose(
        f"{member.addressed}: {', '.join(words)}",
        (
            *choices,
            Choice(_Deed.PAGE, _("Mở trang của người này")),
            Choice(_Deed.CLOSE, _("Đóng")),
        ),
    )
    if chosen is _Deed.PAGE:
        from screens.people.member_page import MemberPage

        await screen.app.push_screen(MemberPage(member.id))
    return chosen
