"""Who in the books bears a name, by any part of it, however many people they tell of.

SQLite lets through those who may be meant; the rule by which everyone is found picks among these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from operator import and_, or_
from typing import TypeVar

from peewee import Expression, fn

from storage.tables import PersonRow
from storage.vietnamese import fold, found_by_name, without_address

Someone = TypeVar("Someone")

_MOST_WORDS, _MOST_LETTERS = 8, 24
"""How much of what was typed SQLite looks at; a whole page may have been pasted."""


def found_in_books(
    words: str,
    read: Callable[[Expression], Iterable[Someone]],
    name_of: Callable[[Someone], str],
    limit: int,
) -> list[Someone]:
    """The first of those whose names match, by given name; `read` gives whom a condition lets in.

    Whoever bears it as a given name stands first, so that all others are read only where these
    are few: a letter begins a word of most names.
    """
    begun = fold(without_address(words)).split()[:_MOST_WORDS]
    if not begun:
        return []
    matching = _any_part(begun)
    found = found_by_name(words, read(matching & _given_name(begun)), name_of, in_order=False)
    if len(found) < limit:
        found = found_by_name(words, read(matching), name_of, in_order=False)
    return found[:limit]


def _any_part(begun: list[str]) -> Expression:
    """Whether each word begins one of the name, or the letters may be its initials."""
    each_begins = reduce(and_, (fn.INSTR(" " + PersonRow.folded, f" {word}") > 0 for word in begun))
    letters = "".join(begun)[:_MOST_LETTERS]
    if len(letters) == 1:
        return each_begins
    initials = " ".join(f"{letter}*" for letter in letters)
    return each_begins | (fn.GLOB(initials, PersonRow.folded) == 1)


def _given_name(begun: list[str]) -> Expression:
    """Whether one of the words begins the given name: the last one."""
    letters = fn.REPLACE(PersonRow.folded, " ", "")
    before = fn.LENGTH(fn.RTRIM(PersonRow.folded, letters))
    given = fn.SUBSTR(PersonRow.folded, before + 1)
    return reduce(or_, (fn.INSTR(given, word) == 1 for word in begun))
