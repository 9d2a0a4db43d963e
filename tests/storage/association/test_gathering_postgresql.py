"""The same on a real PostgreSQL server, started for the test on a socket of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from importlib import import_module
from pathlib import Path

import pytest

import postgresql_server
from invented_bundles import invented_bundle, many_written, with_seal, written
from many_clubs import by_year
from storage.association.database import opened
from storage.association.faults import Fault, NotGathered
from storage.association.gathering import gather_file
from storage.association.tables import GatheredPersonRow
from storage.association.year_figures import year_figures
from storage.records.association import AssociationFigures
from tui.__main__ import main

CLUBS = 30

pytestmark = pytest.mark.skipif(
    bool(postgresql_server.why_not()), reason=postgresql_server.why_not() or "none"
)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The URL of an empty database."""
    with postgresql_server.server() as url:
        yield url


def gathered(url: str, folder: Path) -> tuple[list[object], AssociationFigures, list[str]]:
    """What becomes of many bundles, twice, of a newer one, and of some that do not fit."""
    files = many_written(folder, CLUBS)
    named = invented_bundle(1, names=True)
    named = replace(named, head=replace(named.head, acts=named.head.acts + 1))
    files += [
        *files,
        written(folder, invented_bundle(CLUBS + 1, months=24), "older"),
        written(folder, invented_bundle(CLUBS + 1), "newer"),
        written(folder, with_seal(invented_bundle(2), 20), "contradicts"),
        written(folder, with_seal(invented_bundle(3), 0), "other-books"),
        written(folder, named, "named"),
    ]
    told: list[object] = []
    with opened(url, make=True):
        for path in files:
            try:
                told.append(asdict(gather_file(path)))
            except NotGathered as fault:
                told.append((fault.kind, fault.values))
        names = [row.name for row in GatheredPersonRow.select()]
        return told, year_figures(), names


def test_it_gathers_and_counts_as_sqlite_does(server: str, tmp_path: Path) -> None:
    told, figures, names = gathered(server, tmp_path)
    assert (told, figures, names) == gathered(f"sqlite:///{tmp_path / 'hoi.db'}", tmp_path)
    assert len(figures.clubs) == CLUBS + 1
    assert [each[0] for each in told if isinstance(each, tuple)] == [
        Fault.CONTRADICTS,
        Fault.OTHER_BOOKS,
    ]
    assert names == ["cụ Phạm Thị Hiền"]
    assert (told, figures, names) == gathered(_cut_by_year(server), tmp_path)
    _a_club_that_is_written_elsewhere_at_the_same_moment(server, tmp_path)
    _the_report_of_it(server, tmp_path)


def _cut_by_year(server: str) -> str:
    """Another database, its tables cut as docs/association.md has it."""
    psycopg = import_module("psycopg")
    url = server.replace("/postgres?", "/by_year?")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE by_year")
    with opened(url, make=True):
        pass
    with psycopg.connect(url) as connection:
        connection.execute(by_year())
    return url


def _a_club_that_is_written_elsewhere_at_the_same_moment(server: str, folder: Path) -> None:
    """Is refused here with nothing of it left, and is taken as known when it comes again."""
    # Not among what the other tests need: where it is installed Peewee loads it at every start.
    psycopg = import_module("psycopg")
    path = written(folder, invented_bundle(CLUBS + 2))

    def gather_here() -> Fault | int:
        with opened(server, make=True):
            try:
                return gather_file(path).added
            except NotGathered as fault:
                return Fault(fault.kind)

    with psycopg.connect(server) as elsewhere, ThreadPoolExecutor(1) as other:
        elsewhere.execute(
            "INSERT INTO gathered_club (first_seal, place_and_name, name, hamlet, commune,"
            " province, members, activities_wanted, persons_wanted, meetings, until, acts, bundle)"
            " VALUES (%s, '', '', '', '', '', 0, 1, 1, 0, '2026-12-24', 0, '')",
            [invented_bundle(CLUBS + 2).links[0].seal],
        )
        here = other.submit(gather_here)
        with psycopg.connect(server, autocommit=True) as looking:
            waits = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            while not here.done() and looking.execute(waits).fetchone() == (0,):
                pass
        elsewhere.commit()
        assert here.result() is Fault.GATHERED_ELSEWHERE
    assert gather_here() == len(invented_bundle(CLUBS + 2).meetings)


def _the_report_of_it(server: str, folder: Path) -> None:
    out = folder / "bao-cao.xlsx"
    assert main(["gather-report", server, "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"PK")
