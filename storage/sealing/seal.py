"""The seal of the minutes: canonical text, salted digests of personal values, chain, check code.

What is sealed is canonical JSON (NFC, sorted keys, no spaces). It holds the composed text with
its tokens, and for each token the digest of its value with a salt; values and salts are kept
beside it. So are the salts of the words in the meeting's rows. When a person's data is removed,
value and salt go, and the text, its digest and the chain stay as they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from storage.records.minutes import (
    Block,
    Column,
    MinutesContent,
    MinutesOptions,
    MinutesPart,
    MinutesState,
    MinutesTable,
    Paragraph,
    Signature,
)
from storage.rules.minutes_parts.tokens import Personal, Value, tokens_in
from storage.sealing.seal_text import (
    WORDS,
    KeptValue,
    canonical_json,
    data_in,
    frozen_of,
    not_minutes,
)

FORMAT = 2
"""The version of the canonical text; the first one knew no words of the rows."""
HIDDEN = "hidden."
"""Before a token's name: what stands in the place of its value where it is hidden."""

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are misread on paper."""
_CODE_BITS = 60

_NOT_SEALED = ("state", "check_code", "previous_code", "public")
"""Of the content: what changes with the seal itself, or says which copy is made."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """What canonical text holds."""

    content: MinutesContent
    """With tokens, and without code or state."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Of every personal value with its salt, by its token's name."""
    rows: Mapping[str, str] = field(default_factory=dict)
    """Of the rows of the meeting, by their table."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Of the words in these rows with a salt each, by table, row and column."""
    format: int = FORMAT


def kept_values(texts: Iterable[str], personal: Personal, secret: str) -> list[KeptValue]:
    """The values that the texts name, each with a salt of its own.

    The salts follow from a secret of the meeting, so that the paper that is signed before the
    seal bears the code of the seal.
    """
    used = sorted({name for text in texts for name in tokens_in(text)})
    kept = []
    for name in used:
        value = personal.values.get(name)
        if value is None:
            continue
        kept.append(KeptValue(name, value.full, _salt(secret, name)))
        if value.hidden:
            hidden = f"{HIDDEN}{name}"
            kept.append(KeptValue(hidden, value.hidden, _salt(secret, hidden)))
    return kept


def salt_of_words(secret: str, name: str) -> KeptValue:
    """The salt of the words in one cell, as it is kept; the words themselves are in their row."""
    token = f"{WORDS}{name}"
    return KeptValue(token, "", _salt(secret, token))


def told_values(kept: Mapping[str, str]) -> dict[str, Value]:
    """The values as a text resolves them, out of what is kept."""
    return {
        name: Value(value, kept.get(f"{HIDDEN}{name}", ""))
        for name, value in kept.items()
        if not name.startswith((HIDDEN, WORDS))
    }


def _salt(secret: str, name: str) -> str:
    return hashlib.sha256(f"{secret}\n{name}".encode()).hexdigest()


def canonical(sealed: Sealed) -> str:
    """The canonical text of the minutes."""
    return canonical_json(
        {
            "format": FORMAT,
            "minutes": _data(sealed.content),
            "rows": dict(sealed.rows),
            "values": dict(sealed.digests),
            "words": dict(sealed.words),
        }
    )


def read(text: str) -> Sealed:
    """What canonical text holds.

    Raises:
        ValueError: it is not the canonical text of minutes.
    """
    data = data_in(text)
    frozen = frozen_of(data)
    try:
        content = _content(data["minutes"])
    except (KeyError, TypeError, AttributeError) as error:
        raise not_minutes() from error
    return Sealed(content, frozen.digests, frozen.rows, frozen.words, frozen.format)


def check_code(digest: str) -> str:
    """The short code of a digest that stands on paper: "7KQ2-M0XA-93TV"."""
    if not digest:
        return ""
    number = int(digest, 16) >> (len(digest) * 4 - _CODE_BITS)
    symbols = "".join(_SYMBOLS[number >> shift & 31] for shift in range(_CODE_BITS - 5, -1, -5))
    return "-".join(symbols[start : start + 4] for start in range(0, len(symbols), 4))


def _data(content: MinutesContent) -> dict[str, Any]:
    data = asdict(content)
    for name in _NOT_SEALED:
        del data[name]
    data["began"] = content.began.isoformat()
    return data


def _content(data: dict[str, Any]) -> MinutesContent:
    return MinutesContent(
        **{
            **data,
            "opening": _paragraphs(data["opening"]),
            "parts": tuple(
                MinutesPart(**{**part, "blocks": tuple(map(_block, part["blocks"]))})
                for part in data["parts"]
            ),
            "closing": _paragraphs(data["closing"]),
            "signatures": tuple(Signature(**each) for each in data["signatures"]),
            "recipients": tuple(data["recipients"]),
            "state": MinutesState.SEALED,
            "began": datetime.fromisoformat(data["began"]),
            "options": MinutesOptions(**data["options"]),
        }
    )


def _paragraphs(data: list[dict[str, Any]]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(**each) for each in data)


def _block(data: dict[str, Any]) -> Block:
    if "columns" in data:
        columns = tuple(Column(**each) for each in data["columns"])
        return MinutesTable(columns, tuple(tuple(row) for row in data["rows"]))
    return Paragraph(**data)
