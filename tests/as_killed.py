"""What a killed program leaves, and what it had kept by then."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

from driver import Driver
from storage.books import Books
from storage.database import FILE_NAME


async def kept(driver: Driver, is_kept: Callable[[Books], bool]) -> None:
    """Waits until it is in the books."""
    while not await driver.app.ask(is_kept):
        await asyncio.sleep(0.01)


def ticked(books: Books, draft: str) -> list[int]:
    """The ticks that are kept under a name."""
    found = (books.drafts.get(draft) or {}).get("ticked")
    return found if isinstance(found, list) else []


async def as_killed(driver: Driver, copy: Path) -> Path:
    """The files as a killed program leaves them.

    On the books' thread, which brings the log into the file when nobody types.
    """

    def copied(books: Books) -> Path:
        copy.mkdir()
        for name in (FILE_NAME, f"{FILE_NAME}-wal"):
            shutil.copy(books.path.with_name(name), copy / name)
        return copy

    return await driver.app.ask(copied)
