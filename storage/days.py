"""Days as the club says and writes them.

The books speak no language but this: what a villager types about time ("chủ nhật
tới", "rằm tháng 7", "trước 15/11") is read here, and days are written here, so that
screens and papers write them alike.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from storage.day_words.numbers import NUMBER
from storage.day_words.reading import understood
from storage.day_words.spans import ONE_DAY, Span
from storage.records.cases import When
from storage.said import N_, Say, as_written
from storage.vietnamese import clean_line, fold

__all__ = [
    "When",
    "describe",
    "hour_on_paper",
    "is_past",
    "on_paper",
    "on_screen",
    "understand_when",
    "weekday_on_screen",
]

_WEEKDAYS = (
    N_("Thứ hai"),
    N_("Thứ ba"),
    N_("Thứ tư"),
    N_("Thứ năm"),
    N_("Thứ sáu"),
    N_("Thứ bảy"),
    N_("Chủ nhật"),
)

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


def describe(when: When, say: Say = as_written) -> str:
    """What was understood, to stand beside the field; empty where nothing was."""
    if when.first and when.last:
        if when.first == when.last:
            return weekday_on_screen(when.first, say)
        span = say("từ {first} đến {last}")
        return span.format(first=on_screen(when.first), last=on_screen(when.last))
    if when.last:
        return say("đến hết {day}").format(day=on_screen(when.last))
    return say("từ {day}").format(day=on_screen(when.first)) if when.first else ""


def is_past(when: When, today: date) -> bool:
    """Whether the last day meant lies behind."""
    end = when.last or when.first
    return end is not None and end < today


def on_screen(day: date) -> str:
    """A day in figures: "05/01/2026"."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def weekday_on_screen(day: date, say: Say = as_written) -> str:
    """A day with its weekday: "Chủ nhật 01/11/2026"."""
    return f"{say(_WEEKDAYS[day.weekday()])} {on_screen(day)}"


def on_paper(day: date) -> str:
    """A day as papers have it.

    Decree 30/2020 wants a leading zero for days below ten and for the months 1 and 2
    only: "ngày 29 tháng 6 năm 2019".
    """
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def hour_on_paper(moment: datetime) -> str:
    """An hour as papers have it: "08 giờ 30"."""
    return f"{moment.hour:02d} giờ {moment.minute:02d}"
