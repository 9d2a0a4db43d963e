"""What stands in a form: plain text by field, read as what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from storage.day_words.typed import understand_when
from storage.errors import Refusal, RefusalKind
from storage.records.cases import When
from storage.vietnamese import clean_text

_LONGEST_NUMBER = 12


@dataclass(frozen=True, slots=True)
class Values:
    """The texts of a form's fields; fields that are not shown are empty."""

    texts: Mapping[str, str]
    today: date
    times: Mapping[str, When] = field(default_factory=dict)
    """What stood in fields of a time at first, with the days that it meant then."""

    def told(self, texts: Mapping[str, str]) -> Values:
        """With these texts in some of the fields."""
        return replace(self, texts={**self.texts, **texts})

    def text(self, key: str) -> str:
        """The cleaned text of a field."""
        return clean_text(self.texts.get(key, ""))

    def number(self, key: str) -> int | None:
        """The whole number of a field, "10.000" included; None where it is empty.

        Raises:
            Refusal: something other than a number stands there, or one beyond all measure.
        """
        text = self.text(key).replace(".", "").replace(" ", "").removesuffix("đ")
        if not text:
            return None
        if not text.isdecimal():
            raise Refusal(RefusalKind.NUMBER_INVALID, field=key)
        if len(text) > _LONGEST_NUMBER:
            raise Refusal(RefusalKind.NUMBER_TOO_HIGH, field=key)
        return int(text)

    def choice(self, key: str) -> str:
        """The value of the choice that is taken, or nothing."""
        return self.texts.get(key, "")

    def many(self, key: str) -> tuple[str, ...]:
        """The values that are ticked."""
        return tuple(self.texts.get(key, "").split())

    def yes(self, key: str) -> bool:
        """Whether a question of yes and no is answered with yes."""
        return self.texts.get(key, "") == "yes"

    def member(self, key: str) -> int | None:
        """The member who is chosen."""
        text = self.texts.get(key, "")
        return int(text) if text.isdecimal() else None

    def members(self, key: str) -> tuple[int, ...]:
        """The members who are chosen in a field of many people."""
        return tuple(int(word) for word in self.texts.get(key, "").split())

    def when(self, key: str) -> When:
        """The time that is typed, with the days it means.

        Words that stand as before mean the days they meant then: "trong hai tuần tới" must not
        move when a case is opened again a month later.
        """
        before = self.times.get(key)
        if before is not None and before.text == self.text(key):
            return before
        understood = understand_when(self.text(key), self.today)
        return When(understood.text, understood.first, understood.last)
