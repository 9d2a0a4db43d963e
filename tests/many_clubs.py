"""The long form: many clubs of three years gathered and reported, on SQLite and on PostgreSQL.

`PYTHONPATH=.:tests python tests/many_clubs.py 1000` takes a minute and prints what it measured;
with `--among 30000` PostgreSQL alone, among as many clubs of twenty years that are there already
(ten minutes, five gigabytes); with `--by-year` too, its tables cut as docs/association.md says.
The short form, of thirty clubs, is among the tests of the gathering.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import postgresql_server
from invented_bundles import invented_bundle, many_written, written
from long_run import say
from storage.association.database import opened
from storage.association.gathering import gather_file
from storage.association.tables import GATHERED_TABLES, GatheredMeetingRow, gathering
from storage.association.year_figures import year_figures

_SAMPLE = 25
"""Bundles that are timed at each size, so that one slow moment does not tell."""
_YEARS = 20
_FILL = (
    """INSERT INTO gathered_club (first_seal, place_and_name, name, hamlet, commune, province,
        members, activities_wanted, persons_wanted, meetings, until, acts, bundle)
    SELECT md5('a' || n) || md5('b' || n), md5('c' || n) || md5('d' || n),
        'CLB Liên thế hệ tự giúp nhau thôn ' || n, 'thôn ' || n, 'xã ' || n / 9,
        'tỉnh ' || n / 1000, 58, 1, 1, 240, '2045-12-24', 10000, md5('e' || n) || md5('f' || n)
    FROM generate_series(1, {clubs}) AS n""",
    """INSERT INTO gathered_meeting (club_id, year, ordinal, month, day, number, present, proposed,
        chosen, seal, digest)
    SELECT n, y, (y - 2026) * 12 + m, m, make_date(y, m, 24), m, 50, 4, 2,
        md5('a' || n || y || m) || md5('b' || n || y || m),
        md5('c' || n || y || m) || md5('d' || n || y || m)
    FROM generate_series(2026, 2045) AS y, generate_series(1, 12) AS m,
        generate_series(1, {clubs}) AS n""",
    """INSERT INTO gathered_month (club_id, year, month, counted, activities, persons, labour,
        money)
    SELECT n, y, m, true, 1, 2, 10, 50000
    FROM generate_series(2026, 2045) AS y, generate_series(1, 12) AS m,
        generate_series(1, {clubs}) AS n""",
    "VACUUM ANALYZE",
    "CHECKPOINT",
)
_PAGE = Path(__file__).parents[1] / "docs" / "association.md"


def main() -> None:
    """Says what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clubs", type=int, nargs="?", default=1000)
    parser.add_argument("--among", type=int, default=0)
    parser.add_argument("--by-year", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = many_written(folder, asked.clubs)
        size = sum(path.stat().st_size for path in files) / asked.clubs
        say(f"{asked.clubs} clubs, {size / 1024:.1f} kB a bundle")
        if not asked.among:
            _measure(f"sqlite:///{folder / 'hoi.db'}", folder, files)
        reason = postgresql_server.why_not()
        if reason:
            say(f"no PostgreSQL: {reason}")
            return
        with postgresql_server.server(durable=True) as url:
            if asked.by_year:
                with opened(url, make=True):
                    gathering.obj.execute_sql(by_year().replace("%", "%%"))
            if asked.among:
                _fill(url, asked.among)
            _measure(url, folder, files)


def by_year() -> str:
    """The statement of the page that cuts the tables by year."""
    return (
        _PAGE.read_text(encoding="utf-8").partition("<!-- by year -->\n```sql\n")[2].split("```")[0]
    )


def _fill(url: str, clubs: int) -> None:
    with opened(url, make=True):
        for statement in _FILL:
            gathering.obj.execute_sql(statement.format(clubs=clubs))
    say(f"among {clubs} clubs of {_YEARS} years")


def _measure(url: str, folder: Path, files: Sequence[Path]) -> None:
    say(url.partition(":")[0])
    times: list[float] = []
    with opened(url, make=True):
        for path in files:
            with _timed(times):
                gather_file(path)
        for size in (_SAMPLE, 100, 1_000, 10_000):
            if size <= len(files):
                told = _milliseconds(times[size - _SAMPLE : size])
                say(f"  a new club's three years, the last of {size} clubs: {told}")
        say(f"  one month more of a known club: {_milliseconds(_newer(folder, len(files)))}")
        long_past = _milliseconds(_long_past(folder, len(files)))
        say(f"  one month more of a club of {_YEARS} years: {long_past}")
        again: list[float] = []
        for path in files[-_SAMPLE:]:
            with _timed(again):
                gather_file(path)
        say(f"  the same bundle again: {_milliseconds(again)}")
        report: list[float] = []
        with _timed(report):
            figures = year_figures()
        say(f"  the figures of a year of {len(figures.clubs)} clubs: {report[0]:.2f} s")
        say(f"  {_size()}")
    import resource  # which Windows does not have

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(f"  the program took {most:.0f} MB at most")


def _newer(folder: Path, clubs: int) -> list[float]:
    """A club that sends a bundle every month, from its second year on."""
    times: list[float] = []
    for months in range(36 - _SAMPLE, 37):
        path = written(folder, invented_bundle(clubs + 1, months=months), "newer")
        with _timed(times):
            gather_file(path)
    return times[1:]


def _long_past(folder: Path, clubs: int) -> list[float]:
    """A club of twenty years that sends a bundle every month."""
    times: list[float] = []
    for months in range(12 * _YEARS - _SAMPLE, 12 * _YEARS + 1):
        bundle = invented_bundle(clubs + 2, years=_YEARS, months=months)
        path = written(folder, bundle, "long")
        with _timed(times):
            gather_file(path)
    return times[1:]


def _size() -> str:
    database = gathering.obj
    rows = sum(table.select().count() for table in GATHERED_TABLES)
    if isinstance(database.database, str) and database.database.endswith(".db"):
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        size = Path(database.database).stat().st_size
    else:
        total = "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relname ~ '^gathered'"
        size = int(database.execute_sql(f"{total} AND relkind = 'r'").fetchone()[0])
    a_month = size / GatheredMeetingRow.select().count()
    return f"{rows} rows, {size / 2**20:.1f} MB, {a_month:.0f} bytes a sealed month"


def _milliseconds(times: Sequence[float]) -> str:
    return f"{median(times) * 1000:.1f} ms"


@contextmanager
def _timed(times: list[float]) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    times.append(time.perf_counter() - begun)


if __name__ == "__main__":
    main()
