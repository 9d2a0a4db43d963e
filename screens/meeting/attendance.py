"""Step 1, Điểm danh: who chairs, who facilitates, who writes, and who is here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from screens.base import Page
from screens.forms.fields import MemberField, TextField
from screens.forms.form import Form
from screens.forms.values import Values
from screens.language import N_, _
from screens.meeting.guests import NEW_GUEST, add_guest, correct_guest, open_guest
from screens.meeting.step import StepScreen
from screens.tick_list import TickList
from screens.widgets.lines import Column, Line, act, blank, heading
from storage.books import Books
from storage.drafts import TICKS, ticks_draft
from storage.errors import Refusal, RefusalKind
from storage.meeting.meetings import Office
from storage.records.attendance import AttendanceOverview, GroupAttendance
from storage.records.guests import Guest
from storage.records.kinds import Step
from storage.records.people import Member

_OFFICES = {
    Office.CHAIR: N_("Chủ trì"),
    Office.FACILITATOR: N_("Người điều hành"),
    Office.SECRETARY: N_("Thư ký"),
}


@dataclass(frozen=True, slots=True)
class AttendanceView:
    """The overview, and whom the meeting before agreed to invite (S6)."""

    overview: AttendanceOverview
    invited: tuple[str, ...] = ()


class AttendanceScreen(StepScreen[AttendanceView]):
    """Members by group: ticked by name, or counted with a number."""

    STEP: ClassVar[Step] = Step.ATTENDANCE
    HELP: ClassVar[str] = N_(
        "Đi tới một tổ, gõ số người có mặt rồi Enter. Hoặc Enter ở tổ ấy để ghi tên từng người. "
        "Người đến muộn: sửa số bất cứ lúc nào. Khách mời không giơ tay."
    )

    def read(self, books: Books) -> AttendanceView:
        """The officers, the guests, who is here, and who was invited."""
        overview = books.attendance.overview(self.meeting_id)
        positions = {guest.position for guest in overview.guests}
        invited = books.community.invited(self.meeting_id)
        return AttendanceView(overview, tuple(each for each in invited if each not in positions))

    def page(self, view: AttendanceView) -> Page:
        """The groups first, then the officers, the place and the guests."""
        overview = view.overview
        lines = [self._group_line(group) for group in overview.groups]
        lines += [blank("officers"), heading(_("Người giữ việc"))]
        lines += [
            self._officer_line(Office.CHAIR, overview.chair),
            self._officer_line(Office.FACILITATOR, overview.facilitator),
            self._officer_line(Office.SECRETARY, overview.secretary),
            Line("place", (_("Địa điểm"), overview.place or "······", "")),
        ]
        lines += [
            Line(f"guest:{guest.id}", (_("Khách mời"), _with_position(guest.name, guest.position)))
            for guest in overview.guests
        ]
        lines += [
            act(f"invited:{body}", _("+ Kỳ trước CLB đã mời: {body}").format(body=body))
            for body in view.invited
        ]
        lines.append(act("add-guest", _("+ Thêm khách mời")))
        return Page(
            title=_("Điểm danh: mỗi tổ có bao nhiêu người?"),
            aside=_("Có mặt {present} / {total}").format(
                present=overview.present, total=overview.total
            ),
            columns=(Column(18), Column(), Column(14, right=True)),
            lines=tuple(lines),
            keys=(("0–9", _("số người")), ("Enter", _("ghi tên"))),
        )

    def _group_line(self, group: GroupAttendance) -> Line:
        key = f"group:{group.group_id}"
        typed = self.number.shown(key)
        if typed is not None:
            number = f"► {typed} / {group.total}"
        elif group.taken:
            number = f"{group.present} / {group.total}"
        else:
            number = f"·· / {group.total}"
        way = _("đếm số người") if group.counted is not None else _("ghi tên từng người")
        return Line(
            key,
            (group.name, group.leader, number),
            detail=way if group.taken else _("gõ số người có mặt, hoặc Enter để ghi tên"),
        )

    def _officer_line(self, office: Office, member: Member | None) -> Line:
        name = member.addressed if member else "······"
        return Line(f"office:{office}", (_(_OFFICES[office]), name, ""))

    def number_of(self, line: Line) -> int | None:
        """How many of the group are here."""
        group = self._group(line.key)
        return None if group is None else group.present

    async def number_entered(self, line: Line, number: int) -> bool:
        """Counts the group; where names were ticked before, it asks first."""
        group = self._group(line.key)
        if group is None:
            return False
        if number > group.total:
            raise Refusal(RefusalKind.MORE_PRESENT_THAN_MEMBERS, count=number, members=group.total)
        if group.ticked and not await self._change_over(
            _("{group} đã ghi tên {count} người. Đổi sang đếm số?", len(group.ticked)).format(
                group=group.name, count=len(group.ticked)
            )
        ):
            return False
        meeting_id = self.meeting_id
        await self.record(
            lambda books: books.attendance.count_group(meeting_id, group.group_id, number)
        )
        return True

    async def entered(self, line: Line) -> None:
        """Enter: names of a group, an officer, the place, a guest."""
        kind, _colon, rest = line.key.partition(":")
        match kind:
            case "group":
                await self._tick_group(line)
            case "office":
                await self._name_officer(Office(rest))
            case "place":
                await self._name_place()
            case "add-guest":
                await add_guest(self)
            case "invited":
                await add_guest(self, position=rest)
            case "guest":
                guest = self._guest(line.key)
                if guest is not None:
                    await open_guest(self, guest)

    async def reopen(self, form_key: str) -> None:
        """Opens a form of this step again."""
        if form_key.startswith("office:"):
            await self._name_officer(Office(form_key.removeprefix("office:")))
        elif form_key.startswith(TICKS):
            group = self._group(f"group:{form_key.rpartition(':')[2]}")
            if group is not None:
                await self._tick(group)
        elif form_key == "place":
            await self._name_place()
        elif form_key == NEW_GUEST:
            await add_guest(self)
        elif (guest := self._guest(form_key)) is not None:
            await correct_guest(self, guest)
        else:
            await super().reopen(form_key)

    async def _tick_group(self, line: Line) -> None:
        group = self._group(line.key)
        if group is None:
            return
        if group.counted is not None and not await self._change_over(
            _("{group} đã đếm {count} người. Đổi sang ghi tên?", group.counted).format(
                group=group.name, count=group.counted
            )
        ):
            return
        await self._tick(group)

    async def _tick(self, group: GroupAttendance) -> None:
        meeting_id = self.meeting_id
        draft = ticks_draft(meeting_id, "present", group.group_id)
        present = await self.app.push_screen_wait(
            TickList(
                _("{group}: ai có mặt?").format(group=group.name),
                tuple((member.id, member.addressed) for member in group.members),
                group.ticked,
                draft=draft,
            )
        )
        if present is None:
            return

        def tick(books: Books) -> None:
            with books.together():
                books.attendance.tick_all(meeting_id, group.group_id, present)
                books.drafts.forget(draft)

        await self.record(tick)

    async def _change_over(self, question: str) -> bool:
        return await self.confirm(question, _("Đổi"))

    async def _name_officer(self, office: Office) -> None:
        meeting_id = self.meeting_id

        def accept(books: Books, values: Values) -> bool:
            member = values.member("member")
            if member is None:
                raise Refusal(RefusalKind.NAME_MISSING)
            books.meetings.set_officer(meeting_id, office, member)
            return True

        label = _(_OFFICES[office])
        await self.fill(
            Form(
                key=f"office:{office}",
                title=_("{office} là ai?").format(office=label),
                fields=(
                    MemberField(
                        "member", label, _("Gõ tên, không cần dấu; Enter lấy người đầu tiên.")
                    ),
                ),
                accept=accept,
            )
        )

    async def _name_place(self) -> None:
        meeting_id = self.meeting_id

        def accept(books: Books, values: Values) -> bool:
            books.meetings.set_place(meeting_id, values.text("place"))
            return True

        await self.fill(
            Form(
                key="place",
                title=_("Họp ở đâu?"),
                fields=(TextField("place", _("Địa điểm")),),
                accept=accept,
                initial={"place": self.overview.overview.place if self.overview else ""},
            )
        )

    def _guest(self, key: str) -> Guest | None:
        guests = self.overview.overview.guests if self.overview else ()
        return next((guest for guest in guests if f"{NEW_GUEST}:{guest.id}" == key), None)

    def _group(self, key: str) -> GroupAttendance | None:
        groups = self.overview.overview.groups if self.overview else ()
        return next((group for group in groups if f"group:{group.group_id}" == key), None)


def _with_position(name: str, position: str) -> str:
    return f"{name}, {position}" if position else name
