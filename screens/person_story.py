"""A person's whole story: proposed, chosen, helped and by whom; and whom they helped (S33)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from screens.base import Page
from screens.book import BookScreen
from screens.language import _
from screens.last_month_lines import helpers_by_name, told_in_short
from screens.privacy import may_show, shown_circumstances, shown_name
from screens.tracking_lines import REFERRAL, entry_for, pledge_state, pledge_words
from screens.widgets.line_list import Column, Line, act, blank, heading, note
from storage.books import Books
from storage.days import on_screen
from storage.records.kinds import Outcome
from storage.records.people import Person
from storage.records.tracking import EntryKind, TrackedEntry
from storage.records.whole_person import PersonStory
from storage.rules.pledge_words import given_in_short, helpers_in_short
from storage.rules.terms import CONSENT_TOLD, OUTCOME
from storage.vietnamese import REMOVED_NAME

_BETWEEN = " · "


class PersonStoryScreen(BookScreen[PersonStory]):
    """What came of every proposal for one person, in order of time."""

    HELP: ClassVar[str] = (
        "Mọi việc câu lạc bộ đã làm cho một người, việc cũ ở trên: tổ nào đề xuất, có được chọn "
        "không, ai giúp gì, kết quả; chuyển nhóm TNV chăm sóc tại nhà; việc giúp ngay. Thành viên "
        "thì thêm việc đã giúp người khác. F8 hiện hoặc che tên và hoàn cảnh."
    )

    def __init__(self, person_id: int) -> None:
        super().__init__()
        self.person_id = person_id

    def read(self, books: Books) -> PersonStory:
        """Everything about this person."""
        return books.people.story(self.person_id)

    def page(self, overview: PersonStory) -> Page:
        """Who it is, the help received, the help given, and what can be done."""
        person, hidden = overview.person, self.hidden
        lines: list[Line] = [blank("for"), heading(_("Được đề xuất và được giúp"))]
        lines += _told(overview.entries, hidden=hidden) or [note(_("Chưa có việc nào."))]
        if overview.given:
            lines += [blank("by"), heading(_("Đã giúp người khác và cộng đồng"))]
            lines += _given(overview.given, hidden=hidden)
        if person.name != REMOVED_NAME:
            lines += [blank("held"), heading(_("Thông tin đang giữ"))]
            lines += _held(person) if may_show(person, hidden=hidden) else [note(_("F8 để hiện."))]
            lines.append(act("remove", _("Xóa thông tin của người này (theo yêu cầu)")))
        return Page(
            title=shown_name(person, hidden, (overview.group,) if overview.group else ()),
            aside=_("thành viên, {group}").format(group=overview.group) if overview.group else "",
            intro=_about(overview) if may_show(person, hidden=hidden) else "",
            columns=(Column(10), Column(), Column(24)),
            lines=tuple(lines),
            keys=(("F8", _("che, hiện")),),
        )

    async def entered(self, line: Line) -> None:
        """Enter: removes the person's data, after asking twice."""
        if line.key != "remove" or self.overview is None:
            return
        from screens.removing import remove_person

        if await remove_person(self, self.overview.person):
            await self.refresh_page()
            self.say(_("Đã xóa. Số liệu và biên bản đã chốt vẫn đúng."))


def _held(person: Person) -> list[Line]:
    """What the books hold of the person besides what was done."""
    held = (
        (_("Họ tên"), person.addressed),
        (_("Năm sinh"), str(person.birth_year or "")),
        (_("Địa chỉ"), person.address),
        (_("Điện thoại"), person.telephone),
        (_("Chuyện riêng, sức khỏe"), person.private_details),
        (_("Người giám hộ"), person.guardian),
    )
    return [
        Line(f"held:{label}", (f"{label}: {value}",), detail=value)
        for label, value in held
        if value
    ]


def _about(story: PersonStory) -> str:
    person = story.person
    parts = [
        _("sinh {year}").format(year=person.birth_year) if person.birth_year else "",
        person.address,
        _("Nêu tên trước CLB: {word}").format(word=_(CONSENT_TOLD[person.consents.club]).lower()),
    ]
    return _BETWEEN.join(part for part in parts if part)


def _told(entries: Iterable[TrackedEntry], *, hidden: bool) -> list[Line]:
    """For each entry how it came up and what was decided, then each promise for it."""
    lines: list[Line] = []
    for number, entry in enumerate(entries):
        day = on_screen(entry.day)
        shown = entry.case is None or may_show(entry.case.person, hidden=hidden)
        why = shown_circumstances(entry.case, hidden) if entry.case else ""
        reason = entry.reason if shown else ""
        lines.append(
            Line(
                f"entry:{number}",
                (day, _came_up(entry), _decided(entry)),
                detail=_BETWEEN.join(part for part in (why, reason) if part),
            )
        )
        lines += [_promise(entry, each.id, hidden=hidden) for each in entry.pledges]
        lines += _afterwards(entry, number, shown=shown)
    return lines


def _came_up(entry: TrackedEntry) -> str:
    if entry.kind is EntryKind.URGENT:
        by = entry.urgent.reported_by if entry.urgent else ""
        return _("Báo cần giúp ngay: {by}").format(by=by) if by else _("Báo cần giúp ngay")
    groups = ", ".join(entry.groups)
    return _("{groups} đề xuất").format(groups=groups) if groups else _("Kỳ trước để lại")


def _decided(entry: TrackedEntry) -> str:
    if entry.kind is EntryKind.URGENT and entry.urgent is not None:
        helped = entry.urgent.helped_at
        return _("√ đã giúp {day}").format(day=f"{helped:%d/%m}") if helped else _("chưa giúp")
    if entry.outcome is None:
        return _("chưa quyết định")
    mark = "√ " if entry.outcome is Outcome.CHOSEN else ""
    return mark + _(OUTCOME[entry.outcome])


def _promise(entry: TrackedEntry, pledge_id: int, *, hidden: bool) -> Line:
    pledge = next(each for each in entry.pledges if each.id == pledge_id)
    told = pledge.fulfilments[-1] if pledge.fulfilments else None
    by = helpers_by_name(pledge) if len(pledge.helpers) == 1 else helpers_in_short(pledge)
    what = pledge_words(entry, pledge, hidden=hidden)
    state = told_in_short(pledge, told) if told else pledge_state(pledge, entry.day)
    return Line(
        f"pledge:{pledge.id}",
        (f"{told.on:%d/%m}" if told else "", f"  {what}, {by}", state),
        detail=_BETWEEN.join(part for part in (what, ", ".join(pledge.helpers)) if part),
    )


def _afterwards(entry: TrackedEntry, number: int, *, shown: bool) -> list[Line]:
    lines = []
    if entry.referral is not None:
        referral = entry.referral
        told = _BETWEEN.join(
            part for part in (referral.note, referral.needs_found, referral.solution) if part
        )
        lines.append(
            Line(
                f"referral:{number}",
                (
                    f"{referral.survey_on:%d/%m}" if referral.survey_on else "",
                    "  " + _("Chuyển nhóm TNV chăm sóc tại nhà"),
                    _(REFERRAL[referral.state]),
                ),
                detail=told if shown else "",
            )
        )
    if entry.ended:
        detail = entry.ended if shown else ""
        lines.append(Line(f"ended:{number}", ("", "  " + _("Kết thúc"), ""), detail=detail))
    return lines


def _given(entries: Iterable[TrackedEntry], *, hidden: bool) -> list[Line]:
    return [
        Line(
            f"given:{pledge.id}",
            (
                on_screen(entry.day),
                _("{what} cho {who}").format(
                    what=entry.matter.what if entry.matter else given_in_short(pledge),
                    who=entry_for(entry, hidden=hidden),
                ),
                pledge_state(pledge, entry.day),
            ),
        )
        for entry in entries
        for pledge in entry.pledges
    ]
