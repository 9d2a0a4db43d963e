"""Thành viên và tổ as the secretary uses it: found, changed, moved, read in, written out."""

from __future__ import annotations

from pathlib import Path

import pytest

import spreadsheets
from driver import Driver, driven
from prepared import MORNING, PreparedBooks, Stage
from screens.forms.values import Values
from screens.papers import printing
from screens.people import import_files
from screens.widgets.line_list import LineList
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal, RefusalKind
from storage.records.kinds import ExportKind, SpanRole
from storage.records.register import MemberStory

SIXTY_LETTERS = "Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Thị Bích Ngọc Diễm Quỳnh A"


@pytest.fixture
def home(prepared: PreparedBooks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The practice club between two meetings, on a computer with no other files."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "nobody")
    for module in (import_files, printing):
        monkeypatch.setattr(module, "sticks", lambda: ())
    return prepared.copy(Stage.HOME, tmp_path / "books")


@pytest.fixture
def clock() -> FixedClock:
    """The morning of the sample meeting."""
    return FixedClock(MORNING)


async def open_members(driver: Driver) -> None:
    """From the main page or through the menu of a step."""
    if "Sổ của câu lạc bộ" in driver.text():
        await driver.go_to_text("Thành viên và tổ")
        await driver.press("enter")
    else:
        await driver.press("escape")
        await driver.type("thanh vien va to")
        await driver.press("enter")
    await driver.until("Đang xem: mọi thành viên")


async def find(driver: Driver, words: str) -> None:
    """Types a name into the search, and opens the first who is found."""
    await driver.type(words)
    await driver.press("enter")
    await driver.until("Từ trước đến nay")


def labels(driver: Driver) -> set[str]:
    """What stands at the beginning of the page's lines, also of those that are scrolled away."""
    lines = driver.app.screen.query_one("#lines", LineList).shown_lines
    return {line.cells[0] for line in lines}


async def story(driver: Driver, words: str) -> MemberStory:
    """What the books have of the only member whom the words find."""
    (one,) = await driver.app.ask(lambda books: books.register.search(words))
    return await driver.app.ask(lambda books: books.members.story(one.id))


async def test_a_name_is_found_without_diacritics_and_changed(
    home: Path, clock: FixedClock
) -> None:
    async with driven(home, clock) as driver:
        await open_members(driver)
        await find(driver, "mui nguyen")
        await driver.press("enter", "pageup", "down", "down", "down", "down", "down")
        await driver.type("0912 345 678")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: sửa thông tin bà Nguyễn Thị Mùi")
        assert " Enter mở " in driver.text()
        await driver.go_to_text("0912 345 678")
        assert "(Enter mở)" in driver.text()
        assert "0912 345 678" in driver.text()
        assert (await story(driver, "mui nguyen")).member.person.telephone == "0912 345 678"


async def test_whoever_is_found_leads_to_their_page(home: Path, clock: FixedClock) -> None:
    async with driven(home, clock) as driver:
        await driver.press("f7")
        await driver.type("dang thi hoa")
        await driver.press("enter", "pagedown", "enter", "1")
        await driver.until("Chủ nhiệm, Ban chủ nhiệm")


async def test_a_member_of_sixty_letters_is_added_and_seen(home: Path, clock: FixedClock) -> None:
    async with driven(home, clock) as driver:
        await open_members(driver)
        await driver.go_to_line("add")
        await driver.press("enter")
        await driver.until("Vào CLB ngày")
        await driver.type(SIXTY_LETTERS)
        await driver.press("enter", "2", "2")
        await driver.press("pagedown", "enter")
        await driver.until("59 thành viên")
        assert driver.row("detail").startswith(f"bà {SIXTY_LETTERS}")
        assert max(map(len, driver.text().splitlines())) <= 80


async def test_a_leader_who_leaves_is_asked_about(home: Path, clock: FixedClock) -> None:
    async with driven(home, clock) as driver:
        await open_members(driver)
        await find(driver, "le thi huong")
        await driver.go_to_line("leave")
        await driver.press("enter")
        await driver.until("Ai làm Tổ trưởng")
        await driver.press("enter")
        await driver.type("duong van chien")
        await driver.press("enter", "pagedown", "enter")
        await driver.until("Vào lại CLB")
        assert "đã ra khỏi CLB 24/10/2026" in driver.text()
        groups = await driver.app.ask(lambda books: books.register.groups())
        assert groups[3].leader == "ông Dương Văn Chiến"


async def test_in_a_meeting_nothing_private_shows_and_acts_are_undone(
    prepared: PreparedBooks, tmp_path: Path, clock: FixedClock
) -> None:
    folder = prepared.copy(Stage.ATTENDANCE, tmp_path / "books")
    async with driven(folder, clock) as driver:
        await open_members(driver)
        await find(driver, "trinh dinh quy")
        assert not {"Địa chỉ", "Đã giúp người khác"} & labels(driver)
        await driver.go_to_line("move")
        await driver.press("enter", "1", "pagedown", "enter")
        await driver.until("Đã lưu: chuyển ông Trịnh Đình Quý sang Tổ 2")
        await driver.press("f8", "1")
        await driver.until("Địa chỉ")
        assert {"Địa chỉ", "Đã giúp người khác"} <= labels(driver)
        await driver.press("ctrl+z")
        await driver.until("Đã bỏ: chuyển ông Trịnh Đình Quý sang Tổ 2")
        spans = (await story(driver, "trinh dinh quy")).spans
        assert [span.role for span in spans] == [SpanRole.MEMBER]


async def test_a_list_is_shown_before_it_is_taken_over(home: Path, clock: FixedClock) -> None:
    spreadsheets.workbook(
        home / "cu.xlsx",
        DS=spreadsheets.mapped((*spreadsheets.PEOPLE, (4, "")), spreadsheets.vni),
    )
    async with driven(home, clock) as driver:
        await open_members(driver)
        await driver.go_to_line("import")
        await driver.press("enter")
        await driver.until("cu.xlsx")
        await driver.press("enter")
        await driver.until("Xem trước: cu.xlsx")
        assert "Tệp viết bằng phông VNI, đã đổi sang Unicode." in driver.text()
        assert "Nhập: thêm 2 người, sửa 1 người" in driver.text()
        assert "Tổ 1 đã có Tổ trưởng, không đổi" in driver.text()
        assert len(await driver.app.ask(lambda books: books.register.members())) == 58
        await driver.go_to_text("Nguyễn Thị Mùi")
        assert "(Enter nhập)" in driver.text()
        await driver.press("home", "enter", "1")
        await driver.until("Đã nhập xong")
        assert len(await driver.app.ask(lambda books: books.register.members())) == 60


async def test_a_file_that_is_none_says_what_to_do(home: Path, clock: FixedClock) -> None:
    (home / "ds.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    async with driven(home, clock) as driver:
        await open_members(driver)
        await driver.go_to_line("import")
        await driver.press("enter")
        await driver.until("ds.xlsx")
        await driver.press("enter")
        await driver.until("Tệp này không phải bảng tính.")


@pytest.mark.parametrize("typed", ["~nobody-of-this-name/ds.xlsx", "d" * 300])
def test_a_name_that_the_system_refuses_is_no_file(books: Books, typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        import_files._typed_path(books, Values({"path": typed}, MORNING.date()))
    assert refusal.value.kind is RefusalKind.FILE_UNREADABLE


async def test_what_is_written_out_is_noted(home: Path, clock: FixedClock) -> None:
    async with driven(home, clock) as driver:
        await open_members(driver)
        await driver.go_to_line("export")
        await driver.press("enter", "2")
        await driver.until("Đã ghi 58 người")
        assert (home / "giay-to" / "thanh-vien-2026-10-24.xlsx").exists()
        (noted,) = await driver.app.ask(lambda books: books.exports.newest())
        export = noted.export
        assert (export.what, export.people) == (ExportKind.MEMBERS, 58)


async def test_a_form_left_half_typed_opens_again_over_its_page(
    home: Path, clock: FixedClock
) -> None:
    async with driven(home, clock) as driver:
        await open_members(driver)
        await find(driver, "mui nguyen")
        await driver.press("enter", "pageup")
        await driver.type(" Lan")
    async with driven(home, clock) as driver:
        await driver.until("Đã mở lại phần đang ghi dở.")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: sửa thông tin bà Nguyễn Thị Mùi Lan")
        await driver.press("escape")
        await driver.until("Đang xem: mọi thành viên")
