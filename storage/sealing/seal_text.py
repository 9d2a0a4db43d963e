"""The text of a seal, without what the minutes say in it: all that a check of the books needs.

The newest seal is looked at before the first frame, which must not wait for the records that
minutes are made of.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WORDS = "words:"
"""Before the name of a cell, where its salt stands among the personal values."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """The digests that a seal holds beside the minutes themselves."""

    digests: Mapping[str, str]
    """Of every personal value with its salt, by its token's name."""
    rows: Mapping[str, str]
    """Of the rows of the meeting, by their table."""
    words: Mapping[str, str]
    """Of the words in these rows with a salt each, by table, row and column."""
    format: int


@dataclass(frozen=True, slots=True)
class KeptValue:
    """A personal value with its salt, as it is kept beside the sealed text."""

    token: str
    value: str
    salt: str

    @property
    def digest(self) -> str:
        """What the sealed text holds of it."""
        return hashlib.sha256(f"{self.salt}\n{self.value}".encode()).hexdigest()


def frozen_in(text: str) -> Frozen:
    """The digests that canonical text holds.

    Raises:
        ValueError: it is not the canonical text of minutes.
    """
    return frozen_of(data_in(text))


def data_in(text: str) -> dict[str, Any]:
    """What canonical text holds, as JSON knows it.

    Raises:
        ValueError: it is no such text.
    """
    data = json.loads(text)
    if not isinstance(data, dict):
        raise not_minutes()
    return data


def frozen_of(data: Mapping[str, Any]) -> Frozen:
    """The digests in this data.

    Raises:
        ValueError: it is not that of minutes.
    """
    try:
        return Frozen(data["values"], data["rows"], data.get("words", {}), data["format"])
    except KeyError as error:
        raise not_minutes() from error


def not_minutes() -> ValueError:
    """What is raised for a text that is none of ours."""
    return ValueError("This is not the text of sealed minutes.")


def canonical_json(data: object) -> str:
    """The one text in which this data is written."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", text)


def chain_digest(previous: str, text: str) -> str:
    """The digest of canonical text, which holds the digest before it."""
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()
