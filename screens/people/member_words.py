"""What the screens of the register say of a member: offices, time, and what stays hidden."""

from __future__ import annotations

from screens.language import N_, _
from screens.room import Room
from screens.wording.register import ROLES
from storage.days import on_screen
from storage.records.kinds import Sex, SpanRole
from storage.records.people import Member
from storage.records.spans import Span
from storage.rules.terms import POSITION

SEX = {Sex.FEMALE: N_("Nữ"), Sex.MALE: N_("Nam")}


def is_private(room: Room) -> bool:
    """Whether the wall may be looking on, so that addresses and help stay hidden."""
    return room.meeting_id is not None and room.details_hidden


def offices_words(member: Member) -> str:
    """The offices of a member, or since when they are gone."""
    if member.left is not None:
        return _("đã ra khỏi CLB {day}").format(day=on_screen(member.left))
    words = [_(POSITION[position]) for position in POSITION if position in member.positions]
    if member.leads_group:
        words.append(_("Tổ trưởng"))
    if member.home_care:
        words.append(_("TNV chăm sóc tại nhà"))
    return ", ".join(words)


def detail_words(member: Member, *, private: bool) -> str:
    """One line on a member; where the wall may look on, what anyone may know."""
    person = member.person
    words = [member.addressed]
    if not private:
        words += [
            person.telephone,
            person.address,
            _("hộ {head}").format(head=person.household) if person.household else "",
        ]
    if member.can_help:
        words.append(_("giúp được: {what}").format(what=member.can_help))
    return " · ".join(word for word in words if word)


def span_words(span: Span) -> tuple[str, str]:
    """What a member was, and from when to when."""
    role = _(ROLES[span.role])
    if span.role in (SpanRole.MEMBER, SpanRole.LEADER):
        role = f"{role} {span.group}"
    if span.until is None:
        if span.since is None:
            return role, _("đến nay")
        return role, _("từ {day} đến nay").format(day=on_screen(span.since))
    since = on_screen(span.since) if span.since else "…"
    return role, _("{since} – {until}").format(since=since, until=on_screen(span.until))
