"""What a villager types about time, and the days that are meant by it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.day_words.numbers import number
from storage.day_words.typed import understand_when
from storage.days import (
    describe,
    hour_on_paper,
    is_past,
    on_paper,
    on_screen,
    weekday_on_screen,
)
from storage.lunar_days import day_before_new_year, lunar_day
from storage.records.cases import When

TODAY = date(2026, 10, 24)
"""A Saturday."""


def day(text: str) -> date:
    """A day in figures, as the tables below give it."""
    return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # with figures
        ("5/1", "05/01/2027"),
        ("05/01/2026", "05/01/2026"),
        ("5-1-26", "05/01/2026"),
        ("5.1.2027", "05/01/2027"),
        ("5-1", "05/01/2027"),
        ("15/11", "15/11/2026"),
        ("ngày 15/11", "15/11/2026"),
        ("29/2", "29/02/2028"),
        ("20/10", "20/10/2026"),
        ("20/9", "20/09/2027"),
        ("20/9/2026", "20/09/2026"),
        ("Chủ nhật 01/11/2026", "01/11/2026"),
        ("chủ nhật, ngày 1/11", "01/11/2026"),
        ("ngày 5", "05/11/2026"),
        ("ngày 24", "24/10/2026"),
        ("ngày 31", "31/10/2026"),
        ("ngày 5 tháng 1", "05/01/2027"),
        ("5 tháng 1 năm 2026", "05/01/2026"),
        ("ngày 05 tháng 01 năm 2026", "05/01/2026"),
        ("ngày mười lăm tháng mười một", "15/11/2026"),
        ("ngày hai mươi tư tháng sáu", "24/06/2027"),
        ("ngày 15 tháng tới", "15/11/2026"),
        ("15 tháng này", "15/10/2026"),
        # near
        ("hôm nay", "24/10/2026"),
        ("ngay", "24/10/2026"),
        ("Ngay.", "24/10/2026"),
        ("ngay lập tức", "24/10/2026"),
        ("mai", "25/10/2026"),
        ("ngày mai", "25/10/2026"),
        ("sáng mai", "25/10/2026"),
        ("8 giờ sáng mai", "25/10/2026"),
        ("7h30 ngày mai", "25/10/2026"),
        ("tối mai", "25/10/2026"),
        ("ngày kia", "26/10/2026"),
        ("ngày mốt", "26/10/2026"),
        ("hôm qua", "23/10/2026"),
        ("10 ngày nữa", "03/11/2026"),
        ("sau hai tuần", "07/11/2026"),
        # weekdays
        ("chủ nhật", "25/10/2026"),
        ("chủ nhật này", "25/10/2026"),
        ("chủ nhật tới", "01/11/2026"),
        ("CN", "25/10/2026"),
        ("thứ bảy này", "24/10/2026"),
        ("thứ 7", "31/10/2026"),
        ("thứ bảy tới", "31/10/2026"),
        ("thứ hai", "26/10/2026"),
        ("thứ sáu tuần này", "23/10/2026"),
        ("thứ sáu tuần sau", "30/10/2026"),
        ("thứ tư", "28/10/2026"),
        ("thứ năm tuần tới", "29/10/2026"),
        ("sáng chủ nhật tới", "01/11/2026"),
        ("vào thứ ba", "27/10/2026"),
        # by the moon
        ("rằm", "24/10/2026"),
        ("rằm tháng 7", "16/08/2027"),
        ("rằm tháng bảy", "16/08/2027"),
        ("rằm tháng giêng", "20/02/2027"),
        ("mùng 1", "09/11/2026"),
        ("mùng 3 Tết", "08/02/2027"),
        ("mồng một Tết", "06/02/2027"),
        ("28 Tết", "04/02/2027"),
        ("giao thừa", "05/02/2027"),
        ("30 tháng chạp", "05/02/2027"),
        ("rằm tới", "24/10/2026"),
        ("rằm tháng này", "24/10/2026"),
        ("rằm tháng sau", "23/11/2026"),
        ("mùng 2 tháng 8 âm", "02/09/2027"),
        ("Tết dương lịch", "01/01/2027"),
        ("ngày 15 tháng 11 dương lịch", "15/11/2026"),
        # nearer to how people talk
        ("mốt", "26/10/2026"),
        ("ba hôm nữa", "27/10/2026"),
        ("thứ 7 tuần sau", "31/10/2026"),
        ("thứ hai tuần sau nữa", "02/11/2026"),
        ("chủ nhật đầu tháng", "01/11/2026"),
        ("chủ nhật cuối tháng", "25/10/2026"),
        ("thứ bảy đầu tháng sau", "07/11/2026"),
        ("23 tháng chạp", "30/01/2027"),
        ("15/7 âm lịch", "16/08/2027"),
        ("15/7/2026 âm lịch", "27/08/2026"),
        ("ngày 10 tháng 10 âm lịch", "18/11/2026"),
        ("trung thu", "25/09/2026"),
        # without marks
        ("chu nhat toi", "01/11/2026"),
        ("ngay mai", "25/10/2026"),
        ("ram thang gieng", "20/02/2027"),
    ],
)
def test_one_day(typed: str, meant: str) -> None:
    """What means one day, with the day it means."""
    assert understand_when(typed, TODAY) == When(typed, day(meant), day(meant))


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("tuần này", "24/10/2026", "25/10/2026"),
        ("tuần tới", "26/10/2026", "01/11/2026"),
        ("tuần sau", "26/10/2026", "01/11/2026"),
        ("cuối tuần", "24/10/2026", "25/10/2026"),
        ("cuối tuần sau", "31/10/2026", "01/11/2026"),
        ("đầu tuần", "26/10/2026", "28/10/2026"),
        ("trong hai tuần tới", "24/10/2026", "07/11/2026"),
        ("trong sáu tuần", "24/10/2026", "05/12/2026"),
        ("trong 10 ngày", "24/10/2026", "03/11/2026"),
        ("trong vòng 10 ngày tới", "24/10/2026", "03/11/2026"),
        ("trong nửa tháng", "24/10/2026", "08/11/2026"),
        ("trong một tháng", "24/10/2026", "24/11/2026"),
        ("trong 4 tháng", "24/10/2026", "24/02/2027"),
        ("tháng này", "24/10/2026", "31/10/2026"),
        ("trong tháng", "24/10/2026", "31/10/2026"),
        ("tháng tới", "01/11/2026", "30/11/2026"),
        ("trong tháng sau", "01/11/2026", "30/11/2026"),
        ("tháng sáu", "01/06/2027", "30/06/2027"),
        ("tháng 12", "01/12/2026", "31/12/2026"),
        ("tháng 1/2027", "01/01/2027", "31/01/2027"),
        ("tháng 2 năm 2028", "01/02/2028", "29/02/2028"),
        ("tháng giêng", "06/02/2027", "07/03/2027"),
        ("cuối tháng", "24/10/2026", "31/10/2026"),
        ("đầu tháng", "01/11/2026", "10/11/2026"),
        ("giữa tháng tới", "11/11/2026", "20/11/2026"),
        ("cuối tháng 11", "21/11/2026", "30/11/2026"),
        ("trong quý", "24/10/2026", "31/12/2026"),
        ("quý sau", "01/01/2027", "31/03/2027"),
        ("quý II", "01/04/2027", "30/06/2027"),
        ("trong năm", "24/10/2026", "31/12/2026"),
        ("năm 2027", "01/01/2027", "31/12/2027"),
        ("sang năm", "01/01/2027", "31/12/2027"),
        ("tuần sau nữa", "02/11/2026", "08/11/2026"),
        ("cuối năm", "01/11/2026", "31/12/2026"),
        ("Tết", "06/02/2027", "08/02/2027"),
        ("5/1 – 10/1", "05/01/2027", "10/01/2027"),
        ("5/1-10/1", "05/01/2027", "10/01/2027"),
        ("từ 5/1 đến 10/1", "05/01/2027", "10/01/2027"),
        ("28/12 – 3/1", "28/12/2026", "03/01/2027"),
        ("5 đến 10/11", "05/11/2026", "10/11/2026"),
        ("từ ngày 5 đến ngày 10 tháng 12", "05/12/2026", "10/12/2026"),
        ("từ mùng một đến mùng năm Tết", "06/02/2027", "10/02/2027"),
        ("từ ngày 28 đến 3", "28/10/2026", "03/11/2026"),
        ("từ thứ tư đến thứ hai", "28/10/2026", "02/11/2026"),
        ("từ nay đến cuối tháng", "24/10/2026", "31/10/2026"),
        ("từ nay đến Tết", "24/10/2026", "08/02/2027"),
        ("từ mai tới thứ năm", "25/10/2026", "29/10/2026"),
    ],
)
def test_several_days(typed: str, first: str, last: str) -> None:
    """What means several days; of those that have begun, what is left."""
    assert understand_when(typed, TODAY) == When(typed, day(first), day(last))


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("trước 15/11", "14/11/2026"),
        ("trước ngày 15 tháng tới", "14/11/2026"),
        ("trước Tết", "05/02/2027"),
        ("trước tháng 12", "30/11/2026"),
        ("trước chủ nhật tới", "31/10/2026"),
        ("đến 15/11", "15/11/2026"),
        ("chậm nhất là ngày 15/11", "15/11/2026"),
        ("đến hết tháng 11", "30/11/2026"),
        ("hết tháng 11", "30/11/2026"),
    ],
)
def test_only_the_last_day_is_said(typed: str, last: str) -> None:
    """What must be done by a day."""
    assert understand_when(typed, TODAY) == When(typed, None, day(last))


@pytest.mark.parametrize(
    ("typed", "first"),
    [("sau Tết", "09/02/2027"), ("từ 5/11", "05/11/2026"), ("sau 15/11", "16/11/2026")],
)
def test_only_the_first_day_is_said(typed: str, first: str) -> None:
    """What can only begin on a day."""
    assert understand_when(typed, TODAY) == When(typed, day(first), None)


@pytest.mark.parametrize(
    "typed",
    [
        "trong vụ gặt",
        "khi nào gặt xong",
        "hai tuần một lần",
        "31/2",
        "45/1",
        "ngày 32",
        "tháng 13",
        "5/1/0001",
        "tháng 12 năm 9999",
        "30/7/2026 âm lịch",
        "thứ hai 01/11/2026",
        "thứ tám",
        "10/1/2027 – 5/1/2027",
        "đến",
        "-",
    ],
)
def test_words_that_are_no_day_are_kept_as_they_are(typed: str) -> None:
    """Nothing is guessed: the club's words stand by themselves."""
    assert understand_when(typed, TODAY) == When(typed)


def test_nothing_typed_is_no_time() -> None:
    """An empty field is an empty time."""
    assert understand_when("  ", TODAY) == When("")


def test_the_words_are_kept_clean() -> None:
    """As everything that is kept."""
    assert understand_when(" chủ  nhật\ttới ", TODAY).text == "chủ nhật tới"


def test_marks_of_their_own_make_no_difference() -> None:
    """Some keyboards send letters and marks apart."""
    apart = "chu\u0309 nha\u0323\u0302t to\u031b\u0301i"
    assert understand_when(apart, TODAY).first == date(2026, 11, 1)


def test_a_day_of_last_week_stays_in_the_past() -> None:
    """Only what lies back more than a month is taken for the next year's."""
    assert is_past(understand_when("15/10", TODAY), TODAY)


def test_a_clock_that_is_wrong_still_understands() -> None:
    """A laptop without a battery says 1970."""
    assert understand_when("mùng 1 Tết", date(1970, 1, 1)).first == date(1970, 2, 6)


@given(st.text(), st.dates(date(1970, 1, 1), date(2099, 12, 31)))
def test_nothing_typed_can_break_it(typed: str, today: date) -> None:
    """Whatever comes from a keyboard or a sheet."""
    when = understand_when(typed, today)
    assert when.first is None or when.last is None or when.first <= when.last


WORDS = [
    *("tu", "den", "truoc", "sau", "trong", "ngay", "thang", "nam", "tuan", "quy", "tet", "ram"),
    *("mung", "chu", "nhat", "thu", "hai", "ba", "tư", "sáu", "toi", "nay", "mai", "cuoi", "dau"),
    *("am", "lich", "5", "31", "99", "999", "2026", "9999", "5/1", "31/12/9999", "1/1/1900", "-"),
    *("gieng", "chap", "nua", "muoi"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=7), st.dates(date(1970, 1, 1), date(2099, 12, 31)))
def test_no_row_of_such_words_can_break_it(words: list[str], today: date) -> None:
    """The rules' own words in any order."""
    when = understand_when(" ".join(words), today)
    assert when.first is None or when.last is None or when.first <= when.last


@given(
    st.dates(date(1999, 1, 1), date(2098, 12, 31)), st.dates(date(1999, 1, 1), date(2098, 12, 31))
)
def test_what_is_shown_can_be_typed(shown: date, today: date) -> None:
    """A day can be copied from the screen or from paper into a field."""
    for written in (on_screen(shown), weekday_on_screen(shown), on_paper(shown)):
        assert understand_when(written, today) == When(written, shown, shown)


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (When("", date(2026, 11, 1), date(2026, 11, 1)), "Chủ nhật 01/11/2026"),
        (When("", date(2026, 10, 24), date(2026, 11, 7)), "từ 24/10/2026 đến 07/11/2026"),
        (When("", None, date(2026, 11, 14)), "đến hết 14/11/2026"),
        (When("", date(2027, 2, 9), None), "từ 09/02/2027"),
        (When("trong vụ gặt"), ""),
    ],
)
def test_the_field_says_what_was_understood(when: When, told: str) -> None:
    """So that a wrong guess is seen."""
    assert describe(when) == told


@pytest.mark.parametrize(
    ("when", "past"),
    [
        (When("", date(2026, 10, 23), date(2026, 10, 23)), True),
        (When("", date(2026, 10, 1), TODAY), False),
        (When("", None, date(2026, 10, 23)), True),
        (When("", date(2026, 10, 23), None), True),
        (When("trong vụ gặt"), False),
    ],
)
def test_past_is_what_ended_before_today(when: When, past: bool) -> None:
    """A day without an end is past when it has come and gone."""
    assert is_past(when, TODAY) is past


def test_days_on_screen() -> None:
    """In figures, with the weekday where there is room."""
    assert on_screen(date(2026, 1, 5)) == "05/01/2026"
    assert weekday_on_screen(date(2026, 11, 1)) == "Chủ nhật 01/11/2026"
    assert weekday_on_screen(date(2026, 11, 2)) == "Thứ hai 02/11/2026"


def test_days_on_paper_have_a_leading_zero_where_the_decree_wants_one() -> None:
    """Days below ten, and the months 1 and 2 only."""
    assert on_paper(date(2026, 1, 5)) == "ngày 05 tháng 01 năm 2026"
    assert on_paper(date(2026, 2, 10)) == "ngày 10 tháng 02 năm 2026"
    assert on_paper(date(2019, 6, 29)) == "ngày 29 tháng 6 năm 2019"
    assert on_paper(date(2026, 12, 9)) == "ngày 09 tháng 12 năm 2026"


def test_hours_on_paper() -> None:
    """Always two figures each."""
    assert hour_on_paper(datetime(2026, 10, 24, 8, 30).astimezone()) == "08 giờ 30"
    assert hour_on_paper(datetime(2026, 10, 24, 9, 5).astimezone()) == "09 giờ 05"


@pytest.mark.parametrize(
    ("words", "meant"),
    [("mot", 1), ("muoi", 10), ("muoi lam", 15), ("hai muoi", 20), ("hai muoi mot", 21)],
)
def test_numbers_in_words(words: str, meant: int) -> None:
    """Up to what a month or a term needs."""
    assert number(words) == meant


def test_the_new_years_that_the_chinese_calendar_has_wrong() -> None:
    """Tết is reckoned by the time of Hà Nội."""
    assert lunar_day(1, 1, 2007) == date(2007, 2, 17)
    assert lunar_day(1, 1, 1985) == date(1985, 1, 21)


def test_a_month_of_29_days_has_no_30th_but_its_last_evening_is_30_tet() -> None:
    """The people call New Year's Eve so every year."""
    assert lunar_day(30, 12, 2025) is None
    assert day_before_new_year(30, date(2026, 1, 20)) == date(2026, 2, 16)
