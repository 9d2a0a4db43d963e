"""Why a bundle is not written or not taken; the command line puts it into words."""

from __future__ import annotations

from enum import StrEnum

from storage.errors import BooksError


class Fault(StrEnum):
    """What does not fit."""

    NOTHING_SEALED = "nothing_sealed"
    BOOKS_UNSOUND = "books_unsound"
    NOT_A_FILE = "not_a_file"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NOT_A_BUNDLE = "not_a_bundle"
    NEWER_FORMAT = "newer_format"
    CHANGED = "changed"
    """A digest does not hold: the file is not as it was written."""
    CHAIN_BROKEN = "chain_broken"
    """The seals do not follow on one another."""
    CONTRADICTS = "contradicts"
    """A month of the club was gathered before with another digest."""
    OTHER_BOOKS = "other_books"
    """A club of the same name and place has the same month in other books."""
    GATHERED_ELSEWHERE = "gathered_elsewhere"
    """Somebody else wrote the same club at this moment."""
    URL_UNCLEAR = "url_unclear"
    NOT_A_GATHERING = "not_a_gathering"
    """The database is something else, such as a club's own books."""
    NO_GATHERING = "no_gathering"
    GATHERING_NEWER = "gathering_newer"
    DRIVER_MISSING = "driver_missing"
    CANNOT_CONNECT = "cannot_connect"
    DATABASE_FAILED = "database_failed"
    YEAR_EMPTY = "year_empty"


class NotGathered(BooksError):
    """Something that the Association's commands do not take."""

    def __init__(self, kind: Fault, **values: str | int) -> None:
        super().__init__(kind, **values)
