"""Thành viên và tổ: everyone of the club, found while a name is typed, seen as one likes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.forms.form import Form
from screens.forms.member_form import member_fields, member_of_values, member_texts, sex_follows
from screens.forms.values import Values
from screens.language import N_, _
from screens.people.member_views import View, Views
from screens.people.member_words import detail_words, is_private, offices_words
from screens.popups import Choice
from screens.widgets.lines import Column, Line, act, blank, heading, note
from screens.widgets.safe_fields import VietnameseInput
from storage.books import Books
from storage.records.people import Group, Member
from storage.records.register import Register
from storage.rules.register import found

_COLUMNS = (Column(), Column(4), Column(8), Column())
_ADD = "members/add"


class MembersScreen(BookScreen[Register]):
    """The search on top, what can be done, and the members by group."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move('cursor_down')", show=False),
        Binding("up", "move('cursor_up')", show=False),
    ]
    DEFAULT_CSS = """
    MembersScreen VietnameseInput > .input--placeholder { color: $quiet; }
    """
    AUTO_FOCUS = "#search"
    HELP: ClassVar[str] = N_(
        "Gõ tên để tìm, không cần dấu; gõ số để tìm theo điện thoại. Mũi tên chọn dòng, Enter mở. "
        "Trong trang của một người: sửa, chức vụ, chuyển tổ, ra khỏi CLB, lịch sử. Đang họp và "
        "đang che thì địa chỉ, điện thoại và ai giúp, ai được giúp không hiện; F8 hiện. Muốn bỏ "
        "việc vừa làm trong buổi họp: Tab xuống danh sách rồi Ctrl+Z."
    )

    def __init__(self) -> None:
        super().__init__()
        self.view = View(Views.ALL)
        """Which of the members are shown."""

    def compose_above(self) -> ComposeResult:
        """The search."""
        yield VietnameseInput(
            id="search", placeholder=_("Gõ tên để tìm, không cần dấu"), compact=True
        )

    def read(self, books: Books) -> Register:
        """The register; who helped is asked for only where it is shown."""
        return books.members.register_now(with_help=self.view.of_help)

    def page(self, overview: Register) -> Page:
        """What is searched for, or everything that the view has."""
        words = self.query_one("#search", VietnameseInput).value
        if words.strip():
            lines = self._found(overview, words)
        else:
            lines = [*self._acts(), *self._members(overview)]
        return Page(
            title=_("Thành viên và tổ"),
            aside=_("{members} thành viên, {groups} tổ").format(
                members=overview.present_members, groups=len(overview.groups)
            ),
            columns=_COLUMNS,
            lines=tuple(lines),
            keys=(("Enter", _("mở")), ("F8", _("che, hiện"))),
        )

    def _acts(self) -> Iterable[Line]:
        yield act("view", _("Đang xem: {view}").format(view=self.view.title))
        yield act("add", _("+ Thêm thành viên"))
        yield act("groups", _("Các tổ: tên, địa bàn, Tổ trưởng, thêm tổ"))
        yield act("import", _("Nhập danh sách từ bảng tính (Excel, CSV)"))
        yield act("export", _("Ghi danh sách ra bảng tính"))

    def _found(self, overview: Register, words: str) -> list[Line]:
        hits = found(words, overview.members)
        if not hits:
            return [note(_("Không thấy ai tên “{name}”.").format(name=words.strip()))]
        present = [member for member in hits if member.left is None]
        gone = [member for member in hits if member.left is not None]
        return [self._line(member, overview) for member in (*present, *gone)]

    def _members(self, overview: Register) -> Iterable[Line]:
        if self.view.of_help and is_private(self.room):
            yield blank("private")
            yield note(_("Đang họp và đang che: ai giúp, ai được giúp không hiện. F8 hiện."))
            return
        members = self.view.members(overview)
        if not self.view.by_group:
            yield blank("members")
            yield from (self._line(member, overview) for member in members)
            if not members:
                yield note(_("Chưa có ai."))
            return
        for group in overview.groups:
            own = [member for member in members if member.group_id == group.id]
            if own or self.view.views is Views.ALL:
                yield blank(f"group:{group.id}")
                yield heading(_group_heading(group), f"heading:{group.id}")
                yield from (self._line(member, overview) for member in own)

    def _line(self, member: Member, overview: Register) -> Line:
        private = is_private(self.room)
        told = offices_words(member)
        if self.view.of_help and not private:
            told = self.view.times(overview, member)
        return Line(
            f"member:{member.id}",
            (
                member.addressed,
                str(member.person.birth_year or ""),
                overview.group_names[member.group_id],
                told,
            ),
            detail=detail_words(member, private=private),
        )

    # What is pressed.

    @on(Input.Changed, "#search")
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self.show_page()
        # The best match is found; and once the search is cleared, what can be done is on top.
        first = next(iter(self.lines.shown_lines), None)
        if first is not None:
            self.lines.go_to(first.key)

    @on(Input.Submitted, "#search")
    def _open_first(self, event: Input.Submitted) -> None:
        event.stop()
        self.lines.action_select()

    def action_move(self, action: str) -> None:
        """The arrows move in the list while the search has the focus."""
        getattr(self.lines, f"action_{action}")()

    def action_back(self) -> None:
        """Esc: clears the search, then goes back."""
        search = self.query_one("#search", VietnameseInput)
        if search.value:
            search.value = ""
        else:
            super().action_back()

    async def entered(self, line: Line) -> None:
        """Enter: opens a member, or does what the line says."""
        if line.key.startswith("member:"):
            await self._open(int(line.key.removeprefix("member:")))
            return
        match line.key:
            case "view":
                await self._choose_view()
            case "add":
                await self._add()
            case "groups":
                from screens.people.groups_page import GroupsPage

                await self.app.push_screen(GroupsPage())
            case "import":
                from screens.people.import_files import ImportFilesPage

                await self.app.push_screen(ImportFilesPage())
            case "export":
                from screens.people.export_members import export_members

                await export_members(self)

    async def reopen(self, form_key: str) -> None:
        """Opens a form of the register again, in the page that it belongs to."""
        if form_key == _ADD:
            await self._add()
        elif form_key.startswith("members/group:"):
            from screens.people.groups_page import GroupsPage

            page = GroupsPage()
            page.first_form = form_key
            await self.app.push_screen(page)
        else:
            number = form_key.rpartition(":")[2]
            if number.isdecimal():
                await self._open(int(number), form_key)

    async def _open(self, member_id: int, form_key: str = "") -> None:
        from screens.people.member_page import MemberPage

        page = MemberPage(member_id)
        page.first_form = form_key
        await self.app.push_screen(page)

    async def _choose_view(self) -> None:
        if self.overview is None:
            return
        choices = [Choice(view, view.title) for view in View.all_of(self.overview)]
        chosen = await self.choose(_("Xem những ai?"), choices)
        if chosen is not None:
            self.view = chosen
            await self.refresh_page()

    async def _add(self) -> None:
        if self.overview is None:
            return
        if not self.overview.groups:
            self.refuse(_("Chưa có tổ nào. Xin thêm tổ trước, ở dòng “Các tổ”."))
            return

        def accept(books: Books, values: Values) -> int:
            return books.members.add(member_of_values(values))

        added = await self.fill(
            Form(
                key=_ADD,
                title=_("Thêm thành viên"),
                fields=member_fields(self.overview.groups, new=True),
                accept=accept,
                initial=member_texts(None, self.view.group_id),
                follow=sex_follows,
            )
        )
        if added is not None:
            self.lines.go_to(f"member:{added}")


def _group_heading(group: Group) -> str:
    words = [group.name, group.area]
    if group.leader:
        words.append(_("Tổ trưởng {name}").format(name=group.leader))
    told = " – ".join(word for word in words if word)
    return _("{group} ({n} người)", group.members).format(group=told, n=group.members)
