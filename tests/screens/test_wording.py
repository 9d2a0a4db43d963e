"""Every act, lack, refusal and trouble has its sentence in Vietnamese."""

from __future__ import annotations

import string
from collections.abc import Iterable
from enum import StrEnum

import pytest

from screens import wording
from storage.errors import BooksError, RefusalKind, TroubleKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind


def names_in(template: str) -> set[str]:
    """The values that a sentence names."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(template) if name}


@pytest.mark.parametrize(
    ("kinds", "sentences"),
    [
        (ActKind, wording._ACTS),
        (LackKind, wording._LACKS),
        ((*RefusalKind, *TroubleKind), wording._REFUSALS),
    ],
)
def test_every_kind_has_a_sentence(kinds: Iterable[StrEnum], sentences: dict[StrEnum, str]) -> None:
    assert [kind for kind in kinds if kind not in sentences] == []


def test_a_sentence_of_what_is_wrong_ends_as_a_sentence() -> None:
    for kind, template in wording._REFUSALS.items():
        values = dict.fromkeys(names_in(template), 3)
        sentence = wording.error_sentence(BooksError(kind, **values))
        assert sentence.endswith((".", "?")), sentence
        assert sentence[0].isupper() or sentence[0].isdigit(), sentence
