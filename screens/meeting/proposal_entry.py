"""What a group has to say, asked in one small popup and its forms (steps 3 and 4)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any

from screens.forms.case_form import case_fields, case_of_values, case_texts
from screens.forms.form import Form
from screens.forms.matter_form import matter_fields, matter_of_values, matter_texts
from screens.forms.spoken import spoken_name
from screens.forms.values import Values
from screens.language import _
from screens.meeting.consent_page import ask_consent
from screens.meeting.step import StepScreen
from screens.popups import Choice
from screens.privacy import shown_case, shown_circumstances
from storage.books import Books
from storage.records.cases import HardshipCase
from storage.records.community import MatterDraft
from storage.records.kinds import MatterKind, Source
from storage.records.proposals import (
    GroupProposals,
    NotedCase,
    NotedMatter,
    ProposalOverview,
    ProposedCase,
    ProposedMatter,
)
from storage.rules.proposals import listed
from storage.rules.terms import MATTER_KIND

AnyStep = StepScreen[Any]
Deed = Callable[[], Awaitable[None]]
"""What a line of the popup does."""


async def enter_proposals(screen: AnyStep, group_id: int) -> None:
    """Asks what a group brings, and writes it down."""
    meeting_id = screen.meeting_id
    board = await screen.room.ask(lambda books: books.proposals.overview(meeting_id))
    row = board.of_group(group_id)
    if row is None:
        return
    title = _("{group} – {presenter} trình bày") if row.presenter else "{group}"
    deed = await screen.choose(
        title.format(group=row.group.name, presenter=row.presenter),
        (*_questions(screen, row), *_notes(screen, board, group_id)),
    )
    if deed is not None:
        await deed()


async def reopen_proposal_form(screen: AnyStep, form_key: str) -> bool:
    """Opens the form again that was open when the program ended, if it is one of these."""
    match form_key.split(":"):
        case ["case", "new", _meeting, group]:
            await enter_case(screen, int(group))
        case ["matter", "new", _meeting, group, kind]:
            await enter_matter(screen, int(group), MatterKind(kind))
        case ["case", case_id]:
            await change_case(screen, int(case_id))
        case ["matter", matter_id]:
            await change_matter(screen, int(matter_id))
        case _other:
            return False
    return True


def _questions(screen: AnyStep, row: GroupProposals) -> tuple[Choice[Deed], ...]:
    """What a group may say, always under the same digits."""
    group_id, meeting_id = row.group.id, screen.meeting_id

    async def later() -> None:
        await screen.record(lambda books: books.proposals.postpone(meeting_id, group_id))

    return (
        Choice(partial(enter_case, screen, group_id), _("Trường hợp khó khăn")),
        Choice(
            partial(enter_matter, screen, group_id, MatterKind.ACTIVITY),
            _(MATTER_KIND[MatterKind.ACTIVITY]),
        ),
        Choice(
            partial(enter_matter, screen, group_id, MatterKind.LOCALITY),
            _(MATTER_KIND[MatterKind.LOCALITY]),
        ),
        Choice(partial(_say_nothing, screen, row), _("Không có đề xuất"), _nothing_about(row)),
        Choice(later, _("Để sau"), _("Tổ khác trình bày trước.")),
        Choice(partial(_choose_presenter, screen, row), _("Người trình bày khác…")),
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
        async def deed() -> None:
            if isinstance(note, NotedCase):
                case_id = note.case.id
                await screen.record(
                    lambda books: books.proposals.propose_existing(meeting_id, group_id, case_id)
                )
                return
            matter_id = note.matter.id
            await screen.record(
                lambda books: books.proposals.propose_existing_matter(
                    meeting_id, group_id, matter_id
                )
            )

        return deed

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


async def enter_case(screen: AnyStep, group_id: int) -> None:
    """A new case of a group; whoever was proposed before may be the same person."""
    meeting_id = screen.meeting_id

    others: set[int] = set()
    joined: HardshipCase | None = None

    def accept(books: Books, values: Values) -> int:
        draft = case_of_values(books, values)
        return books.proposals.propose_case(meeting_id, group_id, draft)

    async def known_already(values: Values) -> bool:
        """Whether it is a case that is there, which this group then proposes too."""
        name = spoken_name(values.text("name")).name
        nonlocal joined
        joined = await _twin(screen, name, others)
        return joined is not None

    title = await _titled(screen, group_id, _("Trường hợp khó khăn"))
    case_id = await screen.fill(
        Form(
            key=f"case:new:{meeting_id}:{group_id}",
            title=title,
            fields=case_fields(),
            accept=accept,
            initial=case_texts(),
            settle=("name", known_already),
        )
    )
    if joined is not None:
        known_id = joined.id
        await screen.record(
            lambda books: books.proposals.propose_existing(meeting_id, group_id, known_id)
        )
    if case_id is not None:
        await _ask_if_same(screen, case_id, others)


async def _titled(screen: AnyStep, group_id: int, what: str) -> str:
    """The title of a form, with the group for which it is filled in."""
    groups = await screen.room.ask(lambda books: books.register.groups())
    name = next((group.name for group in groups if group.id == group_id), "")
    return f"{name} – {what}" if name else what


async def change_case(screen: AnyStep, case_id: int) -> None:
    """The case in its form again; with another name it may turn out to be someone known."""
    meeting_id = screen.meeting_id
    before = await screen.room.ask(lambda books: books.proposals.case_draft(case_id))

    def accept(books: Books, values: Values) -> str:
        draft = case_of_values(books, values, before)
        books.proposals.change_case(meeting_id, case_id, draft)
        return books.proposals.case_draft(case_id).name

    name = await screen.fill(
        Form(
            key=f"case:{case_id}",
            title=_("Sửa trường hợp"),
            fields=case_fields(),
            accept=accept,
            initial=case_texts(before),
        )
    )
    if name is not None and name != before.name:
        await _ask_if_same(screen, case_id)


async def _ask_if_same(screen: AnyStep, case_id: int, others: set[int] | None = None) -> None:
    """Asks whether a case is about someone whom the meeting or the books know already."""
    name = await screen.room.ask(lambda books: books.proposals.case_draft(case_id).name)
    twin = await _twin(screen, name, others or set(), case_id)
    if twin is not None:
        join = partial(_join, meeting_id=screen.meeting_id, keep_id=twin.id, other_id=case_id)
        await screen.record(join)


async def _twin(
    screen: AnyStep, name: str, others: set[int], case_id: int | None = None
) -> HardshipCase | None:
    """The case of this name that is about the same person; who is another is asked about once."""
    meeting_id = screen.meeting_id
    known = await screen.room.ask(
        lambda books: books.proposals.same_person(meeting_id, name, exclude=case_id)
    )
    for twin in known:
        if twin.id in others:
            continue
        question = _same_question(twin, hidden=screen.hidden)
        if await screen.confirm(question, _("Đúng, ghi chung"), _("Người khác")):
            return twin
        others.add(twin.id)
    return None


def _join(books: Books, *, meeting_id: int, keep_id: int, other_id: int) -> None:
    books.proposals.join_cases(meeting_id, keep_id, other_id)


def _same_question(twin: HardshipCase, *, hidden: bool) -> str:
    who = shown_case(replace(twin, groups=()), hidden)
    if not twin.groups:
        return _("Trong sổ đã có {who}. Cùng một người?").format(who=who)
    return _("{groups} đã đề xuất {who}. Cùng một người?").format(
        groups=listed(twin.groups), who=who
    )


async def enter_matter(screen: AnyStep, group_id: int, kind: MatterKind) -> None:
    """Something new of a group for the community, or for the locality."""
    meeting_id = screen.meeting_id
    empty = MatterDraft(kind=kind, what="")

    def accept(books: Books, values: Values) -> int:
        draft = matter_of_values(values, empty)
        return books.proposals.propose_matter(meeting_id, group_id, draft)

    title = await _titled(screen, group_id, _(MATTER_KIND[kind]))
    await screen.fill(
        Form(
            key=f"matter:new:{meeting_id}:{group_id}:{kind}",
            title=title,
            fields=matter_fields(kind),
            accept=accept,
            initial=matter_texts(empty),
        )
    )


async def change_matter(screen: AnyStep, matter_id: int) -> None:
    """An activity or a matter in its form again."""
    meeting_id = screen.meeting_id
    before = await screen.room.ask(lambda books: books.proposals.matter_draft(matter_id))

    def accept(books: Books, values: Values) -> bool:
        books.proposals.change_matter(meeting_id, matter_id, matter_of_values(values, before))
        return True

    await screen.fill(
        Form(
            key=f"matter:{matter_id}",
            title=_("Sửa: {what}").format(what=_(MATTER_KIND[before.kind])),
            fields=matter_fields(before.kind),
            accept=accept,
            initial=matter_texts(before),
        )
    )


async def open_proposal(screen: AnyStep, proposal: ProposedCase | ProposedMatter) -> None:
    """What can be done with a proposal: correct it, or take it off the board."""
    meeting_id, proposal_id = screen.meeting_id, proposal.proposal_id

    async def remove() -> None:
        await screen.record(lambda books: books.proposals.remove_proposal(meeting_id, proposal_id))

    change: Deed
    asking: tuple[Choice[Deed], ...] = ()
    if isinstance(proposal, ProposedCase):
        title = shown_case(proposal.case, screen.hidden)
        change = partial(change_case, screen, proposal.case.id)
        ask = partial(ask_consent, screen, proposal.case.person.id)
        asking = (Choice(ask, _("Đồng ý nêu tên: ai hỏi, với việc gì…")),)
    else:
        title = proposal.matter.what
        change = partial(change_matter, screen, proposal.matter.id)
    choices: tuple[Choice[Deed], ...] = (
        Choice(change, _("Sửa")),
        Choice(remove, _("Bỏ đề xuất")),
        *asking,
    )
    deed = await screen.choose(title, choices)
    if deed is not None:
        await deed()


async def _say_nothing(screen: AnyStep, row: GroupProposals) -> None:
    """The group has no proposal on what it has not spoken of yet."""
    if row.has_case and row.has_matter:
        screen.say(_("{group} đã nói đủ cả hai câu hỏi.").format(group=row.group.name))
        return
    meeting_id, group_id = screen.meeting_id, row.group.id
    await screen.record(
        lambda books: books.proposals.nothing(
            meeting_id, group_id, case=not row.has_case, matter=not row.has_matter
        )
    )


async def _choose_presenter(screen: AnyStep, row: GroupProposals) -> None:
    meeting_id, group_id = screen.meeting_id, row.group.id
    members = await screen.room.ask(lambda books: books.register.members(group_id))
    choices = tuple(Choice(member.id, member.addressed) for member in members)
    chosen: int | None = await screen.choose(
        _("{group}: ai trình bày?").format(group=row.group.name), choices
    )
    if chosen is not None:
        await screen.record(
            lambda books: books.proposals.set_presenter(meeting_id, group_id, chosen)
        )
