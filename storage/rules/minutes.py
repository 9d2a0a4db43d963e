"""What the minutes say: one composition for the seal, the screen and the paper.

The text is composed with tokens where it names a personal value (`minutes_parts.tokens`);
`minutes_parts.values` knows the values.
"""

from __future__ import annotations

from collections.abc import Callable

from storage.records.approval import MinutesSource
from storage.records.kinds import MeetingState, Step
from storage.records.minutes import (
    Block,
    MinutesContent,
    MinutesOptions,
    MinutesPart,
    MinutesState,
)
from storage.rules.full_words import FirstUse
from storage.rules.minutes_parts import (
    assignment,
    community,
    last_month,
    opening,
    proposals,
    selection,
    values,
    wording,
)
from storage.rules.minutes_parts.tokens import (
    Naming,
    Personal,
    map_part,
    map_texts,
    resolve_text,
    tokens_in,
)

_PARTS: dict[Step, tuple[str, Callable[[MinutesSource], tuple[Block, ...]]]] = {
    Step.LAST_MONTH: (last_month.TITLE, last_month.blocks),
    Step.PROPOSALS: (proposals.TITLE, proposals.blocks),
    Step.SELECTION: (selection.TITLE, selection.blocks),
    Step.ASSIGNMENT: (assignment.TITLE, assignment.blocks),
    Step.COMMUNITY: (community.TITLE, community.blocks),
}
"""The sections, each under the step whose work it tells; what has nothing to tell vanishes."""

_STATES = {
    MeetingState.APPROVED: MinutesState.APPROVED,
    MeetingState.SEALED: MinutesState.SEALED,
}


def compose(source: MinutesSource) -> tuple[MinutesContent, Personal]:
    """The minutes with tokens for the personal values, and the values."""
    personal = values.personal(source)
    club, meeting = source.club, source.meeting
    composed = MinutesContent(
        parent_body=club.parent_body,
        club_name=club.name,
        number=meeting.number,
        year=meeting.day.year,
        abbreviation=club.abbreviation,
        meeting_name=opening.meeting_name(source),
        opening=opening.opening(source),
        parts=_parts(source, personal),
        closing=opening.closing(source),
        signatures=opening.signatures(source),
        recipients=tuple(line for line in club.recipients.split("\n") if line),
        state=_STATES.get(meeting.state, MinutesState.DRAFT),
        began=meeting.began,
        options=MinutesOptions(
            read_aloud=club.minutes_read_aloud,
            copies=club.minutes_copies,
            signature_hint=club.signature_hint,
            qr=club.minutes_qr,
        ),
    )
    # A note or the place of a pledge may name someone too.
    named = map_texts(composed, Naming(values.names_in_free_text(source)))
    return map_texts(named, FirstUse()), personal


def has_part(step: Step) -> bool:
    """Whether the minutes have a section for this step."""
    return step in _PARTS


def composed_part(source: MinutesSource, step: Step) -> MinutesPart:
    """A part as the records alone would have it, without the secretary's wording of it."""
    title, blocks = _PARTS[step]
    return MinutesPart(int(step), title, blocks(source))


def part_digest(part: MinutesPart, personal: Personal) -> str:
    """Of a composed part with its values, to see later whether its records have changed."""
    return wording.digest_of(map_part(part, lambda text: resolve_text(text, personal)))


def typed_wording(text: str, part: MinutesPart, source: MinutesSource, personal: Personal) -> str:
    """The secretary's words with tokens where they say what the part says of people."""
    told = {name for line in wording.text_of(part).split("\n") for name in tokens_in(line)}
    known = [(name, personal.values[name].full) for name in told if name in personal.values]
    return Naming([*known, *values.names_in_free_text(source)])(text)


def _parts(source: MinutesSource, personal: Personal) -> tuple[MinutesPart, ...]:
    parts = []
    for step in _PARTS:
        part = composed_part(source, step)
        words = source.wordings.get(step)
        if words is not None:
            changed = part_digest(part, personal) != words.composed_digest
            part = wording.worded(part, words.text, changed_since=changed)
        if part.blocks:
            parts.append(part)
    return tuple(parts)
