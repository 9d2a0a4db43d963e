"""Vietnamese text: cleaning, searching, sorting, and numbers as the club writes them."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.vietnamese import (
    clean_line,
    clean_text,
    count,
    fold,
    found_by_name,
    initial,
    matches,
    money,
    name_sort_key,
    visible_line,
    visible_text,
    written_alike,
)

ANYTHING = st.text(st.characters())
LETTERS = st.text("aAàảãáạăằâấẫđĐeêếệiìoôồơợuưừyỵnmghtc ", max_size=20)


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("  Nguyễn   Thị\tMùi \n", "Nguyễn Thị Mùi"),
        ("xóm Đình\r\nthôn Đông", "xóm Đình thôn Đông"),
        ("Tie\u0302\u0301ng", "Tiếng"),
        ("a\x1b[31mb\x07\x00", "a[31mb"),
        ("Mùi\u200b\u200d\ufeff\u00ad", "Mùi"),
        ("\u202eiùM\u202c", "iùM"),
        ("Mùi\ue053\uf8ff", "Mùi"),
        ("Mùi\ud800", "Mùi"),
        ("01\u00a0xe\u3000lăn", "01 xe lăn"),
        ("\U0001f468\u200d\U0001f469\ufe0f", "\U0001f468\U0001f469"),
        ("e\u200d\u0301", "é"),
        ("một\u2028hai", "một hai"),
    ],
)
def test_a_line_is_kept_without_what_cannot_be_seen(given_text: str, kept: str) -> None:
    """Composed, on one line, one space between words."""
    assert clean_line(given_text) == kept


def test_lines_are_kept_with_at_most_one_of_them_empty() -> None:
    """Each of them as clean as a line."""
    typed = "\r\nMột  \r\n\r\n \n\n  hai\tba\x07\n\n\nbốn\n"
    assert clean_text(typed) == "Một\n\nhai ba\n\nbốn"


def test_while_someone_types_the_spaces_stay() -> None:
    """The space before the next word is typed before the word."""
    assert visible_line(" xe  lăn \n") == " xe  lăn  "
    assert visible_text(" xe\tlăn \r\n") == " xe lăn \n"


@given(ANYTHING)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """So text can be cleaned at every door."""
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_text(clean_text(text)) == clean_text(text)
    assert visible_text(visible_text(text)) == visible_text(text)


@given(ANYTHING)
def test_what_is_kept_is_composed_and_can_be_stored(text: str) -> None:
    """Whatever was pasted."""
    for kept in (clean_line(text), clean_text(text)):
        assert unicodedata.is_normalized("NFC", kept)
        kept.encode()
        assert not {unicodedata.category(letter) for letter in kept if letter != "\n"} & {
            "Cc", "Cf", "Co", "Cs",
        }  # fmt: skip


def test_folding_takes_the_marks_and_the_bar_of_the_letter() -> None:
    """Names are searched for in a hurry."""
    assert fold("Đức") == "duc"
    assert fold("Nguyễn  Thị ƯỚC") == "nguyen thi uoc"
    assert fold("Lân") == fold("Lan") == "lan"


@given(ANYTHING)
def test_folding_does_not_see_how_the_marks_are_written(text: str) -> None:
    """Typed, pasted or imported."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "query", ["", "mui", "ng", "thi mui", "mui nguyen", "nguyen thi mui", "ntm", "nt", "m n t"]
)
def test_a_name_is_found_by_the_beginnings_of_its_words_or_its_initials(query: str) -> None:
    """In any order, as far as was typed."""
    assert matches(query, "Nguyễn Thị Mùi")


@pytest.mark.parametrize("query", ["ui", "muoi", "mui tran", "tm", "ntmx"])
def test_a_name_is_not_found_by_anything_else(query: str) -> None:
    """Not by the middle of a word, nor by a letter too many."""
    assert not matches(query, "Nguyễn Thị Mùi")


def test_lan_finds_both_and_duc_finds_the_barred_letter() -> None:
    """With or without marks."""
    assert matches(fold("lan"), "Trần Văn Lân")
    assert matches(fold("lan"), "Vũ Thị Lan")
    assert matches(fold("duc"), "Lê Minh Đức")


@given(LETTERS.filter(str.strip))
def test_every_name_is_found_by_itself(name: str) -> None:
    """Whatever it is made of."""
    assert matches(fold(name), name)


SORTED_NAMES = [
    "Trần Văn An",
    "Lê Văn Ăn",
    "Bùi Thị Ân",
    "Nguyễn Thị Bình",
    "Vũ Thị Bình",
    "Đỗ Văn Bình",
    "Lê Văn Dũng",
    "Nguyễn Minh Đức",
    "Phạm Thị Hoa",
    "Phạm Thị Hòa",
    "Phạm Thị Hỏa",
    "Phạm Thị Hõa",
    "Phạm Thị Hóa",
    "Phạm Thị Họa",
    "Phạm Thị Hoan",
    "Mai",
    "Lê Mai",
    "Nguyễn Mai",
    "Nguyễn Thị Mùi",
    "Lê Văn Sơn",
    "Ngô Thị Út",
    "Lê Thị Ước",
]


def shuffled(words: list[str]) -> list[str]:
    """The words in another order, the same every time."""
    return random.Random(26).sample(words, len(words))


def test_names_stand_in_the_order_of_a_vietnamese_register() -> None:
    """Given name, then middle, then family name."""
    assert sorted(shuffled(SORTED_NAMES), key=name_sort_key) == SORTED_NAMES


def test_letters_are_compared_before_tones_and_tones_before_capitals() -> None:
    """As the Vietnamese collation has it."""
    for words in (
        ["ma", "mà", "mả", "mã", "má", "mạ", "man"],
        ["a", "ă", "â", "b", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"],
        ["Tổ 1", "Tổ 2"],
        ["1", "9", "a", "z"],
    ):
        assert sorted(shuffled(words), key=name_sort_key) == words


@given(st.lists(ANYTHING.map(clean_line), unique=True))
def test_every_list_of_names_has_one_order(names: list[str]) -> None:
    """Two names that look the same do not change places."""
    assert sorted(names, key=name_sort_key) == sorted(shuffled(names), key=name_sort_key)


@given(LETTERS)
def test_the_order_does_not_see_how_the_marks_are_written(name: str) -> None:
    """Typed, pasted or imported."""
    assert name_sort_key(unicodedata.normalize("NFD", name)) == name_sort_key(name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Phạm Thị Hiền", "H."),
        ("Hiền", "H."),
        ("lê văn đức", "Đ."),
        ("U\u031b\u0301c", "Ứ."),
        ("", ""),
    ],
)
def test_who_is_not_named_is_shown_by_the_given_names_first_letter(name: str, shown: str) -> None:
    """With its marks."""
    assert initial(name) == shown


def test_money_and_numbers_are_written_as_the_club_does() -> None:
    """Points between thousands, two figures below ten."""
    assert money(10_000) == "10.000 đ"
    assert money(1_250_000) == "1.250.000 đ"
    assert money(0) == "0 đ"
    assert [count(number) for number in (0, 2, 10, 121)] == ["0", "02", "10", "121"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("van", ["Lê Thị Vân", "Trần Văn", "Phạm Văn Lân", "Vũ Thị Lan Vân Anh"]),
        ("văn", ["Trần Văn", "Lê Thị Vân", "Phạm Văn Lân", "Vũ Thị Lan Vân Anh"]),
        ("vân", ["Lê Thị Vân", "Trần Văn", "Phạm Văn Lân", "Vũ Thị Lan Vân Anh"]),
        ("lan", ["Phạm Văn Lân", "Vũ Thị Lan Vân Anh"]),
        ("le van", ["Lê Thị Vân"]),
        ("vtl", ["Vũ Thị Lan Vân Anh"]),
        ("xyz", []),
        (" ", []),
    ],
)
def test_a_given_name_comes_before_the_same_elsewhere(words: str, expected: list[str]) -> None:
    names = ["Phạm Văn Lân", "Vũ Thị Lan Vân Anh", "Lê Thị Vân", "Trần Văn"]
    assert found_by_name(words, names, str) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Đặng Thị Hòa", "ĐẶNG THỊ HOÀ", True),
        ("Phùng Thúy Quỳnh", "Phùng Thuý  Quỳnh", True),
        ("Lê Thị Hoa", "Lê Thị Hòa", False),
        ("Lê Thị Hoa", "Lê Thi Hoa", False),
        ("Trần Văn Lân", "Trần Văn Lăn", False),
    ],
)
def test_a_name_is_the_same_wherever_the_mark_of_its_tone_stands(
    one: str, other: str, same: bool
) -> None:
    assert (written_alike(one) == written_alike(other)) is same


def test_alike_names_stand_in_their_order_or_are_sorted() -> None:
    names = ["Vũ Thị Mùi", "Mùi Thị An", "Lê Thị Mùi"]
    assert found_by_name("mui", names, str) == ["Vũ Thị Mùi", "Lê Thị Mùi", "Mùi Thị An"]
    assert found_by_name("mui", names, str, in_order=False) == [
        "Lê Thị Mùi",
        "Vũ Thị Mùi",
        "Mùi Thị An",
    ]


@pytest.mark.parametrize("called", ["bà Hòa", "ba hoa", "Cụ Hòa"])
def test_people_are_found_as_they_are_called(called: str) -> None:
    names = ["Hoàng Gia Bảo", "Đặng Thị Hòa", "Lê Thị Lành"]
    assert found_by_name(called, names, str)[0] == "Đặng Thị Hòa"
    assert found_by_name("bà", names, str) == ["Hoàng Gia Bảo"]
