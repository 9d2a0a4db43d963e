"""A person's whole story as lines, for the screen and the paper: helped, and helping whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from screens.between_meetings.tracking_lines import REFERRAL, entry_for, pledge_state, pledge_words
from screens.language import _
from screens.meeting.consent_page import answers_told
from screens.meeting.last_month_lines import helpers_by_name, told_in_short, urgent_state
from screens.privacy import may_show, shown_circumstances
from screens.widgets.lines import Line
from screens.wording.amounts import given_in_short, helpers_in_short
from storage.days import on_screen
from storage.records.kinds import Outcome
from storage.records.tracking import EntryKind, TrackedEntry
from storage.records.whole_person import PersonStory
from storage.rules.terms import OUTCOME

BETWEEN = " · "


def held_lines(story: PersonStory) -> list[Line]:
    """What the books hold of the person besides what was done."""
    person = story.person
    held = (
        (_("Họ tên"), person.addressed),
        (_("Năm sinh"), str(person.birth_year or "")),
        (_("Địa chỉ"), person.address),
        (_("Điện thoại"), person.telephone),
        (_("Hộ (tên chủ hộ)"), person.household),
        (_("Chuyện riêng, sức khỏe"), person.private_details),
        (_("Người giám hộ"), person.guardian),
        (_("Giúp được việc gì"), story.member.can_help if story.member else ""),
        (_("Đồng ý nêu tên"), answers_told(story.answers)),
        (_("Mục ghi trùng đã gộp"), ", ".join(each.addressed for each in story.merged)),
    )
    return [
        Line(f"held:{label}", (f"{label}: {value}",), detail=value)
        for label, value in held
        if value
    ]


def elsewhere_lines(sentences: Sequence[str]) -> list[Line]:
    """Where else the person's data lies."""
    return [
        Line(f"elsewhere:{number}", (sentence,), detail=sentence)
        for number, sentence in enumerate(sentences)
    ]


def told_lines(entries: Iterable[TrackedEntry], *, hidden: bool) -> list[Line]:
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
                detail=BETWEEN.join(part for part in (why, reason) if part),
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
        return urgent_state(entry.urgent)
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
        detail=BETWEEN.join(part for part in (what, ", ".join(pledge.helpers)) if part),
    )


def _afterwards(entry: TrackedEntry, number: int, *, shown: bool) -> list[Line]:
    lines = []
    if entry.referral is not None:
        referral = entry.referral
        told = BETWEEN.join(
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


def given_lines(entries: Iterable[TrackedEntry], *, hidden: bool) -> list[Line]:
    """What the person gave to others and to the community."""
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
