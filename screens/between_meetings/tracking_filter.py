"""The filters of the tracking book: asked one by one, combined, and said in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from screens.base import ListScreen
from screens.between_meetings.tracking_lines import STATE
from screens.forms.fields import TextField
from screens.forms.form import Form
from screens.language import N_, _
from screens.popups import Choice
from storage.records.kinds import HelpForm
from storage.records.people import Group
from storage.records.tracking import EntryState, TrackingFilter
from storage.rules.terms import HELP_FORM

_BETWEEN = " · "


class _Way(StrEnum):
    """By what the book is filtered."""

    YEAR = "year"
    MONTH = "month"
    STATE = "state"
    GROUP = "group"
    PERSON = "person"
    FORM = "form"
    NONE = "none"


_WAYS = {
    _Way.YEAR: N_("Năm"),
    _Way.MONTH: N_("Tháng"),
    _Way.STATE: N_("Kết quả"),
    _Way.GROUP: N_("Tổ"),
    _Way.PERSON: N_("Người được giúp hoặc người giúp"),
    _Way.FORM: N_("Hình thức giúp"),
    _Way.NONE: N_("Bỏ mọi lọc"),
}


def filter_words(asked: TrackingFilter, groups: Sequence[Group]) -> str:
    """What the book shows, in words."""
    parts = [_time(asked)]
    if asked.state is not None:
        parts.append(state_word(asked.state))
    if asked.group_id is not None:
        parts += [group.name for group in groups if group.id == asked.group_id]
    if asked.form is not None:
        parts.append(_(HELP_FORM[asked.form]))
    if asked.person:
        parts.append(_("có tên “{name}”").format(name=asked.person))
    return _BETWEEN.join(parts)


def state_word(state: EntryState) -> str:
    """A state by its word alone."""
    return _(STATE[state]).lstrip("√×·– ")


def _time(asked: TrackingFilter) -> str:
    if asked.year is None:
        return _("Mọi năm")
    if (asked.first_month, asked.last_month) == (1, 12):
        return _("Năm {year}").format(year=asked.year)
    if asked.first_month == asked.last_month:
        return _("Tháng {month} năm {year}").format(month=asked.first_month, year=asked.year)
    return _("Tháng {first} đến {last} năm {year}").format(
        first=asked.first_month, last=asked.last_month, year=asked.year
    )


async def ask_filter(
    screen: ListScreen[Any], asked: TrackingFilter, years: Sequence[int], groups: Sequence[Group]
) -> TrackingFilter:
    """Asks by what to filter, and then for what; what was set before stays."""
    ways = [way for way in _Way if way is not _Way.MONTH or asked.year is not None]
    way = await screen.choose(
        _("Lọc sổ theo dõi theo gì?"), [Choice(way, _(_WAYS[way])) for way in ways]
    )
    match way:
        case _Way.YEAR:
            return await _year(screen, asked, years)
        case _Way.MONTH:
            return await _month(screen, asked)
        case _Way.STATE:
            states = [Choice(state, state_word(state)) for state in EntryState]
            chosen = await screen.choose(_("Kết quả nào?"), states)
            return asked if chosen is None else replace(asked, state=chosen)
        case _Way.GROUP:
            names = [Choice(group.id, group.name) for group in groups]
            number = await screen.choose(_("Tổ nào đề xuất, hoặc tổ nào giúp?"), names)
            return asked if number is None else replace(asked, group_id=number)
        case _Way.FORM:
            forms = [Choice(form, _(HELP_FORM[form])) for form in HelpForm]
            form = await screen.choose(_("Hình thức giúp nào?"), forms)
            return asked if form is None else replace(asked, form=form)
        case _Way.PERSON:
            return await _person(screen, asked)
        case _Way.NONE:
            return TrackingFilter(year=asked.year)
        case _:
            return asked


async def _year(
    screen: ListScreen[Any], asked: TrackingFilter, years: Sequence[int]
) -> TrackingFilter:
    choices = [*(Choice(year, str(year)) for year in years), Choice(0, _("Mọi năm"))]
    year = await screen.choose(_("Năm nào?"), choices)
    if year is None:
        return asked
    return replace(asked, year=year or None, first_month=1, last_month=12)


async def _month(screen: ListScreen[Any], asked: TrackingFilter) -> TrackingFilter:
    months = [Choice(month, _("Tháng {month}").format(month=month)) for month in range(1, 13)]
    month = await screen.choose(_("Tháng nào?"), [*months, Choice(0, _("Cả năm"))])
    if month is None:
        return asked
    first, last = (month, month) if month else (1, 12)
    return replace(asked, first_month=first, last_month=last)


async def _person(screen: ListScreen[Any], asked: TrackingFilter) -> TrackingFilter:
    name = await screen.fill(
        Form(
            key="tracking/name",
            title=_("Lọc theo tên"),
            fields=(
                TextField(
                    "name",
                    _("Họ tên"),
                    _("Vài chữ là đủ, không cần dấu. Để trống thì mọi người."),
                ),
            ),
            accept=lambda _books, values: values.text("name"),
            initial={"name": asked.person},
        )
    )
    return asked if name is None else replace(asked, person=name)
