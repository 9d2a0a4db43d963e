"""The first run: the club's names, then its groups with leaders and members, one page each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from screens.base import ListScreen, Page
from screens.forms.fields import LongField, TextField
from screens.forms.form import Form
from screens.forms.values import Values
from screens.language import _
from screens.typing_method import choose_typing, typing_words
from screens.widgets.line_list import Column, Line, act, blank
from storage.books import Books
from storage.records.kinds import Position
from storage.records.people import Club, Group
from storage.vietnamese import fold

_SAMPLE = "Nguyễn Ẩn Ất Ỷ Bắt Kết"


@dataclass(frozen=True, slots=True)
class SetupOverview:
    """What has been set up so far."""

    club: Club | None
    groups: tuple[Group, ...]


class FirstRunScreen(ListScreen[SetupOverview]):
    """Sets the books up, or opens the practice club."""

    HELP: ClassVar[str] = (
        "Ghi tên câu lạc bộ, rồi từng tổ với tổ trưởng và thành viên; có danh sách trong Excel thì "
        "nhập từ bảng tính. Ghi dở cũng được giữ; "
        "sau này sửa thêm lúc nào cũng được."
    )

    def read(self, books: Books) -> SetupOverview:
        """The club and the groups that are there already."""
        return SetupOverview(books.club.get(), books.register.groups())

    def page(self, overview: SetupOverview) -> Page:
        """What to fill in, in its order."""
        lines = [act("practice", _("Họp thử với một câu lạc bộ tưởng tượng")), blank("own")]
        club = overview.club
        if club is None:
            lines.append(act("club", _("Lập sổ cho câu lạc bộ của mình")))
        else:
            lines.append(Line("club", (club.name, club.commune, "")))
            lines += [
                Line(
                    f"group:{group.id}",
                    (group.name, group.leader, _("{n} người").format(n=group.members)),
                )
                for group in overview.groups
            ]
            lines += [
                act("add-group", _("+ Thêm tổ")),
                act("import", _("Nhập danh sách từ bảng tính (Excel, CSV)")),
            ]
        lines += [blank("computer"), act("typing", typing_words(self.room.keyboard))]
        if club is not None and overview.groups:
            lines += [blank("done"), act("done", _("Xong, mở sổ"))]
        return Page(
            title=_("Chung Tay: lần đầu mở sổ"),
            intro=_("Xem thử phông chữ: {sample}. Nếu mất dấu, xin đổi phông chữ.").format(
                sample=_SAMPLE
            ),
            columns=(Column(30), Column(), Column(10, right=True)),
            lines=tuple(lines),
            keys=(("Enter", _("mở")),),
        )

    async def entered(self, line: Line) -> None:
        """Opens what the line says."""
        match line.key:
            case "practice":
                await self.room.open_practice()
            case "typing":
                await choose_typing(self)
            case "club":
                await self._name_club()
            case "add-group":
                await self._add_group()
            case "import":
                from screens.import_files import ImportFilesPage

                await self.app.push_screen(ImportFilesPage())
            case "done":
                await self.room.show_home()

    async def _name_club(self) -> None:
        club = self.overview.club if self.overview else None

        def accept(books: Books, values: Values) -> bool:
            commune = values.text("commune")
            parent = values.text("parent_body")
            books.club.save(
                Club(
                    name=values.text("name"),
                    hamlet=values.text("hamlet"),
                    commune=commune,
                    province=values.text("province"),
                    parent_body=parent,
                    place=values.text("place"),
                    recipients=parent,
                )
            )
            return True

        await self.fill(
            Form(
                key="first-run:club",
                title=_("Câu lạc bộ"),
                fields=(
                    TextField("name", _("Tên câu lạc bộ"), _("Ghi đủ, như trên giấy tờ.")),
                    TextField("hamlet", _("Thôn / tổ dân phố")),
                    TextField("commune", _("Xã / phường")),
                    TextField("province", _("Tỉnh / thành phố")),
                    TextField(
                        "parent_body",
                        _("Cơ quan cấp trên"),
                        _("Ví dụ: Hội Người cao tuổi xã An Bình"),
                    ),
                    TextField("place", _("Thường họp ở đâu?")),
                ),
                accept=accept,
                initial=_club_texts(club),
            )
        )
        if club is None and self.overview and self.overview.club and not self.overview.groups:
            await self._add_group()

    async def _add_group(self) -> None:
        number = len(self.overview.groups) + 1 if self.overview else 1
        first = number == 1

        def accept(books: Books, values: Values) -> bool:
            add_group(books, values, officers=first)
            return True

        fields = [
            TextField("name", _("Tên tổ")),
            TextField("leader", _("Tổ trưởng")),
            LongField(
                "members",
                _("Các thành viên"),
                _("Mỗi dòng một người; không cần ghi lại tổ trưởng. Tab để đi tiếp."),
                rows=8,
            ),
        ]
        if first:
            fields += [
                TextField("chair", _("Chủ nhiệm CLB"), _("Nếu ở tổ này; ghi như trên.")),
                TextField("secretary", _("Thư ký CLB"), _("Nếu ở tổ này; ghi như trên.")),
            ]
        await self.fill(
            Form(
                key=f"first-run:group:{number}",
                title=_("Tổ thứ {number}").format(number=number),
                fields=tuple(fields),
                accept=accept,
                initial={"name": _("Tổ {number}").format(number=number)},
            )
        )


def add_group(books: Books, values: Values, *, officers: bool) -> None:
    """Adds a group with its leader and members, one name a line."""
    group = books.register.add_group(values.text("name"))
    leader = values.text("leader")
    names = [line.strip() for line in values.text("members").split("\n") if line.strip()]
    if leader and fold(leader) not in {fold(name) for name in names}:
        names.insert(0, leader)
    ids = {fold(name): books.register.add_member(name, group) for name in names}
    if leader:
        books.register.set_leader(group, ids[fold(leader)])
    if not officers:
        return
    for field, position in (("chair", Position.CHAIR), ("secretary", Position.SECRETARY)):
        member = ids.get(fold(values.text(field)))
        if member is not None:
            books.register.set_positions(member, [position])


def _club_texts(club: Club | None) -> dict[str, str]:
    if club is None:
        return {}
    return {
        "name": club.name,
        "hamlet": club.hamlet,
        "commune": club.commune,
        "province": club.province,
        "parent_body": club.parent_body,
        "place": club.place,
    }
