"""What was put into words when it was recorded is said again in the language of the screen."""

from __future__ import annotations

import pytest

from screens.language import Language, speak
from screens.wording.amounts import said_again

TOLD = {
    "10 người": "10 people",
    "1 người": "1 person",
    "cả CLB": "everyone",
    "Tổ 2": "Tổ 2",
    "bà Nguyễn Thị Mùi": "bà Nguyễn Thị Mùi",
    "nhất trí": "unanimous",
    "48 tán thành": "48 in favour",
    "10 ngày công gặt lúa": "10 labour days gặt lúa",
    "1 ngày công": "1 labour day",
    "kỹ thuật (chữa bệnh cho lợn)": "skills (chữa bệnh cho lợn)",
    "tiền": "money",
    "50.000 đ": "50.000 đ",
    "02 bộ quần áo (đã sử dụng)": "02 bộ quần áo (used)",
    "01 {xe} lăn (vận động)": "01 {xe} lăn (asked for)",
}


@pytest.mark.parametrize("told", TOLD)
def test_amounts_are_said_again(told: str) -> None:
    assert said_again(told) == told
    speak(Language.ENGLISH)
    assert said_again(told) == TOLD[told]
