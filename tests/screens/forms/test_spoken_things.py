"""What people say in one breath of a thing or an activity."""

from __future__ import annotations

from datetime import date

import pytest

from screens.forms.spoken_things import (
    SpokenActivity,
    spoken_activity,
    thing_and_amount,
    things_and_amounts,
    used_thing,
)
from storage.records.kinds import HelpForm

TODAY = date(2026, 10, 24)


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        (HelpForm.GOODS, "1 xe lăn", ("xe lăn", "1")),
        (HelpForm.GOODS, "02 bộ quần áo", ("quần áo", "02 bộ")),
        (HelpForm.GOODS, "10 kg gạo", ("gạo", "10 kg")),
        (HelpForm.GOODS, "chăn, màn, quần áo", ("chăn, màn, quần áo", "")),
        (HelpForm.GOODS, "0 chăn", ("0 chăn", "")),
        (HelpForm.GOODS, "12", ("12", "")),
        (HelpForm.LABOUR, "10 ngày công gặt lúa", ("gặt lúa", "10")),
        (HelpForm.LABOUR, "10 công gặt lúa", ("gặt lúa", "10")),
        (HelpForm.LABOUR, "10 công", ("", "10")),
        (HelpForm.LABOUR, "gặt 3 sào lúa", ("gặt 3 sào lúa", "")),
        (HelpForm.LABOUR, "3 sào lúa", ("3 sào lúa", "")),
        (HelpForm.MONEY, "viện phí 500.000", ("viện phí", "500.000")),
        (HelpForm.MONEY, "viện phí: 1,5 triệu", ("viện phí", "1,5 triệu")),
        (HelpForm.MONEY, "500 nghìn tiền thuốc", ("tiền thuốc", "500 nghìn")),
        (HelpForm.MONEY, "2 triệu", ("", "2 triệu")),
        (HelpForm.MONEY, "học phí lớp 10", ("học phí lớp 10", "")),
        (
            HelpForm.MONEY,
            "viện phí 1.500.000.000.000.000 đ",
            ("viện phí 1.500.000.000.000.000 đ", ""),
        ),
        (HelpForm.SKILL, "2 lần tiêm phòng", ("2 lần tiêm phòng", "")),
    ],
)
def test_a_number_is_read_where_it_tells_how_much(
    form: HelpForm, text: str, expected: tuple[str, str]
) -> None:
    """A number that counts something else stays in the words."""
    assert thing_and_amount(text, form) == expected


def test_several_things_have_their_amounts_in_order() -> None:
    told = things_and_amounts("2 chăn; màn; 2 bộ quần áo", HelpForm.GOODS)
    assert told == ("chăn; màn; quần áo", "2; ; 2 bộ")


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("chăn cũ", "chăn"),
        ("quần áo đã sử dụng", "quần áo"),
        ("Quạt  đã qua sử dụng", "Quạt"),
        ("cũ", None),
        ("đồ củ", None),
        ("chăn cũ của bà", None),
        ("chăn", None),
    ],
)
def test_what_was_used_is_said_last(text: str, thing: str | None) -> None:
    assert used_thing(text) == thing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quét vôi lại cổng làng", SpokenActivity("quét vôi lại cổng làng")),
        (
            "tổng vệ sinh đường làng, chủ nhật tới",
            SpokenActivity("tổng vệ sinh đường làng", when="chủ nhật tới"),
        ),
        (
            "khơi thông cống rãnh, cùng thôn, trước Tết",
            SpokenActivity("khơi thông cống rãnh", "thôn", "trước Tết"),
        ),
        (
            "quét dọn nhà Văn hóa, 25/10, tham gia cùng Chi hội Phụ nữ",
            SpokenActivity("quét dọn nhà Văn hóa", "Chi hội Phụ nữ", "25/10"),
        ),
        (
            "dọn vệ sinh, quét dọn đường làng, trước nhà văn hóa",
            SpokenActivity("dọn vệ sinh, quét dọn đường làng, trước nhà văn hóa"),
        ),
        ("chủ nhật tới", SpokenActivity("chủ nhật tới")),
        (", chủ nhật tới", SpokenActivity(", chủ nhật tới")),
    ],
)
def test_with_whom_and_when_are_split_off_an_activity(text: str, expected: SpokenActivity) -> None:
    """Only what is surely the one or the other."""
    assert spoken_activity(text, TODAY) == expected


def test_what_the_form_says_already_is_not_looked_for() -> None:
    said = spoken_activity("dọn đường, cùng thôn, 25/10", TODAY, with_partner=False, with_time=True)
    assert said == SpokenActivity("dọn đường, cùng thôn", when="25/10")
