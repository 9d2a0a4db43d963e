"""The search over 121 members and ten years of cases: whoever is meant is found, however typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from statements import statements_of
from storage.books import Books
from storage.clock import SystemClock
from storage.practice.stock import FAMILY_NAMES, MEN, WOMEN
from storage.records.people import Member
from storage.rules.register import found
from storage.tables import HardshipCaseRow, PersonRow, connection
from storage.vietnamese import fold, name_sort_key

YEARS = 10
MEMBERS = 121
GIVEN = ("An", "Bình", "Cúc", "Dung", "Đức", "Hà", "Hoa")
NAMES = ("Nguyễn Thị Đượm", "Đỗ Đức Đạt", "Lưu Thị Ưng", "Ỷ Lan Nguyên Phi")


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Books]:
    """Books with as many members as a club may have, and ten years of people who were helped."""
    books = Books(tmp_path_factory.mktemp("big"), SystemClock())
    groups = [books.register.add_group(f"Tổ {number}") for number in range(1, 6)]
    names = [*NAMES, *(f"{family} {given}" for given in WOMEN for family in FAMILY_NAMES[:4])]
    names += [f"Trịnh Thị Ngọc Bích {_letters(number)}" for number in range(MEMBERS)]
    # One transaction: nobody would miss these books.
    with connection.atomic():
        for number, name in enumerate(names[:MEMBERS]):
            books.register.add_member(name, groups[number % 5])
        for number in range(YEARS * 12):
            name = f"{FAMILY_NAMES[number % len(FAMILY_NAMES)]} {MEN[number % len(MEN)]} Cả"
            person = PersonRow.create(name=name, folded=fold(name))
            HardshipCaseRow.create(
                person=person, relation="outside", circumstances="ốm", source="meeting"
            )
    yield books
    books.close()


def _letters(number: int) -> str:
    return GIVEN[number % 7] + "ăâêôơưđ"[number // 7 % 7]


@pytest.fixture(scope="module")
def everyone(big: Books) -> tuple[Member, ...]:
    """All members, in order."""
    return big.members.register_now().members


def test_everyone_is_found_with_and_without_diacritics(everyone: tuple[Member, ...]) -> None:
    assert len(everyone) == MEMBERS
    for member in everyone:
        for words in (member.name, fold(member.name), member.name.upper(), f" {member.name[:-1]}"):
            assert member in found(words, everyone), words


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("duom", "Nguyễn Thị Đượm"),
        ("DUC do", "Đỗ Đức Đạt"),
        ("dat đức", "Đỗ Đức Đạt"),
        ("ung", "Lưu Thị Ưng"),
        ("ltu", "Lưu Thị Ưng"),
        ("y lan", "Ỷ Lan Nguyên Phi"),
        ("Y\u0309 Lan", "Ỷ Lan Nguyên Phi"),
    ],
)
def test_what_is_typed_finds_who_is_meant(
    words: str, name: str, everyone: tuple[Member, ...]
) -> None:
    assert name in {member.name for member in found(words, everyone)}


def test_the_order_is_that_of_given_names(everyone: tuple[Member, ...]) -> None:
    assert list(everyone) == sorted(everyone, key=lambda member: name_sort_key(member.name))


def test_the_menu_finds_the_same_members(big: Books, everyone: tuple[Member, ...]) -> None:
    for member in everyone[::10]:
        hits = big.register.search(fold(member.name), limit=MEMBERS)
        assert member.id in {each.id for each in hits}


def test_everyone_who_was_helped_in_ten_years_is_found_folded(big: Books) -> None:
    cases = HardshipCaseRow.select(HardshipCaseRow, PersonRow).join(PersonRow)
    people = {row.person.id: row.person for row in cases}
    assert len(people) == YEARS * 12
    for person in list(people.values())[::20]:
        rows = PersonRow.select().where(PersonRow.folded == fold(person.name.upper()))
        assert person.id in {row.id for row in rows}


def test_the_register_is_read_in_a_few_queries(big: Books) -> None:
    """However many members there are."""
    assert statements_of(lambda: big.members.register_now(with_help=True)) <= 15
