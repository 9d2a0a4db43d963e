"""The database that the Association's operator names: made, known again, or left alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.association.database import opened
from storage.association.faults import Fault, NotGathered


def test_the_file_is_the_operators_alone(tmp_path: Path) -> None:
    path = tmp_path / "hoi.db"
    with opened(f"sqlite:///{path}", make=True):
        pass
    assert path.stat().st_mode & 0o077 == 0


def test_a_database_of_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE member (name)")
    before = path.read_bytes()
    for make in (True, False):
        with (
            pytest.raises(NotGathered) as found,
            opened(f"sqlite:///{path}", make=make),
        ):
            pass
        assert found.value.kind is Fault.NOT_A_GATHERING
    assert path.read_bytes() == before


def test_a_later_versions_database_is_left_to_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'hoi.db'}"
    with opened(url, make=True):
        pass
    with closing(sqlite3.connect(tmp_path / "hoi.db")) as file, file:
        file.execute("UPDATE gathered_format SET version = 2")
    with pytest.raises(NotGathered) as found, opened(url, make=True):
        pass
    assert found.value.kind is Fault.GATHERING_NEWER


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("hoi.db", Fault.URL_UNCLEAR),
        ("sqlite://hoi.db", Fault.URL_UNCLEAR),
        ("sqlite:///", Fault.URL_UNCLEAR),
        ("mysql://localhost/hoi", Fault.URL_UNCLEAR),
        ("postgresql://[", Fault.URL_UNCLEAR),
        ("sqlite:////no/such/folder/hoi.db", Fault.CANNOT_CONNECT),
    ],
)
def test_a_url_that_names_no_database_is_refused(url: str, fault: Fault) -> None:
    with pytest.raises(NotGathered) as found, opened(url, make=True):
        pass
    assert found.value.kind is fault


def test_without_a_gathering_there_is_nothing_to_report(tmp_path: Path) -> None:
    with (
        pytest.raises(NotGathered) as found,
        opened(f"sqlite:///{tmp_path / 'none.db'}", make=False),
    ):
        pass
    assert found.value.kind is Fault.NO_GATHERING
    assert not (tmp_path / "none.db").exists()
