"""Step 7: what the club does for the community, and what it says to the locality."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from screens.base import Page
from screens.forms.ask_agreement import Agreement, agreed_at_once, count_hands, may_replace
from screens.forms.community_form import (
    answer_fields,
    answer_texts,
    answered_by,
    settled_fields,
    settled_of_values,
    settled_texts,
)
from screens.forms.fields import LongField
from screens.forms.form import Form
from screens.forms.values import Values
from screens.language import N_, _
from screens.meeting.community_lines import columns, matter_line
from screens.meeting.step import StepScreen
from screens.popups import Choice
from screens.widgets.lines import Line, act, blank, heading
from storage.books import Books
from storage.drafts import HANDS
from storage.records.community import MatterDraft
from storage.records.community_step import CommunityOverview, MatterOnTable
from storage.records.kinds import MatterKind, Step


class _Way(StrEnum):
    """What can be done with a matter."""

    UNANIMOUS = "unanimous"
    HANDS = "hands"
    CHANGE = "change"
    DROP = "drop"
    ANSWER = "answer"
    REOPEN = "reopen"


class CommunityScreen(StepScreen[CommunityOverview]):
    """The groups' proposals and what is added now, each agreed or not taken on."""

    STEP: ClassVar[Step] = Step.COMMUNITY
    HELP: ClassVar[str] = N_(
        "Đi tới một việc rồi Enter để lấy ý kiến CLB: nhất trí hoặc giơ tay. Việc chưa ai nêu thì "
        "thêm ở dòng có dấu +. Đề xuất với địa phương cần ghi ai nói thay CLB và nói với ai. "
        "Khách mời của địa phương trả lời ngay thì Enter ở đề xuất ấy, chọn ghi trả lời."
    )

    def read(self, books: Books) -> CommunityOverview:
        """All matters of the meeting."""
        return books.community.overview(self.meeting_id)

    def page(self, overview: CommunityOverview) -> Page:
        """Two sections: for the community, and to the locality."""
        width = self.app.size.width
        lines = [
            heading(_("CLB sẽ làm gì cho cộng đồng")),
            *(matter_line(each, width) for each in overview.activities),
            act(f"add:{MatterKind.ACTIVITY}", _("+ Thêm việc cho cộng đồng")),
            blank("locality"),
            heading(_("Đề xuất với địa phương")),
            *(matter_line(each, width) for each in overview.for_locality),
            act(f"add:{MatterKind.LOCALITY}", _("+ Thêm đề xuất với địa phương")),
        ]
        agreed = sum(each.agreed for each in overview.on_table)
        return Page(
            title=_("CLB giúp gì cho cộng đồng, đề xuất gì?"),
            aside=_("Thống nhất {agreed} / {all}").format(
                agreed=agreed, all=len(overview.on_table)
            ),
            columns=columns(width),
            lines=tuple(lines),
            keys=(("Enter", _("lấy ý kiến")), ("1", _("nhất trí")), ("2", _("giơ tay"))),
        )

    async def entered(self, line: Line) -> None:
        """Enter: asks what is to be done with a matter, or adds one."""
        kind, _colon, rest = line.key.partition(":")
        if kind == "add":
            await self._add(MatterKind(rest))
            return
        each = self._found(rest)
        if each is None:
            return
        way = await self.choose(each.matter.what, _choices(each), start=_usual(each))
        if way is not None:
            await self._do(each, way)

    def works(self, key: str, line: Line | None) -> bool:
        """The digits are for what is on the table."""
        if key in ("1", "2"):
            return line is not None and self._found(line.key.partition(":")[2]) is not None
        return super().works(key, line)

    async def digit(self, line: Line, digit: str) -> None:
        """A digit does at once what the popup offers under it."""
        each = self._found(line.key.partition(":")[2])
        choices = _choices(each) if each else ()
        if each is not None and digit and 1 <= int(digit) <= len(choices):
            await self._do(each, choices[int(digit) - 1].value)

    async def reopen(self, form_key: str) -> None:
        """Opens a form of this step again."""
        kind, _colon, rest = form_key.partition(":")
        each = self._found(rest)
        counted = self._found(rest.rpartition(":")[2]) if kind == HANDS else None
        if counted is not None:
            await self._count(counted)
        elif kind == "community-new":
            await self._add(MatterKind(rest))
        elif each is not None and kind in _FORMS:
            await self._do(each, _FORMS[kind])
        else:
            await super().reopen(form_key)

    async def _do(self, each: MatterOnTable, way: _Way) -> None:
        match way:
            case _Way.UNANIMOUS:
                present = self.overview.present if self.overview else 0
                if not await may_replace(self, each.opinion):
                    return
                if await agreed_at_once(self, each.matter.what, present):
                    await self._agree(each, Agreement(unanimous=True))
            case _Way.HANDS:
                await self._count(each)
            case _Way.CHANGE:
                await self._change(each)
            case _Way.DROP:
                await self._drop(each)
            case _Way.ANSWER:
                await self._answer(each)
            case _Way.REOPEN:
                meeting_id, matter_id = self.meeting_id, each.matter.id
                await self.record(lambda books: books.community.reopen(meeting_id, matter_id))

    async def _count(self, each: MatterOnTable) -> None:
        present = self.overview.present if self.overview else 0
        key = f"matter:{self.meeting_id}:{each.matter.id}"
        agreement = await count_hands(self, each.matter.what, present, key=key)
        if agreement is not None:
            await self._agree(each, agreement)

    async def _agree(self, each: MatterOnTable, agreement: Agreement) -> None:
        meeting_id, matter_id = self.meeting_id, each.matter.id
        await self.record(
            lambda books: books.community.agree(
                meeting_id,
                matter_id,
                unanimous=agreement.unanimous,
                in_favour=agreement.in_favour,
                against=agreement.against,
                other=agreement.other,
            )
        )
        self._go_to_next(matter_id)

    def _go_to_next(self, matter_id: int) -> None:
        """The next below that is not settled yet has the cursor."""
        if self.overview is None:
            return
        table = (*self.overview.activities, *self.overview.for_locality)
        numbers = [each.matter.id for each in table]
        after = table[numbers.index(matter_id) + 1 :] if matter_id in numbers else ()
        following = next((each for each in after if each.undecided), None)
        if following is not None:
            self.lines.go_to(f"matter:{following.matter.id}")

    async def _add(self, kind: MatterKind) -> None:
        meeting_id = self.meeting_id
        before = MatterDraft(kind=kind, what="")

        def accept(books: Books, values: Values) -> int:
            return books.community.add(meeting_id, settled_of_values(values, before))

        title = (
            _("Thêm việc cho cộng đồng")
            if kind is MatterKind.ACTIVITY
            else _("Thêm đề xuất với địa phương")
        )
        added = await self.fill(
            Form(
                key=f"community-new:{kind}",
                title=title,
                fields=settled_fields(kind),
                accept=accept,
                initial=settled_texts(before),
            )
        )
        if added is not None:
            self.lines.go_to(f"matter:{added}")

    async def _change(self, each: MatterOnTable) -> None:
        meeting_id, matter = self.meeting_id, each.matter

        def accept(books: Books, values: Values) -> bool:
            draft = settled_of_values(values, matter.draft)
            books.community.change(meeting_id, matter.id, draft)
            return True

        await self.fill(
            Form(
                key=f"community-change:{matter.id}",
                title=_("Sửa: {what}").format(what=matter.what),
                fields=settled_fields(matter.kind),
                accept=accept,
                initial=settled_texts(matter.draft),
                times={"when": matter.draft.when},
                start=_first_unsaid(matter.draft),
            )
        )

    async def _drop(self, each: MatterOnTable) -> None:
        meeting_id, matter = self.meeting_id, each.matter

        def accept(books: Books, values: Values) -> bool:
            books.community.drop(meeting_id, matter.id, values.text("reason"))
            return True

        dropped = await self.fill(
            Form(
                key=f"community-drop:{matter.id}",
                title=_("Không làm: {what}").format(what=matter.what),
                fields=(LongField("reason", _("Vì sao?"), rows=2),),
                accept=accept,
                initial={"reason": matter.reason},
            )
        )
        if dropped:
            self._go_to_next(matter.id)

    async def _answer(self, each: MatterOnTable) -> None:
        meeting_id, matter = self.meeting_id, each.matter
        guests = self.overview.guests if self.overview else ()
        before = matter.answers[-1] if each.answered_here else None

        def accept(books: Books, values: Values) -> bool:
            by = answered_by(values, guests)
            books.community.answer(meeting_id, matter.id, by, values.text("text"))
            return True

        await self.fill(
            Form(
                key=f"community-answer:{matter.id}",
                title=_("Địa phương trả lời: {what}").format(what=matter.what),
                fields=answer_fields(guests),
                accept=accept,
                initial=answer_texts(before, guests),
            )
        )

    def _found(self, matter_id: str) -> MatterOnTable | None:
        if self.overview is None or not matter_id.isdecimal():
            return None
        return self.overview.find(int(matter_id))


def _first_unsaid(draft: MatterDraft) -> str:
    """What a group leaves to the club: who speaks for it, or who is in charge."""
    if draft.kind is MatterKind.LOCALITY:
        return "" if draft.representative else "representative"
    return "" if draft.in_charge else "in_charge"


_FORMS = {
    "community-change": _Way.CHANGE,
    "community-drop": _Way.DROP,
    "community-answer": _Way.ANSWER,
}


def _usual(each: MatterOnTable) -> int:
    """The place of what is most likely wanted: once it is settled, no other opinion on it."""
    if each.undecided:
        return 0
    ways = [choice.value for choice in _choices(each)]
    waits = each.matter.kind is MatterKind.LOCALITY and each.agreed and not each.answered_here
    return ways.index(_Way.ANSWER if waits else _Way.CHANGE)


def _choices(each: MatterOnTable) -> tuple[Choice[_Way], ...]:
    """What can be done with a matter, each under its digit."""
    choices = [
        Choice(_Way.UNANIMOUS, _("Nhất trí")),
        Choice(_Way.HANDS, _("Giơ tay")),
        Choice(_Way.CHANGE, _("Sửa, ghi thêm")),
        Choice(_Way.DROP, _("Không làm, vì…")),
    ]
    if each.matter.kind is MatterKind.LOCALITY:
        choices.append(Choice(_Way.ANSWER, _("Ghi trả lời của địa phương")))
    if not each.undecided:
        choices.append(Choice(_Way.REOPEN, _("Bỏ kết quả, lấy ý kiến lại")))
    return tuple(choices)
