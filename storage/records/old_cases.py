"""Closed cases of which nothing was heard for years, offered for removal (Law 91/2025/QH15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage.records.cases import HardshipCase


@dataclass(frozen=True, slots=True)
class OldCase:
    """One closed case."""

    case: HardshipCase
    last_on: date
    """The last day on which the books tell anything of it."""
    whole_person: bool = False
    """The books hold nothing else of the person, who is no member: name and all go with it."""
