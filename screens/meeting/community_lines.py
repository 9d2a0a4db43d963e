"""How a matter of step 7 stands in its row, and in the line under the list."""

from __future__ import annotations

from screens.language import N_, _
from screens.widgets.lines import Column, Line
from screens.wording.days import describe
from storage.records.cases import When
from storage.records.community import Matter
from storage.records.community_step import MatterOnTable
from storage.records.kinds import ClubRole, LocalityWay, MatterKind
from storage.rules.terms import CLUB_ROLE, LOCALITY_WAY

_NARROW = 76
"""Below this a row has room for what it is, the groups, and how far it is."""
_WIDE = 100
_FITS = 25
"""What is longer is cut in its row, unless there is much room."""
_WAY_IN_SHORT = {
    LocalityWay.MEETINGS: N_("tại buổi họp"),
    LocalityWay.IN_PERSON: N_("gặp riêng"),
    LocalityWay.INVITE: N_("mời đến CLB"),
}


def columns(width: int) -> tuple[Column, ...]:
    """What, how and with whom, when, of which groups, and how far; by the room there is."""
    if width < _NARROW:
        return (Column(), Column(4), Column(11))
    return (Column(), Column(0 if width >= _WIDE else 20), Column(9), Column(4), Column(11))


def matter_line(each: MatterOnTable, width: int) -> Line:
    """A matter as a row; what finds no room in it stands in the line under the list."""
    matter = each.matter
    groups, state = _group_numbers(matter.groups), _state(each)
    key = f"matter:{matter.id}"
    if width < _NARROW:
        said = _joined(_how(matter), _detail(each))
        return Line(key, (matter.what, groups, state), detail=said)
    cells = (matter.what, _how(matter), _when_in_short(matter.draft.when), groups, state)
    cut = len(matter.what) > _FITS and width < _WIDE
    return Line(key, cells, detail=_joined(matter.what if cut else "", _detail(each)))


def _how(matter: Matter) -> str:
    """Led or joined and with whom; or to whom and which way."""
    draft = matter.draft
    if draft.kind is MatterKind.LOCALITY:
        way = _(_WAY_IN_SHORT[draft.way]) if draft.way else ""
        return ", ".join(filter(None, (draft.addressee, way))) or "······"
    if draft.role is ClubRole.LEADS:
        return _("CLB {role}").format(role=_(CLUB_ROLE[draft.role]))
    return _("cùng {partner}").format(partner=draft.partner or _("địa phương"))


def _when_in_short(when: When) -> str:
    day = when.last or when.first
    if day is None:
        return when.text or "······"
    in_short = f"{day:%d/%m}"
    if when.first == when.last:
        return in_short
    return _("đến {day}").format(day=in_short) if when.last else _("từ {day}").format(day=in_short)


def _group_numbers(groups: tuple[str, ...]) -> str:
    """The groups in as little room as the sketch has it: "3, 5"."""
    return ", ".join(name.removeprefix("Tổ ") for name in groups)


def _state(each: MatterOnTable) -> str:
    """How far the matter is, by shape and word."""
    if each.undecided:
        return _("· chưa hỏi")
    if not each.agreed:
        return _("× không làm")
    opinion = each.opinion
    if opinion is None or opinion.unanimous:
        return _("√ nhất trí")
    return f"√ {opinion.in_favour} / {opinion.present}"


def _detail(each: MatterOnTable) -> str:
    """What found no room in the row; the answer or the reason first, once there is one."""
    matter, draft = each.matter, each.matter.draft
    if matter.answers:
        answer = matter.answers[-1]
        by = answer.by or _("địa phương")
        return _("{by} trả lời: {text}").format(by=by, text=answer.text)
    if matter.reason:
        return _("không làm, vì {reason}").format(reason=matter.reason)
    if each.opinion is not None and not each.agreed:
        return _("tán thành {in_favour} · không tán thành {against} · ý kiến khác {other}").format(
            in_favour=each.opinion.in_favour,
            against=each.opinion.against,
            other=each.opinion.other,
        )
    if draft.kind is MatterKind.LOCALITY:
        speaker = matter.representative_name
        return _joined(
            _("{name} nói thay CLB").format(name=speaker) if speaker else _("chưa cử người nói"),
            _(LOCALITY_WAY[draft.way]) if draft.way else "",
            describe(draft.when) or draft.when.text,
        )
    name = matter.in_charge_name
    return _joined(
        draft.participants or _("tất cả các TV CLB tham gia"),
        describe(draft.when) or draft.when.text,
        draft.place,
        _("phụ trách: {name}").format(name=name) if name else "",
    )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
