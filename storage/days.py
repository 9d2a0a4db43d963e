"""Days as the club writes them, so that screens and papers write them alike.

What is typed about days is read in `storage.day_words.typed`: what only writes them, as the main
page does, need not load it.
"""

from __future__ import annotations

from datetime import date, datetime

from storage.records.cases import When
from storage.said import N_, Say, as_written

_WEEKDAYS = (
    N_("Thứ hai"),
    N_("Thứ ba"),
    N_("Thứ tư"),
    N_("Thứ năm"),
    N_("Thứ sáu"),
    N_("Thứ bảy"),
    N_("Chủ nhật"),
)


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
