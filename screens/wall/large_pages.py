"""What the large view shows of each step."""

from __future__ import annotations

from dataclasses import replace

from screens.language import N_, _
from screens.meeting.attendance import AttendanceView
from screens.meeting.community_lines import matter_line
from screens.meeting.discussion import QUESTIONS_IN_SHORT
from screens.meeting.last_month_lines import answer_line, promise_line, urgent_line
from screens.meeting.minutes_lines import point_of
from screens.meeting.selection import SelectionView
from screens.wall.large_cases import assignment_page, proposals_page, selection_page
from screens.wall.scene import Scene
from storage.records.approval import ApprovalOverview, Opinion
from storage.records.assignment import AssignmentOverview
from storage.records.attendance import AttendanceOverview, GroupAttendance
from storage.records.community_step import CommunityOverview, MatterOnTable
from storage.records.discussion import DiscussionOverview
from storage.records.kinds import MatterKind, Step
from storage.records.last_month import FollowUpOverview
from storage.records.proposals import ProposalOverview
from storage.records.wall import LargePage
from storage.records.wall_scene import HandsShown
from storage.rules.terms import MATTER_KIND, STEP_IN_FULL

_ROOMY = 100
"""A width at which the lines of a step keep all they tell in their cells."""
_OPEN_QUESTIONS = {
    MatterKind.ACTIVITY: N_("CLB sẽ giúp gì cho cộng đồng?"),
    MatterKind.LOCALITY: N_("Đề xuất gì với địa phương?"),
}


def large_page(scene: Scene) -> LargePage:
    """What the room needs of a step, as it was last read and with the cursor where it is."""
    page = _page(scene)
    if scene.hands is not None:
        page = _hands_page(page, scene.hands)
    return replace(page, title=f"{page.title}   {scene.over}") if scene.over else page


def _hands_page(page: LargePage, hands: HandsShown) -> LargePage:
    """The number that is being called out, for whatever stands on the step."""
    return LargePage(
        title=_("Giơ tay lấy ý kiến"),
        subject=page.subject or page.title,
        digits=str(hands.number),
        paragraphs=(hands.label, _("{present} người có mặt").format(present=hands.present)),
    )


def _page(scene: Scene) -> LargePage:
    match scene.overview:
        case AttendanceView(overview=overview):
            return _attendance_page(scene, overview)
        case FollowUpOverview() as overview:
            return _last_month_page(scene, overview)
        case DiscussionOverview() as overview:
            return _discussion_page(scene)
        case ProposalOverview() as overview:
            return proposals_page(scene, overview)
        case SelectionView() as view:
            return selection_page(scene, view)
        case AssignmentOverview() as overview:
            return assignment_page(scene, overview)
        case CommunityOverview() as overview:
            return _community_page(scene, overview)
        case ApprovalOverview() as overview:
            return _approval_page(scene, overview)
        case _:
            return LargePage(_(STEP_IN_FULL[scene.step]))


def _attendance_page(scene: Scene, overview: AttendanceOverview) -> LargePage:
    """Who is here, in all and by group."""
    return LargePage(
        title=_("Có mặt"),
        digits=f"{overview.present}/{overview.total}",
        cells=tuple(_group_cell(scene, group) for group in overview.groups),
    )


def _group_cell(scene: Scene, group: GroupAttendance) -> str:
    key = f"group:{group.group_id}"
    counted = str(group.present) if group.taken else "··"
    sign = "► " if key == scene.key else "  "
    return f"{sign}{group.name}  {scene.typed_on(key) or counted}/{group.total}"


def _last_month_page(scene: Scene, overview: FollowUpOverview) -> LargePage:
    """The promise under the cursor: for whom, what, and how it stands."""
    title = _(STEP_IN_FULL[Step.LAST_MONTH])
    lines = [
        *(promise_line(each, hidden=scene.hidden) for each in overview.promises),
        *(answer_line(each) for each in overview.answers),
        *(urgent_line(each, hidden=scene.hidden) for each in overview.urgent),
    ]
    line = next((each for each in lines if each.key == scene.key), None)
    if line is None:
        return LargePage(title, subject="" if lines else _("Không còn việc nào của kỳ trước."))
    who, what, _helpers, state = line.cells
    return LargePage(title, subject=who, paragraphs=(what, state))


def _discussion_page(scene: Scene) -> LargePage:
    """The clock and the two questions."""
    return LargePage(
        title=_(STEP_IN_FULL[scene.step]),
        countdown=True,
        paragraphs=tuple(map(_, QUESTIONS_IN_SHORT)),
    )


def _community_page(scene: Scene, overview: CommunityOverview) -> LargePage:
    """The matter under the cursor, and whether the club agreed to it."""
    kind, _colon, rest = scene.key.partition(":")
    each = overview.find(int(rest)) if kind == "matter" else None
    if each is not None:
        return _matter_page(each)
    subject = _(_OPEN_QUESTIONS[MatterKind(rest)]) if kind == "add" else ""
    return LargePage(_(STEP_IN_FULL[scene.step]), subject=subject)


def _matter_page(each: MatterOnTable) -> LargePage:
    line = matter_line(each, _ROOMY)
    what, how, _when, _groups, state = line.cells
    told = line.detail
    if each.matter.kind is MatterKind.LOCALITY:
        how = each.matter.draft.addressee
    if each.undecided:
        state = _("Cả CLB nhất trí?")
    elif each.opinion is not None and not each.opinion.unanimous:
        state, told = _result(each.opinion, agreed=each.agreed), told if each.agreed else ""
    return LargePage(
        title=_(MATTER_KIND[each.matter.kind]),
        subject=what,
        paragraphs=tuple(part for part in (state, how, told) if part),
    )


def _result(opinion: Opinion, *, agreed: bool) -> str:
    """What came of a count, to be read out; a small number is not left on the wall."""
    if not agreed:
        return _("CLB chưa thống nhất.")
    return _("√ {in_favour} trong {present} người có mặt tán thành. CLB thống nhất.").format(
        in_favour=opinion.in_favour, present=opinion.present
    )


def _approval_page(scene: Scene, overview: ApprovalOverview) -> LargePage:
    """The agreed points, read out one after the other; the cursor turns the pages."""
    points = tuple(f"• {each.hidden if scene.hidden else each.text}" for each in overview.points)
    return LargePage(
        title=_("Nội dung đã thống nhất"),
        paragraphs=points or (_("Chưa có nội dung nào được thống nhất."),),
        current=point_of(scene.key),
    )
