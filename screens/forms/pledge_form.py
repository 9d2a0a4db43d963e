"""The form of a pledge: what, who, how much each, when, where, who is in charge."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from screens.forms.faults import AMOUNT
from screens.forms.fields import (
    ChoiceField,
    Field,
    Instead,
    MemberField,
    NumberField,
    PeopleField,
    TextField,
    WhenField,
)
from screens.forms.form import Form
from screens.forms.spoken import amount, number_of_people
from screens.forms.spoken_things import thing_and_amount, thing_and_time, used_thing
from screens.forms.values import Values
from screens.language import N_, _
from storage.books import Books
from storage.records.assignment import CaseHelp
from storage.records.cases import Need, When
from storage.records.kinds import HelperKind, HelpForm
from storage.records.people import Group
from storage.records.pledges import PledgeDraft
from storage.rules.terms import HELP_FORM, HELP_UNIT
from storage.vietnamese import money

_HELPERS = {
    HelperKind.MEMBERS: N_("Thành viên"),
    HelperKind.GROUP: N_("Cả tổ"),
    HelperKind.EVERYONE: N_("Cả CLB"),
    HelperKind.ORGANISATION: N_("Tổ chức, qua thành viên"),
    HelperKind.NUMBER: N_("Số người, ghi tên sau"),
}
_YES, _NO = "yes", "no"
QUANTITY = f"{AMOUNT}each"
"""The field in which an amount with its unit is said."""


def pledge_form(
    key: str,
    title: str,
    initial: PledgeDraft,
    groups: Sequence[Group],
    busy: Callable[[Books, Values], Mapping[int, str]],
    accept: Callable[[Books, PledgeDraft], int],
    helped: int | None = None,
) -> Form[int]:
    """The form of a new pledge, or of one that is changed; `busy` points members out.

    The member who is helped is not among the helpers.
    """
    return Form(
        key=key,
        title=title,
        fields=_fields(groups, busy, helped),
        accept=lambda books, values: accept(books, draft_in(values)),
        initial=texts_of(initial),
        times={"when": initial.when},
        follow=_follow,
        known=_known(initial),
        start=_first_asked(initial),
    )


def _is_new(draft: PledgeDraft) -> bool:
    """Whether nobody is named yet, who helps being asked of members first."""
    named = draft.members or draft.organisation
    return not named and draft.helper_kind is HelperKind.MEMBERS


def _known(draft: PledgeDraft) -> frozenset[str]:
    """What a new pledge need not be asked for: that members help, and the usual amount."""
    if not _is_new(draft):
        return frozenset()
    return frozenset({"helpers"} if draft.quantity is None else {"helpers", QUANTITY})


def _as_spoken(values: Values) -> Mapping[str, str]:
    """The thing alone, how much of it, whether it was used, and when: "2 bộ quần áo cũ, mai"."""
    form = HelpForm(values.choice("form") or HelpForm.LABOUR)
    (thing, when), said = thing_and_time(values.text("what"), values.today), ""
    if values.text(QUANTITY) in {"", usual_quantity(form)}:
        thing, said = thing_and_amount(thing, form)
    texts = {QUANTITY: said} if said else {}
    if when:
        texts |= {"when": when}
    used = used_thing(thing) if form is HelpForm.GOODS else None
    if used is not None:
        thing, texts = used, texts | {"used": _YES}
    return {"what": thing, **texts} if texts else {}


def _first_asked(draft: PledgeDraft) -> str:
    """Of a new pledge, what only people can say: the thing, or who helps."""
    if not _is_new(draft):
        return ""
    return "members" if draft.what else "what"


def _fields(
    groups: Sequence[Group],
    busy: Callable[[Books, Values], Mapping[int, str]],
    helped: int | None,
) -> tuple[Field, ...]:
    def helped_by(*kinds: HelperKind) -> Callable[[Values], bool]:
        return lambda values: values.choice("helpers") in kinds

    return (
        ChoiceField(
            "form",
            _("Hình thức"),
            options=tuple((str(form), _(label)) for form, label in HELP_FORM.items()),
        ),
        TextField(
            "what",
            _("Cái gì, việc gì"),
            _("Ví dụ: cấy lúa, tiền thuốc, tiêm phòng, 1 chăn cũ, 2 bộ quần áo"),
            read=_as_spoken,
        ),
        ChoiceField(
            "helpers",
            _("Ai giúp"),
            options=tuple((str(kind), _(label)) for kind, label in _HELPERS.items()),
        ),
        PeopleField(
            "members",
            _("Những ai"),
            _("Enter mở danh sách để ghi tên nhiều người một lúc."),
            shown=_named_one_by_one,
            busy=busy,
            without=frozenset() if helped is None else frozenset({helped}),
            instead=(
                Instead(_("Tổ chức: {typed}"), _organisation),
                Instead(_("Cả CLB"), lambda _typed: {"helpers": str(HelperKind.EVERYONE)}),
                Instead(
                    _("Số người, ghi tên sau"),
                    lambda _typed: {"helpers": str(HelperKind.NUMBER)},
                ),
            ),
        ),
        ChoiceField(
            "group",
            _("Tổ nào"),
            options=tuple((str(group.id), group.name) for group in groups),
            shown=helped_by(HelperKind.GROUP),
        ),
        TextField(
            "organisation",
            _("Tổ chức"),
            _("Ví dụ: Hội NCT, Hội Chữ thập đỏ"),
            shown=helped_by(HelperKind.ORGANISATION),
        ),
        MemberField(
            "approached_by",
            _("Ai đi vận động"),
            _("Gõ tên, không cần dấu; Enter lấy người đầu tiên."),
            shown=helped_by(HelperKind.ORGANISATION),
        ),
        NumberField(
            "number",
            _("Bao nhiêu người"),
            _("Cả tổ, cả CLB: để trống nếu tất cả cùng giúp."),
            check=number_of_people,
            shown=helped_by(HelperKind.NUMBER, HelperKind.GROUP, HelperKind.EVERYONE),
        ),
        TextField(
            QUANTITY,
            _("Mỗi người bao nhiêu"),
            _("Ví dụ: 1 ngày công, 10.000 đ, 2 bộ. Chưa rõ thì để trống."),
        ),
        ChoiceField(
            "used",
            _("Đã sử dụng?"),
            options=((_YES, _("Đồ đã sử dụng")), (_NO, _("Đồ mới"))),
            shown=lambda values: values.choice("form") == HelpForm.GOODS,
        ),
        WhenField("when", _("Khi nào"), _("Ví dụ: 25/10, chủ nhật tới, trong vụ gặt"), coming=True),
        TextField("place", _("Ở đâu")),
        MemberField(
            "in_charge",
            _("Ai phụ trách"),
            _("Gõ tên, không cần dấu; Enter lấy người đầu tiên."),
        ),
    )


def _organisation(typed: str) -> Mapping[str, str]:
    return {"helpers": str(HelperKind.ORGANISATION), "organisation": typed}


def _named_one_by_one(values: Values) -> bool:
    """Members by name, or those of a number who are named already."""
    kind = values.choice("helpers")
    return kind == HelperKind.MEMBERS or (
        kind == HelperKind.NUMBER and bool(values.text("members"))
    )


def _follow(values: Values, key: str) -> Mapping[str, str]:
    """A form of help brings its usual amount, as long as nobody has typed another."""
    if key != "form" or not values.choice("form"):
        return {}
    if values.text(QUANTITY) not in {"", *map(usual_quantity, HelpForm)}:
        return {}
    return {QUANTITY: usual_quantity(HelpForm(values.choice("form")))}


def pointed_out(
    books: Books,
    members: Sequence[int] | None,
    when: When,
    meeting_id: int,
    besides: int | None = None,
) -> dict[int, str]:
    """Who of these members, or of all, has promised that very day, with what to say of them."""
    if when.first is None or when.first != when.last:
        return {}
    if members is None:
        members = [member.id for member in books.register.members()]
    busy = books.pledges.busy(members, when.first, meeting_id, besides)
    return {member: _("đã nhận việc ngày {day}").format(day=day) for member, day in busy.items()}


def usual_quantity(form: HelpForm) -> str:
    """What each gives unless something else is said; of money nobody can tell."""
    return "" if form is HelpForm.MONEY else f"1 {HELP_UNIT[form]}"


def first_draft(each: CaseHelp, *, open_to_all: bool) -> PledgeDraft:
    """What the form offers at first: the first need that is not met, at the time that was said.

    What the person needs stands in the form only where the wall may show it.
    """
    case = each.case
    lacking = {gap.form for gap in each.gaps}
    need = next((need for need in case.needs if need.form in lacking), None)
    need = need or next(iter(case.needs), Need(HelpForm.LABOUR))
    one_thing = need.form is not HelpForm.GOODS or "," not in need.what
    return PledgeDraft(
        form=need.form,
        helper_kind=HelperKind.MEMBERS,
        what=need.what if open_to_all and one_thing else "",
        quantity=None if need.form is HelpForm.MONEY else 1,
        unit=(need.unit if need.form is HelpForm.GOODS else "") or HELP_UNIT[need.form],
        when=When() if case.kept_before else case.when,
    )


def draft_in(values: Values) -> PledgeDraft:
    """The pledge that stands in the form.

    Raises:
        Refusal: something other than a number stands where one is asked for.
    """
    kind = HelperKind(values.choice("helpers") or HelperKind.MEMBERS)
    approached_by = values.member("approached_by")
    members = values.members("members")
    if kind is HelperKind.ORGANISATION:
        members = () if approached_by is None else (approached_by,)
    group = values.choice("group")
    form = HelpForm(values.choice("form") or HelpForm.LABOUR)
    said = _as_spoken(values)
    quantity, unit = amount(said.get(QUANTITY, values.text(QUANTITY)), form)
    return PledgeDraft(
        form=form,
        helper_kind=kind,
        what=said.get("what", values.text("what")),
        quantity=quantity,
        unit=unit or HELP_UNIT[form],
        members=members,
        group_id=int(group) if group else None,
        organisation=values.text("organisation"),
        number=values.number("number"),
        when=values.told(said).when("when"),
        place=values.text("place"),
        in_charge=values.member("in_charge"),
        used=said.get("used", values.choice("used")) == _YES,
    )


def texts_of(draft: PledgeDraft) -> dict[str, str]:
    """A pledge as the fields of the form say it."""
    approached = draft.helper_kind is HelperKind.ORGANISATION
    members = [str(member) for member in draft.members]
    return {
        "form": str(draft.form),
        "what": draft.what,
        "helpers": str(draft.helper_kind),
        "members": "" if approached else " ".join(members),
        "group": _number(draft.group_id),
        "organisation": draft.organisation,
        "approached_by": "".join(members[:1]) if approached else "",
        "number": _number(draft.number),
        QUANTITY: _quantity(draft),
        "when": draft.when.text,
        "place": draft.place,
        "in_charge": _number(draft.in_charge),
        "used": _YES if draft.used else _NO,
    }


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _quantity(draft: PledgeDraft) -> str:
    if draft.quantity is None:
        return ""
    if draft.form is HelpForm.MONEY:
        return money(draft.quantity)
    return f"{draft.quantity} {draft.unit}".strip()
