"""The form of a pledge gives back what it was filled with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from screens.forms.pledge_form import draft_in, first_draft, texts_of
from screens.forms.values import Values
from storage.records.assignment import CaseHelp
from storage.records.cases import HardshipCase, Need, When
from storage.records.help_totals import Gap
from storage.records.kinds import HelperKind, HelpForm, Relation
from storage.records.people import Person
from storage.records.pledges import PledgeDraft
from storage.rules.pledges import cleaned
from storage.rules.terms import HELP_UNIT

TODAY = date(2026, 10, 24)

drafts = st.builds(
    PledgeDraft,
    form=st.sampled_from(HelpForm),
    helper_kind=st.sampled_from(HelperKind),
    what=st.sampled_from(["", "gặt lúa", "quần áo"]),
    quantity=st.none() | st.integers(1, 5_000_000),
    unit=st.sampled_from(["", "ngày công", "bộ"]),
    members=st.lists(st.integers(1, 60), unique=True, max_size=5).map(tuple),
    group_id=st.integers(1, 10),
    organisation=st.just("Hội NCT"),
    number=st.none() | st.integers(1, 60),
    when=st.sampled_from(
        [When(), When("25/10", date(2026, 10, 25), date(2026, 10, 25)), When("trong vụ gặt")]
    ),
    place=st.sampled_from(["", "cánh đồng Đông"]),
    in_charge=st.none() | st.integers(1, 60),
    used=st.booleans(),
)


@given(drafts)
def test_a_pledge_comes_out_of_the_form_as_it_went_in(draft: PledgeDraft) -> None:
    kept = cleaned(draft)
    if kept.helper_kind is HelperKind.ORGANISATION:
        kept = replace(kept, members=kept.members[:1])
    if kept.quantity is None or kept.form is HelpForm.MONEY or not kept.unit:
        # The unit is said with the amount, and money has but one.
        kept = replace(kept, unit=HELP_UNIT[kept.form])
    assert cleaned(draft_in(Values(texts_of(kept), TODAY))) == kept


def helped(*needs: Need, missing: tuple[Gap, ...] = ()) -> CaseHelp:
    """A case with these needs, of which some are not met."""
    case = HardshipCase(
        1,
        Person(1, "Phạm Thị Hiền"),
        "",
        Relation.OUTSIDE,
        needs,
        when=When("trước 15/11"),
    )
    return CaseHelp(case, gaps=missing)


def test_a_new_pledge_begins_with_the_need_that_is_not_met() -> None:
    labour = Need(HelpForm.LABOUR, "gặt lúa", 10, "ngày công")
    clothes = Need(HelpForm.GOODS, "quần áo", 2, "bộ")
    each = helped(labour, clothes, missing=(Gap(HelpForm.GOODS, "quần áo", "bộ", 2),))
    first = first_draft(each, open_to_all=True)
    assert (first.form, first.what, first.quantity, first.unit) == (
        HelpForm.GOODS,
        "quần áo",
        1,
        "bộ",
    )
    assert first.when.text == "trước 15/11"


def test_what_is_needed_stays_out_of_the_form_where_it_is_hidden() -> None:
    each = helped(Need(HelpForm.GOODS, "xe lăn"))
    assert first_draft(each, open_to_all=False).what == ""


def test_several_things_are_not_taken_for_one() -> None:
    each = helped(Need(HelpForm.GOODS, "chăn, màn, quần áo"))
    assert first_draft(each, open_to_all=True).what == ""


def test_of_money_no_sum_is_guessed() -> None:
    first = first_draft(helped(Need(HelpForm.MONEY, "viện phí")), open_to_all=True)
    assert (first.quantity, first.unit) == (None, "đ")


def test_a_thing_is_said_with_how_many_and_whether_it_was_used() -> None:
    first = first_draft(helped(Need(HelpForm.GOODS, "chăn, màn")), open_to_all=True)
    texts = {**texts_of(first), "what": "2 bộ quần áo cũ"}
    draft = draft_in(Values(texts, TODAY))
    assert (draft.what, draft.quantity, draft.unit, draft.used) == ("quần áo", 2, "bộ", True)


def test_an_amount_in_its_own_field_stands() -> None:
    first = first_draft(helped(Need(HelpForm.GOODS, "chăn, màn")), open_to_all=True)
    texts = {**texts_of(first), "what": "2 bộ quần áo", "amount-each": "3 bộ"}
    draft = draft_in(Values(texts, TODAY))
    assert (draft.what, draft.quantity) == ("2 bộ quần áo", 3)


def test_a_time_is_said_with_the_thing() -> None:
    """It is what was said last, and takes the place of the time that was proposed."""
    first = first_draft(helped(Need(HelpForm.GOODS, "chăn, màn")), open_to_all=True)
    texts = {**texts_of(first), "what": "01 chăn, ngày 25/10", "when": "trong vụ gặt"}
    draft = draft_in(Values(texts, TODAY))
    assert (draft.what, draft.quantity, draft.when.first) == ("chăn", 1, date(2026, 10, 25))
