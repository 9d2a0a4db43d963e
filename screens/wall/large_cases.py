"""What the large view shows of steps 4 to 6: the groups' proposals and the people to be helped."""

from __future__ import annotations

from screens.language import _
from screens.meeting.assignment_lines import names_of, shown_helpers, shown_when
from screens.meeting.proposals import who
from screens.meeting.selection import SelectionView
from screens.meeting.selection_count import tie_words
from screens.meeting.selection_lines import case_lines, circumstances
from screens.privacy import may_show, shown_case, shown_circumstances
from screens.wall.scene import Scene
from screens.wording.amounts import (
    form_word,
    gap_words,
    given_in_short,
    given_words,
    total_words,
)
from storage.records.assignment import AssignmentOverview, CaseHelp
from storage.records.kinds import MatterKind, Step
from storage.records.pledges import Pledge
from storage.records.proposals import (
    GroupProposals,
    ProposalOverview,
    ProposedCase,
    ProposedMatter,
    TurnState,
)
from storage.records.selection import CaseOnTable, SelectionOverview
from storage.records.wall import LargePage
from storage.rules.terms import STEP_IN_FULL

Proposed = ProposedCase | ProposedMatter

_BETWEEN = " · "
_ROOMY = 1000
"""A width at which nothing of a row is moved into the line under the list."""


# Step 4.


def proposals_page(scene: Scene, overview: ProposalOverview) -> LargePage:
    """The group under the cursor, who presents for it, and what it proposed."""
    kind, number = scene.cursor
    row = next((each for each in overview.groups if number in _numbers(each, kind)), None)
    if row is None:
        return LargePage(_(STEP_IN_FULL[Step.PROPOSALS]))
    proposals: list[Proposed] = [*row.cases, *row.matters]
    own = [each.proposal_id for each in proposals]
    return LargePage(
        title=_("Tới lượt") if row.group.id == overview.turn else _(STEP_IN_FULL[Step.PROPOSALS]),
        subject=_BETWEEN.join(part for part in (row.group.name, row.presenter) if part),
        paragraphs=tuple(_proposal(scene, each) for each in proposals) + _said_outright(row),
        current=own.index(number) if kind == "proposal" else 0,
    )


def _numbers(row: GroupProposals, kind: str) -> list[int]:
    """The numbers that lines of this kind bear for a group."""
    if kind == "group":
        return [row.group.id]
    proposals: list[Proposed] = [*row.cases, *row.matters]
    return [each.proposal_id for each in proposals]


def _proposal(scene: Scene, proposed: Proposed) -> str:
    if isinstance(proposed, ProposedMatter):
        to_locality = proposed.matter.kind is MatterKind.LOCALITY
        kind = _("Địa phương") if to_locality else _("Cộng đồng")
        return f"{kind}: {proposed.matter.what}"
    case, hidden = proposed.case, scene.hidden
    told = (
        who(case, scene.now.year, hidden=hidden),
        shown_circumstances(case, hidden),
    )
    return _("Trường hợp: {what}").format(what=_BETWEEN.join(part for part in told if part))


def _said_outright(row: GroupProposals) -> tuple[str, ...]:
    if row.state is TurnState.NOTHING:
        return (_("Không có đề xuất"),)
    if row.state is TurnState.POSTPONED:
        return (_("Để sau"),)
    return ()


# Step 5.


def selection_page(scene: Scene, view: SelectionView) -> LargePage:
    """The person under discussion, with the hands while they are counted; then who was chosen."""
    overview = view.overview
    title = _(STEP_IN_FULL[Step.SELECTION])
    if overview.chosen:
        names = tuple(f"■ {shown_case(each.case, scene.hidden)}" for each in overview.chosen)
        return LargePage(title, subject=_("Đã chọn"), paragraphs=names)
    each = _case_under_cursor(scene, overview)
    if each is None:
        return _opinion_page(scene, view, title)
    if scene.counted:
        return _hands_page(scene, overview, each)
    line, *_below = case_lines(
        each,
        marked=each.case.id in view.marks,
        year=overview.day.year,
        width=_ROOMY,
        spread=False,
        hidden=scene.hidden,
    )
    told = (circumstances(each.case, hidden=scene.hidden), line.detail)
    return LargePage(title, line.cells[0], paragraphs=tuple(part for part in told if part))


def _case_under_cursor(scene: Scene, overview: SelectionOverview) -> CaseOnTable | None:
    kind, number = scene.cursor
    if kind != "case":
        return None
    return next((each for each in overview.cases if each.case.id == number), None)


def _hands_page(scene: Scene, overview: SelectionOverview, each: CaseOnTable) -> LargePage:
    """The hands for one person: what is typed, or what was counted; nobody beside them."""
    counted = overview.round
    hands = counted.hands.get(each.case.id) if counted else None
    times = counted.seats if counted else overview.seats
    digits = scene.typed or ("" if hands is None else str(hands))
    rule = _("mỗi người giơ tay tối đa {times} lần", times).format(times=times)
    what = circumstances(each.case, hidden=scene.hidden)
    told = (_("người giơ tay"), rule) if digits else (what, _("Xin giơ tay"), rule)
    return LargePage(
        title=_("Giơ tay lấy ý kiến"),
        subject=shown_case(each.case, scene.hidden),
        digits=digits,
        paragraphs=tuple(part for part in told if part),
    )


def _opinion_page(scene: Scene, view: SelectionView, title: str) -> LargePage:
    """The question to the whole club, with the names that the discussion points to."""
    overview = view.overview
    if overview.counting:
        places = overview.round.seats if overview.round else overview.seats
        asked = _("Chọn {count} trường hợp", places).format(count=places)
        return LargePage(title, subject=tie_words(overview, hidden=scene.hidden) or asked)
    if not overview.cases:
        return LargePage(title, subject=_("Chưa có trường hợp nào"))
    marked = [each.case for each in overview.cases if each.case.id in view.marks]
    return LargePage(
        title,
        subject=_("Cả CLB nhất trí?") if marked else _("Thảo luận chung"),
        paragraphs=tuple(f"■ {shown_case(case, scene.hidden)}" for case in marked),
    )


# Step 6.


def assignment_page(scene: Scene, overview: AssignmentOverview) -> LargePage:
    """The case under the cursor: what is given, by whom, and what is still missing."""
    title = _(STEP_IN_FULL[Step.ASSIGNMENT])
    kind, number = scene.cursor
    pledge = overview.pledge(number) if kind == "pledge" else None
    each = overview.of_case(pledge.case_id or 0 if pledge else number)
    if each is None:
        return LargePage(title, subject=_("Chưa chọn trường hợp nào"))
    secret = not may_show(each.case.person, hidden=scene.hidden)
    pledges = tuple(_pledge(pledged, secret=secret) for pledged in each.pledges)
    return LargePage(
        title=title,
        subject=shown_case(each.case, scene.hidden),
        paragraphs=pledges + _sums(each, secret=secret),
        current=each.pledges.index(pledge) if pledge else 0,
    )


def _pledge(pledge: Pledge, *, secret: bool) -> str:
    given = given_in_short(pledge) if secret else given_words(pledge)
    helpers = names_of(pledge) or shown_helpers(pledge)
    told = _BETWEEN.join(part for part in (helpers, shown_when(pledge.draft.when)) if part)
    return f"• {given}: {told}"


def _sums(each: CaseHelp, *, secret: bool) -> tuple[str, ...]:
    """The total of several pledges, the gap, home care, and whether the club agreed."""
    said = []
    if len(each.pledges) > 1 and not secret:
        total = _BETWEEN.join(map(total_words, each.totals))
        said.append(_("Tất cả: {total}").format(total=total))
    words = [form_word(gap.form) if secret else gap_words(gap) for gap in each.gaps]
    if words:
        missing = _BETWEEN.join(dict.fromkeys(words))
        said.append(_("Còn thiếu {what}").format(what=missing))
    if each.referral is not None:
        said.append(_("■ Đã chuyển nhóm TNV chăm sóc tại nhà"))
    if each.agreed:
        said.append(_("√ Cả CLB đã thống nhất"))
    return tuple(said)
