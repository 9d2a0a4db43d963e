"""Acts that stand as lines and keys of a screen, and that the menu's search finds from anywhere."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from screens.base import ListScreen
from screens.between_meetings.club_books import book_of_key, open_book
from screens.language import N_, _
from screens.menu_command import Command
from screens.menu_screen import MenuScreen
from screens.widgets.foot import pressed_by
from screens.widgets.lines import LineKind
from storage.records.kinds import MatterKind, Step
from storage.rules.terms import STEP

_HOME = "home"
_SIGN = re.compile(r"^\s*(\+|\d)\s+")
"""Before the words of a line that does something: "+ Thêm khách mời", "2  Giơ tay lấy ý kiến"."""


@dataclass(frozen=True, slots=True)
class ActElsewhere:
    """A line that does something, and where it stands."""

    label: str
    place: str | Step
    """The key of a book, the main page, or a step."""
    line: str
    """The key of the line."""


ACTS_ELSEWHERE = (
    ActElsewhere(N_("Ghi việc cần giúp ngay"), "urgent", "new"),
    ActElsewhere(N_("Thêm thành viên"), "members", "add"),
    ActElsewhere(N_("Các tổ: tên, địa bàn, Tổ trưởng, thêm tổ"), "members", "groups"),
    ActElsewhere(N_("Nhập danh sách từ bảng tính (Excel, CSV)"), "members", "import"),
    ActElsewhere(N_("Ghi danh sách ra bảng tính"), "members", "export"),
    ActElsewhere(N_("Đặt dấu trên chữ: hòa hay hoà"), "settings", "tones"),
    ActElsewhere(N_("Ghi lại một buổi họp đã ghi trên giấy"), _HOME, "on-paper"),
    ActElsewhere(N_("In lại biên bản buổi họp trước"), _HOME, "print"),
    ActElsewhere(N_("Mở lại một bản sao lưu"), _HOME, "restore"),
    ActElsewhere(N_("Họp thử với một câu lạc bộ tưởng tượng"), _HOME, "practice"),
    ActElsewhere(N_("Thôi họp thử, về sổ của câu lạc bộ mình"), _HOME, "end-practice"),
    ActElsewhere(N_("Thêm khách mời"), Step.ATTENDANCE, "add-guest"),
    ActElsewhere(N_("Chủ trì"), Step.ATTENDANCE, "office:chair"),
    ActElsewhere(N_("Người điều hành"), Step.ATTENDANCE, "office:facilitator"),
    ActElsewhere(N_("Thư ký"), Step.ATTENDANCE, "office:secretary"),
    ActElsewhere(N_("Địa điểm"), Step.ATTENDANCE, "place"),
    ActElsewhere(N_("Kết thúc thảo luận"), Step.DISCUSSION, "end"),
    ActElsewhere(N_("Giơ tay lấy ý kiến"), Step.SELECTION, "hands"),
    ActElsewhere(N_("Cả CLB nhất trí?"), Step.SELECTION, "agree"),
    ActElsewhere(N_("Giơ tay cách khác: đếm lại, đổi số được chọn"), Step.SELECTION, "other"),
    ActElsewhere(N_("Thêm việc cho cộng đồng"), Step.COMMUNITY, f"add:{MatterKind.ACTIVITY}"),
    ActElsewhere(N_("Thêm đề xuất với địa phương"), Step.COMMUNITY, f"add:{MatterKind.LOCALITY}"),
    ActElsewhere(N_("Thông qua: cả CLB nhất trí?"), Step.APPROVAL, "1"),
    ActElsewhere(N_("Xem toàn bộ biên bản, sửa lời"), Step.APPROVAL, "2"),
    ActElsewhere(N_("Chốt biên bản"), Step.APPROVAL, "4"),
    ActElsewhere(N_("Mở lại để sửa"), Step.APPROVAL, "5"),
)
"""Where each is under the cursor once its screen is gone to; Enter does it."""


def acts_here(screen: MenuScreen[Any]) -> list[Command]:
    """What the lines and the keys of this screen do."""
    hint = _("ở màn hình này")
    lines = [
        Command(f"here:{line.key}", act_words(line.cells[0]), _entering(screen, line.key), hint)
        for line in screen.lines.shown_lines
        if line.kind is LineKind.ACT
    ]
    keys = []
    for each in screen.own_keys:
        name = pressed_by(each.key)
        if name is not None:
            keys.append(Command(f"key:{name}", each.word, _pressing(screen, name), _(each.key)))
    return [*lines, *keys]


def acts_elsewhere(screen: MenuScreen[Any]) -> list[Command]:
    """What the lines of other screens do; the steps' while a meeting is held."""
    here = {act_words(line.cells[0]) for line in screen.lines.shown_lines}
    return [
        Command(f"act:{place}", _(each.label), _going(screen, each), _where(each))
        for place, each in enumerate(ACTS_ELSEWHERE)
        if _can_be_reached(screen, each) and _(each.label) not in here
    ]


def act_words(label: str) -> str:
    """The words of a line without its sign or its digit."""
    return _SIGN.sub("", label).strip()


def _can_be_reached(screen: MenuScreen[Any], each: ActElsewhere) -> bool:
    room, held = screen.room, screen.room.meeting_id is not None
    if isinstance(each.place, Step):
        return held
    match each.line:
        case "on-paper" | "print":
            return not held
        case "restore" | "practice":
            return not room.practice and not room.looking_on
        case "end-practice":
            return room.practice and room.own_folder is not None
        case _:
            return True


def _where(each: ActElsewhere) -> str:
    if isinstance(each.place, Step):
        return f"{int(each.place)} {_(STEP[each.place])}"
    book = book_of_key(each.place)
    return _(book.title) if book else _("Trang chính")


def _entering(screen: MenuScreen[Any], key: str) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        screen.lines.go_to(key)
        line = screen.lines.line
        if line is not None and line.key == key:
            await screen.entered(line)

    return run


def _pressing(screen: MenuScreen[Any], name: str) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        screen.app.simulate_key(name)

    return run


def _going(screen: MenuScreen[Any], each: ActElsewhere) -> Callable[[], Awaitable[None]]:
    async def go() -> None:
        book = book_of_key(each.place) if isinstance(each.place, str) else None
        if book is not None:
            await open_book(screen, book, at=each.line)
            return
        if isinstance(each.place, Step):
            await screen.room.show_step(each.place)
        else:
            await screen.room.show_home()
        shown = screen.app.screen
        if isinstance(shown, ListScreen):
            # Once it has read what it shows.
            shown.call_later(shown.lines.go_to, each.line)

    async def run() -> None:
        # A book from which it is asked closes meanwhile, and what it has begun with it.
        screen.app.run_worker(go(), group="menu")

    return run
