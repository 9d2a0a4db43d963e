"""Forms: accepted once, nothing typed is lost, and nothing accepted comes back as a draft."""

from __future__ import annotations

from pathlib import Path

from textual.events import Key

from driver import Driver, driven
from storage.clock import FixedClock


async def open_guest(driver: Driver) -> None:
    """Opens the form of a guest in step 1."""
    await driver.press("end", "enter")
    await driver.wait_for_focus("field-name")


async def test_two_enters_in_one_burst_record_once(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await open_guest(driver)
        await driver.type("Đỗ Văn Tài")
        await driver.press("pagedown")
        await driver.wait_for_focus("accept")
        for _turn in range(3):
            driver.app.post_message(Key("enter", "\r"))
        await driver.until("Đã lưu: khách mời Đỗ Văn Tài")
        guests = await driver.app.ask(lambda books: books.meetings.guests(1))
        assert [guest.name for guest in guests] == ["Đỗ Văn Tài"]
        assert "►1 Điểm danh" in driver.text()


async def test_what_was_accepted_does_not_come_back_as_a_draft(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await open_guest(driver)
        await driver.type("Đỗ Văn Tài")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: khách mời Đỗ Văn Tài")
        assert await driver.app.ask(lambda books: books.drafts.get("guest")) is None
        await open_guest(driver)
        assert "Đã mở lại phần đang ghi dở." not in driver.text()


async def test_a_name_that_is_nobody_s_is_not_lost_in_silence(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.go_to_line("office:chair")
        await driver.press("enter")
        await driver.wait_for_focus("field-member")
        await driver.type("Người Lạ")
        await driver.press("pagedown", "enter")
        await driver.until("Chưa rõ “Người Lạ” là thành viên nào.")
        assert "Người Lạ" in driver.text()


async def test_the_only_member_who_fits_is_taken_on_leaving_the_field(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.go_to_line("office:chair")
        await driver.press("enter")
        await driver.wait_for_focus("field-member")
        await driver.type("tran van duc")
        await driver.until("ông Trần Văn Đức")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: người chủ trì là ông Trần Văn Đức")


async def test_help_is_there_in_a_form(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await open_guest(driver)
        await driver.press("f1")
        await driver.until("Enter sang ô tiếp, Tab cũng vậy")


async def test_the_digit_after_a_refusal_begins_another_number(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("1", "2", "enter")
        await driver.until("Tổ chỉ có 11 thành viên")
        await driver.press("1", "0")
        assert "► 10 / 11" in driver.text()
        await driver.press("escape")
        assert "11 / 11" in driver.text()


async def test_a_key_pressed_before_a_popup_came_up_does_nothing_when_it_closes(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.go_to_line("office:chair")
        for _turn in range(3):
            driver.app.post_message(Key("enter", "\r"))
        await driver.until("là ai?")
        await driver.press("escape")
        await driver.until("Điểm danh: mỗi tổ có bao nhiêu người?")
        assert "là ai?" not in driver.text()


async def test_what_is_half_typed_is_dropped_only_when_that_is_confirmed(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await open_guest(driver)
        await driver.type("Đỗ Văn Tài")
        await driver.press("escape", "enter")
        await driver.until("Đã mở lại phần đang ghi dở.")
        await driver.press("pagedown", "down", "enter")
        await driver.until("Xóa hết những gì đã ghi trong tờ này?")
        await driver.press("1")
        await driver.until("Đỗ Văn Tài")
        await driver.press("enter", "2")
        await driver.until("Điểm danh: mỗi tổ có bao nhiêu người?")
        assert await driver.app.ask(lambda books: books.drafts.get("guest")) is None


async def test_the_place_in_a_form_is_kept_and_not_only_its_words(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await open_guest(driver)
        await driver.type("Đỗ Văn Tài")
        await driver.press("tab")
        await driver.press("escape", "enter")
        await driver.until("Đã mở lại phần đang ghi dở.")
        await driver.wait_for_focus("field-position")


async def test_what_is_typed_in_one_burst_after_answers_goes_where_it_is_meant(
    closed_books: Path, clock: FixedClock
) -> None:
    """Digits, spaces and Enter too, however slowly the focus moves."""
    async with driven(closed_books, clock) as driver:
        await driver.press("f2", "4")
        await driver.until("►4 Các tổ trình bày")
        await driver.press("1", "1")
        await driver.until("Họ tên, tuổi")
        await driver.type("Đỗ Văn Xa")
        await driver.press("enter")
        await driver.wait_for_focus("field-address_form")
        await driver.press("down", "down")
        await driver.wait_for_focus("field-relation")
        await driver.type("3xóm 4")
        await driver.press("tab", "tab")
        await driver.wait_for_focus("field-needs")
        await driver.type("23gặt 3 sào lúa")
        await driver.wait_for_focus("field-thing-labour")
        text = driver.text()
        for words in ("3 ● người ngoài CLB", "xóm 4", "gặt 3 sào lúa"):
            assert words in text
        assert "1 □ Hiện vật   2 ■ Ngày công   3 ■ Tiền" in text


async def test_digits_typed_in_one_burst_answer_one_question_each(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f2", "4")
        await driver.until("►4 Các tổ trình bày")
        await driver.press("1", "1")
        await driver.until("Họ tên, tuổi")
        await driver.press("pagedown", "up", "up")
        await driver.wait_for_focus("field-consent")
        await driver.type("124")
        await driver.wait_for_focus("field-facts")
        assert "1 ● Đồng ý" in driver.text()
        assert "2 ■ sống một mình" in driver.text()
        assert "4 ■ đúng mùa vụ" in driver.text()
