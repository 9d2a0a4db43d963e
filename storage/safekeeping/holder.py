"""The small file beside the lock that says who has the books open, and since when.

It is believed only while the lock is held, so that one left behind by a power cut misleads nobody;
the next copy that opens the books writes its own.
"""

from __future__ import annotations

import getpass
import json
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from storage.safekeeping.private_files import make_empty

if TYPE_CHECKING:
    from storage.records.holder import Holder

FILE_NAME = "chungtay.dang-mo"


def say_open(folder: Path, since: datetime) -> None:
    """Says that this copy has the books open; where that can't be written, nothing is said.

    A full disk must not keep the club from its books.
    """
    path = folder / FILE_NAME
    told = {"computer": platform.node(), "user": user_of_computer(), "since": since.isoformat()}
    with suppress(OSError):
        make_empty(path)
        path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


def say_closed(folder: Path) -> None:
    """Takes the file away."""
    with suppress(OSError):
        (folder / FILE_NAME).unlink()


def holder_of(folder: Path) -> Holder | None:
    """Who holds books that are in use; None where the file does not tell."""
    from storage.records.holder import Holder

    try:
        told = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(told["since"])
        return Holder(str(told["computer"]), str(told["user"]), since)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def user_of_computer() -> str:
    """Who uses the computer, as it calls them; empty where it has no name for them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
