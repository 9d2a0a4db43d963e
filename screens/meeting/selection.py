"""Step 5: the club chooses the hardest cases, by agreement or, where opinions differ, by hands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from screens.base import Page
from screens.forms.ask_agreement import ask_unanimous
from screens.language import N_, _
from screens.meeting.selection_count import (
    case_of_key,
    cases_of,
    counting_page,
    tie_words,
)
from screens.meeting.selection_hands import CountingScreen, SelectionView
from screens.meeting.selection_lines import case_lines, columns, roomy
from screens.meeting.selection_ways import decide_on, reopen_way_form
from screens.privacy import shown_case
from screens.widgets.foot import SPACE
from screens.widgets.lines import Line, act, note
from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.records.kinds import Step
from storage.records.selection import CaseOnTable, SelectionOverview

__all__ = ["SelectionScreen", "SelectionView"]


class SelectionScreen(CountingScreen):
    """All cases side by side; marks, agreement, hands, and a way for every other case."""

    STEP: ClassVar[Step] = Step.SELECTION
    HELP: ClassVar[str] = N_(
        "Thảo luận chung; Dấu cách đánh dấu các trường hợp được nhắc đến nhiều. Rồi bấm 1 hỏi cả "
        "CLB nhất trí không. Ý kiến khác nhau thì bấm 2: giơ tay, gõ số người, Enter lưu và sang "
        "người sau. Trường hợp chưa chọn: Enter để ghi hướng giải quyết, không ai bị bỏ quên."
    )

    def read(self, books: Books) -> SelectionView:
        """The cases, the counts and the marks."""
        draft = books.drafts.get(self.marks_draft) or {}
        marks = draft.get("cases")
        numbers = frozenset(int(each) for each in marks) if isinstance(marks, list) else frozenset()
        return SelectionView(books.selection.overview(self.meeting_id), numbers)

    # What is shown.

    def page(self, view: SelectionView) -> Page:
        """The cases, or the round that is counted."""
        overview, width = view.overview, self.app.size.width
        if self.counted is not None:
            return counting_page(overview, self.counted, self.number, width, hidden=self.hidden)
        spread = roomy(len(overview.cases), width, self.app.size.height)
        lines: list[Line] = []
        for each in overview.cases:
            lines += case_lines(
                each,
                marked=each.case.id in view.marks,
                year=overview.day.year,
                width=width,
                spread=spread,
                hidden=self.hidden,
            )
        chosen = len(overview.chosen)
        return Page(
            title=_("Chọn trường hợp khó khăn nhất"),
            aside=_("Đã chọn {count}").format(count=chosen)
            if chosen
            else _("{count} trường hợp", len(overview.cases)).format(count=len(overview.cases)),
            columns=columns(width, roomy=spread),
            lines=(*lines, *self._acts(overview)),
            status=tie_words(overview, hidden=self.hidden) if overview.counting else "",
            keys=((SPACE, _("đánh dấu")), ("Enter", _("giải quyết"))),
        )

    def _acts(self, overview: SelectionOverview) -> list[Line]:
        if not overview.cases:
            return [
                note(_("Chưa tổ nào nêu trường hợp khó khăn.")),
                act("board", _("Về bước 4 để ghi đề xuất")),
            ]
        found = []
        if overview.undecided:
            question = (
                _("1  Cả CLB nhất trí chọn thêm?") if overview.chosen else _("1  Cả CLB nhất trí?")
            )
            detail = _("nhất trí chọn những trường hợp đã đánh dấu ■")
            found.append(act("agree", question, detail))
        if overview.counting:
            found.append(act("hands", _("2  Giơ tay tiếp")))
        elif overview.rounds:
            found.append(act("hands", _("2  Giơ tay lại, hoặc bỏ kết quả giơ tay")))
        elif overview.undecided:
            detail = _("khi ý kiến còn khác nhau")
            found.append(act("hands", _("2  Giơ tay lấy ý kiến"), detail))
        return found

    # What is pressed.

    async def entered(self, line: Line) -> None:
        """Enter: takes the club's opinion, or asks what becomes of a case."""
        match line.key:
            case "agree":
                await self._ask_agreement()
            case "hands":
                await self.raise_hands()
            case "again":
                await self.count_again()
            case "settle":
                await self.settle()
            case "other":
                await self.choose_otherwise()
            case "board":
                await self.room.show_step(Step.PROPOSALS)
            case _ if self.counted is not None:
                self.say(_("Gõ số người giơ tay rồi bấm Enter."))
            case _:
                await self._decide_on(line)

    def works(self, key: str, line: Line | None) -> bool:
        """Only a case that is still open is marked."""
        if key == SPACE:
            each = self._found(line) if line else None
            return each is not None and each.outcome is None
        return super().works(key, line)

    async def ticked(self, line: Line) -> None:
        """Space marks a case that the discussion points to; on other rows it is as Enter."""
        each = self._found(line)
        if self.counted is not None or self.overview is None or each is None or each.outcome:
            await self.entered(line)
            return
        await self.mark(self.overview.marks ^ {each.case.id})

    async def digit(self, _line: Line, digit: str) -> None:
        """1 asks whether the whole club agrees, 2 counts hands."""
        if self.counted is not None or self.overview is None:
            return
        keys = {each.key for each in self._acts(self.overview.overview)}
        if digit == "1" and "agree" in keys:
            await self._ask_agreement()
        elif digit == "2" and "hands" in keys:
            await self.raise_hands()

    async def reopen(self, form_key: str) -> None:
        """Opens a form of this step again."""
        overview = self.overview.overview if self.overview else None
        if overview is None or not await reopen_way_form(self, overview, form_key):
            await super().reopen(form_key)

    async def _decide_on(self, line: Line) -> None:
        """What becomes of a case; once it has its way, the next that has none is asked about."""
        each = self._found(line)
        while each is not None:
            each = await self._after_deciding(each)

    async def _after_deciding(self, each: CaseOnTable) -> CaseOnTable | None:
        if await decide_on(self, each):
            await self._ask_agreement_on([each.case.id])
        after = self.overview.overview.find(each.case.id) if self.overview else None
        if self.overview is None or after is None or after.outcome is each.outcome:
            return None
        await self.mark(self.overview.marks - {each.case.id})
        following = self.to_undecided() if after.outcome is not None else None
        # A way that was only changed leads nowhere else; nor is anyone asked about before the
        # club has chosen at all.
        return following if each.outcome is None and self.overview.overview.chosen else None

    def _found(self, line: Line) -> CaseOnTable | None:
        case_id = case_of_key(line.key)
        if self.overview is None or case_id is None:
            return None
        return self.overview.overview.find(case_id)

    # By agreement.

    async def _ask_agreement(self) -> None:
        if self.overview is None:
            return
        overview, marks = self.overview.overview, self.overview.marks
        marked = [each.case.id for each in overview.undecided if each.case.id in marks]
        if not marked:
            raise Refusal(RefusalKind.NOTHING_CHOSEN)
        await self._ask_agreement_on(marked)

    async def _ask_agreement_on(self, marked: Sequence[int]) -> None:
        if self.overview is None:
            return
        overview = self.overview.overview
        through = overview.standing.chosen if overview.counting else ()
        names = ", ".join(
            shown_case(case, self.hidden) for case in cases_of(overview, (*through, *marked))
        )
        agreed = await ask_unanimous(
            self, _("Cả CLB nhất trí chọn {names}?").format(names=names), overview.present
        )
        if agreed is None:
            return
        if agreed:
            await self.agree_on(tuple(marked))
        else:
            await self.raise_hands()
