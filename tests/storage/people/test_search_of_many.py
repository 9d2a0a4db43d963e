"""The search over 121 members and ten years of cases: whoever is meant is found, however typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from peewee import Expression

from statements import statements_of
from storage.books import Books
from storage.clock import SystemClock
from storage.people.name_search import found_in_books
from storage.practice.stock import FAMILY_NAMES, MEN, WOMEN
from storage.records.people import Member
from storage.rules.register import found
from storage.tables import HardshipCaseRow, PersonRow, connection
from storage.vietnamese import fold, found_by_name, name_sort_key

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


@pytest.mark.parametrize(
    "words",
    [
        *"abcdehklmnopstuvxyđ",
        *("van", "văn", "Nguyễn", "nguyen van", "van nguyen", "ng", "hung", "ca", "cả", "vhc"),
        *("nvc", "n v c", "nv", "ông Cả", "ba", "*", "?", "[", "[a]", "a*", "%", "_", "'", "xyz"),
        *(" ", ""),
        pytest.param("ca " * 1500, id="a page of words"),
        pytest.param("n" * 9000, id="a page of letters"),
    ],
)
def test_the_people_who_were_helped_are_found_as_members_are(big: Books, words: str) -> None:
    """What SQLite lets through leaves out nobody whom the rule would find, and keeps its order."""
    rows = HardshipCaseRow.select(HardshipCaseRow, PersonRow).join(PersonRow)
    names = [row.person.name for row in rows.order_by(HardshipCaseRow.id.desc())]
    expected = found_by_name(words, names, str, in_order=False)
    for limit in (8, len(names)):
        cases = big.case_people.find(words, None, limit)
        assert [case.person.name for case in cases] == expected[:limit]


def test_everyone_in_the_books_is_found_as_members_are(big: Books) -> None:
    names = [row.name for row in PersonRow.select()]
    for words in ("n", "ng", "ca", "duc", "thi"):
        expected = found_by_name(words, names, str, in_order=False)
        persons = big.people.search(words, len(names))
        assert [person.name for person in persons] == expected


@pytest.mark.parametrize(("words", "most"), [("dat", 1), ("cả", YEARS * 12), ("xy", 0)])
def test_only_those_are_read_who_may_be_meant(big: Books, words: str, most: int) -> None:
    """Everyone who was ever helped was read once: it grew with the years."""
    read: list[str] = []

    def names(condition: Expression) -> list[str]:
        rows = PersonRow.select(PersonRow.name).where(condition)
        read.extend(row.name for row in rows)
        return read

    found_in_books(words, names, str, 1)
    assert len(read) == most


def test_the_register_is_read_in_a_few_queries(big: Books) -> None:
    """However many members there are."""
    assert statements_of(lambda: big.members.register_now(with_help=True)) <= 15
