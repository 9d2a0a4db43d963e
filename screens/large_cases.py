"""What the large view shows of steps 4 to 6: the groups' proposals and the people to be helped."""

from __future__ import annotations

from typing import Any

from screens.assignment_lines import names_of, shown_helpers, shown_when
from screens.language import _
from screens.privacy import may_show, shown_case, shown_circumstances
from screens.proposals import who
from screens.selection import SelectionView
from screens.selection_lines import circumstances
from screens.step import StepScreen
from screens.widgets.large_fitting import LargePage
from screens.widgets.line_list import Line
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
from storage.rules.pledge_words import (
    form_word,
    gap_words,
    given_in_short,
    given_words,
    total_words,
)
from storage.rules.terms import STEP_IN_FULL

Proposed = ProposedCase | ProposedMatter

_BETWEEN = " · "


# Step 4.


def proposals_page(screen: StepScreen[Any], overview: ProposalOverview) -> LargePage:
    """The group under the cursor, who presents for it, and what it proposed."""
    kind, number = _under_cursor(screen)
    row = next((each for each in overview.groups if number in _numbers(each, kind)), None)
    if row is None:
        return LargePage(_(STEP_IN_FULL[Step.PROPOSALS]))
    proposals: list[Proposed] = [*row.cases, *row.matters]
    own = [each.proposal_id for each in proposals]
    return LargePage(
        title=_("Tới lượt") if row.group.id == overview.turn else _(STEP_IN_FULL[Step.PROPOSALS]),
        subject=_BETWEEN.join(part for part in (row.group.name, row.presenter) if part),
        paragraphs=tuple(_proposal(screen, each) for each in proposals) + _said_outright(row),
        current=own.index(number) if kind == "proposal" else 0,
    )


def _numbers(row: GroupProposals, kind: str) -> list[int]:
    """The numbers that lines of this kind bear for a group."""
    if kind == "group":
        return [row.group.id]
    proposals: list[Proposed] = [*row.cases, *row.matters]
    return [each.proposal_id for each in proposals]


def _proposal(screen: StepScreen[Any], proposed: Proposed) -> str:
    if isinstance(proposed, ProposedMatter):
        to_locality = proposed.matter.kind is MatterKind.LOCALITY
        kind = _("Địa phương") if to_locality else _("Cộng đồng")
        return f"{kind}: {proposed.matter.what}"
    case, hidden = proposed.case, screen.hidden
    told = (
        who(case, screen.room.clock.today().year, hidden=hidden),
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


def selection_page(screen: StepScreen[Any], view: SelectionView) -> LargePage:
    """The person under discussion, with the hands while they are counted; then who was chosen."""
    overview = view.overview
    title = _(STEP_IN_FULL[Step.SELECTION])
    if overview.chosen:
        names = tuple(f"■ {shown_case(each.case, screen.hidden)}" for each in overview.chosen)
        return LargePage(title, subject=_("Đã chọn"), paragraphs=names)
    line: Line | None = screen.lines.line
    each = _case_under_cursor(screen, overview)
    if line is None or each is None:
        return _opinion_page(screen, view, title)
    if screen.number_of(line) is not None:
        return _hands_page(screen, overview, each, line)
    told = (circumstances(each.case, hidden=screen.hidden), line.detail)
    return LargePage(title, line.cells[0], paragraphs=tuple(part for part in told if part))


def _case_under_cursor(screen: StepScreen[Any], overview: SelectionOverview) -> CaseOnTable | None:
    kind, number = _under_cursor(screen)
    if kind != "case":
        return None
    return next((each for each in overview.cases if each.case.id == number), None)


def _hands_page(
    screen: StepScreen[Any], overview: SelectionOverview, each: CaseOnTable, line: Line
) -> LargePage:
    """The hands for one person: what is typed, or what was counted; nobody beside them."""
    counted = overview.round
    hands = counted.hands.get(each.case.id) if counted else None
    times = counted.seats if counted else overview.seats
    digits = screen.number.shown(line.key) or ("" if hands is None else str(hands))
    rule = _("mỗi người giơ tay tối đa {times} lần").format(times=times)
    what = circumstances(each.case, hidden=screen.hidden)
    told = (_("người giơ tay"), rule) if digits else (what, _("Xin giơ tay"), rule)
    return LargePage(
        title=_("Giơ tay lấy ý kiến"),
        subject=shown_case(each.case, screen.hidden),
        digits=digits,
        paragraphs=tuple(part for part in told if part),
    )


def _opinion_page(screen: StepScreen[Any], view: SelectionView, title: str) -> LargePage:
    """The question to the whole club, with the names that the discussion points to."""
    overview = view.overview
    if overview.counting:
        places = overview.round.seats if overview.round else overview.seats
        asked = _("Chọn {count} trường hợp").format(count=places)
        return LargePage(title, subject=screen.page(view).status or asked)
    if not overview.cases:
        return LargePage(title, subject=_("Chưa có trường hợp nào"))
    marked = [each.case for each in overview.cases if each.case.id in view.marks]
    return LargePage(
        title,
        subject=_("Cả CLB nhất trí?") if marked else _("Thảo luận chung"),
        paragraphs=tuple(f"■ {shown_case(case, screen.hidden)}" for case in marked),
    )


# Step 6.


def assignment_page(screen: StepScreen[Any], overview: AssignmentOverview) -> LargePage:
    """The case under the cursor: what is given, by whom, and what is still missing."""
    title = _(STEP_IN_FULL[Step.ASSIGNMENT])
    kind, number = _under_cursor(screen)
    pledge = overview.pledge(number) if kind == "pledge" else None
    each = overview.of_case(pledge.case_id or 0 if pledge else number)
    if each is None:
        return LargePage(title, subject=_("Chưa chọn trường hợp nào"))
    secret = not may_show(each.case.person, hidden=screen.hidden)
    pledges = tuple(_pledge(pledged, secret=secret) for pledged in each.pledges)
    return LargePage(
        title=title,
        subject=shown_case(each.case, screen.hidden),
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


def _under_cursor(screen: StepScreen[Any]) -> tuple[str, int]:
    """What kind of line the cursor is on, and the number that it bears."""
    line: Line | None = screen.lines.line
    kind, _colon, number = line.key.partition(":") if line else ("", "", "")
    return kind, int(number) if number.isdecimal() else 0
