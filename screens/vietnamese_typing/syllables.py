"""What a Vietnamese syllable can be: its beginning, its rhyme, and where its tone stands."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache
from itertools import product

from storage.records.kinds import ToneStyle


class Tone(StrEnum):
    """The combining mark of a tone."""

    NONE = ""
    HUYEN = "\u0300"
    HOI = "\u0309"
    NGA = "\u0303"
    SAC = "\u0301"
    NANG = "\u0323"


ONSETS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
"""How a syllable can begin."""

_RHYMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăt oe oem oen oeng oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uêu uơ
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu uôc uôi uôm uôn uông uôt
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
"""
RHYMES = tuple(_RHYMES.split())
"""What can follow the beginning."""

RHYMES_AFTER_QU = (*RHYMES, "ych", "ynh", "yt")
"""What can follow "qu", whose u is no part of the rhyme."""

_VOWELS = frozenset("aăâeêioôơuưy")
_MARKED = frozenset("ăâêôơư")
_PLAIN = {"ă": "a", "â": "a", "ê": "e", "ô": "o", "ơ": "o", "ư": "u", "đ": "d"}
_STOPS = ("c", "ch", "k", "p", "t")
_PARTS = re.compile(r"(qu|gi(?=[aăâeêoôơuưy])|[^aăâeêioôơuưy]*)(.*)", re.DOTALL)
_OLD_STYLE_FIRST = frozenset({"oa", "oe", "uy"})
"""Open rhymes whose tone the old style puts on the first letter, the modern one on the second."""
_TONED_ON_THE_LAST = frozenset({"ie", "ue", "uo", "ye"})
"""Rhymes on the way to iê, uê, uô, ươ and yê."""


def plain(letter: str) -> str:
    """A small letter without its hat, horn, breve or stroke."""
    return _PLAIN.get(letter, letter)


def split_tone(text: str) -> tuple[str, str]:
    """The letters without their tones, and the tones in their order."""
    apart = unicodedata.normalize("NFD", text)
    tones = "".join(sign for sign in apart if sign in frozenset(Tone) - {""})
    letters = "".join(sign for sign in apart if sign not in tones)
    return unicodedata.normalize("NFC", letters), tones


def parts(letters: str) -> tuple[str, str]:
    """Beginning and rhyme of small letters without tone: "giếng" is g and iêng, "gia" gi and a."""
    found = _PARTS.fullmatch(letters)
    onset, rhyme = (found[1], found[2]) if found else (letters, "")
    if onset == "gi" and rhyme not in _beginnings(RHYMES):
        return "g", f"i{rhyme}"
    return onset, rhyme


def vowels_of(rhyme: str) -> str:
    """The vowels that a rhyme begins with."""
    return rhyme[: next((i for i, letter in enumerate(rhyme) if letter not in _VOWELS), None)]


@cache
def _beginnings(rhymes: tuple[str, ...]) -> frozenset[str]:
    """All that a rhyme can look like while it is typed: cut short, marks still to come."""
    return frozenset(
        "".join(letters)
        for rhyme in rhymes
        for end in range(len(rhyme) + 1)
        for letters in product(*({letter, plain(letter)} for letter in rhyme[:end]))
    )


@cache
def _onset_beginnings() -> frozenset[str]:
    return frozenset(onset[:end] for onset in ONSETS for end in range(len(onset) + 1))


def may_become_a_syllable(letters: str, tone: str) -> bool:
    """Whether small letters with a tone are a syllable, or can become one as more is typed."""
    onset, rhyme = parts(letters)
    if not rhyme:
        return onset in _onset_beginnings() and not tone
    rhymes = RHYMES_AFTER_QU if onset == "qu" else RHYMES
    if onset not in ONSETS or rhyme not in _beginnings(rhymes):
        return False
    ends_in_a_stop = rhyme[len(vowels_of(rhyme)) :] in _STOPS
    return not ends_in_a_stop or tone in {Tone.NONE, Tone.SAC, Tone.NANG}


def with_tone(letters: str, tone: str, style: ToneStyle) -> str:
    """The letters, in whatever case, with the tone where the style puts it."""
    if not tone:
        return letters
    onset, rhyme = parts(letters.lower())
    place = len(onset) + _toned_letter(rhyme, style)
    return unicodedata.normalize("NFC", letters[: place + 1] + tone + letters[place + 1 :])


def _toned_letter(rhyme: str, style: ToneStyle) -> int:
    vowels = vowels_of(rhyme)
    last = len(vowels) - 1
    marked = [place for place, letter in enumerate(vowels) if letter in _MARKED]
    if marked:
        return marked[-1]
    if len(vowels) == 3:
        return 1
    if len(rhyme) > len(vowels) or vowels in _TONED_ON_THE_LAST:
        return last
    if vowels in _OLD_STYLE_FIRST:
        return 0 if style is ToneStyle.OLD else 1
    return 0
