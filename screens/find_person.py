"""F7: finds a member, says where they belong, and lets them come late."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any

from screens.forms.fields import MemberField
from screens.forms.form import Form, FormScreen
from screens.forms.values import Values
from screens.language import _
from screens.menu_screen import MenuScreen
from screens.popups import Choice
from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.records.people import Member
from storage.rules.terms import POSITION


class _Deed(Enum):
    """What can be done about whoever was found."""

    TICK = auto()
    PAGE = auto()
    CLOSE = auto()


async def find_person(screen: MenuScreen[Any]) -> None:
    """Asks for a name, and shows who it is."""

    def accept(_books: Books, values: Values) -> int:
        member = values.member("member")
        if member is None:
            raise Refusal(RefusalKind.NAME_MISSING)
        return member

    form = Form(
        key="find",
        title=_("Tìm người"),
        fields=(MemberField("member", _("Họ tên"), _("Gõ tên, không cần dấu.")),),
        accept=accept,
    )
    member_id = await screen.app.push_screen_wait(FormScreen(form))
    if member_id is not None:
        await show_person(screen, member_id)


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
        from screens.member_page import MemberPage

        await screen.app.push_screen(MemberPage(member.id))
    return chosen
