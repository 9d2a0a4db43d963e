"""The form of a case: S14's name, address, circumstances, needs and time (steps 3 and 4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypedDict, TypeVar

from screens.forms.case_person import person_field, who_is_meant
from screens.forms.consent_fields import (
    consents_of_values,
    detail_fields,
    texts_of_answers,
    usual_field,
    wanted_apart,
)
from screens.forms.fields import (
    ChoiceField,
    Field,
    LongField,
    ManyField,
    MemberField,
    NumberField,
    TextField,
    WhenField,
)
from screens.forms.need_fields import need_fields, needs_of_values, texts_of_needs, with_times_read
from screens.forms.spoken import (
    birth_year,
    spoken_name,
    spoken_person,
)
from screens.forms.values import Values
from screens.language import _
from storage.books import Books
from storage.records.case_draft import CaseDraft
from storage.records.consent import Consents
from storage.records.kinds import Address, Consent, Fact, Relation
from storage.rules.terms import FACT, RELATION

Kind = TypeVar("Kind", bound=StrEnum)

HOME_CARE = "home-care"
"""Among the facts of a case, the one that sends the home-care volunteers."""

_FORMS = (Address.ONG, Address.BA, Address.CU, Address.ANH, Address.CHI, Address.CHAU)
"""One row of digits; someone younger is told by the name alone."""


def case_fields() -> tuple[Field, ...]:
    """The fields of a case; a name, one sentence and one need are enough."""
    return (
        person_field(),
        ChoiceField(
            "address_form", _("Xưng hô"), options=tuple((str(form), str(form)) for form in _FORMS)
        ),
        NumberField("birth", _("Năm sinh hoặc tuổi"), _("Ví dụ: 1948, hoặc 78"), check=birth_year),
        ChoiceField("relation", _("Đối tượng"), options=_options(RELATION)),
        MemberField(
            "member",
            _("Trong danh sách"),
            _("Tên trong danh sách thành viên CLB"),
            shown=_relation_is(Relation.MEMBER),
        ),
        MemberField(
            "relative",
            _("Của thành viên nào"),
            _("Gõ tên thành viên; Enter lấy người đầu tiên."),
            shown=_relation_is(Relation.FAMILY),
        ),
        TextField("address", _("Địa chỉ"), _("Ví dụ: xóm Đình")),
        LongField(
            "circumstances",
            _("Hoàn cảnh, khó khăn"),
            _("Một câu là đủ."),
            rows=2,
        ),
        *need_fields(),
        WhenField(
            "when", _("Thời gian cần hỗ trợ"), _("Ví dụ: ngay, tuần tới, trước 15/11"), coming=True
        ),
        usual_field(),
        *detail_fields(shown=wanted_apart),
        ManyField(
            "facts",
            _("Điều cần biết"),
            options=((HOME_CARE, _("Cần chăm sóc tại nhà")), *_options(FACT)),
        ),
    )


def case_texts(draft: CaseDraft | None = None) -> dict[str, str]:
    """What the form says of a case, or of a new one before anything is typed."""
    if draft is None:
        return {"consent": str(Consent.NOT_ASKED)}
    return {
        "name": f"hộ {draft.name}" if draft.household else draft.name,
        "address_form": str(draft.address_form or ""),
        "birth": str(draft.birth_year or ""),
        "relation": str(draft.relation),
        "member": str(draft.member_id or ""),
        "relative": str(draft.relative_of or ""),
        "address": draft.address,
        "circumstances": draft.circumstances,
        "when": draft.when.text,
        "facts": " ".join(
            (*((HOME_CARE,) if draft.home_care else ()), *(f for f in Fact if f in draft.facts))
        ),
        "guardian": draft.guardian,
        **texts_of_needs(draft.needs),
        **texts_of_answers(draft.consent, draft.consents),
    }


def case_of_values(books: Books, values: Values, before: CaseDraft | None = None) -> CaseDraft:
    """The case that the form tells of; what the form does not ask stays as it was.

    Raises:
        Refusal: a number in it can't be read.
    """
    values = with_times_read(values)
    form = values.choice("address_form")
    person = spoken_person(values.text("name"))
    spoken = spoken_name(person.name, Address(form) if form else None)
    number = values.number("birth") or person.number
    relation, member_id = who_is_meant(books, values, spoken, number, before)
    return replace(
        before or CaseDraft(name="", circumstances=""),
        name=spoken.name,
        address_form=spoken.address_form,
        household=spoken.household,
        birth_year=birth_year(number, values.today),
        relation=relation,
        member_id=member_id,
        relative_of=values.member("relative"),
        address=values.text("address") or person.address,
        circumstances=values.text("circumstances"),
        needs=needs_of_values(values),
        when=values.when("when"),
        facts=frozenset(Fact(word) for word in values.many("facts") if word != HOME_CARE),
        home_care=HOME_CARE in values.many("facts"),
        **_consent(values, before),
    )


class _ConsentTold(TypedDict):
    """The part of a draft that is about being named."""

    consent: Consent
    consents: Consents | None
    asked_by: int | None
    guardian: str


def _consent(values: Values, before: CaseDraft | None) -> _ConsentTold:
    if not wanted_apart(values):
        return {
            "consent": Consent(values.choice("consent") or Consent.NOT_ASKED),
            "consents": None,
            "asked_by": None,
            "guardian": before.guardian if before else "",
        }
    consents = consents_of_values(values)
    return {
        "consent": consents.club,
        "consents": consents,
        "asked_by": values.member("asked_by"),
        "guardian": values.text("guardian"),
    }


def _relation_is(relation: Relation) -> Callable[[Values], bool]:
    def shown(values: Values) -> bool:
        return values.choice("relation") == relation

    return shown


def _options(words: Mapping[Kind, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(value), _(word)) for value, word in words.items())
