"""Starts the app in as little time as its libraries allow.

Nothing that is imported is thrown away again, yet Python's collector of cyclic garbage looks
through all of it three or four times on the way to the first frame: a quarter of a cold start. It
is stopped until then, and what is there by then it never looks through, be it at the first frame
or later, which also spares whoever types its longest pauses.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import ChungTayApp


def books_app(folder: Path, *, practice: bool) -> ChungTayApp:
    """The app over the books of a folder, or over the practice club on its morning."""
    gc.disable()
    from storage.clock import FixedDayClock, SystemClock
    from tui.app import PRACTICE_MORNING, ChungTayApp

    clock = FixedDayClock(PRACTICE_MORNING) if practice else SystemClock()
    return ChungTayApp(folder, clock, practice=practice)


def started() -> None:
    """The first frame is there: from now on what becomes garbage is collected."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
