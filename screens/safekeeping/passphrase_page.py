"""Mật khẩu và khóa màn hình: who may open the books, and what lies beside them in plain."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import ClassVar

from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.language import N_, _
from screens.popups import Choice
from screens.safekeeping.backing_up import back_up
from screens.safekeeping.passphrase_popup import PassphrasePopup
from screens.widgets.lines import Column, Line, act, blank, heading, note
from screens.wording import error_sentence
from storage.books import Books
from storage.errors import Refusal
from storage.passphrase.cipher import available, clean_passphrase
from storage.passphrase.encrypting import require_strong
from storage.passphrase.plain_copies import plain_copies, remove_plain_copies
from storage.records.plain_copies import PlainCopies

LOCK_KEY = "Ctrl+L"
"""Locks the screen from wherever one is."""

_NEVER = 0
_MINUTES = (_NEVER, 5, 10, 20, 30)


@dataclass(frozen=True, slots=True)
class Guarding:
    """How the books are guarded now."""

    copies: PlainCopies
    second: str
    """Where else backups go; empty for nowhere."""


class PassphrasePage(BookScreen[Guarding]):
    """Sets, changes and takes away the passphrase; what it does not guard is named."""

    HELP: ClassVar[str] = N_(
        "Đặt mật khẩu thì sổ và các bản sao lưu về sau chỉ mở được bằng mật khẩu ấy. Quên là mất "
        "sổ: xin ghi mật khẩu ra giấy, bỏ phong bì dán kín, Chủ nhiệm cất. Ctrl+L khóa màn hình "
        "lúc tạm đi khỏi máy."
    )

    def read(self, books: Books) -> Guarding:
        """What lies about in plain beside books under a passphrase."""
        second = books.club.known().backup_folder
        copies = plain_copies(self.room.folder, second) if self.room.encrypted else PlainCopies()
        return Guarding(copies, second)

    def page(self, overview: Guarding) -> Page:
        """What can be done, which is little before there is a passphrase."""
        lines = self._guarded() if self.room.encrypted else self._plain()
        if self.room.encrypted and not self.room.looking_on:
            lines += self._changes(overview.copies)
        return Page(
            title=_("Mật khẩu và khóa màn hình"),
            intro=_("Sổ đang có mật khẩu.") if self.room.encrypted else _("Sổ chưa có mật khẩu."),
            columns=(Column(34), Column()),
            lines=tuple(lines),
            keys=(("Enter", _("chọn")),),
        )

    def _plain(self) -> list[Line]:
        if self.room.practice or self.room.looking_on:
            return [note(_("Chỉ đặt mật khẩu cho sổ của câu lạc bộ, khi mở để ghi."))]
        if not available():
            return [note(_("Máy này chưa cài phần giữ sổ bằng mật khẩu. Xin cài lại từ USB."))]
        return [
            act(
                "set",
                _("Đặt mật khẩu mở sổ"),
                _("Ai lấy được máy hoặc tệp sổ cũng không đọc được nếu không có mật khẩu."),
            )
        ]

    def _guarded(self) -> list[Line]:
        minutes = self.room.lock_minutes
        idle = (
            _("sau {minutes} phút", minutes).format(minutes=minutes)
            if minutes
            else _("không tự khóa")
        )
        return [
            Line("lock", (_("Khóa màn hình ngay"), LOCK_KEY)),
            Line(
                "idle",
                (_("Tự khóa khi không ai dùng"), idle),
                detail=_("Đang họp thì không tự khóa; khóa bằng Ctrl+L."),
            ),
        ]

    def _changes(self, copies: PlainCopies) -> list[Line]:
        """What changes the books, or removes what lies about of them."""
        return [
            blank("passphrase"),
            heading(_("Mật khẩu")),
            act("change", _("Đổi mật khẩu")),
            act("remove", _("Bỏ mật khẩu")),
            act(
                "sheet",
                _("In phiếu giữ mật khẩu"),
                _("Phiếu trống để ghi bằng tay, Chủ nhiệm cất trong phong bì dán kín."),
            ),
            blank("copies"),
            heading(_("Bản không có mật khẩu")),
            Line(
                "plain",
                (_copies_in_words(copies), ""),
                detail=_("Ai có máy này hoặc USB ấy đều đọc được. Enter để xóa."),
            )
            if copies
            else note(_("Không còn bản nào.")),
        ]

    async def entered(self, line: Line) -> None:
        """Enter: does what the line says."""
        match line.key:
            case "set":
                await self._set()
            case "change" if await self._knows_it():
                new = await self._new_passphrase()
                if new is not None:
                    await self._put_under(
                        new, _("Đã đổi mật khẩu. Bản sao lưu cũ vẫn mở bằng mật khẩu cũ.")
                    )
            case "remove" if await self._knows_it():
                question = _("Bỏ mật khẩu? Ai có máy này đều mở được sổ.")
                if await self.confirm(question, _("Bỏ mật khẩu")):
                    await self._put_under("", _("Đã bỏ mật khẩu. Bản sao lưu cũ vẫn cần mật khẩu."))
            case "sheet":
                await self._open_sheet()
            case "lock":
                self.room.lock()
            case "idle":
                await self._choose_minutes()
            case "plain" if self.overview is not None:
                await self._remove_plain(self.overview.copies)

    async def _open_sheet(self) -> None:
        from screens.papers.catalogue import paper_named, usual_wish
        from screens.papers.paper_page import PaperScreen

        paper = paper_named("passphrase-sheet")
        if paper is not None:
            wish = await self.room.ask(lambda books: usual_wish(books, paper))
            await self.app.push_screen(PaperScreen(paper, wish))

    async def _set(self) -> None:
        question = _(
            "Quên mật khẩu là mất sổ, không ai mở lại được. Xin ghi ra giấy cho Chủ nhiệm cất. "
            "Đặt mật khẩu?"
        )
        if not await self.confirm(question, _("Đặt mật khẩu")):
            return
        new = await self._new_passphrase()
        if new is None:
            return
        await self._put_under(new, _("Đã đặt mật khẩu."))
        trouble = await back_up(self.room)
        if trouble:
            self.say(trouble)
            return
        await self.refresh_page()
        if self.overview is not None and self.overview.copies:
            await self._remove_plain(self.overview.copies)

    async def _knows_it(self) -> bool:
        """Asks for the present passphrase."""

        async def tried(typed: str) -> str:
            return "" if self.room.is_passphrase(typed) else _("Mật khẩu không đúng.")

        title = _("Mật khẩu đang dùng")
        popup = PassphrasePopup(title, "", tried, tries=self.room.wrong_tries)
        return await self.app.push_screen_wait(popup) is not None

    async def _new_passphrase(self) -> str | None:
        """Asks for a new one, twice: nobody sees what is typed."""

        async def strong(typed: str) -> str:
            try:
                require_strong(typed)
            except Refusal as error:
                return error_sentence(error)
            return ""

        advice = _("Nên là một câu dễ nhớ bốn năm từ, gõ không dấu. Chữ gõ ra chỉ hiện dấu chấm.")
        first = await self.app.push_screen_wait(PassphrasePopup(_("Mật khẩu mới"), advice, strong))
        if first is None:
            return None
        new = require_strong(first)

        async def repeated(typed: str) -> str:
            return (
                ""
                if clean_passphrase(typed) == new
                else _("Hai lần gõ không giống nhau. Xin gõ lại.")
            )

        again = PassphrasePopup(_("Gõ lại mật khẩu mới lần nữa"), "", repeated)
        return new if await self.app.push_screen_wait(again) is not None else None

    async def _put_under(self, other: str, done: str) -> None:
        self.say(_("Đang ghi lại cả cuốn sổ… Xin chờ, đừng tắt máy."))
        await self.room.change_passphrase(other)
        await self.refresh_page()
        self.say(done)

    async def _choose_minutes(self) -> None:
        choices = [
            Choice(
                minutes,
                _("Sau {minutes} phút", minutes).format(minutes=minutes)
                if minutes
                else _("Không tự khóa"),
            )
            for minutes in _MINUTES
        ]
        chosen = await self.choose(_("Tự khóa khi không ai dùng máy?"), choices)
        if chosen is not None:
            self.room.lock_after(chosen)
            self.show_page()

    async def _remove_plain(self, copies: PlainCopies) -> None:
        question = _("{what} không có mật khẩu, ai cũng đọc được. Xóa hết?").format(
            what=_copies_in_words(copies)
        )
        if not await self.confirm(question, _("Xóa hết"), _("Giữ lại, tôi tự cất")):
            return
        try:
            await asyncio.to_thread(remove_plain_copies, copies)
        except OSError:
            self.say(_("Có bản chưa xóa được. Xin cắm lại USB, hoặc cho phép ghi rồi làm lại."))
        else:
            self.say(_("Đã xóa các bản không có mật khẩu."))
        await self.refresh_page()


def _copies_in_words(copies: PlainCopies) -> str:
    """How many there are of each: "3 bản sao lưu, 12 tệp giấy tờ"."""
    parts = []
    if copies.books:
        parts.append(_("{n} bản sao lưu", len(copies.books)).format(n=len(copies.books)))
    if copies.papers:
        parts.append(_("{n} tệp giấy tờ", len(copies.papers)).format(n=len(copies.papers)))
    return ", ".join(parts)
