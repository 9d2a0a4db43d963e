"""Phụ lục biên bản: the only correction of minutes that are sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage.records.minutes import Paragraph, Signature


@dataclass(frozen=True, slots=True)
class AddendumDraft:
    """An addendum as its form gives it."""

    text: str
    day: date
    secretary_id: int | None = None
    chair_id: int | None = None


@dataclass(frozen=True, slots=True)
class AddendumContent:
    """What an addendum says; it is sealed with its record, and nothing of it changes."""

    parent_body: str
    club_name: str
    number: int
    """Among the addenda of these minutes, from one."""
    minutes_number: int
    year: int
    """Of the minutes' number."""
    abbreviation: str
    meeting_name: str
    meeting_day: date
    day: date
    """Its own."""
    text: tuple[Paragraph, ...]
    signatures: tuple[Signature, ...]
    recipients: tuple[str, ...]
    """Those of the minutes."""
    minutes_code: str
    """The check code of the minutes that it corrects."""
    check_code: str = ""
    """Its own; no part of what is sealed."""


@dataclass(frozen=True, slots=True)
class Addenda:
    """All addenda of one meeting's minutes, in their order."""

    meeting_id: int
    day: date
    sealed: bool
    """Only sealed minutes take an addendum; others are opened again."""
    minutes_number: int | None = None
    addenda: tuple[AddendumContent, ...] = ()
