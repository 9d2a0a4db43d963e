"""The columns of the tracking book: an entry in words, for paper, spreadsheet and screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from storage.days import on_screen
from storage.records.community import Matter
from storage.records.figures import Period
from storage.records.kinds import HelperKind, Outcome
from storage.records.people import Club
from storage.records.pledges import Pledge
from storage.records.tracking import EntryKind, TrackedEntry, TrackingContent, TrackingLine
from storage.rules import disclosure
from storage.rules.minutes_parts import phrases
from storage.rules.minutes_parts.community import how
from storage.rules.minutes_parts.tokens import capital
from storage.rules.terms import EVERYONE, HELP_FORM, OUTCOME, REFERRAL_STATE
from storage.rules.tracking import kept_on, last_told
from storage.said import Say, as_written
from storage.vietnamese import count

KIND = {
    EntryKind.PERSON: "Cá nhân",
    EntryKind.ACTIVITY: "Cộng đồng",
    EntryKind.LOCALITY: "Đề xuất với địa phương",
    EntryKind.URGENT: "Đột xuất giữa hai kỳ họp",
}


def content(
    club: Club, period: Period, entries: Iterable[TrackedEntry], *, public: bool
) -> TrackingContent:
    """The book of some months; the public copy without health and without names not agreed to."""
    return TrackingContent(
        parent_body=club.parent_body,
        club_name=club.name,
        months=months_in_words(period),
        lines=tuple(lines(entries, public=public)),
        public=public,
    )


def months_in_words(period: Period, say: Say = as_written) -> str:
    """Some months of a year: "năm 2026", "6 tháng đầu năm 2026", "tháng 10 năm 2026"."""
    first, last, year = period.first_month, period.last_month, period.year
    halves = {
        (1, 12): say("năm {year}"),
        (1, 6): say("6 tháng đầu năm {year}"),
        (7, 12): say("6 tháng cuối năm {year}"),
    }
    if (first, last) in halves:
        return halves[first, last].format(year=year)
    if first == last:
        return month_in_words(period.first, say)
    span = say("từ tháng {first} đến tháng {last} năm {year}")
    return span.format(first=_month(first), last=_month(last), year=year)


def month_in_words(month: date, say: Say = as_written) -> str:
    """A month as papers have it: "tháng 02 năm 2027", "tháng 10 năm 2026"."""
    words = say("tháng {month} năm {year}")
    return words.format(month=_month(month.month), year=month.year)


def _month(number: int) -> str:
    return f"{number:02d}" if number <= 2 else str(number)


def lines(entries: Iterable[TrackedEntry], *, public: bool = False) -> Iterator[TrackingLine]:
    """A line for each promise of each entry; one line for an entry without any."""
    for number, entry in enumerate(entries, start=1):
        words = _Words(entry, public)
        whole = words.entry(number)
        if not entry.pledges:
            yield words.unpromised(whole)
        for place, pledge in enumerate(entry.pledges):
            note = whole.note if place == 0 else ""
            yield words.promised(replace(whole, first=place == 0, note=note), pledge)


@dataclass(frozen=True, slots=True)
class _Words:
    """One entry in words, for the club's own copy or for the public one."""

    of: TrackedEntry
    public: bool

    @property
    def _named(self) -> bool:
        return not self.public or (
            self.of.case is not None and disclosure.may_be_published(self.of.case)
        )

    def entry(self, number: int) -> TrackingLine:
        """What the entry is about, in every column that its promises do not fill."""
        entry, case, matter = self.of, self.of.case, self.of.matter
        line = TrackingLine(
            number=number,
            first=True,
            day=entry.day,
            groups=", ".join(entry.groups),
            kind=KIND[entry.kind],
            who="",
            address="",
            relation="",
            circumstances="",
            needs="",
            note=self._note(),
        )
        if case is not None:
            return replace(
                line,
                who=capital(disclosure.who(case, entry.groups, named=self._named)),
                address="" if self.public else case.person.address,
                relation=disclosure.relation(case, named=self._named),
                circumstances="" if self.public else case.circumstances,
                needs=disclosure.needs(case, named=self._named),
                planned=phrases.when_in_short(case.when),
            )
        if matter is not None:
            return replace(
                line,
                address=matter.draft.place,
                relation=matter.draft.addressee,
                circumstances=capital(matter.what),
                needs=how(replace(matter, draft=replace(matter.draft, addressee=""))),
                planned=phrases.when_in_short(matter.draft.when),
                in_charge=matter.in_charge_name or matter.representative_name,
            )
        return line

    def promised(self, line: TrackingLine, pledge: Pledge) -> TrackingLine:
        """The line of one promise."""
        draft, about_person = pledge.draft, self.of.case is not None
        return replace(
            line,
            form=HELP_FORM[draft.form] if about_person else "",
            amount=disclosure.given(pledge, named=self._named) if about_person else "",
            helpers=_helpers(pledge, self.of.matter),
            planned=phrases.when_in_short(draft.when) or line.planned,
            done_on=kept_on(pledge),
            result=self._result(pledge),
            in_charge=pledge.in_charge_name or line.in_charge,
        )

    def unpromised(self, line: TrackingLine) -> TrackingLine:
        """The line of an entry for which nothing was promised."""
        urgent, matter = self.of.urgent, self.of.matter
        if urgent is not None:
            helped = urgent.helped_at
            return replace(
                line,
                amount="" if self.public else urgent.help_given,
                done_on=helped.date() if helped else None,
                result="Đã giúp" if helped else "Giúp một phần" if urgent.help_given else "",
                in_charge=urgent.decided_by or urgent.reported_by,
            )
        if matter is not None and matter.answers:
            last = matter.answers[-1]
            answers = " ".join(
                f"{each.by or 'Địa phương'} trả lời {on_screen(each.on)}: "
                f"{phrases.sentence(each.text)}"
                for each in matter.answers
            )
            return replace(line, done_on=last.on, result=answers)
        return line

    def _result(self, pledge: Pledge) -> str:
        told = last_told(pledge)
        if told is None:
            return ""
        said = capital(phrases.result(told, pledge))
        # What was told of a person's help may tell of illness.
        hidden = self.public and self.of.case is not None
        after = "" if hidden else phrases.after_help(told)
        return f"{said}.{after}"

    def _note(self) -> str:
        entry = self.of
        said = []
        if entry.outcome is not None and entry.outcome is not Outcome.AGREED:
            outcome = capital(OUTCOME[entry.outcome])
            hidden = self.public and entry.case is not None
            said.append(f"{outcome}: {entry.reason}" if entry.reason and not hidden else outcome)
        if entry.referral is not None:
            said.append(f"Nhóm TNV chăm sóc tại nhà: {REFERRAL_STATE[entry.referral.state]}")
        if entry.ended:
            said.append("Kết thúc" if self.public else f"Kết thúc: {entry.ended}")
        return ". ".join(said)


def _helpers(pledge: Pledge, matter: Matter | None) -> str:
    """How many take part, and their names; a group, everyone, or an organisation."""
    draft = pledge.draft
    names = ", ".join(pledge.helpers)
    match draft.helper_kind:
        case HelperKind.MEMBERS:
            return f"{count(len(draft.members))} người: {names}"
        case HelperKind.NUMBER:
            told = f"{count(draft.number or 0)} người"
            return f"{told}: {names}" if names else f"{told}, ghi tên sau"
        case HelperKind.ORGANISATION:
            return f"{draft.organisation} ({names} liên hệ)" if names else draft.organisation
        case HelperKind.GROUP:
            who = pledge.group_name
        case HelperKind.EVERYONE:
            said = matter.draft.participants if matter is not None else ""
            who = capital(said or EVERYONE)
    return who if draft.number is None else f"{who} ({count(draft.number)} người)"
