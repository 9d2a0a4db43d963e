"""A word in the making: what each further key makes of it, and how it is taken back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from screens.vietnamese_typing.marks import (
    KEYS,
    MarkKey,
    ToneKey,
    joined_horns,
    with_mark,
    without_mark,
)
from screens.vietnamese_typing.syllables import (
    Tone,
    may_become_a_syllable,
    parts,
    split_tone,
    with_tone,
)
from storage.records.keyboard import Keyboard
from storage.records.kinds import TypingMethod

_LETTERS_AT_THE_END = re.compile(r"[^\W\d_]*$")
_LETTERS_AND_DIGITS_AT_THE_END = re.compile(r"[^\W_]*$")
_A_YEAR = re.compile(r"\d{4}$")
"""So many digits are a number: no syllable takes more than three marks."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is being typed."""

    shown: str = ""
    """As it stands in the field."""
    letters: str = ""
    """The same without its tone."""
    tone: str = ""
    keys: str = ""
    """The keys that made it: what it turns back into if it is no Vietnamese syllable."""
    literal: bool = False
    """Whether it is no syllable, so that every further key is only a letter."""
    before: Word | None = None
    """How it stood before the key that turned it back into its keys."""


def word_at_the_end(text: str, method: TypingMethod) -> str:
    """The word that the next key belongs to: with VNI its digits are part of it."""
    pattern = _LETTERS_AND_DIGITS_AT_THE_END if method is TypingMethod.VNI else _LETTERS_AT_THE_END
    found = pattern.search(text)
    return found[0] if found else ""


def word_of(text: str) -> Word:
    """A word that stands in the field already, however it came there."""
    letters, tones = split_tone(text)
    literal = len(tones) > 1 or not may_become_a_syllable(letters.lower(), tones)
    return Word(text, letters, tones, text, literal)


def typed(word: Word, character: str, keyboard: Keyboard) -> Word:
    """The word after one more key."""
    keys = word.keys + character
    if word.literal:
        return Word(word.shown + character, keys=keys, literal=True)
    if _A_YEAR.search(keys):
        return _turned_back(word, keys, character)
    key = KEYS[keyboard.method].get(character.lower())
    changed: Word | None = None
    if isinstance(key, ToneKey):
        changed = _with_tone_key(word, key, character, keyboard)
    elif isinstance(key, MarkKey):
        changed = _with_mark_key(word, key, character, keyboard)
    return changed or _with_letter(word, character, keyboard)


def typed_in_a_row(keys: str, keyboard: Keyboard) -> str:
    """What a whole text becomes, key by key, from an empty field."""
    text, word = "", Word()
    for character in keys:
        if not word_at_the_end(text + character, keyboard.method):
            text, word = text + character, Word()
            continue
        start = len(text) - len(word.shown)
        word = typed(word, character, keyboard)
        text = text[:start] + word.shown
    return text


def _made(word: Word, letters: str, tone: str, character: str, keyboard: Keyboard) -> Word:
    shown = with_tone(letters, tone, keyboard.style)
    return Word(shown, letters, tone, word.keys + character)


def _with_letter(word: Word, character: str, keyboard: Keyboard) -> Word:
    letters = word.letters + character
    letters = _in_case_of(letters, joined_horns(letters.lower(), closed=False))
    if not may_become_a_syllable(letters.lower(), word.tone):
        return _turned_back(word, word.keys + character, character)
    return _made(word, letters, word.tone, character, keyboard)


def _turned_back(word: Word, keys: str, character: str) -> Word:
    """No Vietnamese word: it stands as its keys are."""
    changed = keys != word.shown + character
    return Word(keys, keys=keys, literal=True, before=word if changed else None)


def _with_tone_key(word: Word, key: ToneKey, character: str, keyboard: Keyboard) -> Word | None:
    if key.tone is Tone.NONE:
        return _made(word, word.letters, "", character, keyboard) if word.tone else None
    if not parts(word.letters.lower())[1]:
        return None
    if key.tone == word.tone:
        return _undone(word.letters, "", character, keyboard)
    letters = _in_case_of(word.letters, joined_horns(word.letters.lower(), closed=True))
    if not may_become_a_syllable(letters.lower(), key.tone):
        return None
    return _made(word, letters, key.tone, character, keyboard)


def _with_mark_key(word: Word, key: MarkKey, character: str, keyboard: Keyboard) -> Word | None:
    small = word.letters.lower()
    marked = with_mark(small, word.tone, key)
    if marked is not None:
        letters = _in_case_of(word.letters, marked)
        return _made(word, letters, word.tone, character, keyboard)
    unmarked = without_mark(small, key)
    if unmarked == small:
        return _with_u_of_its_own(word, key, character, keyboard)
    if key.types_u and _u_came_by_its_mark(word):
        text = word.keys if small.endswith("ư") else word.keys + character
        return Word(text, keys=text, literal=True)
    return _undone(_in_case_of(word.letters, unmarked), word.tone, character, keyboard)


def _with_u_of_its_own(word: Word, key: MarkKey, character: str, keyboard: Keyboard) -> Word | None:
    letters = word.letters + ("Ư" if character.isupper() else "ư")
    onset, rhyme = parts(letters.lower())
    alone = key.types_u and rhyme == "ư" and onset != "qu"
    if not alone or not may_become_a_syllable(letters.lower(), word.tone):
        return None
    return _made(word, letters, word.tone, character, keyboard)


def _u_came_by_its_mark(word: Word) -> bool:
    onset, rhyme = parts(word.letters.lower())
    return "ư" in rhyme and "u" not in word.keys.lower()[len(onset) :]


def _undone(letters: str, tone: str, character: str, keyboard: Keyboard) -> Word:
    """The key once more took its mark back, and is a letter from now on."""
    shown = with_tone(letters, tone, keyboard.style) + character
    letters += character
    if not may_become_a_syllable(letters.lower(), tone):
        return Word(shown, keys=shown, literal=True)
    shown = with_tone(letters, tone, keyboard.style)
    return Word(shown, letters, tone, shown)


def _in_case_of(pattern: str, small: str) -> str:
    """Small letters, large where the pattern's are."""
    pairs = zip(pattern, small, strict=True)
    return "".join(letter.upper() if like.isupper() else letter for like, letter in pairs)
