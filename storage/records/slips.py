"""Phiếu phân công: what one helper, or one group, has taken on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SlipLine:
    """A line of a slip: what is told, and its words; empty ones are written by hand."""

    label: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip to tear off, for one helper or one group."""

    to: str
    """Who is to have it; empty where the name follows by hand."""
    lines: tuple[SlipLine, ...]


@dataclass(frozen=True, slots=True)
class Slips:
    """All slips of one meeting."""

    club_name: str
    source: str
    """From which meeting they are: "Buổi sinh hoạt ngày 24 tháng 10 năm 2026"."""
    slips: tuple[Slip, ...]
    draft: bool = False
    """The meeting still goes on, or its minutes are not approved."""
