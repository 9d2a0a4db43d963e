"""How the Association counts: one club's year, and the years of a commune, a province, of all."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Hashable, Iterable
from dataclasses import replace
from datetime import date

from storage.records.association import ClubYear, PlaceYear
from storage.records.figures import Figures, MonthFigures
from storage.vietnamese import clean_line, text_sort_key, written_alike

_PROVINCE = re.compile(r"^(?:tỉnh|thành phố|tp)[\s.]+")
"""No two provinces differ in nothing but this."""


def club_key(name: str, commune: str, province: str) -> str:
    """The same for the same club in the same place, however its letters are written."""
    parts = (written_alike(name), written_alike(commune), province_key(province))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def province_key(province: str) -> str:
    """The same for "tỉnh Hưng Yên" and "Hưng Yên"."""
    return written_alike(_PROVINCE.sub("", clean_line(province).casefold()))


def commune_key(province: str, commune: str) -> Hashable:
    """Communes of one name in two provinces are two."""
    return province_key(province), written_alike(commune)


def club_sort_key(club: ClubYear) -> tuple[object, ...]:
    """By province, commune and name, in Vietnamese order; who names no province comes last."""
    places = (province_key(club.province), written_alike(club.commune))
    unnamed = tuple(not place for place in places)
    return (
        unnamed[0],
        text_sort_key(places[0]),
        unnamed[1],
        text_sort_key(places[1]),
        text_sort_key(club.name),
    )


def club_year(club: ClubYear, figures: Figures) -> ClubYear:
    """A club with what its months add up to, by the same rules as its own report."""
    return replace(
        club,
        counted=figures.counted,
        activities=sum(month.activities for month in figures.months),
        persons=figures.persons,
        labour=figures.labour,
        money=figures.money,
        community_met=figures.community_met,
        persons_met=figures.persons_met,
    )


def added_months(months: Iterable[MonthFigures]) -> tuple[MonthFigures, ...]:
    """Each month once, with everything that several books say of it together."""
    found: dict[date, MonthFigures] = {}
    for each in months:
        before = found.get(each.month, MonthFigures(each.month, counts=False))
        found[each.month] = MonthFigures(
            month=each.month,
            counts=before.counts or each.counts,
            meetings=before.meetings + each.meetings,
            activities=before.activities + each.activities,
            helped=before.helped + each.helped,
            labour=before.labour + each.labour,
            money=before.money + each.money,
        )
    return tuple(found[month] for month in sorted(found))


def by_commune(clubs: Iterable[ClubYear]) -> tuple[PlaceYear, ...]:
    """The communes' years, in the order of their clubs."""
    places: dict[Hashable, PlaceYear] = {}
    for club in clubs:
        key = commune_key(club.province, club.commune)
        place = places.get(key, PlaceYear(club.province, club.commune))
        places[key] = _with(place, club)
    return tuple(places.values())


def by_province(clubs: Iterable[ClubYear]) -> tuple[PlaceYear, ...]:
    """The provinces' years, in the order of their clubs."""
    places: dict[Hashable, PlaceYear] = {}
    for club in clubs:
        key = province_key(club.province)
        places[key] = _with(places.get(key, PlaceYear(club.province)), club)
    return tuple(places.values())


def everywhere(clubs: Iterable[ClubYear]) -> PlaceYear:
    """All clubs' year together."""
    total = PlaceYear("")
    for club in clubs:
        total = _with(total, club)
    return total


def _with(place: PlaceYear, club: ClubYear) -> PlaceYear:
    return replace(
        place,
        clubs=place.clubs + 1,
        members=place.members + club.members,
        held=place.held + club.held,
        counted=place.counted + club.counted,
        activities=place.activities + club.activities,
        persons=place.persons + club.persons,
        labour=place.labour + club.labour,
        money=place.money + club.money,
        community_met=place.community_met + club.community_met,
        persons_met=place.persons_met + club.persons_met,
    )
