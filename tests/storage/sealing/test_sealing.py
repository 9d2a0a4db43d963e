"""The seal's own rules: canonical text, salted values, the chain and the code on paper."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.records.kinds import ConsentScope
from storage.records.minutes import (
    Column,
    MinutesContent,
    MinutesOptions,
    MinutesPart,
    MinutesState,
    MinutesTable,
    Paragraph,
    Signature,
)
from storage.rules.minutes_parts.tokens import (
    Copy,
    Naming,
    Personal,
    Value,
    capital,
    resolve,
    resolve_text,
    texts_of,
    token,
    tokens_in,
)
from storage.sealing.seal import Sealed, canonical, check_code, kept_values, read, told_values
from storage.sealing.seal_text import KeptValue, canonical_json, chain_digest

NAME = token("person.12.case.3.who")

CONTENT = MinutesContent(
    parent_body="Hội Người cao tuổi xã An Bình",
    club_name="CLB Liên thế hệ tự giúp nhau thôn Đông",
    number=5,
    year=2026,
    abbreviation="CLB",
    meeting_name="Buổi sinh hoạt CLB tháng 10 năm 2026",
    opening=(Paragraph("Địa điểm: Nhà văn hóa."),),
    parts=(
        MinutesPart(
            5,
            "Chọn trường hợp khó khăn nhất",
            (
                Paragraph(f"{capital(NAME)} được chọn.", "a)"),
                MinutesTable(
                    (Column("Trường hợp", 0.7), Column("Tán thành", 0.3, numeric=True)),
                    ((NAME, "41"),),
                ),
            ),
        ),
    ),
    closing=(Paragraph("Cuộc họp kết thúc vào 10 giờ 00./."),),
    signatures=(Signature("Thư ký", token("member.2.bare")),),
    recipients=("Hội Người cao tuổi xã An Bình",),
    state=MinutesState.APPROVED,
    began=datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7))),
    options=MinutesOptions(read_aloud=True, copies=2),
)
VALUES = {
    "person.12.case.3.who": Value("cụ Phạm Thị Hiền", "cụ H., Tổ 3"),
    "member.2.bare": Value("Nguyễn Thị An"),
}

LINES = st.text(
    st.characters(blacklist_categories=("Cc", "Cf", "Co", "Cs", "Zl", "Zp")), max_size=30
).map(lambda text: unicodedata.normalize("NFC", text))


def test_canonical_text_is_written_in_one_way_only() -> None:
    assert canonical_json({"b": 1, "a": "é"}) == canonical_json({"a": "e\u0301", "b": 1})
    assert canonical_json({"b": [1, None], "a": "Tổ 1"}) == '{"a":"Tổ 1","b":[1,null]}'


def test_what_was_sealed_is_read_as_it_was() -> None:
    sealed = Sealed(CONTENT, {"person.12.case.3.who": "ab"}, {"pledge": "cd"})
    again = read(canonical(sealed))
    assert again == replace(sealed, content=replace(CONTENT, state=MinutesState.SEALED))
    assert canonical(again) == canonical(sealed)


def test_the_state_and_the_codes_are_not_part_of_it() -> None:
    later = replace(
        CONTENT, state=MinutesState.SEALED, check_code="7KQ2-M0XA-93TV", previous_code="x"
    )
    assert canonical(Sealed(later)) == canonical(Sealed(CONTENT))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"minutes":1,"values":{},"rows":{}}'])
def test_other_text_is_not_read_as_minutes(text: str) -> None:
    with pytest.raises(ValueError, match=r"sealed minutes|Expecting"):
        read(text)


@given(LINES, LINES)
def test_any_change_of_the_text_changes_its_digest(one: str, other: str) -> None:
    first = canonical(Sealed(replace(CONTENT, meeting_name=one)))
    second = canonical(Sealed(replace(CONTENT, meeting_name=other)))
    assert (chain_digest("", first) == chain_digest("", second)) == (one == other)


def test_the_digest_holds_the_one_before() -> None:
    assert chain_digest("", "x") != chain_digest("0", "x")


def test_each_value_has_a_salt_of_its_own_and_the_hidden_one_too() -> None:
    kept = kept_values(texts_of(CONTENT), Personal(VALUES), "secret")
    assert [each.token for each in kept] == [
        "member.2.bare",
        "person.12.case.3.who",
        "hidden.person.12.case.3.who",
    ]
    assert len({each.salt for each in kept}) == 3
    assert told_values({each.token: each.value for each in kept}) == VALUES


def test_the_same_value_has_another_digest_in_another_meeting() -> None:
    one, other = (
        kept_values(texts_of(CONTENT), Personal(VALUES), secret)[0].digest for secret in ("a", "b")
    )
    assert one != other


def test_a_value_is_told_from_its_salt() -> None:
    assert KeptValue("t", "an", "b").digest != KeptValue("t", "a", "nb").digest


@given(st.binary(min_size=32, max_size=32).map(bytes.hex))
def test_the_code_is_twelve_symbols_that_are_not_misread(digest: str) -> None:
    code = check_code(digest)
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert not set(code) & set("ILOU")
    assert code == check_code(digest[:15] + "0" * 49)


def test_there_is_no_code_without_a_digest() -> None:
    assert check_code("") == ""
    assert check_code("0" * 64) == "0000-0000-0000"
    assert check_code("f" * 64) == "ZZZZ-ZZZZ-ZZZZ"


def test_each_copy_has_what_it_may_tell() -> None:
    silent, agreed = Personal(VALUES), Personal(VALUES, {ConsentScope.MINUTES: frozenset({12})})
    assert resolve_text(NAME, silent) == "cụ Phạm Thị Hiền"
    assert resolve_text(NAME, silent, Copy.WALL) == "cụ H., Tổ 3"
    assert resolve_text(NAME, agreed, Copy.PUBLIC) == "cụ Phạm Thị Hiền"
    assert resolve(CONTENT, silent, Copy.PUBLIC).parts[0].blocks[0] == Paragraph(
        "Cụ H., Tổ 3 được chọn.", "a)"
    )
    assert resolve(CONTENT, silent, Copy.PUBLIC).signatures[0].name == "Nguyễn Thị An"


@pytest.mark.parametrize(
    ("name", "copy", "told"),
    [
        ("person.12.case.3.circumstances", Copy.WALL, "bệnh nặng"),
        ("person.12.case.3.circumstances", Copy.PUBLIC, ""),
        ("person.12.case.3.address", Copy.WALL, ""),
        ("person.12.case.3.address", Copy.FILE, "bệnh nặng"),
        ("person.12.case.3.needs", Copy.PUBLIC, "bệnh nặng"),
    ],
)
def test_health_and_addresses_stay_back_although_the_person_agreed(
    name: str, copy: Copy, told: str
) -> None:
    personal = Personal({name: Value("bệnh nặng")}, dict.fromkeys(ConsentScope, frozenset({12})))
    assert resolve_text(token(name), personal, copy) == told


def test_a_value_that_was_removed_is_said_to_be() -> None:
    assert resolve_text(f"Giúp {NAME}.", Personal({})) == "Giúp một người (đã xóa tên)."
    assert resolve_text(f"Giúp bà {NAME}.", Personal({})) == "Giúp bà (đã xóa tên)."


def test_typed_names_become_tokens_whole_and_the_longest_first() -> None:
    names = [("a", "Lan"), ("b", "Nguyễn Thị Lan"), ("c", "Lan Anh")]
    text = Naming(names)("Nguyễn Thị Lan, Lan Anh và Lan; không phải Lane hay lan.")
    assert tokens_in(text) == ["b", "c", "a"]
    assert text.endswith("không phải Lane hay lan.")


@given(LINES, LINES)
def test_putting_tokens_in_and_resolving_them_gives_the_text_back(text: str, name: str) -> None:
    typed = f"{text} {name}"
    personal = Personal({"member.1.bare": Value(name)})
    assert resolve_text(Naming([("member.1.bare", name)])(typed), personal) == typed
