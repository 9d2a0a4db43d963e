"""Bundles of invented clubs, made in a moment: no books are behind them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

from storage.association.bundle_text import SUFFIX, bundle_bytes
from storage.records.association import Bundle, BundleHead, SealedMeeting, SealLink, ToldPerson
from storage.records.figures import MonthFigures

LAST = date(2026, 12, 1)
"""The last month of every club."""
PROVINCES = ("tỉnh Hưng Yên", "tỉnh Ninh Bình", "tỉnh Thanh Hóa", "thành phố Hải Phòng")
COMMUNES = ("xã An Bình", "xã Ân Thi", "xã Đông Hưng", "xã Hòa Lạc", "phường Yên Thịnh")
HAMLETS = ("Đông", "Đoài", "Trung", "Thượng", "Hạ", "Chùa", "Đình", "Giếng")
_MEETING_DAY = 24


def invented_bundle(number: int, *, years: int = 3, months: int = 0, names: bool = False) -> Bundle:
    """The bundle of a club by its number: always the same, and so are its first months alone."""
    months = months or 12 * years
    chance = Random(number)
    province = PROVINCES[number % len(PROVINCES)]
    commune = COMMUNES[number // len(PROVINCES) % len(COMMUNES)]
    hamlet = f"{HAMLETS[number % len(HAMLETS)]} {number}"
    links: list[SealLink] = []
    told: list[MonthFigures] = []
    for nth, month in enumerate(_months(12 * years)):
        held = chance.random() < 0.95 or not links
        if nth < months and held:
            previous = links[-1].seal if links else ""
            links.append(SealLink(_seal(number, nth), previous, _meeting(chance, month)))
        figures = _figures(chance, month)
        if nth < months:
            told.append(figures)
    persons = (ToldPerson(told[-1].month, "cụ Phạm Thị Hiền"),) if names else ()
    head = BundleHead(
        name=f"CLB Liên thế hệ tự giúp nhau thôn {hamlet}",
        hamlet=f"thôn {hamlet}",
        commune=commune,
        province=province,
        members=50 + number % 70,
        activities_wanted=1,
        persons_wanted=1,
        acts=40 * months,
    )
    return Bundle(head, tuple(links), tuple(told), persons)


def with_seal(bundle: Bundle, place: int) -> Bundle:
    """The same club, whose meeting at this place was sealed otherwise; what follows, follows."""
    links = list(bundle.links[:place])
    for nth, link in enumerate(bundle.links[place:], place):
        previous = links[-1].seal if links else ""
        links.append(replace(link, seal=_seal(-1, nth), previous=previous))
    return replace(bundle, links=tuple(links))


def written(folder: Path, bundle: Bundle, name: str = "") -> Path:
    """The bundle's file."""
    path = folder / f"{name or bundle.links[0].seal[:12]}{SUFFIX}"
    path.write_bytes(bundle_bytes(bundle))
    return path


def many_written(folder: Path, clubs: int) -> list[Path]:
    """The files of as many clubs, of three years each."""
    return [
        written(folder, invented_bundle(number), f"{number:05d}") for number in range(1, clubs + 1)
    ]


def _months(count: int) -> Iterator[date]:
    last = LAST.year * 12 + LAST.month - 1
    for month in range(last - count + 1, last + 1):
        yield date(month // 12, month % 12 + 1, 1)


def _meeting(chance: Random, month: date) -> SealedMeeting:
    proposed = chance.randint(1, 8)
    return SealedMeeting(
        day=month.replace(day=_MEETING_DAY),
        number=month.month,
        present=chance.randint(35, 60),
        proposed=proposed,
        chosen=min(proposed, chance.randint(1, 3)),
    )


def _figures(chance: Random, month: date) -> MonthFigures:
    return MonthFigures(
        month=month,
        activities=chance.choice((0, *[1] * 12, *[2] * 12)),
        helped=chance.randint(0, 4),
        labour=chance.randint(0, 20),
        money=chance.randint(0, 40) * 10_000,
    )


def _seal(number: int, nth: int) -> str:
    return hashlib.sha256(f"{number} {nth}".encode()).hexdigest()
