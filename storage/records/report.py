"""Báo cáo: what the club has done in half a year or a year, for the Association."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records.minutes import Block, Signature


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart."""

    label: str
    value: int | None
    """None for a month that is still to come."""


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars side by side, each with its number over it."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One section of the report."""

    title: str
    blocks: tuple[Block, ...]
    chart: BarChart | None = None


@dataclass(frozen=True, slots=True)
class ReportFrame:
    """The words that stand on every report, in its language."""

    document_type: str
    country: str
    motto: str
    to: str
    """"Kính gửi: {addressee}"."""
    copies_to: str
    kept_by: str
    """"Lưu: {who}."."""


@dataclass(frozen=True, slots=True)
class ReportContent:
    """The whole report; it names nobody but who signs it."""

    parent_body: str
    club_name: str
    number: str
    """"Số: ……/BC-CLB", to be filled in by hand."""
    place_and_day: str
    """The day is filled in by hand, when it is signed."""
    subject: str
    """"Hoạt động Tự giúp nhau và hỗ trợ cộng đồng năm 2026"."""
    addressee: str
    opening: str
    parts: tuple[ReportPart, ...]
    signature: Signature
    recipients: tuple[str, ...]
    filed: str
    """Who keeps a copy."""
    frame: ReportFrame
