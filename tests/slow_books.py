"""Books that answer only when they are let: a laptop so busy that somebody types on meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

import pytest
from textual.events import Key

from driver import Driver
from storage.books import Books

Answer = TypeVar("Answer")

_NAMED = {" ": "space", "+": "plus", "-": "minus"}
_CHARACTERS = {"space": " ", "plus": "+", "minus": "-"}


class SlowBooks:
    """Lets some questions be answered, and has all others wait until it is told."""

    def __init__(self, driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
        self._driver = driver
        self._ask = driver.app.worker.ask
        self._answered = 0
        self._open = asyncio.Event()
        self._open.set()
        self._waited_for = asyncio.Event()
        monkeypatch.setattr(driver.app.worker, "ask", self._ask_slowly)

    def stop(self, *, after: int = 0) -> None:
        """From now on so many questions are answered, and no other."""
        self._answered = after
        self._open.clear()
        self._waited_for.clear()

    async def until_asked(self) -> None:
        """Waits until a question waits."""
        await self._waited_for.wait()

    async def type(self, *keys: str) -> None:
        """Presses keys without a pause between them, and waits until the program has heard them."""
        heard = asyncio.Event()
        for key in keys:
            name = _NAMED.get(key, key)
            character = _CHARACTERS.get(name, key if len(key) == 1 else None)
            self._driver.app.post_message(Key(name, character))
        self._driver.app.call_later(heard.set)
        await heard.wait()

    async def go_on(self) -> None:
        """All is answered, and the program comes to rest."""
        self._open.set()
        await self._driver.rest()

    async def _ask_slowly(self, question: Callable[[Books], Answer]) -> Answer:
        if not self._open.is_set() and self._answered == 0:
            self._waited_for.set()
            await self._open.wait()
        self._answered -= 1
        return await self._ask(question)
