"""A form: what it asks, and how it is accepted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from screens.forms.fields import Field
from screens.forms.values import Values
from storage.books import Books
from storage.records.cases import When

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Form(Generic[Result]):
    """What a form asks, and how it is accepted."""

    key: str
    """Names its draft."""
    title: str
    fields: tuple[Field, ...]
    accept: Callable[[Books, Values], Result]
    """Records what was filled in; runs on the books' thread, and may refuse."""
    initial: Mapping[str, str] = field(default_factory=dict)
    times: Mapping[str, When] = field(default_factory=dict)
    """What stands in fields of a time at first, with the days that it meant when it was said."""
    follow: Callable[[Values, str], Mapping[str, str]] | None = None
    """What other fields say once the field with this key has changed."""
    known: frozenset[str] = frozenset()
    """Fields with a usual answer, which Enter passes over; the arrows and a click lead there."""
    start: str = ""
    """The field in which the cursor stands at first; the first one where none is named."""
    settle: tuple[str, Callable[[Values], Awaitable[bool]]] | None = None
    """A field, and what is asked once it is left by Enter: true says that all is done."""
