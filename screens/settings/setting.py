"""What one setting of the club is: how it is called, changed, shown, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from screens.language import N_, _
from storage.club import Value
from storage.records.people import Club


class SettingKind(StrEnum):
    """How a setting is changed."""

    LINE = "line"
    """One line of text."""
    TEXT = "text"
    """Several lines."""
    NUMBER = "number"
    """Typed, or with plus and minus."""
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of the club."""

    key: str
    """The field of the club's record."""
    label: str
    effect: Callable[[Club], str]
    """What it does, with the value as it is."""
    kind: SettingKind = SettingKind.LINE
    hint: str = ""
    """Said while it is being typed."""
    options: tuple[tuple[Value, str], ...] = ()
    """The answers of a choice."""
    said: str = "{value}"
    """How a value stands in the list."""
    none: str = N_("chưa ghi")
    """How no value, or nought, stands there."""

    def value(self, club: Club) -> Value:
        """The value as it is."""
        found: Value = getattr(club, self.key)
        return found

    def shown(self, club: Club) -> str:
        """The value as it stands in the list."""
        value = self.value(club)
        if self.options:
            return _(dict(self.options)[value])
        if not value:
            return _(self.none)
        said = _(self.said, value) if isinstance(value, int) else _(self.said)
        return said.format(value=str(value).replace("\n", "; "))


@dataclass(frozen=True, slots=True)
class Section:
    """Settings under one heading."""

    title: str
    settings: tuple[Setting, ...]
