"""Whatever is done to sealed records past the program is noticed: by the check, or by paper."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from storage.books import Books
from storage.safekeeping.checking import check_books
from tamperer import CHANGES, Tamperer
from tampering import codes, noticed_by, sealed_books, tampered, undone, unguarded


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Books]:
    """A year of sealed meetings; each change in them is taken back."""
    books = sealed_books(tmp_path_factory.mktemp("tampering") / "books")
    yield books
    books.close()


def test_every_kind_of_change_is_noticed(sealed: Books) -> None:
    assert check_books() == []
    seen = tampered(len(CHANGES), 4)
    assert {change for change, _by in seen} == {change.__name__ for change in CHANGES}
    assert [change for change, by in seen if not by] == []


def test_only_paper_tells_of_the_last_meeting_of_all(sealed: Books) -> None:
    signed = codes()
    with undone():
        with unguarded():
            assert Tamperer(Random(1)).remove_the_last_meeting()
        assert check_books() == []
        assert noticed_by(signed) == "paper"
