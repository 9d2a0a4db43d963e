"""One member's page: what can be changed, what the register has, and how it came to be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.between_meetings.history_page import HISTORY_KEY, history_key, show_history
from screens.forms.form import Form
from screens.forms.member_form import (
    day_field,
    day_of,
    group_choice,
    member_fields,
    member_of_values,
    member_texts,
    next_leader_field,
    offices_fields,
    offices_texts,
    positions_of,
    sex_follows,
)
from screens.forms.values import Values
from screens.language import N_, _
from screens.people.member_words import SEX, is_private, offices_words, span_words
from screens.widgets.lines import Column, Line, LineKind, act, blank, heading, note
from storage.books import Books
from storage.days import on_screen
from storage.errors import Refusal, RefusalKind
from storage.records.history import RecordKind
from storage.records.people import Group
from storage.records.register import MemberStory

_COLUMNS = (Column(22), Column())
_WHOLE = N_("Mọi điều sổ giữ: xem, in, gộp, xóa")


class MemberPage(BookScreen[MemberStory]):
    """What can be done about a member, then all that is known."""

    HELP: ClassVar[str] = N_(
        "Trên cùng là những việc làm được. Chuyển tổ, ra khỏi CLB và chức vụ đều ghi ngày; việc cũ "
        "vẫn giữ ở “Từ trước đến nay”. Người ra khỏi CLB rồi có thể cho vào lại. F8 che hoặc hiện "
        "địa chỉ, điện thoại. Bấm 5 để xem ai ghi, khi nào."
    )

    def __init__(self, member_id: int) -> None:
        super().__init__()
        self.member_id = member_id
        self._groups: tuple[Group, ...] = ()

    def read(self, books: Books) -> MemberStory:
        """The member's story, and the groups there are."""
        self._groups = books.register.groups()
        return books.members.story(self.member_id)

    def page(self, overview: MemberStory) -> Page:
        """The acts, the entry, the past."""
        private = is_private(self.room)
        lines = [
            *self._acts(overview),
            blank("entry"),
            heading(_("Thông tin")),
            *_entry(overview, private=private),
            blank("spans"),
            heading(_("Từ trước đến nay")),
            *(
                Line(f"span:{number}", span_words(span))
                for number, span in enumerate(overview.spans)
            ),
            blank("help"),
            heading(_("12 tháng qua")),
            *_help(overview, private=private),
        ]
        return Page(
            title=overview.member.addressed,
            aside=overview.group.name,
            columns=_COLUMNS,
            lines=tuple(lines),
            keys=(("Enter", _("mở")), history_key(), ("F8", _("che, hiện"))),
        )

    def _acts(self, story: MemberStory) -> Iterable[Line]:
        if story.member.left is not None:
            yield act("back", _("Vào lại CLB"))
            yield act("change", _("Sửa thông tin"))
            yield act("whole", _(_WHOLE))
            return
        yield act("change", _("Sửa thông tin"))
        yield act("offices", _("Chức vụ, Tổ trưởng"))
        if len(self._groups) > 1:
            yield act("move", _("Chuyển sang tổ khác"))
        yield act("leave", _("Ra khỏi CLB"))
        yield act("whole", _(_WHOLE))

    async def entered(self, line: Line) -> None:
        """Enter: opens the form of what the line says."""
        if line.key == "whole" and self.overview is not None:
            from screens.people.person_story import PersonStoryScreen

            await self.app.push_screen(PersonStoryScreen(self.overview.member.person.id))
            return
        await self._open(line.key)

    def works(self, key: str, line: Line | None) -> bool:
        """Only what can be done is opened; the other lines tell."""
        if key == "Enter":
            return line is not None and line.kind is LineKind.ACT
        return super().works(key, line)

    async def digit(self, line: Line, digit: str) -> None:  # noqa: ARG002 - the same on every line
        """5: who or what changed the entry, and when."""
        if digit == HISTORY_KEY:
            await show_history(self, RecordKind.MEMBER, self.member_id)

    async def reopen(self, form_key: str) -> None:
        """Opens the form again that was half typed."""
        await self._open(form_key.removeprefix("members/").partition(":")[0])

    async def _open(self, what: str) -> None:
        form = self._form(what)
        if form is not None:
            await self.fill(form)

    def _form(self, what: str) -> Form[bool] | None:
        story = self.overview
        if story is None:
            return None
        makers = {
            "change": self._change,
            "offices": self._offices,
            "move": self._move,
            "leave": self._leave,
            "back": self._come_back,
        }
        return makers[what](story) if what in makers else None

    def _key(self, what: str) -> str:
        return f"members/{what}:{self.member_id}"

    def _change(self, story: MemberStory) -> Form[bool]:
        member = story.member

        def accept(books: Books, values: Values) -> bool:
            books.members.change(member.id, member_of_values(values, member))
            return True

        return Form(
            key=self._key("change"),
            title=_("Sửa: {name}").format(name=member.addressed),
            fields=member_fields(self._groups, new=False),
            accept=accept,
            initial=member_texts(member),
            follow=sex_follows,
        )

    def _offices(self, story: MemberStory) -> Form[bool]:
        member = story.member

        def accept(books: Books, values: Values) -> bool:
            positions, leads = positions_of(values)
            books.members.set_offices(member.id, positions, day_of(values), leads=leads)
            return True

        return Form(
            key=self._key("offices"),
            title=_("Chức vụ của {name}").format(name=member.addressed),
            fields=offices_fields(story.group.name),
            accept=accept,
            initial=offices_texts(member, self.room.clock.today()),
        )

    def _move(self, story: MemberStory) -> Form[bool]:
        member = story.member

        def accept(books: Books, values: Values) -> bool:
            books.members.move(member.id, _group(values), day_of(values))
            return True

        return Form(
            key=self._key("move"),
            title=_("Chuyển tổ: {name}").format(name=member.addressed),
            fields=(group_choice(self._groups, but=member.group_id), day_field(_("Từ ngày nào"))),
            accept=accept,
            initial=self._today(),
        )

    def _leave(self, story: MemberStory) -> Form[bool]:
        member = story.member

        def accept(books: Books, values: Values) -> bool:
            books.members.leave(member.id, day_of(values), values.member("leader"))
            return True

        led = (next_leader_field(story.group.name),) if member.leads_group else ()
        return Form(
            key=self._key("leave"),
            title=_("Ra khỏi CLB: {name}").format(name=member.addressed),
            fields=(day_field(_("Từ ngày nào")), *led),
            accept=accept,
            initial=self._today(),
        )

    def _come_back(self, story: MemberStory) -> Form[bool]:
        member = story.member

        def accept(books: Books, values: Values) -> bool:
            books.members.come_back(member.id, _group(values), day_of(values))
            return True

        return Form(
            key=self._key("back"),
            title=_("Vào lại CLB: {name}").format(name=member.addressed),
            fields=(group_choice(self._groups), day_field(_("Từ ngày nào"))),
            accept=accept,
            initial={"group": str(member.group_id), **self._today()},
        )

    def _today(self) -> dict[str, str]:
        return {"on": on_screen(self.room.clock.today())}


def _group(values: Values) -> int:
    chosen = values.choice("group")
    if not chosen:
        raise Refusal(RefusalKind.GROUP_MISSING)
    return int(chosen)


def _entry(story: MemberStory, *, private: bool) -> Iterable[Line]:
    member, person = story.member, story.member.person
    sex = _(SEX[person.sex]) if person.sex else ""
    shown = {
        _("Tổ"): " – ".join(word for word in (story.group.name, story.group.area) if word),
        _("Chức vụ"): offices_words(member),
        _("Năm sinh"): str(person.birth_year or ""),
        _("Nam, nữ"): sex,
        _("Giúp được việc gì"): member.can_help,
    }
    hidden = {
        _("Địa chỉ"): person.address,
        _("Điện thoại"): person.telephone,
        _("Hộ (tên chủ hộ)"): person.household,
        _("Cùng hộ"): ", ".join(story.fellows),
    }
    if not private:
        shown |= hidden
    for label, text in shown.items():
        if text:
            yield Line(f"entry:{label}", (label, text), detail=text)
    if private and any(hidden.values()):
        yield note(_("Địa chỉ, điện thoại, hộ đang được che. F8 hiện."))


def _help(story: MemberStory, *, private: bool) -> Iterable[Line]:
    if private:
        yield note(_("Đang họp và đang che. F8 hiện."))
        return
    yield Line("helping", (_("Đã giúp người khác"), _times(story.helping)))
    yield Line("helped", (_("Được CLB giúp"), _times(story.helped)))


def _times(number: int) -> str:
    return _("{n} lần", number).format(n=number)
