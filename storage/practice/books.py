"""Invented books of many years, for trying things out, for tests and for benchmarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from itertools import cycle
from pathlib import Path
from random import Random

from storage.books import Books
from storage.clock import FixedClock
from storage.database import FILE_NAME
from storage.errors import Refusal, RefusalKind
from storage.practice.club import CLUB
from storage.practice.month import PracticeMonth
from storage.practice.stock import AREAS, FAMILY_NAMES, MEN, SKILLS, WOMEN
from storage.records.kinds import Address, Position
from storage.tables import connection

_VIETNAM = timezone(timedelta(hours=7))
_USUAL_GROUP = 12
_FEWEST_GROUPS, _MOST_GROUPS = 3, 10
_USUAL_MEMBERS = 58
_OLD = 80
"""Who is as old as this is addressed as cụ."""
_MEETING_DAY = 24


def make_practice_books(
    folder: Path, years: int, seed: int, today: date, members: int = _USUAL_MEMBERS
) -> None:
    """Makes books with a sealed meeting a month, up to the month before today's.

    The same seed makes the same content, but for what the seal salts; what a month brings does not
    rest on how many went before it, so that old books and new ones can be compared.

    Raises:
        Refusal: the folder has books already.
    """
    if (folder / FILE_NAME).exists():
        raise Refusal(RefusalKind.FOLDER_NOT_EMPTY, folder=str(folder))
    days = tuple(_meeting_days(years, today))
    clock = FixedClock(_morning(days[0] - timedelta(days=30)))
    books = Books(folder, clock)
    try:
        # Nobody would miss these books after a power cut: a hundredth of the time is enough.
        connection.execute_sql("PRAGMA synchronous = OFF")
        make_register(books, _chance(seed), days[0].year, members)
        for day in days:
            clock.advance((_morning(day) - clock.now()).total_seconds())
            PracticeMonth(books, clock, _chance(seed, day)).hold()
    finally:
        books.close()


def _chance(seed: int, day: date | None = None) -> Random:
    """What will happen in a month, or where the club comes from."""
    return Random(f"{seed} {day or ''}")  # noqa: S311 - invented people, not secrets


def _meeting_days(years: int, today: date) -> Iterator[date]:
    """The day of the meeting in each month, from the first year to the month before today's."""
    last = today.year * 12 + today.month - 1
    for month in range(last - 12 * years, last):
        yield date(month // 12, month % 12 + 1, _MEETING_DAY)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(8, 30), _VIETNAM)


def make_register(books: Books, chance: Random, year: int, members: int) -> None:
    """The club, its groups, and members with a name each of their own."""
    books.club.save(replace(CLUB, name="CLB Liên thế hệ tự giúp nhau thôn Thử"))
    names = _names(chance)
    for number, (size, area) in enumerate(zip(_group_sizes(members), cycle(AREAS)), start=1):
        group = books.register.add_group(f"Tổ {number}", area)
        own = [_add_member(books, chance, next(names), group, area, year) for _ in range(size)]
        books.register.set_leader(group, own[0])
    chair, secretary, *_others = books.register.members()
    books.register.set_positions(chair.id, [Position.CHAIR])
    books.register.set_positions(secretary.id, [Position.SECRETARY])


def _group_sizes(members: int) -> list[int]:
    """As many groups of about a dozen as a club may have, none larger than another by two."""
    groups = min(_MOST_GROUPS, max(_FEWEST_GROUPS, round(members / _USUAL_GROUP)))
    least, over = divmod(members, groups)
    return [least + (number < over) for number in range(groups)]


def _names(chance: Random) -> Iterator[tuple[str, bool]]:
    """Names, each with whether a woman bears it; none comes twice."""
    names = [(f"{family} {name}", True) for family in FAMILY_NAMES for name in WOMEN]
    names += [(f"{family} {name}", False) for family in FAMILY_NAMES for name in MEN]
    chance.shuffle(names)
    yield from names


def _add_member(
    books: Books, chance: Random, named: tuple[str, bool], group: int, area: str, year: int
) -> int:
    name, woman = named
    age = chance.randint(58, 84)
    form = Address.CU if age >= _OLD else Address.BA if woman else Address.ONG
    return books.register.add_member(
        name,
        group,
        address_form=form,
        birth_year=year - age,
        address=area,
        home_care=chance.random() < 0.05,
        can_help=chance.choice(SKILLS),
    )
