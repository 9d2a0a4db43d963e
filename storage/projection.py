"""The small file that the wall's own window reads: only what may be shown there now."""

from __future__ import annotations

import json
import os
import time
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storage.safekeeping.private_files import make_empty

if TYPE_CHECKING:
    from storage.records.meetings import Countdown
    from storage.records.wall import Projection

FILE_NAME = "projection.json"
_FORMAT = 1
_ATTEMPTS = 10
_BETWEEN_ATTEMPTS = 0.02
_LOOKS_AFTER_A_CHANGE = 10
"""So often a file that has just changed is read again.

Some disks keep the time of a change by two seconds only; a second change in them has no mark.
"""


def write_projection(folder: Path, projection: Projection) -> None:
    """Puts a new file in the place of the one before; a reader finds either, never half of one.

    It is not synced: after a power cut the next page is written anyway.

    Raises:
        OSError: it cannot be written.
    """
    path = folder / FILE_NAME
    new = path.with_suffix(".new")
    make_empty(new)
    new.write_text(_text_of(projection), encoding="utf-8")
    _replace(new, path)


def _replace(new: Path, path: Path) -> None:
    """Replaces a file; on Windows that fails for as long as the other window reads it."""
    for _attempt in range(_ATTEMPTS - 1):
        try:
            os.replace(new, path)
        except PermissionError:
            time.sleep(_BETWEEN_ATTEMPTS)
        else:
            return
    os.replace(new, path)


class ProjectionReader:
    """Looks at the file again and again; next to nothing is done while it does not change."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._mark: tuple[int, ...] = ()
        self._looks_left = 0
        self._last: Projection | None = None

    def look(self) -> Projection | None:
        """What may stand on the wall now; None where nothing was handed over yet.

        A file that is half there, or is being replaced, leaves what was shown: the next look
        finds the whole one.
        """
        try:
            stat = os.stat(self._path)
        except OSError:
            self._mark, self._last = (), None
            return None
        mark = (stat.st_mtime_ns, stat.st_ino, stat.st_size)
        if mark != self._mark:
            self._mark, self._looks_left = mark, _LOOKS_AFTER_A_CHANGE
        elif not self._looks_left:
            return self._last
        self._looks_left -= 1
        self._last = self._read() or self._last
        return self._last

    def _read(self) -> Projection | None:
        try:
            return _projection_of(json.loads(self._path.read_bytes()))
        except (OSError, ValueError, KeyError, TypeError):
            return None


def _text_of(projection: Projection) -> str:
    values = asdict(projection) | {"format": _FORMAT}
    countdown = projection.countdown
    if countdown is not None and countdown.started is not None:
        values["countdown"]["started"] = countdown.started.isoformat()
    return json.dumps(values, ensure_ascii=False)


def _projection_of(values: dict[str, Any]) -> Projection:
    """The record of a file.

    Raises:
        ValueError, KeyError, TypeError: it is none of ours, or of a newer program.
    """
    if values.pop("format") != _FORMAT:
        raise ValueError("another format")
    from storage.records.wall import LargePage, Projection

    page, countdown = values.pop("page"), values.pop("countdown")
    page |= {name: tuple(page[name]) for name in ("cells", "paragraphs")}
    return Projection(
        page=LargePage(**page),
        countdown=_countdown_of(countdown) if countdown else None,
        **values,
    )


def _countdown_of(values: dict[str, Any]) -> Countdown:
    from storage.records.meetings import Countdown

    started = values.pop("started")
    return Countdown(**values, started=datetime.fromisoformat(started) if started else None)
