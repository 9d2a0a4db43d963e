"""The form of a case: S14's name, address, circumstances, needs and time (steps 3 and 4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypedDict, TypeVar

from screens.forms.consent_fields import (
    APART,
    consents_of_values,
    detail_fields,
    texts_of_consents,
    usual_field,
    wanted_apart,
)
from screens.forms.faults import AMOUNT
from screens.forms.fields import (
    ChoiceField,
    Field,
    LongField,
    ManyField,
    MemberField,
    NumberField,
    PersonField,
    TextField,
    WhenField,
)
from screens.forms.member_meant import may_be, members_meant
from screens.forms.spoken import (
    SpokenName,
    amounts_text,
    birth_year,
    needs_said,
    spoken_name,
    spoken_person,
    things_text,
    when_said,
)
from screens.forms.spoken_things import thing_and_time, things_and_amounts
from screens.forms.values import Values
from screens.language import N_, _
from storage.books import Books
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need, When
from storage.records.consent import Consents
from storage.records.kinds import Address, Consent, Fact, HelpForm, Relation
from storage.records.people import Member
from storage.rules.consent import usual_answer
from storage.rules.terms import FACT, HELP_FORM, RELATION
from storage.vietnamese import fold

Kind = TypeVar("Kind", bound=StrEnum)

HOME_CARE = "home-care"
"""Among the facts of a case, the one that sends the home-care volunteers."""

_FORMS = (Address.ONG, Address.BA, Address.CU, Address.ANH, Address.CHI, Address.CHAU)
"""One row of digits; someone younger is told by the name alone."""

_THINGS = {
    HelpForm.GOODS: (
        N_("Hiện vật: thứ gì"),
        N_("Ví dụ: chăn, màn, hoặc có số: 1 xe lăn; 2 bộ quần áo"),
    ),
    HelpForm.LABOUR: (
        N_("Ngày công: việc gì"),
        N_("Ví dụ: gặt 3 sào lúa, hoặc có số: 10 công gặt lúa"),
    ),
    HelpForm.MONEY: (
        N_("Tiền: để làm gì"),
        N_("Ví dụ: viện phí, hoặc có số: viện phí 500.000 đ"),
    ),
    HelpForm.SKILL: (N_("Kỹ thuật: việc gì"), N_("Ví dụ: hướng dẫn chữa bệnh cho lợn")),
    HelpForm.LEGAL: (N_("Thủ tục: việc gì"), N_("Ví dụ: làm hồ sơ trợ cấp xã hội")),
    HelpForm.INSURANCE: (N_("Thẻ BHYT: cho ai"), N_("Ví dụ: cho hai cháu")),
    HelpForm.COMPANY: (N_("Giao lưu: việc gì"), N_("Ví dụ: đến thăm, đưa đi sinh hoạt")),
}
_AMOUNTS = {
    HelpForm.GOODS: (N_("– số lượng"), N_("Ví dụ: 2 cái. Chưa rõ thì để trống.")),
    HelpForm.LABOUR: (N_("– số ngày công"), N_("Ví dụ: 10. Chưa rõ thì để trống.")),
    HelpForm.MONEY: (N_("– số tiền"), N_("Ví dụ: 500.000. Chưa rõ thì để trống.")),
    HelpForm.SKILL: (N_("– số lượt"), N_("Ví dụ: 1. Chưa rõ thì để trống.")),
    HelpForm.LEGAL: (N_("– số lượt"), N_("Ví dụ: 1. Chưa rõ thì để trống.")),
    HelpForm.INSURANCE: (N_("– số thẻ"), N_("Ví dụ: 2. Chưa rõ thì để trống.")),
    HelpForm.COMPANY: (N_("– số lượt"), N_("Ví dụ: 4. Chưa rõ thì để trống.")),
}


def case_fields() -> tuple[Field, ...]:
    """The fields of a case; a name, one sentence and one need are enough."""
    return (
        PersonField(
            "name",
            _("Họ tên, tuổi"),
            _("Ví dụ: anh Trần Văn Lực, 41, ngõ 3. Cả hộ: “hộ bà …”"),
            meant=_meant,
            fill=_from_register,
            read=_as_spoken,
        ),
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
        ManyField(
            "needs",
            _("Nhu cầu"),
            _("Gõ số để chọn, chọn được nhiều; Enter sang ô sau."),
            options=_options(HELP_FORM),
        ),
        *(field for form in HelpForm for field in _need_fields(form)),
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
    texts = {
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
        **_consent_texts(draft.consent, draft.consents),
    }
    by_form = {form: tuple(need for need in draft.needs if need.form is form) for form in HelpForm}
    texts["needs"] = " ".join(form for form, needs in by_form.items() if needs)
    for form, needs in by_form.items():
        texts[_things_key(form)] = things_text(needs)
        texts[_amounts_key(form)] = amounts_text(needs)
    return texts


def case_of_values(books: Books, values: Values, before: CaseDraft | None = None) -> CaseDraft:
    """The case that the form tells of; what the form does not ask stays as it was.

    Raises:
        Refusal: a number in it can't be read.
    """
    values = _with_times_read(values)
    form = values.choice("address_form")
    person = spoken_person(values.text("name"))
    spoken = spoken_name(person.name, Address(form) if form else None)
    number = values.number("birth") or person.number
    relation, member_id = _who(books, values, spoken, number, before)
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
        needs=_needs(values),
        when=when_said(values, before.when if before else When()),
        facts=frozenset(Fact(word) for word in values.many("facts") if word != HOME_CARE),
        home_care=HOME_CARE in values.many("facts"),
        **_consent(values, before),
    )


def _with_times_read(values: Values) -> Values:
    """A time that was said with a need stands in its field, though Enter was not pressed."""
    texts = dict(values.texts)
    for word in values.many("needs"):
        form = HelpForm(word)
        said, when = _thing_and_time(Values(texts, values.today), form)
        if when:
            texts |= {_things_key(form): said, "when": when}
    return Values(texts, values.today)


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


def _consent_texts(usual: Consent, apart: Consents | None) -> dict[str, str]:
    """The usual answer alone, or what was answered to each scope."""
    if apart is None:
        return {"consent": str(usual), **texts_of_consents(Consents(club=usual, minutes=usual))}
    return {"consent": APART, **texts_of_consents(apart)}


def _needs(values: Values) -> tuple[Need, ...]:
    told: list[Need] = []
    for word in values.many("needs"):
        form = HelpForm(word)
        things, amounts = values.text(_things_key(form)), values.text(_amounts_key(form))
        if not amounts:
            things, amounts = things_and_amounts(things, form)
        told += needs_said(form, things, amounts)
    return tuple(told)


def _who(
    books: Books,
    values: Values,
    spoken: SpokenName,
    number: int | None,
    before: CaseDraft | None,
) -> tuple[Relation, int | None]:
    """What the person is to the club, and the register's entry of a member.

    Where the question was passed over, the only member of exactly this name is meant, unless
    the form of address or the age says otherwise.
    """
    name = spoken.name
    said = values.choice("relation")
    if said and said != Relation.MEMBER:
        return Relation(said), None
    chosen = values.member("member") if said else None
    if chosen is not None and _still_meant(books, chosen, name, before):
        return Relation.MEMBER, chosen
    found = [each for each in books.register.search(name) if fold(each.name) == fold(name)]
    if not said:
        found = [
            each
            for each in found
            if each.name.casefold() == name.casefold()
            and may_be(each, spoken.address_form, number, values.today)
        ]
    if len(found) == 1:
        return Relation.MEMBER, found[0].id
    return Relation(said or Relation.OUTSIDE), None


def _still_meant(books: Books, chosen: int, name: str, before: CaseDraft | None) -> bool:
    """Whether the member taken from the list is meant still, and no other name was typed since.

    On a case that was this member's before, another name is a correction.
    """
    if before is not None and before.member_id == chosen:
        return True
    member = books.register.member(chosen)
    return member is not None and fold(member.name) == fold(name)


def _meant(found: Sequence[Member], values: Values) -> tuple[Member, ...]:
    return members_meant(found, spoken_person(values.text("name")), values.today)


def _from_register(member: Member, values: Values) -> Mapping[str, str]:
    """What the register knows of a member, and what was said besides."""
    person = member.person
    said = spoken_person(values.text("name"))
    spoken = spoken_name(said.name)
    # The register's address may tell more than what was said of it.
    known = fold(said.address) in fold(person.address)
    return {
        "name": f"hộ {member.name}" if spoken.household else member.name,
        "address_form": str(spoken.address_form or person.address_form or ""),
        "birth": str(person.birth_year or said.age),
        "relation": str(Relation.MEMBER),
        "member": str(member.id),
        "address": person.address if known else said.address,
        "guardian": person.guardian,
        **_consent_texts(
            usual_answer(person.consents) or Consent.NOT_ASKED,
            None if usual_answer(person.consents) else person.consents,
        ),
    }


def _as_spoken(values: Values) -> Mapping[str, str]:
    """The name alone, and what was said behind it."""
    person = spoken_person(values.text("name"))
    if not person.age and not person.address:
        return {}
    said = spoken_name(person.name)
    return {
        "name": f"hộ {said.name}" if said.household else said.name,
        "address_form": str(said.address_form or ""),
        "birth": person.age,
        "address": person.address,
    }


def _need_fields(form: HelpForm) -> tuple[Field, Field]:
    thing, example = _THINGS[form]
    number, number_example = _AMOUNTS[form]

    def wanted(values: Values) -> bool:
        return form in values.many("needs")

    def read(values: Values) -> Mapping[str, str]:
        said, when = _thing_and_time(values, form)
        things, amounts = things_and_amounts(said, form)
        texts = {_things_key(form): things}
        if amounts:
            texts |= {_amounts_key(form): amounts}
        if when:
            texts |= {"when": when}
        return texts if amounts or when else {}

    return (
        TextField(_things_key(form), _(thing), _(example), shown=wanted, read=read),
        # Seldom known yet, and where it is, said with the thing.
        TextField(_amounts_key(form), _(number), _(number_example), shown=wanted, passed_over=True),
    )


def _thing_and_time(values: Values, form: HelpForm) -> tuple[str, str]:
    """What is needed, and when, unless that stands in its own field or the form does not ask."""
    said = values.text(_things_key(form))
    asked = "when" in values.texts and not values.text("when")
    return thing_and_time(said, values.today) if asked else (said, "")


def _things_key(form: HelpForm) -> str:
    return f"thing-{form}"


def _amounts_key(form: HelpForm) -> str:
    return f"{AMOUNT}{form}"


def _relation_is(relation: Relation) -> Callable[[Values], bool]:
    def shown(values: Values) -> bool:
        return values.choice("relation") == relation

    return shown


def _options(words: Mapping[Kind, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(value), _(word)) for value, word in words.items())
