"""How a bundle is written: canonical JSON, a line each for its head, seals, months and names.

Each seal's line has a digest over itself and all lines of seals before it; the last line of
the file has one over everything. Bytes that nobody wrote are noticed, whoever made the file is
not: for that there is the check code on the signed paper, which follows from the seal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from storage.records.association import Bundle, SealLink
from storage.records.figures import MonthFigures
from storage.sealing.seal_text import canonical_json, chain_digest

FORMAT = "chungtay-bundle"
VERSION = 1
LONGEST_TEXT = 300
"""Letters of a name or a place."""
SUFFIX = ".chungtay"
"""Of a bundle's file, where a folder of them is gathered."""
MINUTES, ADDENDUM, MONTH, PERSON, END = "minutes", "addendum", "month", "person", "end"


def bundle_bytes(bundle: Bundle) -> bytes:
    """The file of a bundle."""
    text = "".join(f"{line}\n" for line in _lines(bundle))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return f"{text}{canonical_json({'kind': END, 'digest': digest})}\n".encode()


def link_digests(links: tuple[SealLink, ...]) -> tuple[str, ...]:
    """The digest of each link's line, which holds for all those before it too."""
    digests: list[str] = []
    before = ""
    for link in links:
        before = chain_digest(before, canonical_json(_link(link)))
        digests.append(before)
    return tuple(digests)


def _lines(bundle: Bundle) -> Iterator[str]:
    yield canonical_json({"format": FORMAT, "version": VERSION, "club": asdict(bundle.head)})
    for link, digest in zip(bundle.links, link_digests(bundle.links), strict=True):
        yield canonical_json({**_link(link), "digest": digest})
    for month in bundle.months:
        yield canonical_json(_month(month))
    for person in bundle.persons:
        yield canonical_json(
            {"kind": PERSON, "month": f"{person.month:%Y-%m}", "name": person.name}
        )


def _link(link: SealLink) -> dict[str, Any]:
    seals = {"seal": link.seal, "previous": link.previous}
    if link.meeting is None:
        return {"kind": ADDENDUM, **seals}
    told = asdict(link.meeting)
    told["day"] = link.meeting.day.isoformat()
    return {"kind": MINUTES, **seals, **told}


def _month(month: MonthFigures) -> dict[str, Any]:
    return {
        "kind": MONTH,
        "month": f"{month.month:%Y-%m}",
        "counted": month.counts,
        "activities": month.activities,
        "persons": month.helped,
        "labour": month.labour,
        "money": month.money,
    }
