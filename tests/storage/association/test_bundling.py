"""A club's bundle: its sealed months in numbers, and names only where it and they agreed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from storage.association.bundle_file import read_bundle
from storage.association.bundle_text import bundle_bytes
from storage.association.bundling import bundle_of
from storage.association.database import opened
from storage.association.faults import Fault, NotGathered
from storage.association.gathering import gather_file
from storage.association.year_figures import year_figures
from storage.books import Books
from storage.clock import FixedClock
from storage.records.addenda import AddendumDraft
from storage.records.consent import Consents
from storage.records.figures import Period
from storage.records.kinds import Consent, ExportKind
from storage.rules.figures import cases_by_month
from storage.tables import MinutesRow, connection
from tui.__main__ import main

TODAY = date(2026, 10, 24)


@pytest.fixture
def sealed(invented_year: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Books]:
    """A copy of these books, open."""
    books = Books(Path(shutil.copytree(invented_year, tmp_path / "sealed")), clock)
    yield books
    books.close()


def let_be_named(books: Books, answer: Consent) -> str:
    """Someone who was helped in 2026 answers for the locality; gives the name."""
    period = Period(2026)
    _month, case = next(cases_by_month(period, books.figures.source(period)))
    books.consents.record(case.person.id, Consents(locality=answer))
    return case.addressed


def test_it_reads_back_as_it_was_written(sealed: Books, tmp_path: Path) -> None:
    let_be_named(sealed, Consent.AGREED)
    bundle = bundle_of(sealed, names=True)
    path = tmp_path / "club.chungtay"
    path.write_bytes(bundle_bytes(bundle))
    assert bundle.persons
    assert read_bundle(path).bundle == bundle


def test_it_holds_every_seal_in_its_order(sealed: Books) -> None:
    rows = list(MinutesRow.select().order_by(MinutesRow.id))
    links = bundle_of(sealed, names=False).links
    assert [link.seal for link in links] == [row.digest for row in rows]
    assert [link.previous for link in links] == ["", *(row.digest for row in rows[:-1])]
    days = [link.meeting.day for link in links if link.meeting is not None]
    assert days == [row.meeting.day for row in rows]


def test_what_is_longer_than_a_bundle_takes_is_told_in_short(sealed: Books, tmp_path: Path) -> None:
    club = sealed.club.known()
    sealed.club.save(replace(club, name="CLB " + "rất " * 100, commune="xã " + "x" * 400))
    path = tmp_path / "club.chungtay"
    path.write_bytes(bundle_bytes(bundle_of(sealed, names=True)))
    head = read_bundle(path).bundle.head
    assert (len(head.name), len(head.commune)) == (299, 300)


def test_an_addendum_is_a_link_of_the_chain(sealed: Books, tmp_path: Path) -> None:
    last = sealed.meetings.all()[-1]
    sealed.addenda.write(last.id, AddendumDraft("Xin đọc là mười hai ngày công.", TODAY))
    bundle = bundle_of(sealed, names=False)
    assert (len(bundle.links), len(bundle.meetings)) == (13, 12)
    path = tmp_path / "club.chungtay"
    path.write_bytes(bundle_bytes(bundle))
    assert read_bundle(path).bundle == bundle


def test_the_figures_are_those_of_the_clubs_own_report(sealed: Books) -> None:
    months = [each for each in bundle_of(sealed, names=False).months if each.month.year == 2026]
    own = sealed.figures.figures(Period(2026))
    assert [each.month for each in months] == [date(2026, month, 1) for month in range(1, 10)]
    assert sum(each.helped for each in months) == own.persons > 0
    assert sum(each.labour for each in months) == own.labour > 0
    assert sum(each.money for each in months) == own.money > 0


def test_the_association_measures_the_targets_as_the_club_does(
    sealed: Books, tmp_path: Path
) -> None:
    path = tmp_path / "club.chungtay"
    path.write_bytes(bundle_bytes(bundle_of(sealed, names=False)))
    with opened(f"sqlite:///{tmp_path / 'hoi.db'}", make=True):
        gather_file(path)
        (club,) = year_figures(2026).clubs
    # As it stood when the last minutes were closed: October is not over.
    own = sealed.figures.figures(Period(2026, 1, 9))
    assert (club.held, club.counted) == (own.meetings, own.counted) == (9, 9)
    assert (club.community_met, club.persons_met) == (own.community_met, own.persons_met)
    assert (club.persons, club.labour, club.money) == (own.persons, own.labour, own.money)


def test_counts_name_nobody_and_tell_of_no_hardship(sealed: Books) -> None:
    let_be_named(sealed, Consent.AGREED)
    written = bundle_bytes(bundle_of(sealed, names=False)).decode()
    people = {member.name for member in sealed.register.members()}
    people |= {story.person.name for story in sealed.consents.stories()}
    assert [name for name in people if name in written] == []
    told = [json.loads(line) for line in written.splitlines()]
    words = {value for line in told[1:] for value in line.values() if isinstance(value, str)}
    assert [word for word in words if " " in word] == []


def test_only_who_agreed_for_the_locality_is_named(sealed: Books) -> None:
    assert bundle_of(sealed, names=True).persons == ()
    name = let_be_named(sealed, Consent.AGREED)
    assert {person.name for person in bundle_of(sealed, names=True).persons} == {name}
    let_be_named(sealed, Consent.REFUSED)
    assert bundle_of(sealed, names=True).persons == ()


def test_a_later_bundle_has_more_acts(sealed: Books) -> None:
    before = bundle_of(sealed, names=False).head.acts
    let_be_named(sealed, Consent.REFUSED)
    assert bundle_of(sealed, names=False).head.acts > before


def test_broken_books_are_not_sent(sealed: Books) -> None:
    connection.execute_sql("DROP TRIGGER seal_update_minutes")
    connection.execute_sql("UPDATE minutes SET content = replace(content, 'CLB', 'clb')")
    with pytest.raises(NotGathered) as refused:
        bundle_of(sealed, names=False)
    assert refused.value.kind is Fault.BOOKS_UNSOUND


def test_without_sealed_minutes_there_is_nothing_to_send(
    closed_books: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "club.chungtay"
    assert main(["bundle", "--out", str(out), "--data", str(closed_books)]) == 1
    assert capsys.readouterr().err == (
        "Chưa gói được: sổ chưa có biên bản nào đã chốt. Xin chốt biên bản rồi làm lại.\n"
    )
    assert not out.exists()


def test_the_command_writes_a_private_file_and_the_books_keep_where_names_went(
    sealed: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str], clock: FixedClock
) -> None:
    let_be_named(sealed, Consent.AGREED)
    sealed.close()
    folder, out = str(sealed.path.parent), tmp_path / "ra" / "club.chungtay"
    assert main(["bundle", "--out", str(out), "--data", folder]) == 0
    assert main(["bundle", "--names", "--out", str(out), "--data", folder]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Đã gói 12 biên bản vào {out}; chỉ có số liệu, không có tên ai.",
        f"Đã gói 12 biên bản vào {out}; có tên 1 người đã đồng ý nêu tên với địa phương.",
    ]
    assert out.stat().st_mode & 0o077 == 0
    again = Books(sealed.path.parent, clock)
    (noted,) = again.exports.newest()
    again.close()
    export = noted.export
    assert (export.what, export.people, export.file) == (ExportKind.BUNDLE, 1, str(out))
