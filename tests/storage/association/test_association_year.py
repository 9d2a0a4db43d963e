"""A year of many clubs: each counted by its own rules, and added up by commune and province."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from invented_bundles import LAST, invented_bundle, with_seal, written
from storage.association.database import opened
from storage.association.faults import Fault, NotGathered
from storage.association.gathering import gather_file
from storage.association.year_figures import year_figures
from storage.records.association import AssociationFigures, Bundle
from storage.records.figures import MonthFigures
from storage.rules.association import by_commune, by_province, everywhere


def figures_of(folder: Path, *bundles: Bundle, year: int | None = None) -> AssociationFigures:
    with opened(f"sqlite:///{folder / 'hoi.db'}", make=True):
        for bundle in bundles:
            gather_file(written(folder, bundle))
        return year_figures(year)


def club(number: int, *months: MonthFigures, commune: str, province: str) -> Bundle:
    """A club of which only these months are known."""
    bundle = invented_bundle(number)
    head = replace(bundle.head, commune=commune, province=province)
    return replace(bundle, head=head, months=months)


def month(number: int, *, activities: int = 1, persons: int = 1) -> MonthFigures:
    return MonthFigures(
        date(2026, number, 1), activities=activities, helped=persons, labour=10, money=50_000
    )


def test_the_community_is_helped_in_every_month_and_persons_on_average(tmp_path: Path) -> None:
    figures = figures_of(
        tmp_path,
        club(1, month(1, persons=0), month(2, persons=2), commune="xã A", province="tỉnh B"),
        club(2, month(1), month(2, activities=0), commune="xã A", province="tỉnh B"),
        club(3, month(1), month(2, persons=0), commune="xã A", province="tỉnh B"),
    )
    met = {each.name[-1]: (each.community_met, each.persons_met) for each in figures.clubs}
    assert met == {"1": (True, True), "2": (False, True), "3": (True, False)}
    total = everywhere(figures.clubs)
    assert (total.clubs, total.community_met, total.persons_met) == (3, 2, 2)
    assert (total.counted, total.activities, total.persons) == (6, 5, 5)
    assert (total.labour, total.money) == (60, 300_000)


def test_a_club_is_measured_by_what_it_set_itself(tmp_path: Path) -> None:
    bundle = club(1, month(1), commune="xã A", province="tỉnh B")
    ambitious = replace(bundle, head=replace(bundle.head, activities_wanted=2, persons_wanted=2))
    (found,) = figures_of(tmp_path, ambitious).clubs
    assert (found.community_met, found.persons_met) == (False, False)


def test_a_place_is_one_however_it_is_written_and_two_in_two_provinces(tmp_path: Path) -> None:
    figures = figures_of(
        tmp_path,
        club(1, month(1), commune="xã An Bình", province="tỉnh Hưng Yên"),
        club(2, month(1), commune="Xã An Bình", province="Hưng Yên"),
        club(3, month(1), commune="xã An Bình", province="thành phố Hải Phòng"),
        club(4, month(1), commune="xã Ân Thi", province="HƯNG YÊN"),
        club(5, month(1), commune="xã An Bình", province=""),
    )
    assert [(place.province, place.clubs) for place in by_province(figures.clubs)] == [
        ("thành phố Hải Phòng", 1),
        ("tỉnh Hưng Yên", 3),
        ("", 1),
    ]
    assert [(place.commune, place.clubs) for place in by_commune(figures.clubs)] == [
        ("xã An Bình", 1),
        ("xã An Bình", 2),
        ("xã Ân Thi", 1),
        ("xã An Bình", 1),
    ]


def test_months_held_are_counted_once_each_and_meetings_as_they_were(tmp_path: Path) -> None:
    bundle = invented_bundle(1)
    links = list(bundle.links)
    last = links[-1]
    assert last.meeting is not None
    links.append(
        replace(last, previous=last.seal, seal="f" * 64, meeting=replace(last.meeting, number=13))
    )
    (found,) = figures_of(tmp_path, replace(bundle, links=tuple(links))).clubs
    own = [each for each in bundle.meetings if each.day.year == LAST.year]
    assert (found.held, found.meetings) == (len(own), len(own) + 1)


def test_a_club_that_began_new_books_is_one_club(tmp_path: Path) -> None:
    bundle = invented_bundle(1)
    old = invented_bundle(1, months=30)
    rest = replace(
        with_seal(replace(bundle, links=bundle.links[len(old.links) :]), 0),
        months=bundle.months[30:],
    )
    (found,) = figures_of(tmp_path, old, rest).clubs
    own = [each for each in bundle.months if each.month.year == LAST.year]
    assert found.counted == len(own) == 12
    assert found.persons == sum(each.helped for each in own)


def test_who_tells_nothing_of_a_year_is_counted_as_silent(tmp_path: Path) -> None:
    figures = figures_of(tmp_path, invented_bundle(1), invented_bundle(2, months=12))
    assert (figures.year, len(figures.clubs), figures.silent) == (2026, 1, 1)


def test_a_year_of_which_nothing_is_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotGathered) as found:
        figures_of(tmp_path, invented_bundle(1), year=2019)
    assert (found.value.kind, found.value.values) == (Fault.YEAR_EMPTY, {"year": 2019})
    with pytest.raises(NotGathered) as found:
        figures_of(tmp_path / "..", year=None)
    assert found.value.kind is Fault.NO_GATHERING
