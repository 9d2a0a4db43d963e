"""Step 2, Việc kỳ trước: what was promised, and what became of it, one key each."""

from __future__ import annotations

from typing import ClassVar

from screens.base import Page
from screens.between_meetings.urgent_entry import open_report
from screens.forms.follow_up_forms import answer_fields
from screens.forms.form import Form
from screens.forms.fulfilment_form import (
    STATE_OF_DIGIT,
    fulfilment_fields,
    fulfilment_texts,
    fulfilment_times,
    record_fulfilment,
)
from screens.forms.values import Values
from screens.language import N_, _
from screens.meeting.last_month_lines import (
    COLUMNS,
    NARROW_COLUMNS,
    answer_line,
    for_whom,
    narrowed,
    promise_line,
    target_words,
    urgent_line,
    what_was_promised,
)
from screens.meeting.names_later import name_helpers, naming_words, still_to_name
from screens.meeting.step import StepScreen
from screens.popups import Choice
from screens.widgets.lines import Line, blank, heading, note
from storage.books import Books
from storage.drafts import TICKS, ticks_draft
from storage.records.follow_up import AwaitedAnswer, Promise
from storage.records.kinds import FulfilmentState, Step
from storage.records.last_month import FollowUpOverview
from storage.rules.terms import FULFILMENT

_ROOM_FOR_HELPERS = 76
"""Columns below which who helps has no column."""


class LastMonthScreen(StepScreen[FollowUpOverview]):
    """Both targets on top, then the promises, the answers awaited, and what could not wait."""

    STEP: ClassVar[Step] = Step.LAST_MONTH
    HELP: ClassVar[str] = N_(
        "Ở mỗi việc bấm 1 Đã làm, 2 Làm được một phần, 3 Hẹn lại, 4 Chưa làm được "
        "(việc kết thúc ở đây). "
        "Enter để ghi kỹ: làm được bao nhiêu, thêm ai đến, kết quả, lời cảm ơn. "
        "Ghi nhầm thì bấm lại số khác. Đăng ký mới có số người thì Enter để ghi tên."
    )

    def read(self, books: Books) -> FollowUpOverview:
        """What is open from earlier meetings, and what was told of it."""
        return books.follow_up.overview(self.meeting_id)

    def page(self, overview: FollowUpOverview) -> Page:
        """The targets as they stand, and a row for each thing that is open."""
        lines = [promise_line(each, hidden=self.hidden) for each in overview.promises]
        if overview.answers:
            lines += [blank("answers"), heading(_("Địa phương trả lời"))]
            lines += [answer_line(each) for each in overview.answers]
        if overview.urgent:
            lines += [blank("urgent"), heading(_("Đã giúp ngay, không chờ họp"))]
            lines += [urgent_line(each, hidden=self.hidden) for each in overview.urgent]
        narrow = self.app.size.width < _ROOM_FOR_HELPERS
        if narrow:
            lines = [narrowed(line) for line in lines]
        if not lines:
            lines = [note(_("Không còn việc nào của kỳ trước."))]
        return Page(
            title=_("Việc kỳ trước: đã làm tới đâu?"),
            aside=_("Đã báo {told} / {promises}").format(
                told=overview.told, promises=overview.to_tell
            ),
            intro=target_words(overview.targets),
            columns=NARROW_COLUMNS if narrow else COLUMNS,
            lines=tuple(lines),
            keys=(
                ("1", _("đã làm")),
                ("2", _("một phần")),
                ("3", _("hẹn lại")),
                ("4", _("chưa làm được"), _("thôi hẳn")),
                ("Enter", _("ghi kỹ")),
            ),
        )

    def works(self, key: str, line: Line | None) -> bool:
        """The digits are for a promise."""
        if key in STATE_OF_DIGIT:
            return line is not None and self._promise(line) is not None
        return super().works(key, line)

    async def digit(self, line: Line, digit: str) -> None:
        """1 to 4: what became of a promise; what is done needs no more than that."""
        promise, state = self._promise(line), STATE_OF_DIGIT.get(digit)
        if promise is None or state is None:
            return
        if state is not FulfilmentState.DONE:
            await self._fill_promise(promise, state)
            return
        meeting_id, pledge_id = self.meeting_id, promise.pledge.id
        await self.record(
            lambda books: books.follow_up.record(meeting_id, pledge_id, FulfilmentState.DONE)
        )
        self.lines.action_cursor_down()

    async def entered(self, line: Line) -> None:
        """Enter: everything about a promise, or the answer of the locality."""
        promise = self._promise(line)
        if promise is not None:
            await self._open_promise(promise)
            return
        kind, _colon, number = line.key.partition(":")
        if kind == "urgent":
            await open_report(self, int(number))
            return
        awaited = self._awaited(int(number)) if kind == "answer" else None
        if awaited is not None:
            await self._fill_answer(awaited)

    async def _open_promise(self, promise: Promise) -> None:
        """What became of it; those who were promised in number alone are named here first."""
        if still_to_name(promise.pledge):
            name = await self.choose(
                for_whom(promise, hidden=self.hidden),
                (Choice(False, _("Ghi kết quả")), Choice(True, naming_words(promise.pledge))),
            )
            if name is None:
                return
            if name:
                await self._name_helpers(promise)
                return
        await self._fill_promise(promise, None)

    async def _name_helpers(self, promise: Promise) -> None:
        """Names the helpers of an earlier promise; it is no act, and stands once it is stored."""
        pledge = promise.pledge
        await name_helpers(
            self,
            pledge,
            ticks_draft(self.meeting_id, "helpers", pledge.id),
            lambda books, named: books.pledges.name_later(pledge.id, named),
            promise.case.member_id if promise.case else None,
        )

    async def reopen(self, form_key: str) -> None:
        """Opens the form again that was open when the program ended."""
        match form_key.split(":"):
            case ["promise", number, state]:
                promise = self.overview.promise(int(number)) if self.overview else None
                if promise is not None:
                    await self._fill_promise(promise, FulfilmentState(state) if state else None)
            case ["earlier-answer", number]:
                awaited = self._awaited(int(number))
                if awaited is not None:
                    await self._fill_answer(awaited)
            case [kind, _meeting, _helpers, number] if kind == TICKS:
                promise = self.overview.promise(int(number)) if self.overview else None
                if promise is not None:
                    await self._name_helpers(promise)
            case _other:
                await super().reopen(form_key)

    async def _fill_promise(self, promise: Promise, state: FulfilmentState | None) -> None:
        meeting_id, pledge_id = self.meeting_id, promise.pledge.id

        def accept(books: Books, values: Values) -> bool:
            record_fulfilment(books, meeting_id, pledge_id, state, values)
            return True

        stored = await self.fill(
            Form(
                key=f"promise:{pledge_id}:{state or ''}",
                title=self._form_title(promise, state),
                fields=fulfilment_fields(promise, state),
                accept=accept,
                initial=fulfilment_texts(promise, state),
                times=fulfilment_times(promise),
            )
        )
        after = self.overview.promise(pledge_id) if self.overview else None
        if stored and after is not None and after.state is FulfilmentState.NOT_DONE:
            self.say(_("{said}. Ghi nhầm thì Ctrl+Z.").format(said=self.said))

    def _form_title(self, promise: Promise, state: FulfilmentState | None) -> str:
        subject = _("{who}: {what}").format(
            who=for_whom(promise, hidden=self.hidden),
            what=what_was_promised(promise, hidden=self.hidden),
        )
        return f"{_(FULFILMENT[state])} – {subject}" if state else subject

    async def _fill_answer(self, awaited: AwaitedAnswer) -> None:
        meeting_id, matter = self.meeting_id, awaited.matter

        def accept(books: Books, values: Values) -> bool:
            books.follow_up.answer(
                meeting_id,
                matter.id,
                values.text("by"),
                values.text("text"),
                settled=values.yes("settled"),
            )
            return True

        told = awaited.told
        await self.fill(
            Form(
                key=f"earlier-answer:{matter.id}",
                title=_("Địa phương trả lời: {what}").format(what=matter.what),
                fields=answer_fields(),
                accept=accept,
                initial={
                    "by": told.by if told else matter.draft.addressee,
                    "text": told.text if told else "",
                    "settled": "no" if told and not told.settled else "yes",
                },
            )
        )

    def _promise(self, line: Line) -> Promise | None:
        kind, _colon, number = line.key.partition(":")
        if kind != "pledge" or self.overview is None:
            return None
        return self.overview.promise(int(number))

    def _awaited(self, matter_id: int) -> AwaitedAnswer | None:
        return self.overview.answer(matter_id) if self.overview else None
