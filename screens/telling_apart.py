"""A member with what tells namesakes apart: the group, and the year of birth."""

from __future__ import annotations

from collections.abc import Mapping

from screens.language import _
from storage.records.people import Member


def told_apart(member: Member, groups: Mapping[int, str]) -> str:
    """One line of an offer: "bà Nguyễn Thị Mùi, Tổ 1, sinh năm 1948"."""
    words = [member.addressed, groups.get(member.group_id, "")]
    if member.person.birth_year:
        words.append(_("sinh năm {year}").format(year=member.person.birth_year))
    return ", ".join(filter(None, words))
