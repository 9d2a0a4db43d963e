"""What a paper is made of, and which of them is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from storage.said import Language


class PaperOf(StrEnum):
    """Which records a paper tells of."""

    MEETING = "meeting"
    """One meeting's part IV."""
    PERIOD = "period"
    """The months of a year."""
    PERSON = "person"
    """One person, as the law lets anyone ask."""
    CLUB = "club"
    """The club as it is now; an empty form too."""


@dataclass(frozen=True, slots=True)
class PaperWish:
    """Which paper of a kind is wanted."""

    year: int
    """Of the meeting, or the year that is told of."""
    meeting_id: int | None = None
    """The meeting; None while the club has held none."""
    first_month: int = 1
    last_month: int = 12
    person_id: int | None = None
    """Whose paper it is, where it is of one person."""
    language: Language = Language.VIETNAMESE
    """Of the few papers that there are in others too."""
    public: bool = False
    """Without health details, and without names that nobody agreed to show."""

    @property
    def whole_year(self) -> bool:
        """Whether all months of the year are told of."""
        return (self.first_month, self.last_month) == (1, 12)
