"""The slips of a meeting: one for each helper or group, in the order of the agreement (S23, S31).

A slip is carried about: who is helped is named only where that was agreed to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from storage.days import on_paper
from storage.records.approval import MinutesSource
from storage.records.assignment import unnamed
from storage.records.cases import HardshipCase
from storage.records.community import Matter
from storage.records.kinds import HelperKind, MatterKind, MeetingState, Outcome
from storage.records.pledges import Pledge
from storage.records.slips import Slip, SlipLine, Slips
from storage.rules import disclosure
from storage.rules.full_words import in_full
from storage.rules.minutes_parts import phrases, values
from storage.rules.minutes_parts.community import decided, how
from storage.rules.minutes_parts.tokens import Copy, Naming, capital, resolve_text

_MOST_UNNAMED = 50
"""Slips for helpers whose names follow; more are written on the back of one."""


def slips(source: MinutesSource, *, public: bool = False) -> Slips:
    """All slips of the meeting: for the cases, then for the community and the locality."""
    meeting, club = source.meeting, source.club
    made = [
        *(
            each
            for pledge in source.pledges
            if pledge.case_id is not None
            for each in _for_case(source, source.cases[pledge.case_id], pledge, public=public)
        ),
        *(
            each
            for matter in decided(source, Outcome.AGREED)
            for each in _for_matter(source, matter)
        ),
    ]
    told = _discreet(source, Copy.PUBLIC if public else Copy.WALL)
    return Slips(
        club_name=club.name,
        source=f"Buổi sinh hoạt {on_paper(meeting.day)}",
        slips=tuple(Slip(slip.to, tuple(map(told, slip.lines))) for slip in made),
        draft=meeting.state not in {MeetingState.APPROVED, MeetingState.SEALED},
    )


def _discreet(source: MinutesSource, copy: Copy) -> Callable[[SlipLine], SlipLine]:
    """Hides names in what someone typed, as the place "ruộng nhà bà Mùi", like everywhere else."""
    naming, personal = Naming(values.names_in_free_text(source)), values.personal(source)

    def told(line: SlipLine) -> SlipLine:
        return SlipLine(line.label, resolve_text(naming(line.text), personal, copy))

    # The same place and time stand on the slips of many helpers.
    return cache(told)


def _for_case(
    source: MinutesSource, case: HardshipCase, pledge: Pledge, *, public: bool
) -> Iterator[Slip]:
    named = disclosure.may_be_told_to_helpers(case)
    draft = pledge.draft
    where = draft.place or (case.person.address if named and not public else "")
    for to, share in _shares(source, pledge):
        what = disclosure.given(share, named=named)
        yield Slip(
            to,
            (
                SlipLine("Giúp", disclosure.who(case, case.groups, named=named)),
                SlipLine("Việc", in_full(what)),
                SlipLine("Khi nào", phrases.when(draft.when)),
                SlipLine("Ở đâu", where),
                *_in_charge(source, draft.in_charge),
            ),
        )


def _shares(source: MinutesSource, pledge: Pledge) -> Iterator[tuple[str, Pledge]]:
    """Who gets a slip of a pledge, and the share that it tells of."""
    draft = pledge.draft
    match draft.helper_kind:
        case HelperKind.MEMBERS:
            for member_id in draft.members:
                yield (
                    _member(source, member_id),
                    replace(pledge, draft=replace(draft, members=(member_id,))),
                )
        case HelperKind.NUMBER:
            one = replace(pledge, draft=replace(draft, number=1, members=()))
            yield from ((_member(source, member_id), one) for member_id in draft.members)
            yield from (("", one) for _helper in range(min(unnamed(pledge), _MOST_UNNAMED)))
        case HelperKind.GROUP:
            yield pledge.group_name, pledge
        case HelperKind.EVERYONE:
            yield from ((group.name, pledge) for group in source.groups)
        case HelperKind.ORGANISATION:
            approaches = [_member(source, each) for each in draft.members] or [""]
            for member in approaches:
                yield f"{member} (vận động {draft.organisation})".strip(), pledge


def _for_matter(source: MinutesSource, matter: Matter) -> Iterator[Slip]:
    """For an activity a slip a group; for a matter one for who speaks."""
    draft = matter.draft
    lines: tuple[SlipLine, ...] = (
        SlipLine("Việc", capital(matter.what)),
        SlipLine("Cách làm", in_full(how(matter))),
        SlipLine("Khi nào", phrases.when(draft.when)),
    )
    if matter.kind is MatterKind.LOCALITY:
        yield Slip(_member(source, draft.representative), lines)
        return
    lines = (*lines, SlipLine("Ở đâu", draft.place), *_in_charge(source, draft.in_charge))
    if draft.participants:
        yield Slip(draft.participants, lines)
        return
    yield from (Slip(group.name, lines) for group in source.groups)


def _in_charge(source: MinutesSource, member_id: int | None) -> tuple[SlipLine, ...]:
    name = _member(source, member_id)
    return (SlipLine("Phụ trách", name),) if name else ()


def _member(source: MinutesSource, member_id: int | None) -> str:
    member = source.members.get(member_id or 0)
    return member.addressed if member is not None else ""
