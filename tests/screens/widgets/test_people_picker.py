"""The list in which many members are ticked as one act."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from driver import Driver, driven
from screens.widgets.line_list import LineList
from screens.widgets.people_picker import PeoplePicker, TakenInstead
from storage.books import Books
from storage.clock import FixedClock


class Answer:
    """What the picker gave."""

    def __init__(self) -> None:
        self.given = False
        self.members: tuple[int, ...] | None = None

    def take(self, members: tuple[int, ...] | TakenInstead | None) -> None:
        """Keeps it."""
        assert not isinstance(members, TakenInstead)
        self.given, self.members = True, members


@asynccontextmanager
async def picking(
    folder: Path,
    clock: FixedClock,
    before: Sequence[int] = (),
    busy: Mapping[int, str] | None = None,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[tuple[Driver, Answer]]:
    """The app with the picker open over it."""
    answer = Answer()
    async with driven(folder, clock, size=size) as driver:
        driver.app.push_screen(
            PeoplePicker("Những ai", before, busy or {}, draft="ticks"), answer.take
        )
        await driver.until("đã chọn")
        yield driver, answer


async def take(driver: Driver, name: str, said: str) -> None:
    """Types a name and takes the first match."""
    await driver.type(name)
    await driver.press("enter")
    await driver.until(said)


async def test_enter_ticks_the_first_match_and_clears_the_field(
    closed_books: Path, clock: FixedClock
) -> None:
    async with picking(closed_books, clock) as (driver, answer):
        await take(driver, "lan", "đã chọn 1 người – vừa ghi bà Lê Thị Lan")
        await take(driver, "nguyen duc", "đã chọn 2 người – vừa ghi bà Nguyễn Thị Đức")
        await take(driver, "tam", "đã chọn 3 người – vừa ghi bà Lê Thị Tâm")
        await driver.press("pagedown")
    assert answer.members is not None
    assert len(answer.members) == 3


async def test_what_is_typed_narrows_the_list(closed_books: Path, clock: FixedClock) -> None:
    async with picking(closed_books, clock) as (driver, _answer):
        await driver.type("vu van nga")
        assert "□ ông Vũ Văn Nga" in driver.text()
        assert "Lê Thị Nga" not in driver.text()


async def test_the_answer_is_in_the_order_of_names(
    books: Books, meeting_id: int, closed_books: Path, clock: FixedClock
) -> None:
    async with picking(closed_books, clock) as (driver, answer):
        await take(driver, "tam", "đã chọn 1 người")
        await take(driver, "an", "đã chọn 2 người")
        await driver.press("pagedown")
        first, second = answer.members or (0, 0)
        names = await driver.app.ask(
            lambda opened: [
                member.name
                for number in (first, second)
                if (member := opened.register.member(number))
            ]
        )
    assert names == ["Lê Thị An", "Lê Thị Tâm"]


async def test_a_name_taken_twice_stays_taken(closed_books: Path, clock: FixedClock) -> None:
    async with picking(closed_books, clock) as (driver, _answer):
        await take(driver, "lan", "đã chọn 1 người – vừa ghi bà Lê Thị Lan")
        await take(driver, "lan", "đã chọn 1 người – bà Lê Thị Lan đã có tên")


async def test_a_name_nobody_has_is_said_and_kept_in_the_field(
    closed_books: Path, clock: FixedClock
) -> None:
    async with picking(closed_books, clock) as (driver, _answer):
        await take(driver, "xyz", "không thấy ai tên “xyz”")
        assert "đã chọn 0 người" in driver.text()


async def test_a_whole_group_is_ticked_by_its_name(closed_books: Path, clock: FixedClock) -> None:
    async with picking(closed_books, clock) as (driver, answer):
        await take(driver, "tổ 2", "đã chọn 11 người – vừa ghi Tổ 2")
        await driver.press("pagedown")
    assert len(answer.members or ()) == 11


async def test_space_ticks_in_the_list_and_takes_back(
    closed_books: Path, clock: FixedClock
) -> None:
    async with picking(closed_books, clock) as (driver, answer):
        await driver.press("tab")
        assert "► Xong (0 người)" in driver.text()
        await driver.press("down", "space")
        await driver.until("đã chọn 11 người")
        assert "■ Tổ 1" in driver.text()
        await driver.press("space")
        await driver.until("đã chọn 10 người")
        assert "□ Tổ 1" in driver.text()
        await driver.press("home", "enter")
    assert len(answer.members or ()) == 10


async def test_tab_goes_back_to_the_field(closed_books: Path, clock: FixedClock) -> None:
    async with picking(closed_books, clock) as (driver, _answer):
        await driver.press("tab", "down", "tab")
        await take(driver, "lan", "đã chọn 1 người")


async def test_enter_with_nothing_typed_goes_to_the_row_that_ends_it(
    closed_books: Path, clock: FixedClock
) -> None:
    async with picking(closed_books, clock) as (driver, answer):
        await take(driver, "lan", "đã chọn 1 người")
        await driver.press("enter")
        await driver.until("► Xong (1 người)")
        await driver.press("enter")
    assert len(answer.members or ()) == 1


async def test_esc_changes_nothing(closed_books: Path, clock: FixedClock) -> None:
    async with picking(closed_books, clock) as (driver, answer):
        await take(driver, "lan", "đã chọn 1 người")
        await driver.press("escape")
    assert answer.given
    assert answer.members is None


async def test_whoever_has_promised_the_day_is_pointed_out(
    books: Books, meeting_id: int, tmp_path: Path, clock: FixedClock
) -> None:
    lan = books.register.search("le lan")[0].id
    books.close()
    busy = {lan: "đã nhận việc ngày 25/10"}
    async with picking(tmp_path / "books", clock, busy=busy) as (driver, _answer):
        await driver.type("lan")
        row = next(row for row in driver.text().split("\n") if "Lê Thị Lan" in row)
        assert "đã nhận việc ngày 25/10" in row


async def test_who_has_left_the_club_stays_among_the_chosen(
    books: Books, meeting_id: int, tmp_path: Path, clock: FixedClock
) -> None:
    from storage.tables import MemberRow

    lan = books.register.search("le lan")[0].id
    MemberRow.update(left=clock.today()).where(MemberRow.id == lan).execute()
    books.close()
    async with picking(tmp_path / "books", clock, before=[lan]) as (driver, answer):
        assert "đã chọn 1 người" in driver.text()
        await driver.press("tab", "end")
        assert "■ bà Lê Thị Lan" in driver.text()
        assert "đã ra khỏi CLB" in driver.text()
        await driver.press("pagedown")
    assert answer.members == (lan,)


async def test_all_of_it_fits_a_small_screen(closed_books: Path, clock: FixedClock) -> None:
    async with picking(closed_books, clock, size=(60, 16)) as (driver, _answer):
        await driver.press("tab", "end")
        text = driver.text()
        assert "►   □ ông Vũ Văn Tâm" in text
        assert "PgDn xong" in text


async def test_a_name_typed_in_the_list_goes_to_the_search(
    closed_books: Path, clock: FixedClock
) -> None:
    """Spaces and all: in the list a space would tick, or end it."""
    async with picking(closed_books, clock) as (driver, answer):
        await driver.press("enter")
        await driver.type("vu van nga")
        assert "□ ông Vũ Văn Nga" in driver.text()
        await driver.press("enter")
        await driver.until("đã chọn 1 người – vừa ghi ông Vũ Văn Nga")
        assert not answer.given


@pytest.mark.parametrize("key", ["pagedown", "ctrl+s"])
async def test_a_name_typed_last_is_among_those_who_are_chosen(
    closed_books: Path, clock: FixedClock, key: str
) -> None:
    async with picking(closed_books, clock) as (driver, answer):
        await take(driver, "lan", "đã chọn 1 người")
        await driver.type("nguyen duc")
        await driver.press(key)
    assert len(answer.members or ()) == 2


@pytest.mark.parametrize("key", ["pagedown", "ctrl+s"])
async def test_a_name_that_is_nobody_s_ends_nothing(
    closed_books: Path, clock: FixedClock, key: str
) -> None:
    """However often the key is pressed."""
    async with picking(closed_books, clock) as (driver, answer):
        await driver.type("xyz")
        await driver.press(key, key)
        await driver.until("không thấy ai tên “xyz”")
        assert not answer.given


async def test_who_was_ticked_in_the_list_is_not_joined_by_the_first_match(
    closed_books: Path, clock: FixedClock
) -> None:
    async with picking(closed_books, clock) as (driver, answer):
        await driver.type("nga")
        await driver.press("down", "down", "space", "pagedown")
    assert len(answer.members or ()) == 1


async def test_whoever_is_helped_is_not_offered(
    books: Books, meeting_id: int, closed_books: Path, clock: FixedClock
) -> None:
    """But whoever stood there before is seen, to be taken out."""
    group = books.register.groups()[0]
    helped, *others = books.register.members(group.id)
    for before in ((), (helped.id,)):
        async with driven(closed_books, clock) as driver:
            picker = PeoplePicker("Những ai", before, {}, draft="ticks", without=(helped.id,))
            driver.app.push_screen(picker)
            await driver.until("đã chọn")
            keys = {line.key for line in picker.query_one(LineList).shown_lines}
            assert (f"member:{helped.id}" in keys) is bool(before)
            assert f"member:{others[0].id}" in keys
