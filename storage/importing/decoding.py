"""The bytes of a text file turned into text: Unicode with or without its mark, or an old code."""

from __future__ import annotations

import codecs
import unicodedata

from storage.importing.legacy_fonts import plausibility

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
"""Enough to tell one code from another."""


def decoded(content: bytes) -> str:
    """The text of a file, in NFC.

    An 8-bit file without a mark is read as what reads best as Vietnamese: windows-1258, or
    the codes of the old fonts, whose letters are those of windows-1252.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _nfc(content.decode(encoding, errors="replace"))
    wide = _utf_16_without_mark(content)
    if wide:
        return _nfc(content.decode(wide, errors="replace"))
    try:
        return _nfc(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _nfc(_of_eight_bits(content))


def looks_binary(text: str) -> bool:
    """Whether this is no text at all, whatever its file is called."""
    sample = text[:_SAMPLE]
    strange = sum(unicodedata.category(letter) in {"Cc", "Co"} for letter in sample)
    spaces = sum(sample.count(each) for each in "\n\r\t")
    return "\x00" in sample or strange - spaces > len(sample) // 50


def _of_eight_bits(content: bytes) -> str:
    vietnamese = content.decode("cp1258", errors="replace")
    western = "".join(_western(byte) for byte in content)
    return max((western, vietnamese), key=lambda text: plausibility([_nfc(text)[:_SAMPLE]]))


def _western(byte: int) -> str:
    """A letter of windows-1252; the five codes that it leaves open stand for themselves."""
    letter = bytes((byte,)).decode("cp1252", errors="ignore")
    return letter or chr(byte)


def _utf_16_without_mark(content: bytes) -> str:
    """UTF-16 shows by its empty bytes, every other one where the text is Latin."""
    sample = content[:_SAMPLE]
    half = len(sample) // 2
    if not half:
        return ""
    if sample[1::2].count(0) > half * 0.4 and sample[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.4 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return ""


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
