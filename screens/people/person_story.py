"""One person's page: all that is kept, corrected, printed, made one, removed (S33, Law 91/2025)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.between_meetings.history_page import HISTORY_KEY, history_key, show_history
from screens.language import N_, _
from screens.people.member_words import is_private
from screens.people.person_lines import (
    BETWEEN,
    elsewhere_lines,
    given_lines,
    held_lines,
    told_lines,
)
from screens.privacy import may_show, shown_name
from screens.widgets.lines import Column, Line, act, blank, heading, note
from storage.books import Books
from storage.records.history import RecordKind
from storage.records.whole_person import PersonStory
from storage.rules.terms import CONSENT_TOLD
from storage.vietnamese import REMOVED_NAME


@dataclass(frozen=True, slots=True)
class PersonOverview:
    """What the page shows."""

    story: PersonStory
    elsewhere: tuple[str, ...]
    """Where else the person's data lies."""


class PersonStoryScreen(BookScreen[PersonOverview]):
    """What came of every proposal for one person, what is kept, and what can be done about it."""

    HELP: ClassVar[str] = N_(
        "Mọi việc câu lạc bộ đã làm cho một người, việc cũ ở trên; thành viên thì thêm việc đã "
        "giúp người khác. Dưới nữa là mọi điều sổ đang giữ, và những việc làm được (phím End): "
        "sửa, in, gộp hai mục ghi trùng, xóa theo yêu cầu. Bấm 5 để xem ai ghi, khi nào: của việc "
        "ở dòng đang chọn, hoặc của cả người này. F8 hiện hoặc che tên và hoàn cảnh."
    )

    def __init__(self, person_id: int) -> None:
        super().__init__()
        self.person_id = person_id

    def read(self, books: Books) -> PersonOverview:
        """Everything about this person."""
        from screens.people.person_elsewhere import elsewhere

        story = books.people.story(self.person_id)
        return PersonOverview(story, elsewhere(books))

    def page(self, overview: PersonOverview) -> Page:
        """Who it is, the help received, the help given, what is kept, and what can be done."""
        hidden = self.hidden
        story = _on_the_wall(overview.story) if is_private(self.room) else overview.story
        person = story.person
        shown = may_show(person, hidden=hidden)
        lines: list[Line] = [blank("for"), heading(_("Được đề xuất và được giúp"))]
        lines += told_lines(story.entries, hidden=hidden) or [note(_("Chưa có việc nào."))]
        if story.given:
            lines += [blank("by"), heading(_("Đã giúp người khác và cộng đồng"))]
            lines += given_lines(story.given, hidden=hidden)
        if person.name != REMOVED_NAME:
            lines += [blank("held"), heading(_("Thông tin đang giữ"))]
            lines += held_lines(story) if shown else [note(_("F8 để hiện."))]
            lines += [blank("elsewhere"), heading(_("Còn giữ ở nơi khác"))]
            lines += elsewhere_lines(overview.elsewhere)
            lines += [blank("deeds"), heading(_("Làm gì với thông tin này"))]
            lines += _deeds(story)
        return Page(
            title=shown_name(person, hidden, (story.group,) if story.group else ()),
            aside=_("thành viên, {group}").format(group=story.group) if story.group else "",
            intro=_about(story) if shown else "",
            columns=(Column(10), Column(), Column(24)),
            lines=tuple(lines),
            keys=(
                ("End", _("sửa, xóa")),
                ("F9", _("in")),
                history_key(),
                ("F8", _("che, hiện")),
            ),
        )

    async def entered(self, line: Line) -> None:
        """Enter: does what the line says."""
        overview = self.overview
        if overview is None:
            return
        from screens.people import person_deeds as deeds

        story = overview.story
        what, _colon, number = line.key.partition(":")
        match what:
            case "change":
                await deeds.correct(self, story)
            case "print":
                await self.print()
            case "history":
                await show_history(self, RecordKind.PERSON, self.person_id)
            case "merge":
                stays = await deeds.merge(self, story)
                self.person_id = stays or self.person_id
                if stays:
                    await self.refresh_page()
                    self.say(_("Đã gộp làm một. Muốn tách lại: dòng “Tách lại” ở cuối trang."))
            case "separate":
                await deeds.separate(self, int(number))
            case "remove":
                await self._remove(story)

    async def digit(self, line: Line, digit: str) -> None:
        """5: who or what changed the promise or case under the cursor, else the person."""
        if digit != HISTORY_KEY or self.overview is None:
            return
        what, _colon, number = line.key.partition(":")
        entries = self.overview.story.entries
        if what in ("pledge", "given"):
            await show_history(self, RecordKind.PLEDGE, int(number))
        elif what == "entry" and (case := entries[int(number)].case) is not None:
            await show_history(self, RecordKind.CASE, case.id)
        else:
            await show_history(self, RecordKind.PERSON, self.person_id)

    async def reopen(self, form_key: str) -> None:
        """Opens the correction again that was half typed."""
        if self.overview is not None and form_key.startswith("person/change:"):
            from screens.people.person_deeds import correct

            await correct(self, self.overview.story)

    async def print(self) -> None:
        """F9: all that is kept, on paper."""
        from screens.papers.paper_page import PaperScreen
        from screens.people.person_paper import PERSON_PAPER
        from storage.records.papers import PaperWish

        wish = PaperWish(self.room.clock.today().year, person_id=self.person_id)
        await self.app.push_screen(PaperScreen(PERSON_PAPER, wish))

    async def _remove(self, story: PersonStory) -> None:
        """Removes the person's data, after asking twice."""
        from screens.people.removing import remove_person

        if await remove_person(self, story.person):
            await self.refresh_page()
            self.say(_("Đã xóa. Số liệu và biên bản đã chốt vẫn đúng."))


def _on_the_wall(story: PersonStory) -> PersonStory:
    """While a meeting is held, where someone lives is shown to nobody before F8."""
    return replace(story, person=replace(story.person, address="", telephone=""))


def _about(story: PersonStory) -> str:
    person = story.person
    parts = [
        _("sinh {year}").format(year=person.birth_year) if person.birth_year else "",
        person.address,
        _("Nêu tên trước CLB: {word}").format(word=_(CONSENT_TOLD[person.consents.club]).lower()),
    ]
    return BETWEEN.join(part for part in parts if part)


def _deeds(story: PersonStory) -> list[Line]:
    """What can be done about the person's data."""
    twins = len(story.namesakes)
    told = _("{count} mục cùng tên trong sổ", twins).format(count=twins) if twins else ""
    return [
        act("change", _("Sửa thông tin")),
        act("print", _("In những gì CLB giữ về người này")),
        act("history", _("Ai ghi, khi nào")),
        act("merge", _("Gộp với mục khác ghi về cùng người này"), told),
        *(
            act(f"separate:{each.id}", _("Tách lại mục đã gộp"), each.addressed)
            for each in story.merged
        ),
        act("remove", _("Xóa thông tin của người này (theo yêu cầu)")),
    ]
