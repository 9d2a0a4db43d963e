"""Gói số liệu gửi Hội: one file for the Association, with names only where they are agreed to."""

from __future__ import annotations

import shutil
from pathlib import Path

from driver import Driver, driven
from storage.association.bundle_file import read_bundle
from storage.books import Books
from storage.clock import FixedClock
from storage.records.consent import Consents
from storage.records.figures import Period
from storage.records.kinds import Consent, ExportKind
from storage.rules.figures import cases_by_month


async def open_sending(driver: Driver) -> None:
    """From the main page to the question what is sent."""
    await driver.go_to_line("book:papers")
    await driver.press("enter")
    await driver.go_to_line("send-to-association")
    await driver.press("enter")


async def test_counts_name_nobody_and_names_are_noted(
    invented_year: Path, tmp_path: Path, clock: FixedClock
) -> None:
    folder = Path(shutil.copytree(invented_year, tmp_path / "club"))
    books = Books(folder, clock)
    _month, case = next(cases_by_month(Period(2026), books.figures.source(Period(2026))))
    books.consents.record(case.person.id, Consents(locality=Consent.AGREED))
    books.close()
    async with driven(folder, clock) as driver:
        await open_sending(driver)
        await driver.press("1", "2")
        await driver.until("không có tên ai")
        (file,) = (folder / "giay-to").glob("*.chungtay")
        assert read_bundle(file).bundle.persons == ()
        assert await driver.app.ask(lambda books: books.exports.newest()) == ()
        await driver.press("enter", "2", "2")
        await driver.until("có tên 1 người")
        (noted,) = await driver.app.ask(lambda books: books.exports.newest())
        export = noted.export
        assert (export.what, export.people, export.file) == (ExportKind.BUNDLE, 1, str(file))
    assert {each.name for each in read_bundle(file).bundle.persons} == {case.addressed}


async def test_before_minutes_are_sealed_there_is_nothing_to_send(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f9", "5")
        await driver.until("In ấn")
        await driver.go_to_line("send-to-association")
        await driver.press("enter", "1", "2")
        await driver.until("sổ chưa có biên bản nào đã chốt")
    assert not list(closed_books.glob("**/*.chungtay"))
