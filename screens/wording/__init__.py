"""Acts, errors and what is missing, put into words; each step's words have a file of their own.

The words are loaded with the first sentence: the main page has none to say at a cold start.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from screens.language import _

if TYPE_CHECKING:
    from storage.errors import BooksError
    from storage.records.history import Act
    from storage.records.lacks import Lack


def act_sentence(act: Act, *, hidden: bool = False) -> str:
    """What was done, as a phrase that follows "Đã ghi: " or "Đã bỏ: "."""
    from screens.wording.sentences import ACTS, values_in_words

    values = dict(act.values)
    if hidden:
        values.update(act.discreet)
    return _filled(ACTS[act.kind], values_in_words(values))


def lack_sentence(lacks: Iterable[Lack]) -> str:
    """What is missing, as one line; empty where nothing is."""
    from screens.wording.sentences import LACKS

    phrases = [_filled(LACKS[lack.kind], lack.values) for lack in lacks]
    return _("Còn thiếu: {what}").format(what=" · ".join(phrases)) if phrases else ""


def error_sentence(error: BooksError) -> str:
    """What is wrong and what to do, in one sentence or two."""
    from screens.wording.sentences import REFUSALS

    return _filled(REFUSALS[error.kind], error.values)


def _filled(template: str, values: Mapping[str, str | int]) -> str:
    return _(template).format_map(values)
