"""The minutes as lines of a list: wrapped, each paragraph walked to with the arrows."""

from __future__ import annotations

import textwrap

from screens.language import _
from screens.widgets.lines import Line, LineKind, blank, heading
from storage.records.approval import AgreedPoint
from storage.records.kinds import Step
from storage.records.minutes import MinutesContent, MinutesPart, MinutesState, Paragraph
from storage.rules.minutes_parts.phrases import roman
from storage.rules.minutes_parts.wording import text_of
from storage.rules.terms import STEP_IN_FULL

_SPARE = 8
"""Cells beside the text: the cursor's sign, the indent and the scroll bar."""
_INDENT = "  "
"""As the paper numbers its sections."""


def point_lines(points: tuple[AgreedPoint, ...], width: int, *, hidden: bool) -> list[Line]:
    """The agreed points under the names of their steps."""
    lines: list[Line] = []
    step: Step | None = None
    for number, point in enumerate(points):
        if point.step is not step:
            step = point.step
            lines += [blank(f"points:{number}"), heading(_(STEP_IN_FULL[step]))]
        text = f"• {point.hidden if hidden else point.text}"
        lines += wrapped(f"point:{int(point.step)}:{number}", text, width)
    return lines


def minutes_lines(content: MinutesContent, width: int) -> list[Line]:
    """The whole minutes; the lines of a part bear its step in their keys."""
    lines = wrapped("name", content.meeting_name, width)
    lines += _paragraphs("opening", content.opening, width)
    for number, part in enumerate(content.parts, start=1):
        lines += _part(number, part, width, worded=content.state is MinutesState.DRAFT)
    lines.append(blank("closing"))
    return lines + _paragraphs("closing", content.closing, width)


def step_of(key: str) -> Step | None:
    """The step to whose part or point a line belongs."""
    kind, _colon, rest = key.partition(":")
    return Step(int(rest.partition(":")[0])) if kind in {"part", "point"} else None


def point_of(key: str) -> int:
    """Which of the agreed points a line belongs to; the first where it is no point."""
    kind, _colon, rest = key.partition(":")
    return int(rest.partition(":")[2].partition("/")[0]) if kind == "point" else 0


def wrapped(key: str, text: str, width: int) -> list[Line]:
    """A paragraph as lines; the cursor walks them all, so that the last one is seen too."""
    rows = textwrap.wrap(text, max(20, width - _SPARE), subsequent_indent=_INDENT) or [""]
    return [Line(f"{key}/{place}", (row,)) for place, row in enumerate(rows)]


def part_mark(part: MinutesPart) -> str:
    """What is to be said of a part beside its title."""
    if part.changed_since:
        return _("đã thay đổi sau khi thư ký sửa lời")
    return _("lời thư ký") if part.reworded else ""


def _part(number: int, part: MinutesPart, width: int, *, worded: bool) -> list[Line]:
    """A part of the minutes; whether it can still be worded is told beside its title."""
    mark = part_mark(part)
    title = f"{roman(number)}. {part.title}" + (f" – {mark}" if mark else "")
    key = f"part:{part.step}"
    detail = _("Enter sửa lời phần này") if worded else ""
    lines = [blank(key), Line(key, (title,), LineKind.ACT, detail)]
    for place, row in enumerate(text_of(part).split("\n")):
        lines += wrapped(f"{key}:{place}", row, width)
    return lines


def _paragraphs(key: str, paragraphs: tuple[Paragraph, ...], width: int) -> list[Line]:
    lines: list[Line] = []
    for place, paragraph in enumerate(paragraphs):
        lines += wrapped(f"{key}:{place}", paragraph.text, width)
    return lines
