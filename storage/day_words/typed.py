"""What is typed about time, read as days: "chủ nhật tới", "rằm tháng 7", "trước 15/11"."""

from __future__ import annotations

import re
from datetime import date

from storage.day_words.numbers import NUMBER
from storage.day_words.reading import understood
from storage.day_words.spans import ONE_DAY, Span
from storage.records.cases import When
from storage.vietnamese import clean_line, fold

_TOLD_APART_BY_MARKS = {
    "sáu": "6",
    "tư": "4",
    "mốt": "kia",
    "nửa tháng": "15 ngày",
    "tối": "chiều",
    "sang năm": "năm sau",
    "sang nam": "nam sau",
}
"""Without their marks these would be "sau", "từ", "một", "nữa", "tới" and "sáng"."""
_MARKED = re.compile(rf"\b(?:{'|'.join(_TOLD_APART_BY_MARKS)})\b")
_DASHES = re.compile(r"[–—−]")
_HOUR = re.compile(r"\b(?:luc )?\d{1,2} ?(?:gio|h)(?: ?\d{1,2}(?![\d/.-]))?(?: phut| ruoi)?\b")
_TIME_OF_DAY = re.compile(r"\b(?:buoi )?(?:sang|trua|chieu|dem)\b")
_LEADING = re.compile(r"^(?:(?:trong|vao|khoang|du kien|luc|cuoi cung) )+")
_BETWEEN = re.compile(r"\s*-\s*| (?:den|toi) ")
_UNTIL = re.compile(r"(?:cham nhat|muon nhat|han)(?: la)? (.+)|(?:den|toi)(?: het)? (.+)|het (.+)")
_BEFORE = re.compile(r"truoc (.+)")
_SINCE = re.compile(r"(?:tu|ke tu) (.+)")
_AFTER = re.compile(r"sau (.+)")
_DAY_ALONE = re.compile(rf"(?:ngay |mung |mong )?{NUMBER}")


def understand_when(text: str, today: date) -> When:
    """The days that someone means by what was typed; without days if it is not understood."""
    text = clean_line(text)
    words = _plain_words(text)
    first, last = _open_or_closed(words, today) if words else (None, None)
    return When(text, first, last)


def _plain_words(text: str) -> str:
    marked = _MARKED.sub(lambda found: _TOLD_APART_BY_MARKS[found[0]], text.lower())
    words = _DASHES.sub("-", fold(marked))
    words = _TIME_OF_DAY.sub(" ", _HOUR.sub(" ", words))
    return _LEADING.sub("", " ".join(words.split()).strip(" .,;"))


def _open_or_closed(words: str, today: date) -> tuple[date | None, date | None]:
    """The first and the last day; one of them is None where only the other was said."""
    closed = understood(words, today) or _from_to(words, today)
    if closed:
        return closed
    for pattern, bounds in (
        (_BEFORE, lambda span: (None, span[0] - ONE_DAY)),
        (_UNTIL, lambda span: (None, span[1])),
        (_SINCE, lambda span: (span[0], None)),
        (_AFTER, lambda span: (span[1] + ONE_DAY, None)),
    ):
        found = pattern.fullmatch(words)
        span = understood(_LEADING.sub("", found[found.lastindex or 1]), today) if found else None
        if span:
            return bounds(span)
    return None, None


def _from_to(words: str, today: date) -> Span | None:
    for separator in _BETWEEN.finditer(words):
        left = _SINCE.sub(r"\1", words[: separator.start()])
        span = _span_between(left, words[separator.end() :], today)
        if span:
            return span
    return None


def _span_between(left: str, right: str, today: date) -> Span | None:
    begin = understood(left, today)
    end = understood(right, today)
    if end and _DAY_ALONE.fullmatch(left):
        # "5 đến 10/11", "mùng 1 đến mùng 5 Tết": the month is said at the end only.
        same = understood(left + _DAY_ALONE.sub("", right, count=1), today)
        begin = same if same and same[0] <= end[1] else begin
    if begin is None:
        return None
    if end is None or end[1] < begin[0]:
        # "từ ngày 28 đến 3", "28/12 – 3/1": what follows the beginning.
        end = understood(right, begin[0]) or understood(f"ngay {right}", begin[0])
    return (begin[0], end[1]) if end and begin[0] <= end[1] else None
