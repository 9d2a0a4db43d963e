"""The forms of the register: a member, the offices, moving, leaving, coming back, a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from screens.forms.fields import (
    ChoiceField,
    Field,
    ManyField,
    MemberField,
    NumberField,
    TextField,
    WhenField,
)
from screens.forms.spoken import birth_year, spoken_name
from screens.forms.values import Values
from screens.language import _
from screens.people.member_words import SEX
from storage.days import on_screen
from storage.errors import Refusal, RefusalKind
from storage.records.kinds import Address, Position, Sex
from storage.records.member_drafts import MemberDraft
from storage.records.people import Group, Member
from storage.rules.register import draft_of_member, sex_of_address
from storage.rules.terms import POSITION

YES, NO = "yes", "no"
LEADER = "leader"
"""The answer that stands for leading the own group, beside the offices of the club."""


def member_fields(groups: Sequence[Group], *, new: bool) -> tuple[Field, ...]:
    """What is asked of a member; the group only of a new one, who has never moved."""
    group = ChoiceField(
        "group", _("Tổ"), options=tuple((str(each.id), each.name) for each in groups)
    )
    joined = WhenField("joined", _("Vào CLB ngày"), _("Để trống là hôm nay."))
    return (
        TextField("name", _("Họ tên"), _("Ví dụ: bà Nguyễn Thị Mùi")),
        *((group,) if new else ()),
        ChoiceField(
            "address_form", _("Xưng hô"), options=tuple((str(form), str(form)) for form in Address)
        ),
        ChoiceField(
            "sex", _("Nam, nữ"), options=tuple((str(sex), _(word)) for sex, word in SEX.items())
        ),
        NumberField("birth", _("Năm sinh hoặc tuổi"), _("Ví dụ: 1948, hoặc 78"), check=birth_year),
        TextField("address", _("Địa chỉ"), _("Ví dụ: số 5, xóm Đình")),
        TextField("telephone", _("Điện thoại"), _("Ví dụ: 0912 345 678")),
        TextField(
            "household",
            _("Hộ (tên chủ hộ)"),
            _("Người cùng tổ ghi cùng tên chủ hộ là ở cùng một hộ."),
        ),
        ChoiceField(
            "home_care", _("TNV chăm sóc tại nhà"), options=((YES, _("Có")), (NO, _("Không")))
        ),
        TextField("can_help", _("Giúp được việc gì"), _("Ví dụ: gặt lúa, chữa điện, giấy tờ")),
        *((joined,) if new else ()),
    )


def member_texts(member: Member | None, group_id: int | None = None) -> dict[str, str]:
    """What the form says of a member, or of a new one."""
    if member is None:
        return {"home_care": NO, "group": str(group_id or "")}
    person = member.person
    return {
        "name": person.name,
        "address_form": str(person.address_form or ""),
        "sex": str(person.sex or ""),
        "birth": str(person.birth_year or ""),
        "address": person.address,
        "telephone": person.telephone,
        "household": person.household,
        "home_care": YES if member.home_care else NO,
        "can_help": member.can_help,
    }


def sex_follows(values: Values, changed: str) -> Mapping[str, str]:
    """A form of address says the sex, where it was not said yet."""
    form = values.choice("address_form")
    if changed != "address_form" or values.choice("sex") or not form:
        return {}
    sex = sex_of_address(Address(form))
    return {"sex": str(sex)} if sex else {}


def member_of_values(values: Values, before: Member | None = None) -> MemberDraft:
    """The member that the form tells of; what it does not ask stays as it was.

    Raises:
        Refusal: the year or the day cannot be read.
    """
    form = values.choice("address_form")
    spoken = spoken_name(values.text("name"), Address(form) if form else None)
    sex = values.choice("sex")
    known = draft_of_member(before) if before else MemberDraft("", 0)
    group = values.choice("group")
    return replace(
        known,
        name=spoken.name,
        group_id=int(group) if group else known.group_id,
        address_form=spoken.address_form,
        sex=Sex(sex) if sex else sex_of_address(spoken.address_form),
        birth_year=birth_year(values.number("birth"), values.today),
        address=values.text("address"),
        telephone=values.text("telephone"),
        household=values.text("household"),
        home_care=values.yes("home_care"),
        can_help=values.text("can_help"),
        joined=known.joined if before else day_of(values, "joined"),
    )


def offices_fields(group: str) -> tuple[Field, ...]:
    """The offices of the club, leading the own group, and from which day on."""
    offices = tuple((str(position), _(word)) for position, word in POSITION.items())
    leader = (LEADER, _("Tổ trưởng {group}").format(group=group))
    return (
        ManyField(
            "offices",
            _("Giữ chức vụ"),
            _("Gõ số để chọn hoặc bỏ. Chủ nhiệm, Thư ký: người trước tự thôi."),
            options=(*offices, leader),
        ),
        day_field(_("Từ ngày nào")),
    )


def offices_texts(member: Member, today: date) -> dict[str, str]:
    """What the form says of the offices held now."""
    held = [str(each) for each in Position if each in member.positions]
    if member.leads_group:
        held.append(LEADER)
    return {"offices": " ".join(held), "on": on_screen(today)}


def positions_of(values: Values) -> tuple[list[Position], bool]:
    """The offices that are ticked, and whether the own group is led."""
    ticked = values.many("offices")
    return [Position(word) for word in ticked if word != LEADER], LEADER in ticked


def group_choice(groups: Sequence[Group], but: int | None = None) -> Field:
    """One of the groups."""
    options = tuple((str(each.id), each.name) for each in groups if each.id != but)
    return ChoiceField("group", _("Sang tổ nào") if but else _("Vào tổ nào"), options=options)


def next_leader_field(group: str) -> Field:
    """Who leads a group whose leader leaves."""
    return MemberField(
        "leader",
        _("Ai làm Tổ trưởng"),
        _("Tổ trưởng {group} ra khỏi CLB: ai thay? Chưa có thì để trống.").format(group=group),
    )


def group_fields() -> tuple[Field, ...]:
    """A group's name, area, and leader."""
    return (
        TextField("name", _("Tên tổ"), _("Ví dụ: Tổ 6")),
        TextField("area", _("Địa bàn"), _("Ví dụ: xóm Đình")),
        MemberField("leader", _("Tổ trưởng"), _("Người trong tổ; chưa có thì để trống.")),
        day_field(_("Tổ trưởng từ ngày")),
    )


def day_field(label: str) -> Field:
    """A day on which something changes."""
    return WhenField("on", label, _("Ví dụ: hôm nay, 05/11/2026"))


def day_of(values: Values, key: str = "on") -> date:
    """The day that is typed; nothing is today.

    Raises:
        Refusal: it is not one day.
    """
    when = values.when(key)
    if not when.text:
        return values.today
    if when.first is None or when.first != when.last:
        raise Refusal(RefusalKind.DAY_UNCLEAR)
    return when.first
