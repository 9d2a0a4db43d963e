"""Text of the old Vietnamese fonts, TCVN3 (ABC) and VNI, recognised and turned into Unicode.

Such text looks like "NguyÔn ThÞ Mïi" or "Nguyeãn Thò Muøi" to everything but its font. Whether
a file is written so is decided over all its words: a syllable that Vietnamese can have counts
for a reading, one that it cannot have counts against it twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum

_TCVN3 = dict(
    zip(
        "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ®¡¢£¤¥¦§",
        "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂÊÔƠƯĐ",
        strict=True,
    )
)
"""Small letters one for one; capitals with a tone are the same codes in a font of capitals."""

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_MARKS = {
    "ù": _ACUTE,
    "ø": _GRAVE,
    "û": _HOOK,
    "õ": _TILDE,
    "ï": _DOT,
    "â": _CIRCUMFLEX,
    "á": _CIRCUMFLEX + _ACUTE,
    "à": _CIRCUMFLEX + _GRAVE,
    "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE,
    "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE,
    "é": _BREVE + _ACUTE,
    "è": _BREVE + _GRAVE,
    "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}
"""What a letter after a vowel puts on it."""
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
"""Letters that stand for others by themselves."""
_VNI_PAIR = re.compile(f"([aeouyôö])([{''.join(_VNI_MARKS)}])", re.IGNORECASE)
_VNI_LETTER = re.compile(f"[{''.join(_VNI_LETTERS)}]", re.IGNORECASE)

_WORD = re.compile(r"[^\s\d.,;:!?()\[\]{}\"'“”/\\|+*=<>@#$%&_–-]+")
_SYLLABLE = re.compile(
    r"(?:ngh?|gh|gi|kh|ph|qu|th|tr|ch|nh|[bcdđghklmnprstvx])?"
    r"[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_TONES = frozenset((_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT))


class Font(StrEnum):
    """The way in which a file's letters are written."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


def from_tcvn3(text: str) -> str:
    """Text of an ABC font (.VnTime) in Unicode."""
    return "".join(_TCVN3.get(letter, letter) for letter in text)


def from_vni(text: str) -> str:
    """Text of a VNI font in Unicode."""
    # A vowel and its mark first: a pair's second letter means something else by itself.
    marked = _VNI_PAIR.sub(_pair, text)
    return unicodedata.normalize("NFC", _VNI_LETTER.sub(_letter, marked))


def _pair(found: re.Match[str]) -> str:
    vowel, mark = found[1], _VNI_MARKS[found[2].lower()]
    base = _VNI_LETTERS.get(vowel.lower(), vowel.lower())
    # Kept apart until all single letters are turned: what a pair gave is not turned again.
    base = base.upper() if vowel.isupper() else base
    return unicodedata.normalize("NFD", base) + mark


def _letter(found: re.Match[str]) -> str:
    letter = _VNI_LETTERS[found[0].lower()]
    return letter.upper() if found[0].isupper() else letter


_READINGS: dict[Font, Callable[[str], str]] = {
    Font.UNICODE: lambda text: text,
    Font.TCVN3: from_tcvn3,
    Font.VNI: from_vni,
}


def font_of(texts: Iterable[str]) -> Font:
    """In which way these texts are written; Unicode where nothing speaks for another."""
    words = {word for text in texts for word in _WORD.findall(text) if not word.isascii()}
    scores = {
        font: sum(_weight(reading(word)) for word in words) for font, reading in _READINGS.items()
    }
    best = max(scores, key=lambda font: scores[font])
    return best if scores[best] > scores[Font.UNICODE] else Font.UNICODE


def to_unicode(text: str, font: Font) -> str:
    """The text as it was meant."""
    return _READINGS[font](text)


def plausibility(texts: Iterable[str]) -> int:
    """How far texts read as Vietnamese, for choosing between the encodings of a file."""
    words = {word for text in texts for word in _WORD.findall(text) if not word.isascii()}
    return max(sum(_weight(reading(word)) for word in words) for reading in _READINGS.values())


def _weight(word: str) -> int:
    return 1 if _is_syllable(word) else -2


def _is_syllable(word: str) -> bool:
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    apart = unicodedata.normalize("NFD", word.lower())
    if sum(mark in _TONES for mark in apart) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(each for each in apart if each not in _TONES))
    return _SYLLABLE.fullmatch(bare) is not None
