"""Vietnamese text as data: cleaned, searched, sorted, and numbers as the club writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

Someone = TypeVar("Someone")

_LINE_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]")
_RUN_OF_SPACES = re.compile(r"\s+")
_RUN_OF_EMPTY_LINES = re.compile(r"\n{3,}")
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs"})
"""Controls, formats (zero width, bidi), private use and lone surrogates."""
_UNSEEN_MARKS = frozenset("\u034f\u115f\u1160\u3164\uffa0") | {
    chr(code) for code in range(0xFE00, 0xFE10)
}
"""Fillers, the grapheme joiner and the selectors that make a sign an emoji."""

REMOVED_NAME = "một người (đã xóa tên)"
"""Who asked that their data be removed is still counted, and is called so."""
REMOVED_WORDS = "(đã xóa)"
"""In the place of words that told of them: that something was said stays known."""

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANKS = {letter: 1000 + rank for rank, letter in enumerate(_ALPHABET)}
_AFTER_THE_ALPHABET = 2000
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Huyền, hỏi, ngã, sắc, nặng."""

WordKey = tuple[tuple[int, ...], tuple[int, ...]]
"""The letters of a word by their rank, then its tones."""
NameKey = tuple[WordKey, WordKey, WordKey, str]
"""Given, middle and family name; the name itself keeps the order the same every time."""


def _is_seen(character: str) -> bool:
    if character == "\n":
        return True
    if character in _UNSEEN_MARKS:
        return False
    return unicodedata.category(character) not in _UNSEEN_CATEGORIES


def visible_text(text: str) -> str:
    """The text in NFC with line breaks as they are and nothing in it that cannot be seen.

    Spaces stay where they are: a field cleans with this while someone types.
    """
    text = _SPACES.sub(" ", _LINE_BREAKS.sub("\n", text))
    if not text.replace("\n", "").isprintable() or not _UNSEEN_MARKS.isdisjoint(text):
        text = "".join(filter(_is_seen, text))
    return unicodedata.normalize("NFC", text)


def visible_line(text: str) -> str:
    """The same on one line: each line break becomes a space."""
    return visible_text(text).replace("\n", " ")


def clean_line(text: str) -> str:
    """The text as it is kept where one line is asked for: a name, an address, a need."""
    return _RUN_OF_SPACES.sub(" ", visible_line(text)).strip()


def clean_text(text: str) -> str:
    """The text as it is kept where lines are asked for: at most one of them empty in a row."""
    lines = "\n".join(clean_line(line) for line in visible_text(text).split("\n"))
    return _RUN_OF_EMPTY_LINES.sub("\n\n", lines).strip("\n")


_ADDRESSES = frozenset({"ong", "ba", "cu", "anh", "chi", "chau"})


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text for searching: small letters without marks, so that "duc" finds "Đức"."""
    apart = unicodedata.normalize("NFD", clean_line(text).lower())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _RUN_OF_SPACES.sub(" ", bare.replace("đ", "d")).strip()


@lru_cache(maxsize=4096)
def written_alike(text: str) -> str:
    """The text for comparing: the same for "HÒA", "Hòa" and "Hoà", and not for "Hoa".

    A syllable has one tone, and where its mark stands is a matter of taste: it is put behind.
    """
    syllables = unicodedata.normalize("NFD", clean_line(text).casefold()).split(" ")
    return " ".join(map(_with_tone_behind, syllables))


def _with_tone_behind(syllable: str) -> str:
    letters = "".join(mark for mark in syllable if mark not in _TONES)
    return letters + "".join(mark for mark in syllable if mark in _TONES)


def matches(folded_query: str, name: str) -> bool:
    """Whether someone who typed the query may mean this name.

    Each word typed begins a word of the name, in any order ("mui nguyen"), or the
    letters typed are its initials, as far as they go ("ntm").
    """
    words = fold(name).split()
    typed = folded_query.split()
    if all(any(word.startswith(begun) for word in words) for begun in typed):
        return True
    return "".join(word[0] for word in words).startswith("".join(typed))


def without_address(words: str) -> str:
    """The name alone, as "bà Hòa" is looked for: everyone is called so, and nobody is named so."""
    first, _space, name = clean_line(words).partition(" ")
    return name if name and fold(first) in _ADDRESSES else words


def found_by_name(
    words: str,
    everyone: Iterable[Someone],
    name_of: Callable[[Someone], str],
    *,
    in_order: bool = True,
) -> list[Someone]:
    """Those whose names match what was typed, by given name first; `in_order` as they stand.

    "Văn" finds a Văn first, then every Vân, and only then who has Văn before the given name.
    """
    words = without_address(words)
    typed = clean_line(words).casefold().split()
    folded = fold(words)
    begun = folded.split()
    found: tuple[list[Someone], ...] = ([], [], [])
    for someone in everyone if begun else ():
        name = name_of(someone)
        if not matches(folded, name):
            continue
        if any(map(name.casefold().rpartition(" ")[2].startswith, typed)):
            found[0].append(someone)
        elif any(map(fold(name).rpartition(" ")[2].startswith, begun)):
            found[1].append(someone)
        else:
            found[2].append(someone)
    if not in_order:
        for alike in found:
            alike.sort(key=lambda someone: name_sort_key(name_of(someone)))
    return [*found[0], *found[1], *found[2]]


@lru_cache(maxsize=2048)
def _letter_and_tone(character: str) -> tuple[int, int]:
    apart = unicodedata.normalize("NFD", character)
    tone = next((_TONES[mark] for mark in apart if mark in _TONES), 0)
    letter = unicodedata.normalize("NFC", "".join(part for part in apart if part not in _TONES))
    if letter in _LETTER_RANKS:
        return _LETTER_RANKS[letter], tone
    base = apart[0]
    if base in _LETTER_RANKS:
        return _LETTER_RANKS[base], len(_TONES) + 1
    return ord(base) + (0 if ord(base) < ord("a") else _AFTER_THE_ALPHABET), tone


def _word_key(words: str) -> WordKey:
    ranked = [_letter_and_tone(character) for character in words.lower()]
    return tuple(letter for letter, _ in ranked), tuple(tone for _, tone in ranked)


@lru_cache(maxsize=4096)
def name_sort_key(name: str) -> NameKey:
    """A key that sorts names as a Vietnamese register does: given, middle, family name.

    Letters are compared over the whole word before the tones are, as the Vietnamese
    collation of the Unicode consortium has it: "Hoa, Hòa, Hoan".
    """
    name = clean_line(name)
    words = name.split(" ")
    family = words[0] if len(words) > 1 else ""
    return _word_key(words[-1]), _word_key(" ".join(words[1:-1])), _word_key(family), name


def with_capital(text: str) -> str:
    """A text as it begins a sentence, a name or a cell."""
    return text[:1].upper() + text[1:]


def text_sort_key(text: str) -> tuple[WordKey, str]:
    """A key that sorts other texts, such as places, from their beginning."""
    text = clean_line(text)
    return _word_key(text), text


def initial(name: str) -> str:
    """The first letter of the given name with a full stop, for those who are not named."""
    if name == REMOVED_NAME:
        return name
    given = clean_line(name).rpartition(" ")[2]
    return f"{given[0].upper()}." if given else ""


def money(amount: int) -> str:
    """A sum as the club writes it: "10.000 đ"."""
    return f"{grouped(amount)} đ"


def grouped(number: int) -> str:
    """A large number as one reads it: "12.500"."""
    return f"{number:,}".replace(",", ".")


def count(number: int) -> str:
    """A number of things as it stands in minutes: "02", "10"; nobody is "0"."""
    return f"{number:02d}" if number else "0"
