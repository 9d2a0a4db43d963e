"""What a group has to say, in its forms (steps 3 and 4)."""

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
from screens.privacy import shown_case
from storage.books import Books
from storage.records.cases import HardshipCase
from storage.records.community import MatterDraft
from storage.records.kinds import MatterKind
from storage.records.proposals import ProposedCase, ProposedMatter
from storage.rules.proposals import listed
from storage.rules.terms import MATTER_KIND

AnyStep = StepScreen[Any]
Deed = Callable[[], Awaitable[None]]
"""What a line of the popup does."""


async def enter_case(screen: AnyStep, group_id: int) -> bool:
    """A new case of a group; whoever was proposed before may be the same person.

    Says whether one was stored.
    """
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
    return joined is not None or case_id is not None


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
            times={"when": before.when},
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
        answers = (Choice(True, _("Đúng, ghi chung")), Choice(False, _("Người khác")))
        if await screen.choose(question, answers):
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


async def enter_matter(screen: AnyStep, group_id: int, kind: MatterKind) -> bool:
    """Something new of a group for the community, or for the locality.

    Says whether it was stored.
    """
    meeting_id = screen.meeting_id
    empty = await _first_matter(screen, kind)

    def accept(books: Books, values: Values) -> int:
        draft = matter_of_values(values, empty)
        return books.proposals.propose_matter(meeting_id, group_id, draft)

    title = await _titled(screen, group_id, _(MATTER_KIND[kind]))
    matter_id = await screen.fill(
        Form(
            key=f"matter:new:{meeting_id}:{group_id}:{kind}",
            title=title,
            fields=matter_fields(kind),
            accept=accept,
            initial=matter_texts(empty),
            known=frozenset({"addressee"} if empty.addressee else ()),
        )
    )
    return matter_id is not None


async def _first_matter(screen: AnyStep, kind: MatterKind) -> MatterDraft:
    """A matter before anything is typed: the locality's own authority is asked most often."""
    if kind is MatterKind.ACTIVITY:
        return MatterDraft(kind=kind, what="")
    club = await screen.room.ask(lambda books: books.club.known())
    # Kept in the books, and so in the words of the club whatever the screen speaks.
    authority = f"UBND {club.commune}" if club.commune else ""
    return MatterDraft(kind=kind, what="", addressee=authority)


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
            times={"when": before.when},
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
