"""Pictures of every screen at three sizes, with the sample meeting in the practice club's books.

On each, whatever is written stands out from its ground, and nothing is cut off without a sign.

`pytest tests/screens/test_snapshots.py --snapshot-update` accepts them anew; look at them first.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

import spreadsheets
from between_meetings import note_three, pass_two_on, report_three
from driver import Driver
from legible import cut_off, weak
from prepared import PreparedBooks, Stage, clock_at
from printouts.printing.printers import Printers
from screens.between_meetings.addenda import AddendaScreen
from screens.papers import paper_page
from screens.people.import_preview import ImportPreview
from screens.safekeeping.ask_day import DayPopup
from screens.safekeeping.trouble import TroubleScreen
from screens.widgets.line_list import LineList
from storage.database import FILE_NAME
from storage.importing.reading import read_sheets
from storage.projection import write_projection
from storage.records.doubtful_day import DoubtfulDay
from storage.records.wall import LargePage, Projection
from tui.app import ChungTayApp
from tui.audience import AudienceApp

SIZES = ((80, 24), (100, 30), (160, 45))
LIGHT_SIZE = (80, 24)
WALL_SIZES = ((50, 15), (60, 16))
_SECONDS_SINCE = 156
"""What has passed since the books were led so far; the countdown shows it."""

Compare = Callable[..., bool]
Way = Callable[[Driver], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen: the books it shows, the words it is known by, and the keys that lead to it."""

    name: str
    stage: Stage | None
    """None where there are no books yet."""
    words: str
    way: Way | None = None
    practice: bool = False
    """Whether it is the practice meeting, which explains itself."""


async def _menu(driver: Driver) -> None:
    await driver.press("escape")


async def _help(driver: Driver) -> None:
    await driver.press("f1")


def _go_to(driver: Driver, words: str) -> None:
    """Puts the cursor on the first line with these words, at once."""
    lines = driver.app.screen.query_one("#lines", LineList)
    lines.go_to(next(line.key for line in lines.shown_lines if words in " ".join(line.cells)))


async def _urgent(driver: Driver) -> None:
    """One report waits for its decision, one for help, and one is done."""
    await driver.app.ask(report_three)
    await driver.go_to_line("book:urgent")
    await driver.press("enter")
    await driver.until("Đang chờ")
    await driver.press("down")


async def _home_care(driver: Driver) -> None:
    """Two cases are with the volunteers."""
    await driver.app.ask(pass_two_on)
    await driver.go_to_line("book:home-care")
    await driver.press("enter")


async def _notebook(driver: Driver) -> None:
    """Two leaders have noted something."""
    await driver.app.ask(note_three)
    await driver.go_to_line("book:notebook")
    await driver.press("enter")


async def _tracking(driver: Driver) -> None:
    """From the menu of a step: what this meeting promised, and what September did."""
    await driver.press("f2")
    await driver.type("so theo doi")
    await driver.press("enter")


async def _figures(driver: Driver) -> None:
    await driver.go_to_line("book:figures")
    await driver.press("enter")


async def _settings(driver: Driver) -> None:
    await driver.go_to_line("book:settings")
    await driver.press("enter")


async def _case_form(driver: Driver) -> None:
    """Cụ Hiền's case as it was recorded, in its form again."""
    _go_to(driver, "cụ H., Tổ 3")
    await driver.press("enter", "1")


async def _pledge_form(driver: Driver) -> None:
    """The ten days' reaping, in its form again."""
    _go_to(driver, "• 10 ngày công")
    await driver.press("enter", "1")


async def _people_picker(driver: Driver) -> None:
    """The helpers of the reaping, of whom one was found by typing."""
    await _pledge_form(driver)
    driver.app.screen.query_one("#field-members").focus()
    await driver.press("enter")


async def _tick_list(driver: Driver) -> None:
    """The names of the third group, of whom two are ticked."""
    _go_to(driver, "Tổ 3")
    await driver.press("enter", "1", "space", "space")


async def _consents(driver: Driver) -> None:
    """Everyone in hardship, from the menu."""
    await driver.press("f2")
    await driver.type("nêu tên")
    await driver.press("enter")


async def _minutes(driver: Driver) -> None:
    await driver.press("2")


async def _papers(driver: Driver) -> None:
    _go_to(driver, "In ấn")
    await driver.press("enter")


async def _paper(driver: Driver) -> None:
    """The minutes before they are printed; the printers are those of no machine."""
    await driver.press("f9", "5", "enter")


async def _addendum_form(driver: Driver) -> None:
    """An addendum to September's minutes, before it is stored."""
    driver.app.push_screen(AddendaScreen(1))
    await driver.until("Biên bản này chưa có phụ lục.")
    await driver.press("1")


async def _members(driver: Driver) -> None:
    _go_to(driver, "Thành viên và tổ")
    await driver.press("enter")


async def _member_page(driver: Driver) -> None:
    """The chair's page, who is of the board too."""
    await _members(driver)
    await driver.type("dang thi hoa")
    await driver.press("enter")


async def _member_form(driver: Driver) -> None:
    await _member_page(driver)
    await driver.press("enter")


async def _groups(driver: Driver) -> None:
    await _members(driver)
    await driver.press("down", "down", "enter")


async def _import_preview(driver: Driver) -> None:
    """A list in an old font, of which one row cannot be taken."""
    path = driver.app.folder / "ds.xlsx"
    table = (*spreadsheets.PEOPLE, (4, "", 1950), (5, "Lê Thị Hoa", "năm Dần", "Nữ"))
    spreadsheets.workbook(path, DS=spreadsheets.mapped(table, spreadsheets.vni))
    sheets = read_sheets(path)
    driver.app.push_screen(ImportPreview(sheets, path.name))


async def _ask_day(driver: Driver) -> None:
    """The machine says 2009, and a day is half typed."""
    doubt = DoubtfulDay(date(2009, 1, 5), date(2026, 9, 26))
    driver.app.push_screen(DayPopup(doubt))
    await driver.until("Hôm nay là ngày nào?")
    await driver.type("24/10")


async def _hands(driver: Driver) -> None:
    """48 hands are called out for the street lamp."""
    _go_to(driver, "đèn đường")
    await driver.press("2", "4", "8")


SCREENS = (
    Shown("first_run", None, "Chung Tay: lần đầu mở sổ"),
    Shown("home", Stage.HOME, "Bắt đầu phần IV hôm nay"),
    Shown("step_1", Stage.ATTENDANCE, "Có mặt 52 / 58"),
    Shown("coach", Stage.DISCUSSION, "F4 cho đồng hồ chạy", practice=True),
    Shown("step_2", Stage.LAST_MONTH, "Đã báo 2 / 3"),
    Shown("step_3", Stage.DISCUSSION, "►3 Các tổ thảo luận"),
    Shown("step_4", Stage.PROPOSALS, "Đã trình bày 5 / 5 tổ"),
    Shown("step_5_marking", Stage.MARKING, "5 trường hợp"),
    Shown("step_5_counting", Stage.COUNTING, "mỗi người giơ tay tối đa 3 lần"),
    Shown("step_6", Stage.ASSIGNMENT, "►6 Đăng ký giúp"),
    Shown("step_7", Stage.COMMUNITY, "►7 Việc cộng đồng"),
    Shown("step_8", Stage.APPROVAL, "Nội dung đã thống nhất"),
    Shown("members", Stage.HOME, "Đang xem: mọi thành viên", _members),
    Shown("member_page", Stage.HOME, "Từ trước đến nay", _member_page),
    Shown("member_form", Stage.HOME, "TNV chăm sóc tại nhà", _member_form),
    Shown("import_preview", Stage.HOME, "Xem trước: ds.xlsx", _import_preview),
    Shown("groups", Stage.HOME, "+ Thêm tổ", _groups),
    Shown("menu", Stage.PROPOSALS, "Gõ để tìm việc hoặc tìm người", _menu),
    Shown("help", Stage.ATTENDANCE, "nhận, mở", _help),
    Shown("case_form", Stage.PROPOSALS, "Sửa trường hợp", _case_form),
    Shown("pledge_form", Stage.ASSIGNMENT, "Những ai", _pledge_form),
    Shown("people_picker", Stage.ASSIGNMENT, "đã chọn 10 người", _people_picker),
    Shown("tick_list", Stage.ATTENDANCE, "■ bà Phạm Thị Dần", _tick_list),
    Shown("urgent", Stage.HOME, "việc đang chờ", _urgent),
    Shown("home_care", Stage.HOME, "1 chờ khảo sát", _home_care),
    Shown("notebook", Stage.HOME, "3 điều chờ buổi họp", _notebook),
    Shown("tracking_book", Stage.APPROVAL, "Năm 2026", _tracking),
    Shown("figures", Stage.HOME, "Theo tổ", _figures),
    Shown("settings", Stage.HOME, "Đầu biên bản", _settings),
    Shown("ask_day", Stage.HOME, "Thứ bảy 24/10/2026", _ask_day),
    Shown("hands", Stage.COMMUNITY, "Không tán thành", _hands),
    Shown("minutes", Stage.APPROVAL, "Biên bản số", _minutes),
    Shown("papers", Stage.HOME, "Của buổi họp", _papers),
    Shown("addendum_form", Stage.HOME, "Lập phụ lục", _addendum_form),
    Shown("paper", Stage.APPROVAL, "máy này chưa có máy in", _paper),
    Shown("consents", Stage.APPROVAL, "Với địa phương", _consents),
)


@pytest.fixture(autouse=True)
def no_printers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The printers of this machine must not stand in the pictures."""
    monkeypatch.setattr(paper_page, "find_printers", Printers)


def pictured(
    compare: Compare, folder: Path, shown: Shown, size: tuple[int, int], *, light: bool = False
) -> bool:
    """Whether the screen looks as it did."""
    clock = clock_at(shown.stage or Stage.HOME)
    clock.advance(_SECONDS_SINCE)
    app = ChungTayApp(folder, clock, practice=shown.practice)

    async def at_rest(pilot: Pilot[int]) -> None:
        driver = Driver(app, pilot)
        await driver.rest()
        # What lies under a popup stays as it was when the popup came.
        await driver.until_laid_out()
        if shown.way is not None:
            await shown.way(driver)
        await driver.until(shown.words)
        if light:
            app.change_theme()
        await driver.rest()
        assert weak(app) | cut_off(app) == set()

    try:
        return compare(app, terminal_size=size, run_before=at_rest)
    finally:
        app.worker.close()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("shown", SCREENS, ids=lambda shown: shown.name)
def test_a_screen_looks_as_it_did(
    shown: Shown,
    size: tuple[int, int],
    snap_compare: Compare,
    prepared: PreparedBooks,
    tmp_path: Path,
) -> None:
    folder = tmp_path / "books"
    if shown.stage is not None:
        prepared.copy(shown.stage, folder)
    assert pictured(snap_compare, folder, shown, size)


@pytest.mark.parametrize("name", ["step_4", "case_form"])
def test_a_screen_looks_as_it_did_in_the_light_theme(
    name: str, snap_compare: Compare, prepared: PreparedBooks, tmp_path: Path
) -> None:
    shown = next(each for each in SCREENS if each.name == name)
    folder = prepared.copy(shown.stage or Stage.HOME, tmp_path / "books")
    assert pictured(snap_compare, folder, shown, LIGHT_SIZE, light=True)


@pytest.mark.parametrize("size", WALL_SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_window_of_the_wall_looks_as_it_did(
    size: tuple[int, int], snap_compare: Compare, tmp_path: Path
) -> None:
    """Hands are counted for cụ Hiền, whom nobody may name there."""
    clock = clock_at(Stage.COUNTING)
    page = LargePage(
        title="Chọn trường hợp khó khăn nhất",
        subject="cụ H., Tổ 3",
        digits="41",
        paragraphs=("hiện vật, chăm sóc tại nhà",),
    )
    write_projection(tmp_path, Projection(page, theme="chung-tay-dark", zone=7 * 3600))
    assert snap_compare(AudienceApp(tmp_path, clock), terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_trouble_with_the_books_looks_as_it_did(
    size: tuple[int, int], snap_compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is no database; the folder's name is short, since it stands in the sentence."""
    monkeypatch.chdir(tmp_path)
    folder = Path("so-sach")
    folder.mkdir()
    (folder / FILE_NAME).write_text("đây không phải sổ\n" * 100, encoding="utf-8")
    app = ChungTayApp(folder, clock_at(Stage.HOME))

    async def at_rest(pilot: Pilot[int]) -> None:
        """There are no books to wait for."""
        await pilot.app.workers.wait_for_complete()
        assert isinstance(app.screen, TroubleScreen)

    try:
        assert snap_compare(app, terminal_size=size, run_before=at_rest)
    finally:
        app.worker.close()
