"""What is promised in all, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records.kinds import HelpForm


@dataclass(frozen=True, slots=True)
class HelpTotal:
    """A running total by form and unit: "10 ngày công", "01 xe lăn (vận động)"."""

    form: HelpForm
    what: str
    unit: str
    amount: int
    approached: bool = False
    """An organisation is to be won over for it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What a case still lacks: "còn thiếu 3 ngày công"."""

    form: HelpForm
    what: str
    unit: str
    missing: int | None
    """None where the need has no number and nothing was pledged yet."""
