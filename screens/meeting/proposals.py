"""Step 4, Các tổ trình bày: the board, a row a group and what it proposed under it."""

from __future__ import annotations

from typing import ClassVar

from screens.base import Page
from screens.language import N_, _
from screens.list_keys import digits
from screens.meeting.group_turn import hear_group, reopen_proposal_form
from screens.meeting.proposal_entry import open_proposal
from screens.meeting.step import StepScreen
from screens.privacy import may_show, shown_case, shown_circumstances
from screens.widgets.lines import Column, Line
from storage.books import Books
from storage.records.cases import HardshipCase, Need
from storage.records.community import Matter
from storage.records.kinds import ClubRole, HelpForm, MatterKind, Relation, Step
from storage.records.proposals import (
    GroupProposals,
    ProposalOverview,
    ProposedCase,
    ProposedMatter,
    TurnState,
)
from storage.rules.terms import CLUB_ROLE, FACT, HELP_FORM, LOCALITY_WAY, RELATION
from storage.vietnamese import money

_STATES = {
    TurnState.WAITING: ("·", N_("chưa trình bày")),
    TurnState.PARTLY: ("●", N_("đang trình bày")),
    TurnState.SPOKEN: ("√", N_("đã trình bày")),
    TurnState.NOTHING: ("√", N_("không có đề xuất")),
    TurnState.POSTPONED: ("–", N_("để sau")),
}
"""The state of a group as a mark and as words."""
_TURN = ("●", N_("tới lượt"))
_BETWEEN = " · "


class ProposalsScreen(StepScreen[ProposalOverview]):
    """The groups' proposals as they are presented; whose turn it is has the cursor."""

    STEP: ClassVar[Step] = Step.PROPOSALS
    HELP: ClassVar[str] = N_(
        "Enter ở một tổ, hay gõ số thứ tự của tổ, để ghi đề xuất của tổ: trường hợp khó khăn, "
        "việc cho cộng đồng, đề xuất với địa phương, hoặc không có đề xuất. "
        "Ghi xong một điều, máy hỏi tiếp điều tổ còn thiếu, rồi mời tổ sau; Esc về danh sách. "
        "Enter ở một đề xuất để sửa hoặc bỏ. "
        "Tổ chưa sẵn sàng thì chọn “Để sau” rồi quay lại."
    )

    def __init__(self) -> None:
        super().__init__()
        self._turn: int | None = None

    def read(self, books: Books) -> ProposalOverview:
        """The board."""
        return books.proposals.overview(self.meeting_id)

    def page(self, overview: ProposalOverview) -> Page:
        """A row a group, and beneath it what it proposed."""
        lines: list[Line] = []
        year = self.room.clock.today().year
        for row in overview.groups:
            lines.append(_group_line(row, overview))
            lines += [case_line(each, year, hidden=self.hidden) for each in row.cases]
            lines += [matter_line(each) for each in row.matters]
        return Page(
            title=_("Các tổ trình bày đề xuất"),
            aside=_("Đã trình bày {spoken} / {groups} tổ").format(
                spoken=overview.spoken, groups=len(overview.groups)
            ),
            columns=(Column(14), Column()),
            lines=tuple(lines),
            keys=(("Enter", _("ghi đề xuất, sửa")), (digits(len(overview.groups)), _("mở tổ"))),
        )

    def show_page(self) -> None:
        """Shows the board, and puts the cursor on the group whose turn it has become."""
        super().show_page()
        if self.overview is None or self.overview.turn == self._turn:
            return
        self._turn = self.overview.turn
        if self._turn is not None:
            self.lines.go_to(f"group:{self._turn}")

    async def entered(self, line: Line) -> None:
        """Enter: what a group brings, or what to do with a proposal."""
        kind, _colon, number = line.key.partition(":")
        if kind == "group":
            await hear_group(self, int(number))
            return
        proposal = self._proposal(int(number))
        if proposal is not None:
            await open_proposal(self, proposal)

    async def digit(self, line: Line, digit: str) -> None:  # noqa: ARG002 - on every line
        """A digit opens what the group with this number brings, wherever the cursor is."""
        groups = self.overview.groups if self.overview else ()
        if digit in ("", "0") or int(digit) > len(groups):
            return
        group_id = groups[int(digit) - 1].group.id
        self.lines.go_to(f"group:{group_id}")
        await hear_group(self, group_id)

    async def reopen(self, form_key: str) -> None:
        """Opens the form again that was open when the program ended."""
        if not await reopen_proposal_form(self, form_key):
            await super().reopen(form_key)

    def _proposal(self, proposal_id: int) -> ProposedCase | ProposedMatter | None:
        everything: list[ProposedCase | ProposedMatter] = []
        for row in self.overview.groups if self.overview else ():
            everything += [*row.cases, *row.matters]
        return next((each for each in everything if each.proposal_id == proposal_id), None)


def _group_line(row: GroupProposals, overview: ProposalOverview) -> Line:
    mark, word = _STATES[row.state]
    if overview.turn == row.group.id and row.state is TurnState.WAITING:
        mark, word = _TURN
    return Line(
        f"group:{row.group.id}",
        (
            f"{mark} {row.group.name}",
            _BETWEEN.join(part for part in (row.presenter, _(word)) if part),
        ),
        detail=_group_detail(row, len(overview.noted_for(row.group.id))),
    )


def _group_detail(row: GroupProposals, noted: int) -> str:
    told = []
    if row.no_case:
        told.append(_("không có trường hợp khó khăn"))
    if row.no_matter:
        told.append(_("không có việc cho cộng đồng"))
    if row.state is TurnState.PARTLY:
        told.append(_("còn trường hợp khó khăn") if not row.has_case else _("còn việc cộng đồng"))
    if noted:
        told.append(_("đã ghi nhận từ trước: {count}").format(count=noted))
    return _BETWEEN.join(told) or _("Enter để ghi đề xuất của tổ")


def case_line(proposed: ProposedCase, year: int, *, hidden: bool) -> Line:
    """A case on the board, shown as its owner agreed to."""
    case = proposed.case
    return Line(
        f"proposal:{proposed.proposal_id}",
        (
            _("    Trường hợp"),
            _BETWEEN.join(
                part
                for part in (who(case, year, hidden=hidden), shown_circumstances(case, hidden))
                if part
            ),
        ),
        detail=case_detail(case, hidden=hidden),
    )


def who(case: HardshipCase, year: int, *, hidden: bool) -> str:
    """The name with the age that is reached in the year: "cụ Phạm Thị Hiền, 86"."""
    name = shown_case(case, hidden)
    born = case.person.birth_year
    if born is None or not may_show(case.person, hidden=hidden):
        return name
    return f"{name}, {year - born}"


def case_detail(case: HardshipCase, *, hidden: bool) -> str:
    """What helps to judge a case: nothing of illness or address without consent."""
    told = [_(RELATION[case.relation])]
    if may_show(case.person, hidden=hidden):
        if case.relation is Relation.FAMILY and case.relative_name:
            told = [_("gia đình {name}").format(name=case.relative_name)]
        told += [need_words(need) for need in case.needs]
        told += [_(word) for fact, word in FACT.items() if fact in case.facts]
        if not hidden and case.person.address:
            told.append(case.person.address)
    told.append(case.when.text)
    if case.home_care:
        told.append(_("cần chăm sóc tại nhà"))
    if len(case.groups) > 1:
        told.append(", ".join(case.groups))
    return _BETWEEN.join(filter(None, told))


def need_words(need: Need) -> str:
    """A need in words: "ngày công: gặt 3 sào lúa", "tiền: viện phí 500.000 đ"."""
    amount = ""
    if need.quantity is not None:
        plain = f"{need.quantity} {need.unit}".strip()
        amount = money(need.quantity) if need.form is HelpForm.MONEY else plain
    said = " ".join(filter(None, (need.what, amount)))
    form = _(HELP_FORM[need.form]).lower()
    return f"{form}: {said}" if said else form


def matter_line(proposed: ProposedMatter) -> Line:
    """Something for the community on the board."""
    matter = proposed.matter
    kind = _("    Cộng đồng") if matter.kind is MatterKind.ACTIVITY else _("    Địa phương")
    return Line(
        f"proposal:{proposed.proposal_id}",
        (kind, matter.what),
        detail=matter_detail(matter),
    )


def matter_detail(matter: Matter) -> str:
    """Who leads, with whom, where and when; or to whom it is said, and which way."""
    draft = matter.draft
    if matter.kind is MatterKind.LOCALITY:
        way = _(LOCALITY_WAY[draft.way]) if draft.way else ""
        addressee = _("với {whom}").format(whom=draft.addressee) if draft.addressee else ""
        return _BETWEEN.join(filter(None, (addressee, way)))
    role = _("CLB {role}").format(role=_(CLUB_ROLE[draft.role]))
    if draft.role is ClubRole.JOINS and draft.partner:
        role = _("CLB tham gia cùng {partner}").format(partner=draft.partner)
    return _BETWEEN.join(filter(None, (role, draft.place, draft.when.text)))
