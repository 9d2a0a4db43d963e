"""Các tổ: their names, areas and leaders."""

from __future__ import annotations

from typing import ClassVar

from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.forms.fields import Field
from screens.forms.form import Form
from screens.forms.member_form import day_of, group_fields
from screens.forms.setting_up import usual_group_name
from screens.forms.values import Values
from screens.language import N_, _
from screens.widgets.lines import Column, Line, act, blank
from storage.books import Books
from storage.days import on_screen
from storage.records.people import Group

_PREFIX = "members/group:"
_NEW = "new"


class GroupsPage(BookScreen[tuple[Group, ...]]):
    """A line a group; Enter changes it."""

    HELP: ClassVar[str] = N_(
        "Mỗi dòng là một tổ, với địa bàn và Tổ trưởng. Enter để sửa. Tổ trưởng là người trong tổ; "
        "Tổ trưởng trước vẫn giữ trong lịch sử của người ấy."
    )

    def read(self, books: Books) -> tuple[Group, ...]:
        """The groups in their order."""
        return books.register.groups()

    def page(self, overview: tuple[Group, ...]) -> Page:
        """The groups, then the way to one more."""
        lines = [
            Line(
                str(group.id),
                (
                    group.name,
                    group.area,
                    group.leader or _("chưa có Tổ trưởng"),
                    _("{n} người", group.members).format(n=group.members),
                ),
                detail=" · ".join(word for word in (group.name, group.area, group.leader) if word),
            )
            for group in overview
        ]
        return Page(
            title=_("Các tổ"),
            columns=(Column(12), Column(), Column(), Column(9, right=True)),
            lines=(*lines, blank("add"), act(_NEW, _("+ Thêm tổ"))),
            keys=(("Enter", _("sửa")),),
        )

    async def entered(self, line: Line) -> None:
        """Enter: changes a group, or adds one."""
        await self._open(line.key)

    async def reopen(self, form_key: str) -> None:
        """Opens the form again that was half typed."""
        await self._open(form_key.removeprefix(_PREFIX))

    async def _open(self, key: str) -> None:
        if key == _NEW:
            await self.fill(self._new())
            return
        group = next((each for each in self.overview or () if str(each.id) == key), None)
        if group is not None:
            await self.fill(self._change(group))

    def _new(self) -> Form[int]:
        def accept(books: Books, values: Values) -> int:
            return books.groups.add(values.text("name"), values.text("area"))

        number = len(self.overview or ()) + 1
        return Form(
            key=f"{_PREFIX}{_NEW}",
            title=_("Thêm tổ"),
            fields=_named(group_fields()),
            accept=accept,
            initial={"name": usual_group_name(number)},
        )

    def _change(self, group: Group) -> Form[bool]:
        def accept(books: Books, values: Values) -> bool:
            books.groups.change(
                group.id,
                values.text("name"),
                values.text("area"),
                leader_id=values.member("leader"),
                on=day_of(values),
            )
            return True

        return Form(
            key=f"{_PREFIX}{group.id}",
            title=_("Sửa {group}").format(group=group.name),
            fields=group_fields(),
            accept=accept,
            initial={
                "name": group.name,
                "area": group.area,
                "leader": str(group.leader_id or ""),
                "on": on_screen(self.room.clock.today()),
            },
        )


def _named(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """A new group has no members yet, and so nobody who could lead it."""
    return tuple(field for field in fields if field.key in {"name", "area"})
