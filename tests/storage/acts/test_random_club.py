"""Whatever a club does, takes back, does again, closes and opens: the books are as a model says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from club_at_random import Difference
from random_club import RandomClub
from storage.errors import Refusal
from storage.tables import connection


def test_books_and_model_agree(small_club: Path, tmp_path: Path) -> None:
    for seed in range(8):
        folder = Path(shutil.copytree(small_club, tmp_path / f"club-{seed}"))
        RandomClub(folder, seed).run()


def undone(club: RandomClub) -> None:
    """The last act, and what is left of it."""
    club.undo()
    club.compare()


def test_the_model_sees_an_undo_that_forgets(small_club: Path, tmp_path: Path) -> None:
    club = RandomClub(Path(shutil.copytree(small_club, tmp_path / "club")), 1)
    connection.execute_sql('DROP TRIGGER "record_delete_group_count"')
    club.count()
    group = next(iter(club.model.state["counts"]))
    member = club.model.members_of(group)[0]
    club.books.attendance.tick(club.meeting, member, present=True)
    club.model.tick(member, present=True)
    club.compare()
    with pytest.raises((Difference, Refusal)):
        undone(club)
    club.books.close()
