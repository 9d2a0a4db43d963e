"""The first run: the club's names, then its groups with leaders and members, one page each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from screens.base import ListScreen, Page
from screens.forms.setting_up import (
    CLUB_FORM,
    GROUP_FORM,
    OFFICES_FORM,
    club_form,
    group_form,
    offices_form,
)
from screens.language import N_, _
from screens.settings.choose_language import choose_language, language_words
from screens.settings.typing_method import choose_typing, typing_words
from screens.widgets.lines import Column, Line, act, blank, heading
from storage.books import Books
from storage.drafts import SETTING_UP
from storage.records.kinds import Position
from storage.records.people import Club, Group, Member

_GROUP = "group:"
"""Before its number, the key of a group's line."""
_SAMPLE = "Nguyễn Ẩn Ất Ỷ Bắt Kết"


@dataclass(frozen=True, slots=True)
class SetupOverview:
    """What has been set up so far."""

    club: Club | None
    groups: tuple[Group, ...]
    chair: Member | None
    secretary: Member | None


class FirstRunScreen(ListScreen[SetupOverview]):
    """Sets the books up, or opens the practice club; what was begun is gone on with."""

    HELP: ClassVar[str] = N_(
        "Ghi tên câu lạc bộ, rồi từng tổ với tổ trưởng và thành viên; có danh sách trong Excel thì "
        "nhập từ bảng tính. Ghi dở cũng được giữ, mở lại là làm tiếp; chọn “Xong, mở sổ” lúc nào "
        "cũng được, sau này sửa thêm ở “Thành viên và tổ” và “Cài đặt”. Sổ có sẵn ở máy cũ: chép "
        "bản sao lưu vào USB rồi chọn “Mở lại một bản sao lưu”."
    )

    def read(self, books: Books) -> SetupOverview:
        """What is there already."""
        register = books.register
        return SetupOverview(
            books.club.get(),
            register.groups(),
            register.holder(Position.CHAIR),
            register.holder(Position.SECRETARY),
        )

    def page(self, overview: SetupOverview) -> Page:
        """What to fill in, in its order."""
        club = overview.club
        return Page(
            title=_("Chung Tay: lần đầu mở sổ"),
            intro=_("Xem thử phông chữ: {sample}. Nếu mất dấu, xin đổi phông chữ.").format(
                sample=_SAMPLE
            ),
            columns=(Column(30), Column(), Column(10, right=True)),
            lines=(
                *(_first_lines() if club is None else _lines(club, overview)),
                act("typing", typing_words(self.room.keyboard)),
                act("language", language_words()),
            ),
            keys=(("Enter", _("mở")),),
        )

    async def shown(self) -> None:
        """Takes up the form that was open when the program ended."""
        await super().shown()
        form_key = await self.room.form_to_reopen()
        if form_key:
            self.begin(self._reopen(form_key))

    async def _reopen(self, form_key: str) -> None:
        if form_key == CLUB_FORM:
            await self._name_club()
        elif form_key == OFFICES_FORM:
            await self._name_officers()
        elif form_key.startswith(GROUP_FORM):
            await self._add_group()

    async def entered(self, line: Line) -> None:
        """Opens what the line says."""
        match line.key:
            case "practice":
                await self.room.open_practice()
            case "restore":
                from screens.safekeeping.backup_page import choose_and_restore

                await choose_and_restore(self.app, self.room)
            case "typing":
                await choose_typing(self)
            case "language":
                await choose_language(self)
            case "club":
                await self._name_club()
            case "add-group":
                await self._add_group()
            case "offices":
                await self._name_officers()
            case "done":
                await self.room.ask(lambda books: books.drafts.forget(SETTING_UP))
                await self.room.show_home()
            case key if key.startswith(_GROUP):
                await self._open_group(int(key.removeprefix(_GROUP)))
            case _:
                await self._open_page(line.key)

    async def _open_group(self, group_id: int) -> None:
        """Its members, where what was written wrongly is put right."""
        from screens.people.member_views import View, Views
        from screens.people.members import MembersScreen

        groups = self.overview.groups if self.overview else ()
        group = next((each for each in groups if each.id == group_id), None)
        if group is not None:
            page = MembersScreen()
            page.view = View(Views.GROUP, group.id, group.name)
            await self.app.push_screen(page)

    async def _open_page(self, key: str) -> None:
        """What can wait, and is offered."""
        match key:
            case "import":
                from screens.people.import_files import ImportFilesPage

                await self.app.push_screen(ImportFilesPage())
            case "head":
                from screens.papers.catalogue import paper_named, usual_wish
                from screens.papers.paper_page import PaperScreen

                paper = paper_named("headed-sheet")
                if paper is not None:
                    wish = await self.room.ask(lambda books: usual_wish(books, paper))
                    await self.app.push_screen(PaperScreen(paper, wish))
            case "passphrase":
                from screens.safekeeping.passphrase_page import PassphrasePage

                await self.app.push_screen(PassphrasePage())
            case "settings":
                from screens.settings.settings_page import SettingsScreen

                page = SettingsScreen()
                page.first_line = "backup_folder"
                await self.app.push_screen(page)

    async def _name_officers(self) -> None:
        overview = self.overview
        if overview is not None:
            await self.fill(offices_form(overview.chair, overview.secretary))
            self.lines.go_to("done")

    async def _name_club(self) -> None:
        """The club's names; then, the first time, its first group."""
        club = self.overview.club if self.overview else None
        await self.fill(club_form(club))
        if club is None and self.overview and self.overview.club and not self.overview.groups:
            await self._add_group()

    async def _add_group(self) -> None:
        """One more group; the cursor then stands where the next one is added."""
        await self.fill(group_form(len(self.overview.groups) + 1 if self.overview else 1))
        self.lines.go_to("add-group")


def _first_lines() -> list[Line]:
    """Nothing is there yet."""
    return [
        act("practice", _("Họp thử với một câu lạc bộ tưởng tượng")),
        blank("own"),
        act("club", _("Lập sổ cho câu lạc bộ của mình")),
        act("restore", _("Mở lại một bản sao lưu (sổ ở máy cũ)")),
        blank("computer"),
    ]


def _lines(club: Club, overview: SetupOverview) -> list[Line]:
    """What there is, what comes next, and what can wait."""
    lines = [
        act("club", club.name, _("Enter để sửa tên, thôn, xã, cơ quan cấp trên.")),
        *(
            Line(
                f"{_GROUP}{group.id}",
                (group.name, group.leader, _("{n} người", group.members).format(n=group.members)),
            )
            for group in overview.groups
        ),
        act("add-group", _("+ Thêm tổ")),
        act("import", _("Nhập danh sách từ bảng tính (Excel, CSV)")),
    ]
    if overview.groups:
        officers = (overview.chair, overview.secretary)
        named = ", ".join(each.name if each else "…" for each in officers)
        lines.append(Line("offices", (_("Chủ nhiệm, Thư ký"), named, ""), detail=named))
    return [
        *lines,
        act("done", _("Xong, mở sổ"), _("Mọi thứ ở đây sau này sửa, thêm lúc nào cũng được.")),
        blank("later"),
        heading(_("Để sau cũng được")),
        act("head", _("Xem đầu giấy in ra thế nào")),
        act("passphrase", _("Mật khẩu và khóa màn hình")),
        act("settings", _("Sao lưu thêm ra USB, và mọi cài đặt khác")),
    ]
