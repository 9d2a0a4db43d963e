"""What the keys of Telex and VNI do, and the letters that a mark can go to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from screens.vietnamese_typing.syllables import Tone, may_become_a_syllable, parts, plain
from storage.records.kinds import TypingMethod


@dataclass(frozen=True, slots=True)
class ToneKey:
    """A key that gives a tone, or takes it away."""

    tone: Tone


@dataclass(frozen=True, slots=True)
class MarkKey:
    """A key that gives letters a hat, a horn, a breve or a stroke."""

    letters: Mapping[str, str]
    """What becomes of each plain letter."""
    types_u: bool = False
    """Whether the key stands for ư by itself, where there is no vowel yet: "tw" is "tư"."""


_HAT = {"a": "â", "e": "ê", "o": "ô"}
_HORN = {"o": "ơ", "u": "ư"}
_BREVE = {"a": "ă"}
_STROKE = MarkKey({"d": "đ"})

KEYS: Mapping[TypingMethod, Mapping[str, ToneKey | MarkKey]] = {
    TypingMethod.NONE: {},
    TypingMethod.TELEX: {
        **{letter: MarkKey({letter: hat}) for letter, hat in _HAT.items()},
        "w": MarkKey({**_HORN, **_BREVE}, types_u=True),
        "d": _STROKE,
        "s": ToneKey(Tone.SAC),
        "f": ToneKey(Tone.HUYEN),
        "r": ToneKey(Tone.HOI),
        "x": ToneKey(Tone.NGA),
        "j": ToneKey(Tone.NANG),
        "z": ToneKey(Tone.NONE),
    },
    TypingMethod.VNI: {
        "1": ToneKey(Tone.SAC),
        "2": ToneKey(Tone.HUYEN),
        "3": ToneKey(Tone.HOI),
        "4": ToneKey(Tone.NGA),
        "5": ToneKey(Tone.NANG),
        "0": ToneKey(Tone.NONE),
        "6": MarkKey(_HAT),
        "7": MarkKey(_HORN),
        "8": MarkKey(_BREVE),
        "9": _STROKE,
    },
}
"""What each key of a method does."""

_OPEN_WITH_ONE_HORN = frozenset({"h", "kh", "th"})
"""After these "uo" is "uơ" while nothing follows: "thuở", "huơ"."""


def with_mark(letters: str, tone: str, key: MarkKey) -> str | None:
    """Small letters with the mark on the letter it is meant for; None where there is none."""
    changed = (each for each in _marked(letters, key) if may_become_a_syllable(each, tone))
    return next(changed, None)


def without_mark(letters: str, key: MarkKey) -> str:
    """Small letters without any mark of this key."""
    marks = frozenset(key.letters.values())
    return "".join(plain(letter) if letter in marks else letter for letter in letters)


def joined_horns(letters: str, *, closed: bool) -> str:
    """Small letters with both horns of "ươ": neither "ưo" nor "uơ" goes on without the other.

    `closed` says that no other vowel or mark is waited for.
    """
    onset, rhyme = parts(letters)
    place = next((rhyme.find(pair) for pair in ("ưo", "uơ") if pair in rhyme), -1)
    if place < 0:
        return letters
    followed = len(rhyme) > place + 2
    if followed or (closed and rhyme.startswith("ưo")):
        rhyme = f"{rhyme[:place]}ươ{rhyme[place + 2 :]}"
    return onset + rhyme


def _marked(letters: str, key: MarkKey) -> Iterator[str]:
    if "d" in key.letters:
        if letters.startswith("d"):
            yield f"đ{letters[1:]}"
        return
    onset, rhyme = parts(letters)
    place = _place_of_uo(rhyme)
    if place is not None and {"o", "u"} <= key.letters.keys():
        pair = _horns(onset, rhyme, place)
        if pair is not None:
            yield f"{onset}{rhyme[:place]}{pair}{rhyme[place + 2 :]}"
        return
    for index, letter in enumerate(rhyme):
        mark = key.letters.get(plain(letter))
        if mark is None or mark == letter:
            continue
        head, tail = rhyme[:index], rhyme[index + 1 :]
        yield f"{onset}{head}{mark}{tail}"
        # "ươ" with a hat on its o is "uô".
        yield f"{onset}{''.join(map(plain, head))}{mark}{tail}"


def _place_of_uo(rhyme: str) -> int | None:
    pairs = range(len(rhyme) - 1)
    return next((i for i in pairs if rhyme[i] in "uư" and plain(rhyme[i + 1]) == "o"), None)


def _horns(onset: str, rhyme: str, place: int) -> str | None:
    """What a horn makes of "uo"; None where both letters have theirs."""
    if rhyme[place : place + 2] == "ươ":
        return None
    return "uơ" if rhyme == "uo" and onset in _OPEN_WITH_ONE_HORN else "ươ"
