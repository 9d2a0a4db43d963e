"""Forms that are filled in by hand: what they ask, line by line and table by table."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records.letters import FormLine
from storage.records.minutes import Column, Paragraph, Signature


@dataclass(frozen=True, slots=True)
class FormHead:
    """The head of some lines of a form."""

    text: str


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table to be written into; some of its cells may be filled already."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: int = 1
    """Written lines for which each row has room."""


@dataclass(frozen=True, slots=True)
class FormTicks:
    """A label with answers of which some are ticked."""

    label: str
    answers: tuple[str, ...]


FormItem = FormHead | FormLine | FormTable | FormTicks | Paragraph


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One form, on sheets of its own."""

    document_type: str
    subject: str
    items: tuple[FormItem, ...]
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class FormSheets:
    """Forms that are printed together."""

    title: str
    parent_body: str
    club_name: str
    sheets: tuple[FormSheet, ...]


def empty_rows(columns: int, rows: int) -> tuple[tuple[str, ...], ...]:
    """So many rows with nothing in them."""
    return (("",) * columns,) * rows
