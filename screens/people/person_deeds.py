"""What is done about one person's entry: corrected, made one with another, told apart again."""

from __future__ import annotations

from typing import Any

from screens.base import ListScreen
from screens.between_meetings.find_in_books import ask_for_person
from screens.forms.fields import ChoiceField, LongField, NumberField, TextField
from screens.forms.form import Form
from screens.forms.spoken import birth_year, spoken_name
from screens.forms.values import Values
from screens.language import _
from screens.popups import Choice
from screens.privacy import may_show, shown_name
from storage.books import Books
from storage.records.kinds import Address
from storage.records.member_drafts import PersonDraft
from storage.records.people import Person
from storage.records.whole_person import PersonStory


async def correct(screen: ListScreen[Any], story: PersonStory) -> None:
    """Lets what is kept of the person be corrected; sealed minutes stay as they were sealed."""
    person = story.person

    def accept(books: Books, values: Values) -> bool:
        books.people.change(person.id, _draft_of(values))
        return True

    stored = await screen.fill(
        Form(
            key=f"person/change:{person.id}",
            title=_("Sửa thông tin: {name}").format(name=shown_name(person, screen.hidden)),
            fields=(
                TextField("name", _("Họ tên"), _("Ví dụ: bà Nguyễn Thị Mùi")),
                ChoiceField(
                    "address_form",
                    _("Xưng hô"),
                    options=tuple((str(form), str(form)) for form in Address),
                ),
                NumberField(
                    "birth", _("Năm sinh hoặc tuổi"), _("Ví dụ: 1948, hoặc 78"), check=birth_year
                ),
                TextField("address", _("Địa chỉ"), _("Ví dụ: số 5, xóm Đình")),
                TextField("telephone", _("Điện thoại"), _("Ví dụ: 0912 345 678")),
                LongField("private", _("Chuyện riêng, sức khỏe"), rows=2),
                TextField("guardian", _("Người giám hộ")),
            ),
            accept=accept,
            initial={
                "name": person.name,
                "address_form": str(person.address_form or ""),
                "birth": str(person.birth_year or ""),
                "address": person.address,
                "telephone": person.telephone,
                "private": person.private_details,
                "guardian": person.guardian,
            },
        )
    )
    if stored:
        screen.say(_("Đã lưu. Biên bản đã chốt giữ nguyên như lúc chốt."))


def _draft_of(values: Values) -> PersonDraft:
    form = values.choice("address_form")
    spoken = spoken_name(values.text("name"), Address(form) if form else None)
    return PersonDraft(
        name=spoken.name,
        address_form=spoken.address_form,
        birth_year=birth_year(values.number("birth"), values.today),
        address=values.text("address"),
        telephone=values.text("telephone"),
        private_details=values.text("private"),
        guardian=values.text("guardian"),
    )


async def merge(screen: ListScreen[Any], story: PersonStory) -> int | None:
    """Asks for the other entry, shows both, and makes them one; gives the one that stays."""
    other_id = await _other_entry(screen, story)
    if other_id is None:
        return None
    other: PersonStory = await screen.room.ask(lambda books: books.people.story(other_id))
    if other.person.id == story.person.id:
        screen.say(_("Đó chính là mục này. Xin chọn mục khác."))
        return None
    question = _("Hai mục này là một người?\n\n{one}\n\n{other}\n\n{after}").format(
        one=_entry(story, hidden=screen.hidden),
        other=_entry(other, hidden=screen.hidden),
        after=_(
            "Gộp lại thì mọi việc đứng chung một tên; chỗ mục này còn trống thì lấy ở mục kia. "
            "Biên bản đã chốt giữ nguyên. Sau này tách lại được."
        )
        + (_(" Địa chỉ, điện thoại đang được che: F8 hiện.") if screen.hidden else ""),
    )
    if not await screen.confirm(question, _("Gộp làm một")):
        return None
    one, two = story.person.id, other.person.id
    return await screen.room.ask(lambda books: books.people.merge(one, two))


async def separate(screen: ListScreen[Any], other_id: int) -> None:
    """Makes an entry stand for itself again, after asking."""
    question = _("Tách lại thành hai người? Mỗi mục nhận lại những việc đã ghi lúc trước.")
    if await screen.confirm(question, _("Tách lại")):
        await screen.room.ask(lambda books: books.people.separate(other_id))
        await screen.refresh_page()
        screen.say(_("Đã tách lại thành hai mục."))


async def _other_entry(screen: ListScreen[Any], story: PersonStory) -> int | None:
    """Another entry with the same name, or one that is looked for."""
    if not story.namesakes:
        return await ask_for_person(screen, "person/other")
    choices = [Choice(each.id, _in_short(each, hidden=screen.hidden)) for each in story.namesakes]
    chosen = await screen.choose(
        _("Gộp với mục nào?"), (*choices, Choice(0, _("Mục khác: tìm theo tên")))
    )
    return await ask_for_person(screen, "person/other") if chosen == 0 else chosen


def _entry(story: PersonStory, *, hidden: bool) -> str:
    """One entry as it stands beside the other: who it is, and what is told of it."""
    member = _("thành viên, {group}").format(group=story.group) if story.member else ""
    days = [f"{entry.day:%d/%m/%Y}" for entry in story.entries]
    told = _("{count} việc: {days}", len(days))
    told = told.format(count=len(days), days=", ".join(days[-4:]))
    words = (_in_short(story.person, hidden=hidden), member, told if days else _("chưa có việc"))
    return "• " + "; ".join(word for word in words if word)


def _in_short(person: Person, *, hidden: bool) -> str:
    born = _("sinh {year}").format(year=person.birth_year) if person.birth_year else ""
    words = [shown_name(person, hidden), born if may_show(person, hidden=hidden) else ""]
    if not hidden:
        words += [person.address, person.telephone]
    return ", ".join(word for word in words if word)
