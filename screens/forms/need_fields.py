"""What a form asks of each need of a case: the thing or the work, and how much of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from screens.forms.faults import AMOUNT
from screens.forms.fields import Field, ManyField, TextField
from screens.forms.spoken import amounts_text, needs_said, things_text
from screens.forms.spoken_things import thing_and_time, things_and_amounts
from screens.forms.values import Values
from screens.language import N_, _
from storage.records.cases import Need
from storage.records.kinds import HelpForm
from storage.rules.terms import HELP_FORM

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


def need_fields() -> tuple[Field, ...]:
    """The kinds of help that are needed, and two fields for each that is."""
    return (
        ManyField(
            "needs",
            _("Nhu cầu"),
            _("Gõ số để chọn, chọn được nhiều; Enter sang ô sau."),
            options=tuple((str(form), _(word)) for form, word in HELP_FORM.items()),
        ),
        *(field for form in HelpForm for field in _fields_of(form)),
    )


def texts_of_needs(needs: Sequence[Need]) -> dict[str, str]:
    """What these fields say of the needs of a case."""
    by_form = {form: tuple(need for need in needs if need.form is form) for form in HelpForm}
    texts = {"needs": " ".join(form for form, told in by_form.items() if told)}
    for form, told in by_form.items():
        texts[_things_key(form)] = things_text(told)
        texts[_amounts_key(form)] = amounts_text(told)
    return texts


def needs_of_values(values: Values) -> tuple[Need, ...]:
    """What is needed, as the fields tell it.

    Raises:
        Refusal: a number in it can't be read.
    """
    told: list[Need] = []
    for word in values.many("needs"):
        form = HelpForm(word)
        things, amounts = values.text(_things_key(form)), values.text(_amounts_key(form))
        if not amounts:
            things, amounts = things_and_amounts(things, form)
        told += needs_said(form, things, amounts)
    return tuple(told)


def with_times_read(values: Values) -> Values:
    """A time that was said with a need stands in its field, though Enter was not pressed."""
    texts = dict(values.texts)
    for word in values.many("needs"):
        form = HelpForm(word)
        said, when = _thing_and_time(values.told(texts), form)
        if when:
            texts |= {_things_key(form): said, "when": when}
    return values.told(texts)


def _fields_of(form: HelpForm) -> tuple[Field, Field]:
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
