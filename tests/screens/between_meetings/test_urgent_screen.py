"""Việc cần giúp ngay, as the secretary writes it down after a telephone call."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from driver import Driver, driven
from sample_cases import HIEN, LUC
from screens.widgets.line_list import LineList
from storage.books import Books
from storage.clock import FixedClock
from storage.records.kinds import HelperKind, HelpForm, Relation
from storage.records.pledges import PledgeDraft
from storage.records.urgent import UrgentDraft


@pytest.fixture
def folder(books: Books, tmp_path: Path, clock: FixedClock) -> Path:
    """The books of a club without a meeting; two reports wait."""
    now = clock.now()
    books.urgent.report(UrgentDraft(LUC, now - timedelta(hours=30), decision="ứng viện phí"))
    books.urgent.report(UrgentDraft(HIEN, now - timedelta(hours=2), cause="đang cấp cứu"))
    books.close()
    return tmp_path / "books"


async def open_book(driver: Driver) -> None:
    await driver.go_to_line("book:urgent")
    await driver.press("enter")
    await driver.until("+ Ghi việc cần giúp ngay")


async def test_a_call_of_last_night_is_written_down_in_one_form(
    books: Books, clock: FixedClock
) -> None:
    books.close()
    async with driven(books.path.parent, clock) as driver:
        await open_book(driver)
        await driver.press("enter")
        await driver.until("Họ tên")
        await driver.type("bà Đỗ Thị Lan")
        await driver.press("enter")
        for _field in ("address_form", "birth", "relation", "address"):
            await driver.press("tab")
        await driver.type("cháy bếp, mất hết đồ")
        await driver.press("tab", "tab", "tab")
        await driver.wait_for_focus("field-cause")
        await driver.type("không còn chỗ nấu ăn")
        await driver.press("tab")
        await driver.type("an")
        await driver.press("enter")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: báo việc cần giúp ngay: bà L.")
        await driver.until("● chưa quyết định")
        report = (await driver.app.ask(lambda each: each.urgent.overview())).open[0]
        assert report.story.cause == "không còn chỗ nấu ăn"
        assert report.story.reported_by != ""


async def test_the_decision_and_the_help_are_written_on_the_report(
    folder: Path, clock: FixedClock
) -> None:
    async with driven(folder, clock) as driver:
        await open_book(driver)
        assert "Phạm Thị Hiền" not in driver.text()
        await driver.go_to_text("anh Trần Văn Lực")
        await driver.press("enter", "3")
        await driver.until("Đã giúp – anh Trần Văn Lực")
        await driver.type("500.000 đ viện phí")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: đã giúp ngay anh Trần Văn Lực")
        await driver.until("√ giúp sau 30 giờ")


async def test_help_of_which_only_a_part_was_given_is_not_called_done(
    folder: Path, clock: FixedClock
) -> None:
    async with driven(folder, clock) as driver:
        await open_book(driver)
        await driver.go_to_text("anh Trần Văn Lực")
        await driver.press("enter", "3")
        await driver.type("200.000 đ")
        await driver.press("tab")
        await driver.wait_for_focus("field-how_far")
        await driver.press("2")
        assert "Giúp ngày nào" not in driver.text()
        await driver.press("ctrl+s")
        await driver.until("– giúp một phần")
        report = (await driver.app.ask(lambda each: each.urgent.overview())).open
        assert [each.story.help_given for each in report if each.decided] == ["200.000 đ"]


async def test_those_pledged_in_number_are_named_later(
    books: Books, tmp_path: Path, clock: FixedClock
) -> None:
    report = books.urgent.report(UrgentDraft(LUC, clock.now(), decision="dựng lại lều"))
    draft = PledgeDraft(HelpForm.LABOUR, HelperKind.NUMBER, "dựng lều", number=3)
    pledge_id = books.urgent.pledge(report, draft)
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await open_book(driver)
        await driver.go_to_line(f"pledge:{pledge_id}")
        assert "3 người, ghi tên sau" in driver.text()
        await driver.press("enter", "3")
        await driver.until("Ai giúp? (3 người)")
        await driver.type("duc")
        await driver.press("enter", "pagedown")
        await driver.until("Đã lưu tên người giúp.")
        assert "3 người, thiếu 2 tên" in driver.text()


async def test_whoever_is_helped_is_not_offered_as_a_helper(
    books: Books, tmp_path: Path, clock: FixedClock
) -> None:
    ill = books.register.members()[20]
    case = replace(LUC, name=ill.name, relation=Relation.MEMBER, member_id=ill.id)
    report = books.urgent.report(UrgentDraft(case, clock.now(), decision="dựng lại lều"))
    draft = PledgeDraft(HelpForm.LABOUR, HelperKind.NUMBER, "dựng lều", number=3)
    pledge_id = books.urgent.pledge(report, draft)
    others = {member.id for member in books.register.members()} - {ill.id}
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await open_book(driver)
        await driver.go_to_line(f"pledge:{pledge_id}")
        await driver.press("enter", "3")
        await driver.until("Ai giúp? (3 người)")
        lines = driver.app.screen.query_one(LineList).shown_lines
        offered = {line.key for line in lines if line.key.startswith("member:")}
        assert offered == {f"member:{number}" for number in others}


async def test_a_mistake_is_asked_about_before_it_goes(folder: Path, clock: FixedClock) -> None:
    async with driven(folder, clock) as driver:
        await open_book(driver)
        await driver.go_to_text("anh Trần Văn Lực")
        await driver.press("enter", "6")
        await driver.until("Bỏ việc này khỏi sổ")
        await driver.press("1")
        await driver.until("Đã lưu: bỏ việc cần giúp ngay ghi nhầm")
        await driver.until_gone("ứng viện phí")


async def test_who_wrote_what_of_a_report_is_a_key_away(folder: Path, clock: FixedClock) -> None:
    async with driven(folder, clock) as driver:
        await open_book(driver)
        assert "(5 ai ghi)" in driver.text()
        await driver.press("5")
        await driver.go_to_text("Trần Văn Lực")
        assert " 5 ai ghi " in driver.text()
        await driver.press("5")
        await driver.until("Ai ghi, khi nào: về một trường hợp")
        assert "Trần Văn Lực" in driver.text()
