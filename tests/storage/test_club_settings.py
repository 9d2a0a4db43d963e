"""The club's settings: each keeps its limits, and has the effect that is shown of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from storage.between_meetings.reached import targets_of
from storage.books import Books
from storage.club import LIMITS
from storage.errors import Refusal, Trouble
from storage.safekeeping.backup import STICK_FOLDER, found


def test_one_setting_changes_and_the_others_stay(books: Books) -> None:
    before = books.club.known()
    books.club.change(part_number="V", community_target=2)
    assert books.club.known() == replace(before, part_number="V", community_target=2)


def test_what_is_taken_away_is_as_usual_again(books: Books) -> None:
    books.club.change(part_number="", abbreviation=" ")
    club = books.club.known()
    assert (club.part_number, club.abbreviation) == ("IV", "CLB")


def test_a_club_keeps_its_name(books: Books) -> None:
    with pytest.raises(Refusal, match="name_missing"):
        books.club.change(name=" ")


@pytest.mark.parametrize("setting", LIMITS)
def test_a_number_stays_within_its_limits(books: Books, setting: str) -> None:
    low, high = LIMITS[setting]
    books.club.change(**{setting: low})
    books.club.change(**{setting: high})
    for beyond in (low - 1, high + 1):
        with pytest.raises(Refusal) as refused:
            books.club.change(**{setting: beyond})
        assert refused.value.values == {"low": low, "high": high}


def test_the_targets_are_what_the_club_set(books: Books, meeting_id: int) -> None:
    books.club.change(community_target=2, persons_target=3)
    targets = targets_of(meeting_id, books.meetings.get(meeting_id).day)
    assert not replace(targets, activities=1).community_met
    assert replace(targets, activities=2).community_met
    assert not replace(targets, helped=2, months=1).persons_met
    assert replace(targets, helped=3, months=1).persons_met


def test_a_third_person_signs_between_the_two(books: Books, meeting_id: int) -> None:
    books.club.change(third_signature="Trưởng thôn")
    capacities = [each.capacity for each in books.minutes.content(meeting_id).signatures]
    assert capacities == ["Thư ký", "Trưởng thôn", "Chủ tọa"]


def test_every_backup_goes_into_the_second_folder_too(books: Books, tmp_path: Path) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    books.backups.make(second=str(stick))
    assert [file.number for file in found(stick / STICK_FOLDER)] == [1]


def test_a_second_folder_that_is_gone_is_said_after_the_first_is_written(
    books: Books, tmp_path: Path
) -> None:
    with pytest.raises(Trouble, match="backup_gone"):
        books.backups.make(second=str(tmp_path / "USB"))
    assert len(found(books.backups.folder)) == 1
