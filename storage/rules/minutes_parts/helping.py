"""Who helps, as the minutes name them."""

from __future__ import annotations

from storage.records.assignment import unnamed
from storage.records.kinds import HelperKind
from storage.records.pledges import Pledge
from storage.rules.minutes_parts import values
from storage.rules.terms import EVERYONE
from storage.vietnamese import count

_FEW = 3
"""So many helpers are named where their names are not the matter."""


def helpers(pledge: Pledge) -> str:
    """Everyone who helps by name, or the group, all, an organisation, or how many."""
    draft = pledge.draft
    named = ", ".join(values.member(member_id) for member_id in draft.members)
    match draft.helper_kind:
        case HelperKind.MEMBERS:
            return named
        case HelperKind.GROUP:
            return _with_number(pledge.group_name or "cả tổ", draft.number)
        case HelperKind.EVERYONE:
            return _with_number(EVERYONE, draft.number)
        case HelperKind.ORGANISATION:
            return draft.organisation + (f" ({named} liên hệ)" if named else "")
        case HelperKind.NUMBER:
            later = f"{count(unnamed(pledge))} người, ghi tên sau"
            return f"{named} và {later}" if named else later


def helpers_in_short(pledge: Pledge) -> str:
    """The same with no more than a few names."""
    kind, members = pledge.draft.helper_kind, pledge.draft.members
    if kind is HelperKind.MEMBERS and len(members) > _FEW:
        return f"{count(len(members))} thành viên"
    if kind is HelperKind.NUMBER and len(members) > _FEW:
        return f"{count(pledge.people)} người"
    return helpers(pledge)


def _with_number(who: str, number: int | None) -> str:
    return who if number is None else f"{who} ({count(number)} người)"
