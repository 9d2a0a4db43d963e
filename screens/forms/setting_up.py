"""The forms of the first run: the club's names, a group with its members, the two officers."""

from __future__ import annotations

from dataclasses import replace

from screens.forms.fields import LongField, MemberField, TextField
from screens.forms.form import Form
from screens.forms.values import Values
from screens.language import _
from storage.books import Books
from storage.drafts import SETTING_UP
from storage.records.kinds import Position
from storage.records.people import Club, Member
from storage.rules.terms import POSITION
from storage.vietnamese import fold

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
        key="first-run:club",
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
        key=f"first-run:group:{number}",
        title=_("Tổ thứ {number}").format(number=number),
        fields=(
            TextField("name", _("Tên tổ")),
            TextField("leader", _("Tổ trưởng")),
            LongField(
                "members",
                _("Các thành viên"),
                _("Mỗi dòng một người; không cần ghi lại tổ trưởng. Tab để đi tiếp."),
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
        key="first-run:offices",
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
    names = [line.strip() for line in values.text("members").split("\n") if line.strip()]
    if leader and fold(leader) not in {fold(name) for name in names}:
        names.insert(0, leader)
    ids = {fold(name): books.register.add_member(name, group) for name in names}
    if leader:
        books.register.set_leader(group, ids[fold(leader)])


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
