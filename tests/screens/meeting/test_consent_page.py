"""Đồng ý nêu tên: the details a key away in the case form, and a page of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from driver import Driver, driven
from prepared import PreparedBooks, Stage, clock_at
from sample_cases import HIEN
from screens.forms.case_form import case_fields, case_of_values, case_texts
from screens.forms.consent_fields import APART
from screens.forms.values import Values
from screens.meeting import consent_page
from screens.widgets.line_list import LineList
from storage.books import Books
from storage.records.consent import Consents
from storage.records.kinds import Consent


def test_the_details_stay_out_of_the_way_until_they_are_asked_for(books: Books) -> None:
    today = books.clock.today()
    usual = Values(case_texts(replace(HIEN, consent=Consent.AGREED)), today)
    details = [each for each in case_fields() if each.key.startswith("consent-")]
    assert len(details) == 3
    assert not any(each.shown and each.shown(usual) for each in details)
    texts = {**case_texts(HIEN), "consent": APART, "consent-locality": "agreed", "guardian": "Lam"}
    apart = case_of_values(books, Values(texts, today))
    assert (apart.consents, apart.guardian) == (Consents(locality=Consent.AGREED), "Lam")


def test_what_was_answered_apart_is_shown_apart_again(books: Books) -> None:
    asked = Consents(Consent.AGREED, Consent.REFUSED, Consent.NOT_ASKED)
    draft = replace(HIEN, consent=Consent.AGREED, consents=asked)
    texts = case_texts(draft)
    assert texts["consent"] == APART
    assert case_of_values(books, Values(texts, books.clock.today()), draft) == draft


async def test_a_consent_is_withdrawn_between_two_meetings(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.HOME, tmp_path / "books")
    async with driven(folder, clock_at(Stage.HOME)) as driver:
        await driver.go_to_line("book:consents")
        await driver.press("enter")
        await driver.go_to_text("bà Đinh Thị Lượt")
        await driver.press("enter")
        await driver.until("Đồng ý nêu tên – bà Đinh Thị Lượt")
        await driver.press("3", "3", "1", "pagedown", "enter")
        await driver.until("Đã rút lại      Đã rút lại      Đồng ý")
        assert "24/10/2026 Đã rút lại (trước CLB, trong biên bản)" in driver.row("detail")


async def test_in_a_meeting_it_is_said_and_undone(prepared: PreparedBooks, tmp_path: Path) -> None:
    folder = prepared.copy(Stage.PROPOSALS, tmp_path / "books")
    async with driven(folder, clock_at(Stage.PROPOSALS)) as driver:
        await driver.go_to_text("cụ H., Tổ 3")
        await driver.press("enter", "3")
        await driver.until("Đồng ý nêu tên – cụ H.")
        await driver.press("1", "pagedown", "enter")
        await driver.until("Đã lưu: ghi việc đồng ý nêu tên của cụ Phạm Thị Hiền")
        await driver.press("ctrl+z")
        await driver.until("Đã bỏ: ghi việc đồng ý nêu tên của cụ H.")


async def test_those_of_earlier_years_are_a_key_away(
    prepared: PreparedBooks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consent_page, "_AT_FIRST", 1)
    folder = prepared.copy(Stage.HOME, tmp_path / "books")
    async with driven(folder, clock_at(Stage.HOME)) as driver:
        everyone = await driver.app.ask(lambda books: books.consents.stories())
        last = await driver.app.ask(lambda books: books.consents.stories(1))
        assert len(last) == 1 < len(everyone)
        await driver.go_to_line("book:consents")
        await driver.press("enter")
        await driver.go_to_text("Xem cả những người của các năm trước")
        assert _people(driver) == {each.person.id for each in last}
        await driver.press("enter")
        assert _people(driver) == {each.person.id for each in everyone}


def _people(driver: Driver) -> set[int]:
    lines = driver.app.screen.query_one("#lines", LineList).shown_lines
    return {int(line.key) for line in lines if line.key.isdigit()}
