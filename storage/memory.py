"""What was read from the books stays right until one of its tables is written.

Every screen is read anew whenever it is shown, and a step asks much of what its neighbours ask:
who is here, what each step lacks. So what a repository marks as `remembered` is worked out once,
together with the tables that it was read from, and again when one of them was written. Which
these are is heard from the statements themselves; nobody has to keep a list.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from storage.statement_watch import StatementWatch
from storage.tables import connection
from storage.tables.base import watch

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

_MOST = 2000
"""Answers kept at once; a meeting has some sixty, and as many cases."""


@dataclass(frozen=True, slots=True)
class _Kept:
    answer: object
    state: Mapping[str, int]


class Memory:
    """Answers of the books, each with how its tables stood when it was given."""

    def __init__(self, statements: StatementWatch) -> None:
        self._statements = statements
        self._kept: dict[Hashable, _Kept] = {}

    def recall(self, question: Hashable, read: Callable[[], object]) -> object:
        """The answer from before where it still holds, else a new one.

        What a transaction sees of what it wrote is not kept, since it may be taken back.
        """
        kept = self._held(question)
        if kept is not None:
            return kept.answer
        if self._may_be_taken_back():
            return read()
        with self._statements.reading() as tables:
            answer = read()
        self._keep(question, answer, tables)
        return answer

    def recall_each(
        self,
        about: Hashable,
        numbers: Iterable[int],
        read: Callable[[Sequence[int]], Mapping[int, object]],
    ) -> dict[int, object]:
        """The records of these numbers; those that are not held are read together."""
        wanted = sorted(set(numbers))
        if self._may_be_taken_back():
            return dict(read(wanted))
        held = {number: self._held((about, number)) for number in wanted}
        missing = [number for number in wanted if held[number] is None]
        found: Mapping[int, object] = {}
        if missing:
            with self._statements.reading() as tables:
                found = read(missing)
            for number, record in found.items():
                self._keep((about, number), record, tables)
        return {
            number: kept.answer if kept is not None else found[number]
            for number, kept in held.items()
            if kept is not None or number in found
        }

    def _may_be_taken_back(self) -> bool:
        return connection.in_transaction() and not self._statements.untouched

    def _held(self, question: Hashable) -> _Kept | None:
        """What is kept and still holds."""
        kept = self._kept.get(question)
        if kept is None:
            return None
        tables = frozenset(kept.state)
        if kept.state != self._statements.state(tables):
            return None
        self._statements.rests_on(tables)
        return kept

    def _keep(self, question: Hashable, answer: object, tables: Iterable[str]) -> None:
        if len(self._kept) >= _MOST:
            self._kept.clear()
        self._kept[question] = _Kept(answer, self._statements.state(frozenset(tables)))

    def forget(self) -> None:
        """Other books are opened."""
        self._kept.clear()


_memory = Memory(watch)


def remembered(read: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Keeps what a reader gives; its arguments are all it depends on besides the books.

    What it gives is shared: it must be frozen, and must not rest on the clock.
    """

    @wraps(read)
    def recall(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        question = (read, args, tuple(sorted(kwargs.items())))
        return cast("Answer", _memory.recall(question, lambda: read(*args, **kwargs)))

    return recall


def remembered_each(
    read: Callable[[Sequence[int]], Mapping[int, Answer]],
) -> Callable[[Iterable[int]], dict[int, Answer]]:
    """As `remembered`, for a reader of records by their numbers: only those not held are read."""

    @wraps(read)
    def recall(numbers: Iterable[int]) -> dict[int, Answer]:
        return cast("dict[int, Answer]", _memory.recall_each(read, numbers, read))

    return recall


def forget_all() -> None:
    """Other books are opened."""
    _memory.forget()
