"""Days in words, in the language of the screen; in figures they are the same in each."""

from __future__ import annotations

from datetime import date

from screens.language import _
from storage import days
from storage.records.cases import When


def describe(when: When) -> str:
    """What was understood, to stand beside the field; empty where nothing was."""
    return days.describe(when, _)


def weekday_on_screen(day: date) -> str:
    """A day with its weekday: "Chủ nhật 01/11/2026"."""
    return days.weekday_on_screen(day, _)
