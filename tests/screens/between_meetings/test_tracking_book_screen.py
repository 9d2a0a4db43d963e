"""Sổ theo dõi on the screen: filtered, updated in place, and the whole story of a person."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Key

import sample_minutes
from between_meetings import report_three
from driver import Driver, driven
from earlier_promises import DAY, Earlier, promised_and_over
from screens.widgets.line_list import LineList
from screens.wording.days import describe
from storage.books import Books
from storage.clock import FixedClock
from storage.records.cases import When
from storage.records.kinds import HelperKind, HelpForm, ReferralState
from storage.records.pledges import PledgeDraft

_PATIENCE_SECONDS = 30
"""A program that has ended never comes to rest."""


@pytest.fixture
def between(books: Books, meeting_id: int, clock: FixedClock) -> Earlier:
    """Ten days after a second meeting that heard of nothing, with no meeting held."""
    earlier = promised_and_over(books, meeting_id, clock)
    books.close()
    return earlier


@asynccontextmanager
async def the_book(folder: Path, clock: FixedClock) -> AsyncIterator[Driver]:
    """The tracking book, opened from the main page."""
    async with driven(folder, clock) as driver:
        await driver.go_to_line("book:tracking")
        await driver.press("enter")
        await driver.until("Năm 2026")
        yield driver


@asynccontextmanager
async def the_list(folder: Path, clock: FixedClock) -> AsyncIterator[Driver]:
    """The list of helpers, open again over the tracking book after the program ended."""
    async with driven(folder, clock) as driver:
        await driver.until("Ai giúp?")
        yield driver


async def test_a_promise_is_told_done_with_one_key_and_the_next_meeting_hears_of_it(
    between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    async with the_book(tmp_path / "books", clock) as driver:
        await driver.go_to_line(f"pledge:{between.reaping}")
        await driver.press("1")
        await driver.until("Đã lưu. Buổi họp tới sẽ báo ở bước 2.")
        assert "√ đã làm" in driver.text()
        await driver.press("escape")
        meeting = await driver.app.ask(lambda books: books.meetings.begin().id)
        overview = await driver.app.ask(lambda books: books.follow_up.overview(meeting))
        promise = overview.promise(between.reaping)
        assert promise is not None
        assert promise.told is not None


async def test_a_new_day_that_is_corrected_later_means_what_it_meant(
    between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    """A reason is added two weeks after "tuần tới" was said."""

    def until(books: Books) -> When:
        told = books.follow_up.promise_now(between.reaping).told
        assert told is not None
        return told.postponed_to

    async with the_book(tmp_path / "books", clock) as driver:
        await driver.go_to_line(f"pledge:{between.reaping}")
        await driver.press("3")
        await driver.until("Hẹn lại đến bao giờ")
        await driver.type("tuần tới")
        await driver.press("ctrl+s")
        await driver.until("Đã lưu.")
        said = await driver.app.ask(until)
        clock.advance(14 * DAY)
        await driver.press("3")
        await driver.until("Hẹn lại đến bao giờ")
        assert describe(said) in driver.text()
        await driver.press("down")
        await driver.type("chờ hết mưa")
        await driver.press("ctrl+s")
        await driver.until_gone("Hẹn lại đến bao giờ")
        assert await driver.app.ask(until) == said


@pytest.fixture
def in_numbers(books: Books, meeting_id: int, clock: FixedClock) -> int:
    """A promise of two helpers whose names are still to come, in a meeting that is closed."""
    cases = sample_minutes.hold(books, meeting_id)
    draft = PledgeDraft(HelpForm.LABOUR, HelperKind.NUMBER, "dựng lều", number=2)
    pledge_id = books.pledges.pledge(meeting_id, cases.luc, draft)
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    clock.advance(DAY)
    books.close()
    return pledge_id


async def test_those_promised_in_number_are_named_between_meetings(
    in_numbers: int, tmp_path: Path, clock: FixedClock
) -> None:
    async with the_book(tmp_path / "books", clock) as driver:
        await driver.go_to_line(f"pledge:{in_numbers}")
        assert "còn 2 người chưa ghi tên" in driver.row("detail")
        await driver.press("enter", "2")
        await driver.until("Ai giúp? (2 người)")
        await driver.type("duc")
        await driver.press("enter")
    async with the_list(tmp_path / "books", clock) as driver:
        await driver.press("pagedown")
        await driver.until("Đã lưu tên người giúp.")
        assert "còn 1 người chưa ghi tên" in driver.row("detail")
        assert "bà Lê Thị Đức" in driver.row("detail")


async def test_the_foot_names_the_keys_that_work_on_the_line(
    between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    async with the_book(tmp_path / "books", clock) as driver:
        await driver.go_to_line(f"pledge:{between.reaping}")
        assert " 1–4 kết quả " in driver.text()
        await driver.go_to_text("đèn đường ngõ 3 hỏng")
        assert "(1–4 kết quả)" in driver.text()
        assert " Enter ghi kỹ " in driver.text()


async def test_what_was_promised_in_this_meeting_is_not_told_of_here(
    books: Books, meeting_id: int, tmp_path: Path, clock: FixedClock
) -> None:
    cases = sample_minutes.hold(books, meeting_id)
    draft = PledgeDraft(HelpForm.LABOUR, HelperKind.EVERYONE, "dựng lều")
    pledge_id = books.pledges.pledge(meeting_id, cases.luc, draft)
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await driver.press("f2")
        await driver.type("so theo doi")
        await driver.press("enter")
        await driver.go_to_line(f"pledge:{pledge_id}")
        assert "(1–4 kết quả)" in driver.text()


async def test_a_question_that_goes_with_its_book_ends_nothing_else(
    between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    async with the_book(tmp_path / "books", clock) as driver:
        await driver.go_to_text("bà Nguyễn Thị Mùi")
        # So quickly that the book is left before its question is there.
        for key in ("enter", "escape", "escape"):
            driver.app.post_message(Key(key, None))
        await asyncio.wait_for(driver.rest(), _PATIENCE_SECONDS)
        assert driver.app.is_running


async def test_the_list_keeps_its_height_however_long_the_line_under_it_is(
    between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    async with the_book(tmp_path / "books", clock) as driver:
        lines = driver.app.screen.query_one("#lines", LineList)
        high = lines.size.height
        for _line in lines.shown_lines:
            await driver.press("down")
            assert lines.size.height == high
        # Some of what is told needs one row, some two; both are kept free.
        told = [len(each.detail) for each in lines.shown_lines]
        assert min(told) < 60 < 80 < max(told)


async def test_filters_are_combined_said_in_words_and_cleared_with_one_key(
    between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    async with the_book(tmp_path / "books", clock) as driver:
        await driver.press("space")
        await driver.until("Lọc sổ theo dõi theo gì?")
        await driver.press("6")
        await driver.until("Hình thức giúp nào?")
        await driver.press("2")
        await driver.until("Năm 2026 · Ngày công")
        assert "tổng vệ sinh" not in driver.text()
        await driver.press("space", "5")
        await driver.until("Lọc theo tên")
        await driver.type("mui")
        await driver.press("pagedown", "enter")
        await driver.until("Năm 2026 · Ngày công · có tên “mui”")
        assert "1 việc" in driver.text()
        await driver.press("delete")
        await driver.until("tổng vệ sinh")
        assert "Ngày công ·" not in driver.text()


async def test_an_answer_that_settles_nothing_leaves_the_matter_open(
    between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    async with the_book(tmp_path / "books", clock) as driver:
        await driver.go_to_text("đèn đường ngõ 3 hỏng")
        await driver.press("enter")
        await driver.until("Địa phương trả lời: đèn đường ngõ 3 hỏng")
        await driver.press("tab")
        await driver.type("đang xem xét")
        await driver.press("tab", "2", "pagedown", "enter")
        await driver.until("· trả lời 1 lần")


async def test_the_whole_story_of_a_person_is_told_from_a_row(
    between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    async with the_book(tmp_path / "books", clock) as driver:
        await driver.go_to_text("bà Nguyễn Thị Mùi")
        await driver.press("enter")
        await driver.until("Cả chuyện của người này")
        await driver.press("2")
        await driver.until("Được đề xuất và được giúp")
        assert "Tổ 1 đề xuất" in driver.text()
        assert "√ được chọn" in driver.text()
        assert "10 ngày công gặt lúa, 10 người" in driver.text()
        await driver.press("escape")
        await driver.until("Sổ theo dõi")


async def test_a_case_that_the_volunteers_brought_back_is_told_of(
    books: Books, meeting_id: int, tmp_path: Path, clock: FixedClock
) -> None:
    cases = sample_minutes.hold_and_seal(books, meeting_id)
    (referral,) = (care for care in books.home_care.overview().cases if care.case.id == cases.hien)
    books.home_care.bring_back(referral.id, "cần xe lăn")
    books.close()
    async with the_book(tmp_path / "books", clock) as driver:
        await driver.go_to_text("cụ H.")
        await driver.press("enter", "2")
        await driver.until("Chuyển nhóm TNV chăm sóc tại nhà")
        await driver.until("đưa lại ra CLB")


async def test_a_reminder_of_last_year_leads_to_its_line(
    between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    clock.advance(60 * DAY)
    books = Books(tmp_path / "books", clock)
    report_three(books)
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await driver.go_to_line(f"|tracking|pledge:{between.reaping}")
        await driver.press("enter")
        await driver.until("Sổ theo dõi")
        assert "Năm 2026" in driver.text()
        line = driver.app.screen.query_one(LineList).line
        assert line is not None
        assert line.key == f"pledge:{between.reaping}"
        await driver.press("1")
        await driver.until("Đã lưu. Buổi họp tới sẽ báo ở bước 2.")
        assert "Năm 2026" in driver.text()


async def test_a_reminder_of_what_was_brought_back_leads_to_its_line(
    books: Books, meeting_id: int, tmp_path: Path, clock: FixedClock
) -> None:
    """Though seven others have been over since."""
    cases = sample_minutes.hold_and_seal(books, meeting_id)
    (referral,) = (care for care in books.home_care.overview().cases if care.case.id == cases.hien)
    books.home_care.bring_back(referral.id, "cần xe lăn")
    report_three(books)
    case = books.urgent.overview().open[0].story.case.id
    for _time in range(7):
        books.home_care.refer(case)
        (waiting,) = (each for each in books.home_care.overview().cases if each.open)
        books.home_care.set_state(waiting.id, ReferralState.ENDED)
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await driver.go_to_text("Nhóm TNV đưa lại")
        await driver.press("enter")
        await driver.until("Chăm sóc tại nhà")
        line = driver.app.screen.query_one(LineList).line
        assert line is not None
        assert line.key == f"care:{referral.id}"


async def test_a_person_is_removed_after_asking_twice(
    between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    async with the_book(tmp_path / "books", clock) as driver:
        await driver.go_to_text("bà Nguyễn Thị Mùi")
        await driver.press("enter", "2")
        await driver.until("Được đề xuất và được giúp")
        await driver.go_to_line("remove")
        await driver.press("enter")
        await driver.until("Có, xem tiếp")
        await driver.press("1")
        await driver.until("2  Xóa thật")
        await driver.press("2")
        await driver.until("Đã xóa.")
        assert "một người (đã xóa tên)" in driver.text()
        assert "Mùi" not in driver.text()


async def test_who_did_not_agree_to_be_named_is_hidden_here_too(
    between: Earlier, tmp_path: Path, clock: FixedClock
) -> None:
    async with the_book(tmp_path / "books", clock) as driver:
        await driver.until("cụ H., Tổ 3")
        assert "Phạm Thị Hiền" not in driver.text()
        await driver.press("f7")
        await driver.until("Tìm người trong sổ")
        await driver.type("hien")
        await driver.press("pagedown", "enter")
        await driver.until("Được đề xuất và được giúp")
        assert "Hiền" not in driver.text()
