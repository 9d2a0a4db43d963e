"""Step 2 as the room sees it: what was promised, and one key for what became of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import sample_minutes
from driver import Driver, driven
from earlier_promises import Earlier, promised_before
from storage.books import Books
from storage.clock import FixedClock
from storage.records.kinds import HelperKind, HelpForm, Step
from storage.records.pledges import PledgeDraft
from storage.tables import UrgentReportRow


@pytest.fixture
def earlier(books: Books, meeting_id: int, clock: FixedClock) -> Earlier:
    """A meeting on 28 November that stands at step 2."""
    found = promised_before(books, meeting_id, clock)
    books.meetings.go_to(found.meeting, Step.LAST_MONTH)
    return found


@pytest.fixture
def folder(books: Books, earlier: Earlier, tmp_path: Path) -> Path:
    """The books, closed, for the app to open."""
    assert earlier
    books.close()
    return tmp_path / "books"


def row_of(driver: Driver, words: str) -> str:
    """The row that says these words, its columns one space apart."""
    rows = [row for row in driver.text().splitlines() if words in row]
    assert rows, driver.text()
    return " ".join(rows[0].replace("►", " ").split())


async def test_both_targets_stand_on_top(folder: Path, clock: FixedClock) -> None:
    async with driven(folder, clock) as driver:
        await driver.until("Việc kỳ trước: đã làm tới đâu?")
        assert "· Tháng 11 giúp cộng đồng 0 lần (ít nhất 1 lần)" in driver.text()
        assert (
            "· 2 tháng qua, trung bình mỗi tháng giúp được 0 người (ít nhất 01 người)"
            in driver.text()
        )


async def test_a_promise_says_for_whom_what_who_and_that_it_is_overdue(
    folder: Path, clock: FixedClock
) -> None:
    async with driven(folder, clock) as driver:
        await driver.until("bà Nguyễn Thị Mùi")
        assert (
            row_of(driver, "bà Nguyễn Thị Mùi")
            == "bà Nguyễn Thị Mùi 10 ngày công gặt lúa 10 người quá hẹn 27 ngày"
        )
        assert row_of(driver, "ông Lê Văn Sơn").endswith("Hội NCT hẹn 31/12/2026")
        assert "hẹn Chủ nhật 01/11/2026" in driver.row("detail")


async def test_who_did_not_agree_to_be_named_is_hidden(folder: Path, clock: FixedClock) -> None:
    async with driven(folder, clock) as driver:
        await driver.until("cụ H., Tổ 3")
        assert "Phạm Thị Hiền" not in driver.text()
        assert "chăn" not in driver.text()


async def test_one_is_done_as_promised_at_once(
    folder: Path, clock: FixedClock, earlier: Earlier
) -> None:
    async with driven(folder, clock) as driver:
        await driver.until("bà Nguyễn Thị Mùi")
        await driver.press("1")
        await driver.until("√ đã làm")
        assert driver.notice() == "Đã lưu: việc kỳ trước, bà Nguyễn Thị Mùi: đã làm"
        overview = await driver.app.ask(lambda books: books.follow_up.overview(earlier.meeting))
        missed = sum(each.missed for each in overview.promises)
        assert f"Đã báo 1 / {missed + 1}" in driver.text()
        assert f"kết quả của {missed} việc đã hứa" in driver.row("missing")
        overview = await driver.app.ask(lambda books: books.follow_up.overview(earlier.meeting))
        promise = overview.promise(earlier.reaping)
        assert promise is not None
        assert promise.told is not None
        assert promise.told.given == 10


async def test_two_asks_how_much_and_who_came_besides(folder: Path, clock: FixedClock) -> None:
    async with driven(folder, clock) as driver:
        await driver.until("bà Nguyễn Thị Mùi")
        await driver.press("2")
        await driver.until("Làm được một phần – bà Nguyễn Thị Mùi: 10 ngày công gặt lúa")
        assert "Đã hứa: 10 ngày công gặt lúa. Ghi số đã làm được." in driver.text()
        await driver.type("9")
        await driver.press("tab")
        await driver.type("2")
        await driver.press("pagedown", "enter")
        await driver.until("– một phần 9/10")
        assert (
            driver.row("detail")
            == "10 ngày công gặt lúa · 9 ngày công · thêm 2 người chưa đăng ký cũng đến"
        )


async def test_more_people_than_can_be_meant_are_said_as_the_field_is_left(
    folder: Path, clock: FixedClock
) -> None:
    async with driven(folder, clock) as driver:
        await driver.until("bà Nguyễn Thị Mùi")
        await driver.press("2")
        await driver.until("Làm được một phần – bà Nguyễn Thị Mùi")
        await driver.type("9")
        await driver.press("tab")
        await driver.type("1000000")
        await driver.press("enter")
        await driver.until("Số này lớn quá. Xin xem lại số đã ghi.")
        await driver.press("ctrl+s")
        await driver.until("Thêm mấy người đến: Số này lớn quá.")


async def test_three_asks_until_when(folder: Path, clock: FixedClock) -> None:
    async with driven(folder, clock) as driver:
        await driver.until("bà Nguyễn Thị Mùi")
        await driver.press("3")
        await driver.until("Hẹn lại đến bao giờ")
        await driver.press("pagedown", "enter")
        await driver.until("Chưa có hẹn mới. Xin ghi hẹn lại đến bao giờ, ví dụ: cuối tháng 11.")
        await driver.press("pageup")
        await driver.type("20/12")
        await driver.press("pagedown", "enter")
        await driver.until("· hẹn lại 20/12")


async def test_four_asks_why(folder: Path, clock: FixedClock) -> None:
    async with driven(folder, clock) as driver:
        await driver.until("bà Nguyễn Thị Mùi")
        await driver.press("4")
        await driver.until("Chưa làm được, vì")
        assert "Việc này kết thúc, không nhắc nữa." in driver.text()
        await driver.type("mưa")
        await driver.press("pagedown", "enter")
        await driver.until("× chưa làm được")
        assert driver.row("detail") == "10 ngày công gặt lúa · kết thúc, không nhắc nữa · mưa"
        assert driver.notice() == (
            "Đã lưu: việc kỳ trước, bà Nguyễn Thị Mùi: chưa làm được, kết thúc. "
            "Ghi nhầm thì Ctrl+Z."
        )
        await driver.press("ctrl+z")
        assert "× chưa làm được" not in driver.text()


async def test_enter_asks_for_everything_and_told_again_replaces(
    folder: Path, clock: FixedClock
) -> None:
    async with driven(folder, clock) as driver:
        await driver.until("anh Trần Văn Lực")
        await driver.press("down", "enter")
        await driver.until("anh Trần Văn Lực: 50.000 đ")
        await driver.press("tab")
        await driver.type("60.000")
        await driver.press("pagedown", "enter")
        await driver.until("√ đã làm 60.000 đ")
        await driver.press("1")
        await driver.until_gone("60.000 đ")
        assert row_of(driver, "anh Trần Văn Lực").endswith("5 người √ đã làm")


async def test_a_day_that_is_not_understood_is_asked_again(folder: Path, clock: FixedClock) -> None:
    async with driven(folder, clock) as driver:
        await driver.until("bà Nguyễn Thị Mùi")
        await driver.press("enter")
        await driver.until("Làm ngày nào")
        for _ in range(5):
            await driver.press("tab")
        await driver.type("hôm nọ")
        await driver.press("pagedown", "enter")
        await driver.until("Ngày làm chưa rõ, hoặc chưa tới.")


async def test_the_locality_answers(folder: Path, clock: FixedClock) -> None:
    async with driven(folder, clock) as driver:
        await driver.until("bà Nguyễn Thị Mùi")
        await driver.press("end")
        await driver.until("chưa trả lời")
        await driver.press("enter")
        await driver.until("Địa phương trả lời: đèn đường ngõ 3 hỏng")
        await driver.press("tab")
        await driver.type("sẽ sửa")
        await driver.press("pagedown", "enter")
        await driver.until("√ đã trả lời")
        assert driver.row("detail") == "đèn đường ngõ 3 hỏng · UBND xã An Bình: sẽ sửa"


async def test_an_answer_that_settles_nothing_is_followed_further(
    folder: Path, clock: FixedClock
) -> None:
    async with driven(folder, clock) as driver:
        await driver.until("bà Nguyễn Thị Mùi")
        await driver.press("end", "enter")
        await driver.until("Đã giải quyết xong?")
        await driver.press("tab")
        await driver.type("đang xem xét")
        await driver.press("tab", "right")
        await driver.press("pagedown", "enter")
        await driver.until("còn theo dõi")


async def test_what_is_missing_is_counted_and_goes_with_what_is_told(
    folder: Path, clock: FixedClock
) -> None:
    async with driven(folder, clock) as driver:
        await driver.until("Còn thiếu: kết quả của 7 việc đã hứa · 1 trả lời của địa phương")
        await driver.press("1")
        await driver.until("kết quả của 6 việc đã hứa")
        await driver.press("ctrl+z")
        await driver.until("Đã bỏ: việc kỳ trước, bà Nguyễn Thị Mùi: đã làm")
        await driver.until("kết quả của 7 việc đã hứa")


async def test_urgent_help_is_told_and_what_is_missing_is_written_down_at_once(
    books: Books, earlier: Earlier, clock: FixedClock, tmp_path: Path
) -> None:
    UrgentReportRow.create(
        hardship_case=earlier.cases.luc,
        reported_at="2026-11-10T09:00:00+07:00",
        help_given="200.000 đ",
        helped_at="2026-11-11T15:00:00+07:00",
    )
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await driver.until("Việc kỳ trước")
        await driver.press("end")
        await driver.until("√ đã giúp 11/11")
        assert row_of(driver, "√ đã giúp") == "anh Trần Văn Lực 200.000 đ √ đã giúp 11/11"
        await driver.press("enter", "1")
        await driver.until("Quyết định – anh Trần Văn Lực")
        await driver.type("ứng 200.000 đ")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: quyết định việc giúp ngay anh Trần Văn Lực")
        await driver.press("ctrl+z")
        await driver.until("Đã bỏ: quyết định việc giúp ngay anh Trần Văn Lực")


async def test_a_form_that_was_open_opens_again(folder: Path, clock: FixedClock) -> None:
    async with driven(folder, clock) as driver:
        await driver.until("bà Nguyễn Thị Mùi")
        await driver.press("4")
        await driver.until("Chưa làm được, vì")
        await driver.type("mưa cả tuần")
    async with driven(folder, clock) as driver:
        await driver.until("Chưa làm được – bà Nguyễn Thị Mùi")
        await driver.until("mưa cả tuần")


async def test_a_narrow_screen_leaves_who_helps_to_the_line_below(
    folder: Path, clock: FixedClock
) -> None:
    async with driven(folder, clock, size=(60, 20)) as driver:
        await driver.until("bà Nguyễn Thị Mùi")
        assert row_of(driver, "Nguyễn Thị Mùi").endswith("quá hẹn 27 ngày")
        assert "10 người" not in driver.text()


async def test_a_first_meeting_has_nothing_to_ask(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("pagedown")
        await driver.until("Không còn việc nào của kỳ trước.")


async def test_those_promised_in_number_are_named_after_the_seal(
    books: Books, meeting_id: int, clock: FixedClock, tmp_path: Path
) -> None:
    cases = sample_minutes.hold(books, meeting_id)
    draft = PledgeDraft(HelpForm.LABOUR, HelperKind.NUMBER, "dựng lều", number=2)
    pledge_id = books.pledges.pledge(meeting_id, cases.luc, draft)
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    clock.advance(28 * 24 * 3600)
    following = books.meetings.begin().id
    books.meetings.go_to(following, Step.LAST_MONTH)
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await driver.go_to_line(f"pledge:{pledge_id}")
        await driver.press("enter", "2")
        await driver.until("Ai giúp? (2 người)")
        await driver.type("duc")
        await driver.press("enter", "pagedown")
        await driver.until("Đã lưu tên người giúp.")
        await driver.press("enter")
        await driver.until("Ghi tên 1 người giúp")
