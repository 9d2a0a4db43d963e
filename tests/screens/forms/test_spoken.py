"""What people say in a field: names with what stands before them, ages, amounts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.forms.spoken import (
    SpokenName,
    amount,
    amounts_text,
    birth_year,
    needs_said,
    spoken_name,
    things_text,
)
from storage.errors import Refusal, RefusalKind
from storage.records.cases import Need
from storage.records.kinds import Address, HelpForm

TODAY = date(2026, 10, 24)


@pytest.mark.parametrize(
    ("text", "chosen", "expected"),
    [
        ("Nguyễn Thị Mùi", None, SpokenName("Nguyễn Thị Mùi")),
        ("bà Nguyễn Thị Mùi", None, SpokenName("Nguyễn Thị Mùi", Address.BA)),
        ("Cụ  Phạm Thị Hiền ", None, SpokenName("Phạm Thị Hiền", Address.CU)),
        ("Bà Nguyễn Thị Mùi", Address.BA, SpokenName("Nguyễn Thị Mùi", Address.BA)),
        ("bà Mùi", Address.CU, SpokenName("Mùi", Address.CU)),
        ("hộ bà Vũ Thị Bình", None, SpokenName("Vũ Thị Bình", Address.BA, household=True)),
        ("Hộ Vũ Thị Bình", Address.BA, SpokenName("Vũ Thị Bình", Address.BA, household=True)),
        ("Anh Đức", None, SpokenName("Anh Đức")),
        ("anh Đức", None, SpokenName("Đức", Address.ANH)),
        ("Ông Cao Thắng", Address.ANH, SpokenName("Ông Cao Thắng", Address.ANH)),
        ("hộ", None, SpokenName("hộ")),
        ("bà", None, SpokenName("bà")),
        ("", None, SpokenName("")),
    ],
)
def test_what_stands_before_a_name_is_split_off(
    text: str, chosen: Address | None, expected: SpokenName
) -> None:
    """A leader says "hộ bà Bình", and the secretary types what is said."""
    assert spoken_name(text, chosen) == expected


def test_a_number_up_to_120_is_an_age() -> None:
    """People know the one or the other."""
    assert birth_year(78, TODAY) == birth_year(1948, TODAY) == 1948
    assert birth_year(0, TODAY) == 2026
    assert birth_year(None, TODAY) is None


@pytest.mark.parametrize("number", [121, 1905, 2027, 19488])
def test_a_year_that_nobody_living_was_born_in_is_refused(number: int) -> None:
    """It is a slip of the finger."""
    with pytest.raises(Refusal) as refusal:
        birth_year(number, TODAY)
    assert refusal.value.kind is RefusalKind.YEAR_INVALID


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("", HelpForm.GOODS, (None, "")),
        ("2", HelpForm.GOODS, (2, "cái")),
        ("02 bộ", HelpForm.GOODS, (2, "bộ")),
        ("10", HelpForm.LABOUR, (10, "ngày công")),
        ("500.000", HelpForm.MONEY, (500_000, "đ")),
        ("500.000 đ", HelpForm.MONEY, (500_000, "đ")),
        ("500 nghìn", HelpForm.MONEY, (500_000, "đ")),
        ("1,5 triệu", HelpForm.MONEY, (1_500_000, "đ")),
    ],
)
def test_an_amount_is_a_number_and_a_unit(
    text: str, form: HelpForm, expected: tuple[int | None, str]
) -> None:
    """The unit that the form has by itself may be left out."""
    assert amount(text, form) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("vài cái", HelpForm.GOODS),
        ("0", HelpForm.GOODS),
        ("1,5 tạ", HelpForm.GOODS),
        ("5 con gà", HelpForm.MONEY),
        ("1,00005 nghìn", HelpForm.MONEY),
        ("9999999999999", HelpForm.GOODS),
        ("9999999 triệu", HelpForm.MONEY),
        pytest.param("9" * 5000, HelpForm.MONEY, id="five thousand digits"),
        pytest.param(f"1,{'9' * 5000}", HelpForm.MONEY, id="five thousand decimals"),
    ],
)
def test_what_is_no_whole_number_is_refused(text: str, form: HelpForm) -> None:
    """And the sentence says what was typed."""
    with pytest.raises(Refusal) as refusal:
        amount(text, form)
    assert refusal.value.kind is RefusalKind.AMOUNT_INVALID
    assert refusal.value.values == {"text": text}


def test_several_things_stand_in_one_field() -> None:
    """Each with its amount in the field below, or without."""
    assert needs_said(HelpForm.GOODS, "chăn; màn; gạo", "1; ; 10 kg") == (
        Need(HelpForm.GOODS, "chăn", 1, "cái"),
        Need(HelpForm.GOODS, "màn"),
        Need(HelpForm.GOODS, "gạo", 10, "kg"),
    )
    assert needs_said(HelpForm.MONEY, "", "") == (Need(HelpForm.MONEY),)
    assert needs_said(HelpForm.LABOUR, "", "3") == (Need(HelpForm.LABOUR, "", 3, "ngày công"),)


@given(
    st.sampled_from(HelpForm).flatmap(
        lambda form: st.lists(
            st.builds(
                Need,
                st.just(form),
                st.sampled_from(["chăn", "gặt 3 sào lúa", "viện phí"]),
                st.none() | st.integers(1, 10_000_000),
                st.just("đ" if form is HelpForm.MONEY else "bộ"),
            ).map(lambda need: need if need.quantity else Need(need.form, need.what)),
            min_size=1,
            max_size=4,
        ).map(tuple)
    )
)
def test_a_form_opened_again_says_the_same_needs(needs: tuple[Need, ...]) -> None:
    """To look at a case changes nothing in it."""
    assert needs_said(needs[0].form, things_text(needs), amounts_text(needs)) == needs
