"""The forms of the first run: the club's names, a group with its members, the two officers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from screens.forms.fields import LongField, MemberField, TextField
from screens.forms.form import Form
from screens.forms.spoken import birth_year, spoken_member, spoken_name
from screens.forms.values import Values
from screens.language import _
from storage.books import Books
from storage.drafts import SETTING_UP
from storage.errors import Refusal, RefusalKind
from storage.records.kinds import Address, Position
from storage.records.people import Club, Member
from storage.rules.terms import POSITION
from storage.vietnamese import fold

CLUB_FORM = "first-run:club"
GROUP_FORM = "first-run:group:"
"""With the group's number behind it."""
OFFICES_FORM = "first-run:offices"

_USUAL_NAME = "CLB Liên thế hệ tự giúp nhau "
_OFFICES = {"chair": Position.CHAIR, "secretary": Position.SECRETARY}


def club_form(club: Club | None) -> Form[bool]:
    """Names the club, or changes what was named; all else of it is set later."""

    def accept(books: Books, values: Values) -> bool:
        commune = values.text("commune")
        parent = values.text("parent_body")
        # What was set meanwhile stays.
        books.club.save(
            replace(
                books.club.get() or Club("", "", ""),
                name=_full_name(values.text("name"), values.text("hamlet")),
                hamlet=values.text("hamlet"),
                commune=commune,
                province=values.text("province"),
                parent_body=parent,
                place=values.text("place"),
                recipients=parent,
            )
        )
        books.drafts.keep(SETTING_UP, {})
        return True

    return Form(
        key=CLUB_FORM,
        title=_("Câu lạc bộ"),
        fields=(
            TextField("name", _("Tên câu lạc bộ"), _("Ghi đủ, như trên giấy tờ.")),
            TextField("hamlet", _("Thôn / tổ dân phố")),
            TextField("commune", _("Xã / phường")),
            TextField("province", _("Tỉnh / thành phố")),
            TextField(
                "parent_body", _("Cơ quan cấp trên"), _("Ví dụ: Hội Người cao tuổi xã An Bình")
            ),
            TextField("place", _("Thường họp ở đâu?")),
        ),
        accept=accept,
        initial={"name": _USUAL_NAME} if club is None else _club_texts(club),
    )


def group_form(number: int) -> Form[bool]:
    """One more group, with its leader and members, one name a line."""

    def accept(books: Books, values: Values) -> bool:
        _add_group(books, values)
        return True

    return Form(
        key=f"{GROUP_FORM}{number}",
        title=_("Tổ thứ {number}").format(number=number),
        fields=(
            TextField("name", _("Tên tổ")),
            TextField("leader", _("Tổ trưởng")),
            LongField(
                "members",
                _("Các thành viên"),
                _("Mỗi dòng một người, như: bà Lê Thị Hòa, 1954. Không cần ghi lại tổ trưởng."),
                rows=8,
                lines=True,
            ),
        ),
        accept=accept,
        initial={"name": usual_group_name(number)},
    )


def usual_group_name(number: int) -> str:
    """How clubs call their groups; it is kept in the books, so it is the same in each language."""
    return f"Tổ {number}"


def offices_form(chair: Member | None, secretary: Member | None) -> Form[bool]:
    """Who chairs the club and who keeps its minutes."""

    def accept(books: Books, values: Values) -> bool:
        for key, position in _OFFICES.items():
            member = values.member(key)
            if member is not None:
                books.register.set_positions(member, [position])
        return True

    holders = {"chair": chair, "secretary": secretary}
    hint = _("Gõ tên, không cần dấu")
    return Form(
        key=OFFICES_FORM,
        title=_("Chủ nhiệm và Thư ký"),
        fields=tuple(
            MemberField(key, _(POSITION[position]), hint) for key, position in _OFFICES.items()
        ),
        accept=accept,
        initial={key: str(member.id) for key, member in holders.items() if member},
    )


def _add_group(books: Books, values: Values) -> None:
    group = books.register.add_group(values.text("name"))
    leader = values.text("leader")
    lines = [line for line in values.text("members").split("\n") if line.strip()]
    people = [_person_of(line, values.today) for line in lines]
    led_by = _person_of(leader, values.today) if leader else None
    if led_by and fold(led_by.name) not in {fold(person.name) for person in people}:
        people.insert(0, led_by)
    ids = {fold(person.name): _add_member(books, person, group) for person in people}
    if led_by:
        books.register.set_leader(group, ids[fold(led_by.name)])


@dataclass(frozen=True, slots=True)
class _Person:
    """One line of a group's list."""

    name: str
    address_form: Address | None
    born: int | None
    address: str


def _person_of(line: str, today: date) -> _Person:
    """Who is meant by "bà Lê Thị Hòa, 1954, ngõ 3"; the name is enough.

    Raises:
        Refusal: the number is neither an age nor a year of birth.
    """
    said = spoken_member(line)
    called = spoken_name(said.name)
    try:
        born = birth_year(said.number, today)
    except Refusal as error:
        raise Refusal(RefusalKind.YEAR_IN_LINE_INVALID, line=line.strip()) from error
    return _Person(called.name, called.address_form, born, said.address)


def _add_member(books: Books, person: _Person, group: int) -> int:
    return books.register.add_member(
        person.name,
        group,
        address_form=person.address_form,
        birth_year=person.born,
        address=person.address,
    )


def _full_name(name: str, hamlet: str) -> str:
    """The usual name is the same for every club but for where it is."""
    return f"{name} {hamlet}".strip() if name == _USUAL_NAME.strip() else name


def _club_texts(club: Club) -> dict[str, str]:
    return {
        "name": club.name,
        "hamlet": club.hamlet,
        "commune": club.commune,
        "province": club.province,
        "parent_body": club.parent_body,
        "place": club.place,
    }
