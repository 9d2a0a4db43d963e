"""Every act, lack, refusal and trouble has its sentence in Vietnamese."""

from __future__ import annotations

import string
from collections.abc import Iterable
from enum import StrEnum

import pytest

import sample_minutes
from conftest import MORNING
from screens import wording
from screens.wording.importing import REMARKS, row_words
from screens.wording.sentences import ACTS, LACKS, REFUSALS
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import BooksError, RefusalKind, TroubleKind
from storage.records.acts import ActKind
from storage.records.history import Act, RecordKind
from storage.records.importing import Change, PlannedRow, Remark, RowRemark, RowState
from storage.records.kinds import FulfilmentState
from storage.records.lacks import LackKind
from storage.records.pledges import Fulfilment
from storage.tables import OpenPledgeRow
from storage.vietnamese import REMOVED_WORDS

_YEAR = 365 * 24 * 3600


def names_in(template: str) -> set[str]:
    """The values that a sentence names."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(template) if name}


@pytest.mark.parametrize(
    ("kinds", "sentences"),
    [
        (ActKind, ACTS),
        (LackKind, LACKS),
        ((*RefusalKind, *TroubleKind), REFUSALS),
    ],
)
def test_every_kind_has_a_sentence(kinds: Iterable[StrEnum], sentences: dict[StrEnum, str]) -> None:
    assert [kind for kind in kinds if kind not in sentences] == []


@pytest.mark.parametrize("kind", ActKind)
def test_an_act_is_told_though_what_was_said_in_it_was_removed(kind: ActKind) -> None:
    """Numbers stay, for the figures."""
    template = ACTS[kind]
    numbers = {name for name in names_in(template) if f"{{{name}:" in template}
    words = names_in(template) - numbers
    values: dict[str, str | int] = dict.fromkeys(words, REMOVED_WORDS)
    values.update(dict.fromkeys(numbers, 3))
    said = wording.act_sentence(Act(1, kind, MORNING, values))
    assert said.count(REMOVED_WORDS) == len(words)


def test_the_history_of_a_case_is_told_though_what_was_said_of_it_was_removed(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    cases = sample_minutes.hold_and_seal(books, meeting_id)
    for row in list(OpenPledgeRow.select()):
        done = Fulfilment(0, FulfilmentState.DONE, books.clock.today())
        books.follow_up.record_between(row.pledge_id, done)
    clock.advance(4 * _YEAR)
    for old in books.people.closed_long_ago():
        books.people.forget_case(old)
    history = books.history.of(RecordKind.CASE, cases.binh)
    told = [wording.act_sentence(each.act) for each in history]
    assert any(each.endswith(f": {REMOVED_WORDS}") for each in told)


def test_a_sentence_of_what_is_wrong_ends_as_a_sentence() -> None:
    for kind, template in REFUSALS.items():
        values = dict.fromkeys(names_in(template), 3)
        sentence = wording.error_sentence(BooksError(kind, **values))
        assert sentence.endswith((".", "?")), sentence
        assert sentence[0].isupper() or sentence[0].isdigit(), sentence


def test_what_a_list_changes_is_told_without_telephones_where_the_wall_looks_on() -> None:
    row = PlannedRow(
        7,
        RowState.CHANGED,
        "Nguyễn Thị Mùi",
        changes=(Change("telephone", "0912", "0987"), Change("office", "", "leader")),
        remarks=(RowRemark(Remark.TELEPHONE_UNCLEAR, {"text": "0355"}),),
    )
    assert row_words(row) == (
        "điện thoại “0355” không rõ, để trống; điện thoại: 0912 thành 0987; chức vụ: Tổ trưởng"
    )
    assert row_words(row, private=True) == (
        "điện thoại “…” không rõ, để trống; điện thoại; chức vụ"
    )


def test_every_remark_has_words() -> None:
    assert set(REMARKS) == set(Remark)
