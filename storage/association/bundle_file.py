"""Reads a bundle's file line by line, and believes nothing that its digests do not hold."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from storage.association import bundle_lines as lines
from storage.association.bundle_text import ADDENDUM, END, MINUTES, MONTH, PERSON, link_digests
from storage.association.faults import Fault, NotGathered
from storage.records.association import Bundle, BundleHead, SealLink, ToldPerson
from storage.records.figures import MonthFigures

LARGEST = 8 * 1024 * 1024
"""A hundred years of a club, with names, are a quarter of it."""
_LONGEST_LINE = 8 * 1024
_ORDER = (MINUTES, MONTH, PERSON, END)
"""The kinds of lines, in the order in which they come; addenda stand among the minutes."""


@dataclass(frozen=True, slots=True)
class ReadBundle:
    """A bundle whose digests hold."""

    bundle: Bundle
    digest: str
    """Of the whole file."""
    meeting_digests: tuple[str, ...]
    """Of each meeting's line and all seals before it."""


def read_bundle(path: Path) -> ReadBundle:
    """The bundle in a file.

    Raises:
        NotGathered: it cannot be read, is no bundle, is of a later format, or is not as it was
            written.
    """
    with _opened(path) as file:
        return _Reading(file).result()


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        # Asked before it is opened: opening a pipe would wait for somebody to write.
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotGathered(Fault.NOT_A_FILE)
        if status.st_size > LARGEST:
            raise NotGathered(Fault.TOO_LARGE, most=LARGEST // 2**20)
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise NotGathered(Fault.NOT_A_FILE) from error
    except (OSError, ValueError) as error:
        raise NotGathered(Fault.UNREADABLE) from error


class _Reading:
    """One file on its way in."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._whole = hashlib.sha256()
        self._left = LARGEST
        self._links: list[SealLink] = []
        self._digests: list[str] = []
        self._months: list[MonthFigures] = []
        self._persons: list[ToldPerson] = []

    def result(self) -> ReadBundle:
        head = lines.head_of(lines.parsed(self._line()))
        digest = self._rest()
        self._check_chain()
        return self._read(head, digest)

    def _read(self, head: BundleHead, digest: str) -> ReadBundle:
        links = tuple(self._links)
        if link_digests(links) != tuple(self._digests):
            raise NotGathered(Fault.CHANGED)
        return ReadBundle(
            Bundle(head, links, tuple(self._months), tuple(self._persons)),
            digest,
            tuple(
                digest
                for link, digest in zip(links, self._digests, strict=True)
                if link.meeting is not None
            ),
        )

    def _rest(self) -> str:
        """Takes every line after the head; gives the digest of the last one."""
        reached = 0
        while True:
            so_far = self._whole.hexdigest()
            line = lines.parsed(self._line())
            kind = line.get("kind")
            place = _ORDER.index(MINUTES if kind == ADDENDUM else kind) if _known(kind) else -1
            if place < reached:
                raise NotGathered(Fault.NOT_A_BUNDLE)
            reached = place
            if kind == END:
                return self._ended(lines.digest_of(line), so_far, len(line))
            self._take(str(kind), line)

    def _take(self, kind: str, line: lines.Line) -> None:
        match kind:
            case "minutes" | "addendum":
                link = lines.minutes_of(line) if kind == MINUTES else lines.addendum_of(line)
                self._links.append(link)
                self._digests.append(lines.digest_of(line))
            case "month":
                month = lines.month_of(line)
                if self._months and month.month <= self._months[-1].month:
                    raise NotGathered(Fault.NOT_A_BUNDLE)
                self._months.append(month)
            case _:
                self._persons.append(lines.person_of(line))

    def _ended(self, digest: str, so_far: str, fields: int) -> str:
        if digest != so_far:
            raise NotGathered(Fault.CHANGED)
        if fields != 2 or self._file.read(1):
            raise NotGathered(Fault.NOT_A_BUNDLE)
        return digest

    def _check_chain(self) -> None:
        """Each seal follows on the one before; the first on nothing, and none comes twice."""
        previous = ""
        for link in self._links:
            if link.previous != previous:
                raise NotGathered(Fault.CHAIN_BROKEN)
            previous = link.seal
        if not self._links or len({link.seal for link in self._links}) != len(self._links):
            raise NotGathered(Fault.CHAIN_BROKEN)

    def _line(self) -> bytes:
        """The next line without its end; a file that stops before its last line was cut off."""
        raw = self._file.readline(_LONGEST_LINE + 1)
        self._left -= len(raw)
        if self._left < 0 or (len(raw) > _LONGEST_LINE):
            raise NotGathered(Fault.NOT_A_BUNDLE)
        if not raw.endswith(b"\n"):
            raise NotGathered(Fault.CHANGED if self._links else Fault.NOT_A_BUNDLE)
        self._whole.update(raw)
        return raw[:-1]


def _known(kind: object) -> bool:
    return kind == ADDENDUM or kind in _ORDER
