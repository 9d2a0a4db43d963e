"""Letters of the club: to the locality, and to its own home-care volunteers."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records.minutes import Paragraph, Signature


@dataclass(frozen=True, slots=True)
class Letter:
    """Giấy đề nghị, or the same as a công văn: one matter for one addressee (S6, S11)."""

    parent_body: str
    club_name: str
    number: str
    """"Số: ……/CLB", to be filled in by hand; empty on the simple letter."""
    place_and_day: str
    """"An Bình, ngày 24 tháng 10 năm 2026"."""
    document_type: str
    """"GIẤY ĐỀ NGHỊ"; empty on a công văn, which has none."""
    subject: str
    """What it is about: "Đèn đường ngõ 3 hỏng"."""
    addressee: str
    body: tuple[Paragraph, ...]
    signature: Signature
    recipients: tuple[str, ...] = ()
    draft: bool = False
    """The meeting still goes on, or its minutes are not approved."""


@dataclass(frozen=True, slots=True)
class FormLine:
    """A line of a form: what is asked, and what the books know of it."""

    label: str
    text: str = ""
    """Empty where it is written by hand."""
    blank_lines: int = 1
    """Dotted lines, where it is written by hand."""


@dataclass(frozen=True, slots=True)
class FormPart:
    """Some lines of a form under a head."""

    title: str
    lines: tuple[FormLine, ...]


@dataclass(frozen=True, slots=True)
class ReferralForm:
    """Phiếu chuyển chăm sóc tại nhà: one case for the home-care volunteers (S29)."""

    parent_body: str
    club_name: str
    subject: str
    """When it was passed on."""
    opening: tuple[Paragraph, ...]
    parts: tuple[FormPart, ...]
    signatures: tuple[Signature, ...]
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Letters:
    """All letters that follow from one meeting, each on sheets of its own."""

    club_name: str
    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class ReferralForms:
    """All referrals of one meeting, each on sheets of its own."""

    club_name: str
    forms: tuple[ReferralForm, ...]
