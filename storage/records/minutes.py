"""What the minutes say, as data: one content for the seal, the screen and the paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class MinutesState(StrEnum):
    """How final the minutes are."""

    DRAFT = "draft"
    """The meeting still goes on, or the minutes are not approved yet."""
    APPROVED = "approved"
    """Approved by the club; may still be opened to correct a misspelt name."""
    SEALED = "sealed"
    """Closed; nothing changes any more."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the body."""

    text: str
    """Plain text in NFC, never markup."""
    mark: str = ""
    """What stands before it: "1.", "a)", "-", or nothing for a running paragraph."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table in the minutes."""

    title: str
    share: float
    """Its part of the table's width; the shares of a table add up to 1."""
    numeric: bool = False
    """Numbers stand flush right."""


@dataclass(frozen=True, slots=True)
class MinutesTable:
    """A table whose head repeats on every page and whose rows stay whole."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | MinutesTable


@dataclass(frozen=True, slots=True)
class MinutesPart:
    """One section of the minutes: what one step of the walk agreed."""

    step: int
    """The number of the step, 1 to 8, whose work it tells."""
    title: str
    """Written as in a sentence; the paper sets it in capitals."""
    blocks: tuple[Block, ...]
    reworded: bool = False
    """The secretary has put this part in their own words."""
    changed_since: bool = False
    """The records have changed after the secretary worded it."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A block at the end: the capacity, and the name under the pen's space."""

    capacity: str
    """As on form 1.9: "Thư ký", "Chủ tọa"."""
    name: str
    """Without any title before it (Decree 30/2020/NĐ-CP, annex I)."""


@dataclass(frozen=True, slots=True)
class MinutesOptions:
    """What a club may set of its paper beyond form 1.9."""

    read_aloud: bool = False
    """Adds "Biên bản đã được đọc lại …" before the end."""
    copies: int = 0
    """Adds "Biên bản được lập thành 02 bản …" when above nought."""
    signature_hint: bool = False
    """Adds "(Ký, ghi rõ họ tên)" under the capacities."""
    qr: bool = False
    """Adds the check code as a QR code in the foot."""


@dataclass(frozen=True, slots=True)
class MinutesContent:
    """The whole minutes, ready to be shown, printed or sealed (form 1.9, Decree 30/2020/NĐ-CP)."""

    parent_body: str
    club_name: str
    number: int | None
    """Runs within the year; None until the minutes are approved."""
    year: int
    abbreviation: str
    """What follows "BB-" in the number: usually "CLB"."""
    meeting_name: str
    """"Buổi sinh hoạt CLB tháng 11 năm 2026 (Phần IV: …)"."""
    opening: tuple[Paragraph, ...]
    """From "Thời gian bắt đầu: …" to "Thư ký (người ghi biên bản): …"."""
    parts: tuple[MinutesPart, ...]
    closing: tuple[Paragraph, ...]
    """The approval, and as the last one "Cuộc họp kết thúc vào … ./."."""
    signatures: tuple[Signature, ...]
    """From left to right; the secretary first, the chair last."""
    recipients: tuple[str, ...]
    """The lines under "Nơi nhận:", without dashes and end marks; the filing line is added."""
    state: MinutesState
    began: datetime
    check_code: str = ""
    """A short code of the content; empty while there is none."""
    previous_code: str = ""
    """The code of what was sealed before these: minutes, or an addendum."""
    public: bool = False
    """The copy without health details and without names that nobody agreed to show."""
    options: MinutesOptions = field(default_factory=MinutesOptions)
