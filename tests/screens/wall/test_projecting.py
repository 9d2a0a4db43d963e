"""What is handed to the wall's own window: the step that is open, and nothing private, ever."""

from __future__ import annotations

import errno
from dataclasses import asdict
from pathlib import Path

import pytest

from driver import Driver, driven
from files_and_faults import failing
from sample_cases import decide, goods
from screens.between_meetings.home import HomeScreen
from screens.meeting.step import StepScreen
from screens.wall import projector
from screens.wall.large_view import project
from screens.wall.projector import Projector, _Hours
from storage.books import Books
from storage.clock import FixedClock
from storage.projection import ProjectionReader
from storage.records.community import MatterDraft
from storage.records.kinds import MatterKind, Step
from storage.records.wall import LargePage, Projection

PRIVATE = ("Hiền", "Bệnh nặng", "mùa lạnh")
"""Of cụ Hiền, who was not asked whether her name may be said."""


async def projected(driver: Driver, folder: Path) -> Projection:
    """What stands in the file once everything is written."""
    await driver.rest()
    writing = driver.app.projector._writing
    assert writing is not None
    await writing
    found = ProjectionReader(folder).look()
    assert found is not None
    return found


async def test_each_step_is_handed_over_as_it_is_gone_to(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        titles = []
        for _step in Step:
            titles.append((await projected(driver, closed_books)).page.title)
            await driver.press("pagedown")
        assert titles == [
            "Có mặt",
            "Việc kỳ trước",
            "Các tổ thảo luận",
            "Tới lượt",
            "Chọn trường hợp khó khăn nhất",
            "Đăng ký giúp",
            "Việc cộng đồng và đề xuất với địa phương",
            "Nội dung đã thống nhất",
        ]


async def test_a_number_is_on_the_wall_while_it_is_typed(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("9")
        assert "► Tổ 1  9/11" in (await projected(driver, closed_books)).page.cells
        await driver.press("enter")
        assert (await projected(driver, closed_books)).page.digits == "53/55"


async def test_hands_are_on_the_wall_while_they_are_counted_and_then_what_came_of_them(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    books.community.add(meeting_id, MatterDraft(MatterKind.ACTIVITY, "dọn vệ sinh đường làng"))
    books.meetings.go_to(meeting_id, Step.COMMUNITY)
    books.close()
    folder = books.path.parent
    async with driven(folder, clock) as driver:
        await driver.press("2", "4", "8")
        shown = (await projected(driver, folder)).page
        assert (shown.title, shown.subject, shown.digits) == (
            "Giơ tay lấy ý kiến",
            "dọn vệ sinh đường làng",
            "48",
        )
        assert shown.paragraphs == ("Tán thành", "55 người có mặt")
        await driver.press("enter", "3", "down")
        assert (await projected(driver, folder)).page.digits == "0"
        await driver.press("enter", "enter")
        await driver.until("Đã lưu: ")
        shown = (await projected(driver, folder)).page
        assert shown.digits == ""
        assert "√ 48 trong 55 người có mặt tán thành. CLB thống nhất." in shown.paragraphs


async def test_the_clock_is_handed_over_when_it_starts_and_not_each_second(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("pagedown", "pagedown", "f4")
        shown = await projected(driver, closed_books)
        assert shown.page.countdown
        assert shown.countdown is not None
        assert shown.countdown.started == clock.now()
        # The machine's clock would go on by itself, and this one only when it is told to.
        driver.app.projector._hours = _Hours(clock, clock)
        screen = driver.app.screen
        assert isinstance(screen, StepScreen)
        project(screen)
        await projected(driver, closed_books)
        monkeypatch.setattr(projector, "write_projection", failing(errno.ENOSPC))
        for _second in range(90):
            clock.advance(1)
            screen.tick()
        await driver.rest()
        assert "Không đưa được" not in driver.text()


async def test_a_blanked_wall_has_nothing_in_its_file(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f6")
        shown = await projected(driver, closed_books)
        assert (shown.blank, shown.page, shown.countdown) == (True, LargePage(""), None)
        await driver.press("f6")
        assert (await projected(driver, closed_books)).page.title == "Có mặt"


async def test_it_rests_on_the_main_page_and_when_the_program_is_left(
    closed_books: Path, clock: FixedClock
) -> None:
    rest = LargePage(
        "",
        subject="CLB Liên thế hệ tự giúp nhau thôn Đông",
        paragraphs=("Xin chờ một lát.",),
    )
    async with driven(closed_books, clock) as driver:
        await driver.app.show_home()
        assert (await projected(driver, closed_books)).page == rest
        await driver.app.show_step(Step.ATTENDANCE)
        await driver.press("f6")
    left = ProjectionReader(closed_books).look()
    assert left is not None
    assert (left.page, left.blank) == (rest, False)


async def test_a_second_copy_leaves_the_wall_to_the_first(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        before = await projected(driver, closed_books)
        second = Projector(closed_books, clock, lambda _error: None)
        await second.close()
        assert ProjectionReader(closed_books).look() == before


async def test_trouble_with_the_file_is_said_and_the_meeting_goes_on(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with driven(closed_books, clock) as driver:
        with monkeypatch.context() as full:
            full.setattr(projector, "write_projection", failing(errno.ENOSPC))
            await driver.press("9")
            await driver.until("Không đưa được lên màn hình thứ hai. Việc họp vẫn được ghi đủ.")
        await driver.press("enter")
        await driver.until("Đã lưu: Tổ 1 có mặt 9 người")
        assert (await projected(driver, closed_books)).page.digits == "53/55"


async def test_no_private_word_is_handed_over_whatever_the_keyboard_shows(
    books: Books, meeting_id: int, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: set[str] = set()
    show = Projector.show

    def spy(self: Projector, projection: Projection) -> None:
        handed.add(str(asdict(projection)))
        show(self, projection)

    monkeypatch.setattr(Projector, "show", spy)
    cases = decide(books, meeting_id)
    members = [member.id for member in books.register.members()]
    books.pledges.pledge(meeting_id, cases.hien, goods("chăn", 1, "cái", members[0]))
    books.close()
    async with driven(books.path.parent, clock) as driver:
        await driver.press("f8", "1")
        await driver.until("Đang hiện đủ chi tiết")
        for step in Step:
            await driver.app.show_step(step)
            await driver.rest()
            screen = driver.app.screen
            assert isinstance(screen, StepScreen)
            for line in screen.lines.shown_lines:
                screen.lines.go_to(line.key)
                project(screen)
            if step is Step.SELECTION:
                assert "Phạm Thị Hiền" in driver.text()
    assert len(handed) > 20
    assert any("cụ H." in each for each in handed)
    leaks = [(word, each) for word in PRIVATE for each in handed if word in each]
    assert leaks == []


async def test_after_the_end_nothing_more_is_handed_over(tmp_path: Path, clock: FixedClock) -> None:
    failures: list[OSError] = []
    wall = Projector(tmp_path, clock, failures.append)
    wall.show(Projection(LargePage("Có mặt")))
    await wall.close()
    wall.show(Projection(LargePage("Việc kỳ trước")))
    assert wall._writing is not None
    await wall._writing
    assert not failures
    left = ProjectionReader(tmp_path).look()
    assert left is not None
    assert left.page.title == ""


async def test_the_wall_goes_with_the_program_from_the_practice_club_to_the_own_books(
    tmp_path: Path, clock: FixedClock
) -> None:
    practice, own = tmp_path / "practice", tmp_path
    wall = Projector(practice, clock, _fail)
    practice.mkdir()
    wall.show(Projection(LargePage("Có mặt")))
    await wall.move_to(own, clock)
    wall.show(Projection(LargePage("Việc kỳ trước")))
    await wall.close()
    left, shown = ProjectionReader(practice).look(), ProjectionReader(own).look()
    assert left is not None
    assert shown is not None
    assert left.page.paragraphs == shown.page.paragraphs == ("Xin chờ một lát.",)


def _fail(error: OSError) -> None:
    raise error


async def test_the_wall_is_not_put_to_rest_once_the_meeting_goes_on(
    closed_books: Path, clock: FixedClock
) -> None:
    """The main page does so after its frame, and somebody may have left it by then."""
    async with driven(closed_books, clock) as driver:
        await driver.app.show_home()
        home = driver.app.screen
        assert isinstance(home, HomeScreen)
        await driver.app.show_step(Step.ATTENDANCE)
        await driver.rest()
        shown = await projected(driver, closed_books)
        assert shown.page.title == "Có mặt"
        home._let_the_wall_rest()
        assert await projected(driver, closed_books) == shown
