"""The seal of an addendum: canonical text with tokens, as the minutes have it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from storage.records.addenda import AddendumContent
from storage.records.minutes import Paragraph, Signature
from storage.rules.minutes_parts.tokens import Copy, Personal, resolve_text
from storage.sealing.seal_text import canonical_json

FORMAT = 1
"""The version of the canonical text."""


def canonical(content: AddendumContent, digests: Mapping[str, str]) -> str:
    """The canonical text of an addendum, with a digest for each personal value."""
    data = asdict(content)
    del data["check_code"]
    data["meeting_day"] = content.meeting_day.isoformat()
    data["day"] = content.day.isoformat()
    return canonical_json({"format": FORMAT, "addendum": data, "values": dict(digests)})


def read(text: str) -> tuple[AddendumContent, Mapping[str, str]]:
    """What canonical text holds: the addendum with its tokens, and the digests.

    Raises:
        ValueError: it is not the canonical text of an addendum.
    """
    try:
        data = json.loads(text)
        return _content(data["addendum"]), data["values"]
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("This is not the text of an addendum.") from error


def texts_of(content: AddendumContent) -> list[str]:
    """Every text of it that may hold tokens."""
    return [
        *(paragraph.text for paragraph in content.text),
        *(signature.name for signature in content.signatures),
    ]


def resolve(content: AddendumContent, personal: Personal, copy: Copy) -> AddendumContent:
    """The addendum with the values in their places."""
    return replace(
        content,
        text=tuple(
            replace(each, text=resolve_text(each.text, personal, copy)) for each in content.text
        ),
        signatures=tuple(
            replace(each, name=resolve_text(each.name, personal, copy))
            for each in content.signatures
        ),
    )


def _content(data: dict[str, Any]) -> AddendumContent:
    return AddendumContent(
        **{
            **data,
            "meeting_day": date.fromisoformat(data["meeting_day"]),
            "day": date.fromisoformat(data["day"]),
            "text": tuple(Paragraph(**each) for each in data["text"]),
            "recipients": tuple(data["recipients"]),
            "signatures": tuple(Signature(**each) for each in data["signatures"]),
        }
    )
