"""The forms of cases and matters: what they ask, and that opening one again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from screens.forms.case_form import case_fields, case_of_values, case_texts
from screens.forms.fields import Field
from screens.forms.matter_form import matter_fields, matter_of_values, matter_texts
from screens.forms.values import Values
from storage.books import Books
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need, When
from storage.records.community import MatterDraft
from storage.records.kinds import (
    Address,
    ClubRole,
    Consent,
    Fact,
    HelpForm,
    LocalityWay,
    MatterKind,
    Relation,
)

TODAY = date(2026, 10, 24)
NEXT_MONTH = date(2026, 11, 24)
CASE = CaseDraft(
    name="Vũ Thị Bình",
    circumstances="đàn lợn bị bệnh\nneo người",
    needs=(
        Need(HelpForm.GOODS, "cám", 10, "kg"),
        Need(HelpForm.GOODS, "chăn"),
        Need(HelpForm.MONEY, "thuốc", 500_000, "đ"),
        Need(HelpForm.SKILL),
    ),
    address_form=Address.BA,
    birth_year=1967,
    household=True,
    address="xóm Trại",
    telephone="0912 345 678",
    private_details="đang điều trị",
    guardian="con gái",
    when=When("trong hai tuần tới", date(2026, 10, 24), date(2026, 11, 7)),
    facts=frozenset({Fact.URGENT, Fact.ALONE}),
    home_care=True,
    consent=Consent.REFUSED,
)
ACTIVITY = MatterDraft(
    kind=MatterKind.ACTIVITY,
    what="khơi thông cống rãnh",
    role=ClubRole.JOINS,
    partner="thôn",
    place="ngõ 3",
    when=When("trước Tết", None, date(2027, 2, 5)),
    participants="Tổ 1, Tổ 2",
)
LOCALITY = MatterDraft(
    kind=MatterKind.LOCALITY,
    what="đèn đường hỏng",
    addressee="UBND xã",
    way=LocalityWay.IN_PERSON,
)


def _labels(fields: tuple[Field, ...], texts: dict[str, str]) -> list[str]:
    """The labels of the fields that are shown."""
    values = Values(texts, TODAY)
    return [field.label for field in fields if field.shown is None or field.shown(values)]


def test_a_new_case_asks_what_the_handbook_asks() -> None:
    """S14, in the order in which a leader tells it."""
    assert _labels(case_fields(), case_texts()) == [
        "Họ tên, tuổi",
        "Xưng hô",
        "Năm sinh hoặc tuổi",
        "Đối tượng",
        "Địa chỉ",
        "Hoàn cảnh, khó khăn",
        "Nhu cầu",
        "Thời gian cần hỗ trợ",
        "Đồng ý nêu tên?",
        "Điều cần biết",
    ]


def test_what_does_not_apply_is_not_asked() -> None:
    """Whose family it is, and what of each form of help is needed."""
    texts = {"relation": str(Relation.FAMILY), "needs": "money"}
    labels = _labels(case_fields(), texts)
    assert "Của thành viên nào" in labels
    assert "Trong danh sách" not in labels
    assert labels[labels.index("Nhu cầu") + 1] == "Tiền: để làm gì"
    assert labels[labels.index("Nhu cầu") + 2] == "– số tiền"


def test_consent_is_not_assumed(books: Books) -> None:
    """Silence is none."""
    draft = case_of_values(books, Values(case_texts(), TODAY))
    assert draft.consent is Consent.NOT_ASKED


@pytest.mark.parametrize("relation", [Relation.OUTSIDE, Relation.FAMILY, Relation.MEMBER])
def test_a_case_opened_again_and_saved_is_as_it_was(books: Books, relation: Relation) -> None:
    """Also what the form does not ask, and the days that were meant a month ago."""
    member = books.register.members()[0]
    draft = replace(CASE, relation=relation)
    if relation is Relation.FAMILY:
        draft = replace(draft, relative_of=member.id)
    if relation is Relation.MEMBER:
        draft = replace(draft, member_id=member.id)
    values = Values(case_texts(draft), NEXT_MONTH, {"when": draft.when})
    assert case_of_values(books, values, draft) == draft


def test_the_member_named_before_another_name_was_typed_is_not_meant(books: Books) -> None:
    """The form still holds the member who was taken from the list first."""
    member = books.register.members()[0]
    texts = {"relation": str(Relation.MEMBER), "member": str(member.id)}
    same = case_of_values(books, Values({**texts, "name": member.name.lower()}, TODAY))
    assert (same.relation, same.member_id) == (Relation.MEMBER, member.id)
    other = case_of_values(books, Values({**texts, "name": "Đỗ Văn Xa"}, TODAY))
    assert (other.relation, other.member_id) == (Relation.MEMBER, None)


def test_a_name_that_is_like_a_members_is_no_member_unless_it_is_said(books: Books) -> None:
    """Lân is not Lan; but a secretary who says it is a member may type without marks."""
    typed = {"name": "Nguyen Thi Lan"}
    assert case_of_values(books, Values(typed, TODAY)).relation is Relation.OUTSIDE
    said = case_of_values(books, Values({**typed, "relation": str(Relation.MEMBER)}, TODAY))
    assert said.member_id is not None


@pytest.mark.parametrize("draft", [ACTIVITY, LOCALITY])
def test_a_matter_opened_again_and_saved_is_as_it_was(draft: MatterDraft) -> None:
    """Also what the form does not ask."""
    assert matter_of_values(Values(matter_texts(draft), NEXT_MONTH), draft) == draft


def test_the_two_kinds_of_matter_ask_different_things() -> None:
    """S7 and S6."""
    assert _labels(matter_fields(MatterKind.ACTIVITY), {"role": "leads"}) == [
        "Việc gì",
        "CLB",
        "Khi nào",
        "Ở đâu",
    ]
    assert _labels(matter_fields(MatterKind.LOCALITY), {}) == ["Vấn đề gì", "Với ai", "Cách nào"]


def test_an_amount_is_said_with_the_thing(books: Books) -> None:
    """Unless it stands in its own field."""
    texts = {"needs": "goods money", "thing-goods": "1 xe lăn", "thing-money": "viện phí 500.000"}
    draft = case_of_values(books, Values(texts, TODAY))
    assert draft.needs == (
        Need(HelpForm.GOODS, "xe lăn", 1, "cái"),
        Need(HelpForm.MONEY, "viện phí", 500_000, "đ"),
    )
    apart = Values({**texts, "amount-goods": "2 cái", "amount-money": "400.000"}, TODAY)
    assert [need.what for need in case_of_values(books, apart).needs] == [
        "1 xe lăn",
        "viện phí 500.000",
    ]


def test_with_whom_and_when_are_said_behind_the_activity() -> None:
    empty = MatterDraft(MatterKind.ACTIVITY, "")
    texts = {**matter_texts(empty), "what": "dọn đường, cùng thôn, 25/10"}
    draft = matter_of_values(Values(texts, TODAY), empty)
    assert (draft.what, draft.role, draft.partner) == ("dọn đường", ClubRole.JOINS, "thôn")
    assert draft.when.first == date(2026, 10, 25)
