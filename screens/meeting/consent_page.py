"""Đồng ý nêu tên: who may be named to whom, asked and withdrawn at any time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from screens.base import ListScreen, Page
from screens.between_meetings.book import BookScreen
from screens.forms.consent_fields import consents_of_values, detail_fields, texts_of_consents
from screens.forms.form import Form
from screens.forms.values import Values
from screens.language import N_, _
from screens.privacy import shown_name
from screens.widgets.lines import Column, Line, act, blank, heads, note
from storage.books import Books
from storage.days import on_screen
from storage.records.consent_story import ConsentAnswer, ConsentStory
from storage.records.kinds import ConsentScope
from storage.records.people import Person
from storage.rules.terms import CONSENT_SCOPE, CONSENT_TOLD
from storage.vietnamese import with_capital

_ANSWER_WIDTH = 14
_AT_FIRST = 100
"""More than a club helps in a year; who came before is a key away."""
_EVERYONE = "everyone"
_FORM = "consents/"
"""Before a person's number: the key of a form, by which it opens again in this book."""


class ConsentPage(BookScreen[tuple[ConsentStory, ...]]):
    """Everyone in hardship with the latest answers; Enter asks anew."""

    HELP: ClassVar[str] = N_(
        "Mỗi dòng là một người từng được đề xuất giúp, với câu trả lời mới nhất của người ấy. "
        "Enter để ghi lại: đồng ý, không, hoặc rút lại; ai đã hỏi; ai trả lời thay. Câu trả lời "
        "cũ vẫn được giữ. Chưa hỏi thì coi như chưa đồng ý. Biên bản đã chốt không đổi; bản đưa "
        "ra ngoài in lại thì theo câu trả lời mới nhất."
    )

    def __init__(self) -> None:
        super().__init__()
        self._most: int | None = _AT_FIRST

    def read(self, books: Books) -> tuple[ConsentStory, ...]:
        """The people of whom a case told last, or all."""
        return books.consents.stories(self._most)

    def page(self, overview: tuple[ConsentStory, ...]) -> Page:
        """One line a person, one column a scope."""
        lines = [_line(each, hidden=self.hidden) for each in overview]
        if lines:
            scopes = (with_capital(_(CONSENT_SCOPE[scope])) for scope in ConsentScope)
            lines = [blank("top"), heads("", *scopes), *lines]
            if len(overview) == self._most:
                lines += [
                    blank("before"),
                    act(_EVERYONE, _("Xem cả những người của các năm trước")),
                ]
        else:
            lines = [blank("none"), note(_("Chưa có trường hợp khó khăn nào trong sổ."))]
        return Page(
            title=_("Đồng ý nêu tên"),
            columns=(Column(), *(Column(_ANSWER_WIDTH) for _scope in ConsentScope)),
            lines=tuple(lines),
            keys=(("Enter", _("ghi lại")),),
        )

    async def entered(self, line: Line) -> None:
        """Enter: the answers in their form, or everyone."""
        if line.key == _EVERYONE:
            self._most = None
            await self.refresh_page()
        else:
            await ask_consent(self, int(line.key))

    async def reopen(self, form_key: str) -> None:
        """Opens the form of one person again."""
        await ask_consent(self, int(form_key.removeprefix(_FORM)))


async def ask_consent(screen: ListScreen[Any], person_id: int) -> None:
    """Asks one person's answers, and keeps what is new in them."""
    person: Person = await screen.room.ask(lambda books: books.consents.person(person_id))

    def accept(books: Books, values: Values) -> bool:
        books.consents.record(
            person_id,
            consents_of_values(values),
            asked_by=values.member("asked_by"),
            guardian=values.text("guardian"),
        )
        return True

    await screen.fill(
        Form(
            key=f"{_FORM}{person_id}",
            title=_("Đồng ý nêu tên – {name}").format(name=shown_name(person, screen.hidden)),
            fields=detail_fields(),
            accept=accept,
            initial={**texts_of_consents(person.consents), "guardian": person.guardian},
        )
    )


def _line(story: ConsentStory, *, hidden: bool) -> Line:
    person = story.person
    answers = (_(CONSENT_TOLD[person.consents.to(scope)]) for scope in ConsentScope)
    said = answers_told(story.answers)
    return Line(str(person.id), (shown_name(person, hidden), *answers), detail=said)


def answers_told(answers: Iterable[ConsentAnswer]) -> str:
    """The answers with their day, the newest first; what was said at once stands together."""
    said: dict[tuple[str, str, str], list[str]] = {}
    for each in reversed(tuple(answers)):
        day = on_screen(each.on) if each.on else ""
        key = (day, _(CONSENT_TOLD[each.answer]), each.asked_by)
        said.setdefault(key, []).insert(0, _(CONSENT_SCOPE[each.scope]))
    return " · ".join(_told(*key, ", ".join(scopes)) for key, scopes in said.items())


def _told(day: str, answer: str, asked_by: str, scopes: str) -> str:
    words = f"{day} {answer} ({scopes})".strip()
    return _("{words}, {name} hỏi").format(words=words, name=asked_by) if asked_by else words
