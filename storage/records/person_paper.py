"""The paper that says what the club keeps of one person (Law 91/2025/QH15)."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records.minutes import Block, Signature


@dataclass(frozen=True, slots=True)
class PersonPaper:
    """Everything that is kept of one person, ready to be printed."""

    person_id: int
    parent_body: str
    club_name: str
    subject: str
    """Whose it is, and of which day."""
    blocks: tuple[Block, ...]
    signatures: tuple[Signature, ...] = ()
