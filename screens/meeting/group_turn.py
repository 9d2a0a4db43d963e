"""A group's turn (steps 3 and 4): one small popup, until both questions are answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from screens.language import _
from screens.meeting.proposal_entry import change_case, change_matter, enter_case, enter_matter
from screens.meeting.step import StepScreen
from screens.popups import Choice
from screens.privacy import shown_case, shown_circumstances
from storage.records.kinds import MatterKind, Source, Step
from storage.records.proposals import GroupProposals, NotedCase, NotedMatter, ProposalOverview
from storage.rules.terms import MATTER_KIND

AnyStep = StepScreen[Any]
Deed = Callable[[], Awaitable[int | None]]
"""What a line of the popup does; it gives the group whose popup comes next, if one does."""

_ON_CASE, _ON_MATTER = 0, 1
"""The lines of the two questions."""


async def hear_group(screen: AnyStep, group_id: int) -> None:
    """Asks what a group brings and writes it down, until it has said all; then the next group."""
    following: int | None = group_id
    while following is not None:
        following = await _hear(screen, following)


async def reopen_proposal_form(screen: AnyStep, form_key: str) -> bool:
    """Opens the form again that was open when the program ended, if it is one of these."""
    match form_key.split(":"):
        case ["case", "new", _meeting, group]:
            await _go_on_after(screen, int(group), enter_case(screen, int(group)))
        case ["matter", "new", _meeting, group, kind]:
            entry = enter_matter(screen, int(group), MatterKind(kind))
            await _go_on_after(screen, int(group), entry)
        case ["case", case_id]:
            await change_case(screen, int(case_id))
        case ["matter", matter_id]:
            await change_matter(screen, int(matter_id))
        case _other:
            return False
    return True


async def _go_on_after(screen: AnyStep, group_id: int, entry: Awaitable[bool]) -> None:
    following = await _unless_all_said(screen, group_id, entry)
    if following is not None:
        await hear_group(screen, following)


async def _hear(screen: AnyStep, group_id: int) -> int | None:
    board = await _board(screen)
    row = board.of_group(group_id)
    if row is None:
        return None
    choices = [*_questions(screen, row), *_notes(screen, board, group_id)]
    start = _ON_CASE if not row.has_case else _ON_MATTER
    following = _following(screen, board, row)
    if following is not None:
        choices.append(following)
        start = len(choices) - 1
    deed = await screen.choose(_title(row), choices, start=start)
    return None if deed is None else await deed()


async def _board(screen: AnyStep) -> ProposalOverview:
    meeting_id = screen.meeting_id
    return await screen.room.ask(lambda books: books.proposals.overview(meeting_id))


def _title(row: GroupProposals) -> str:
    """Who presents; once one question is answered, the other one."""
    if row.has_case and row.has_matter:
        title = _("{group} đã trình bày đủ. Còn gì nữa không?")
    elif row.has_case:
        title = _("{group} – 2) việc cho cộng đồng, đề xuất với địa phương?")
    elif row.has_matter:
        title = _("{group} – 1) trường hợp có khó khăn đặc biệt?")
    else:
        title = _("{group} – {presenter} trình bày") if row.presenter else "{group}"
    return title.format(group=row.group.name, presenter=row.presenter)


def _following(
    screen: AnyStep, board: ProposalOverview, row: GroupProposals
) -> Choice[Deed] | None:
    """The group whose turn it is once this one has said all; step 3 knows no turns."""
    waiting = board.of_group(board.turn) if board.turn is not None else None
    if waiting is None or screen.STEP is not Step.PROPOSALS:
        return None
    if not (row.has_case and row.has_matter):
        return None

    async def invite() -> int:
        return waiting.group.id

    return Choice(invite, _("Mời {group} trình bày").format(group=waiting.group.name))


async def _unless_all_said(screen: AnyStep, group_id: int, entry: Awaitable[bool]) -> int | None:
    """Does it, and comes back to the group if something was stored and something is left."""
    if not await entry:
        return None
    board = await _board(screen)
    row = board.of_group(group_id)
    all_said = row is None or (row.has_case and row.has_matter)
    nobody_waits = board.turn is None or screen.STEP is not Step.PROPOSALS
    return None if all_said and nobody_waits else group_id


def _questions(screen: AnyStep, row: GroupProposals) -> tuple[Choice[Deed], ...]:
    """What a group may say, always under the same digits."""
    group_id, meeting_id = row.group.id, screen.meeting_id

    def then(entry: Callable[[], Awaitable[bool]]) -> Deed:
        return lambda: _unless_all_said(screen, group_id, entry())

    async def later() -> None:
        await screen.record(lambda books: books.proposals.postpone(meeting_id, group_id))

    activity, locality = MatterKind.ACTIVITY, MatterKind.LOCALITY
    return (
        Choice(then(partial(enter_case, screen, group_id)), _("Trường hợp khó khăn")),
        Choice(then(partial(enter_matter, screen, group_id, activity)), _(MATTER_KIND[activity])),
        Choice(then(partial(enter_matter, screen, group_id, locality)), _(MATTER_KIND[locality])),
        Choice(
            then(partial(_say_nothing, screen, row)), _("Không có đề xuất"), _nothing_about(row)
        ),
        Choice(later, _("Để sau"), _("Tổ khác trình bày trước.")),
        Choice(then(partial(_choose_presenter, screen, row)), _("Người trình bày khác…")),
    )


def _nothing_about(row: GroupProposals) -> str:
    if not row.has_case and not row.has_matter:
        return _("Cả trường hợp khó khăn và việc cho cộng đồng.")
    if not row.has_case:
        return _("Không có trường hợp khó khăn.")
    return "" if row.has_matter else _("Không có việc cho cộng đồng.")


def _notes(screen: AnyStep, board: ProposalOverview, group_id: int) -> tuple[Choice[Deed], ...]:
    """What the leader noted in the month, and what an earlier meeting kept (S3)."""
    meeting_id = screen.meeting_id

    def take_over(note: NotedCase | NotedMatter) -> Deed:
        async def take() -> bool:
            if isinstance(note, NotedCase):
                case_id = note.case.id
                await screen.record(
                    lambda books: books.proposals.propose_existing(meeting_id, group_id, case_id)
                )
            else:
                matter_id = note.matter.id
                await screen.record(
                    lambda books: books.proposals.propose_existing_matter(
                        meeting_id, group_id, matter_id
                    )
                )
            return True

        return lambda: _unless_all_said(screen, group_id, take())

    return tuple(
        Choice(take_over(note), *_note_words(note, hidden=screen.hidden))
        for note in board.noted_for(group_id)
    )


def _note_words(note: NotedCase | NotedMatter, *, hidden: bool) -> tuple[str, str]:
    if isinstance(note, NotedMatter):
        return _("Đã ghi nhận ở địa bàn: {what}").format(what=note.matter.what), ""
    if note.case.brought_back:
        words = _("Nhóm TNV chăm sóc tại nhà đưa lại: {who}")
    elif note.case.kept_before:
        words = _("Kỳ trước để lại: {who}")
    elif note.case.source is Source.URGENT:
        words = _("Đã báo cần giúp ngay: {who}")
    else:
        words = _("Đã ghi nhận ở địa bàn: {who}")
    who = shown_case(note.case, hidden)
    return words.format(who=who), shown_circumstances(note.case, hidden)


async def _say_nothing(screen: AnyStep, row: GroupProposals) -> bool:
    """The group has no proposal on what it has not spoken of yet."""
    if row.has_case and row.has_matter:
        screen.say(_("{group} đã nói đủ cả hai câu hỏi.").format(group=row.group.name))
        return False
    meeting_id, group_id = screen.meeting_id, row.group.id
    await screen.record(
        lambda books: books.proposals.nothing(
            meeting_id, group_id, case=not row.has_case, matter=not row.has_matter
        )
    )
    return True


async def _choose_presenter(screen: AnyStep, row: GroupProposals) -> bool:
    meeting_id, group_id = screen.meeting_id, row.group.id
    members = await screen.room.ask(lambda books: books.register.members(group_id))
    choices = tuple(Choice(member.id, member.addressed) for member in members)
    chosen: int | None = await screen.choose(
        _("{group}: ai trình bày?").format(group=row.group.name), choices
    )
    if chosen is None:
        return False
    await screen.record(lambda books: books.proposals.set_presenter(meeting_id, group_id, chosen))
    return True
