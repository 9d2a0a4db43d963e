"""The club's rules on community work and matters for the locality (step 7)."""

from __future__ import annotations

from collections.abc import Iterable

from storage.records.community import Matter
from storage.records.community_step import CommunityOverview, MatterOnTable
from storage.records.kinds import MatterKind
from storage.records.lacks import Lack, LackKind
from storage.vietnamese import clean_line

_SAID_OF_ANYTHING = frozenset(
    {"và", "cho", "của", "ở", "tại", "với", "các", "những", "trước", "sau", "lại", "bị", "để"}
    | {"thôn", "xóm", "xã", "làng", "tổ", "clb", "việc", "làm", "đề", "xuất", "dọn", "sửa", "tổng"}
)
"""Words that say little about what a matter is."""


def lacking(overview: CommunityOverview) -> tuple[Lack, ...]:
    """What is not settled, and what the club has not taken on at all (S7, S25)."""
    undecided = sum(each.undecided for each in overview.on_table)
    agreed = [each for each in overview.on_table if each.agreed]
    lacks: list[Lack] = []
    if undecided:
        lacks.append(Lack(LackKind.MATTERS_NOT_AGREED, {"count": undecided}))
    elif not agreed and not overview.reason_given:
        lacks.append(Lack(LackKind.NOTHING_FOR_COMMUNITY))
    lacks += [
        Lack(LackKind.SPEAKER_MISSING, {"what": each.matter.what})
        for each in agreed
        if _without_speaker(each)
    ]
    return tuple(lacks)


def _without_speaker(each: MatterOnTable) -> bool:
    """Whether it is not said who speaks, or to whom; once answered nobody need speak."""
    draft = each.matter.draft
    if draft.kind is not MatterKind.LOCALITY or each.matter.answers:
        return False
    return draft.representative is None or not draft.addressee


def beside(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """The matters in their order, but each followed at once by those that are like it."""
    left = list(matters)
    ordered: list[Matter] = []
    while left:
        first, *rest = left
        like = [each for each in rest if similar(first, each)]
        ordered += [first, *like]
        left = [each for each in rest if each not in like]
    return tuple(ordered)


def similar(one: Matter, other: Matter) -> bool:
    """Whether two groups may mean the same: half the telling words of one are the other's."""
    if one.kind is not other.kind:
        return False
    ours, theirs = _telling_words(one.what), _telling_words(other.what)
    fewer = min(len(ours), len(theirs))
    return fewer > 0 and len(ours & theirs) * 2 >= fewer


def _telling_words(what: str) -> frozenset[str]:
    words = "".join(sign if sign.isalnum() else " " for sign in clean_line(what).lower()).split()
    return frozenset(words) - _SAID_OF_ANYTHING
