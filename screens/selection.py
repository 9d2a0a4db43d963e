"""Step 5: the club chooses the hardest cases, by agreement or, where opinions differ, by hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from screens.base import Page
from screens.forms.fields import LongField, NumberField
from screens.forms.form import Form
from screens.forms.values import Values
from screens.language import _
from screens.popups import Choice
from screens.privacy import shown_case
from screens.selection_lines import case_line, columns, tie_question
from screens.step import StepScreen
from screens.widgets.big_digits import BigDigits
from screens.widgets.line_list import Line, LineList, act, blank
from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.records.kinds import Outcome, Step
from storage.records.selection import CaseOnTable, SelectionOverview
from storage.rules.selection import WAYS
from storage.rules.terms import OUTCOME

_WAY_WORDS = {
    Outcome.KEPT: "Để kỳ sau",
    Outcome.OWN_GROUP: "Tổ tự giúp",
    Outcome.HOME_CARE: "Chuyển nhóm TNV chăm sóc tại nhà",
    Outcome.LOCALITY: "Đề xuất với địa phương…",
    Outcome.ENDED: "Kết thúc, vì…",
}


@dataclass(frozen=True, slots=True)
class SelectionView:
    """The overview, and the cases that the discussion points to: a draft until it is agreed."""

    overview: SelectionOverview
    marks: frozenset[int]


class SelectionScreen(StepScreen[SelectionView]):
    """All cases side by side; marks, agreement, hands, and a way for every other case."""

    STEP: ClassVar[Step] = Step.SELECTION
    HELP: ClassVar[str] = (
        "Thảo luận chung; Dấu cách đánh dấu các trường hợp được nhắc đến nhiều. Rồi hỏi cả CLB "
        "nhất trí không. Ý kiến khác nhau thì giơ tay: gõ số người, Enter lưu và sang người sau. "
        "Trường hợp chưa chọn: Enter để ghi hướng giải quyết, không ai bị bỏ quên."
    )
    DEFAULT_CSS = """
    #count { height: 5; margin: 1 1 1 3; display: none; }
    #count.counting { display: block; }
    #count-name { width: 1fr; height: 5; content-align: left middle; text-style: bold; }
    """

    def compose_above(self) -> ComposeResult:
        """The person under discussion and the number of hands, while hands are counted."""
        with Horizontal(id="count"):
            yield Static("", id="count-name", markup=False)
            yield BigDigits(id="count-digits")

    def read(self, books: Books) -> SelectionView:
        """The cases, the counts and the marks."""
        draft = books.drafts.get(self.marks_draft) or {}
        marks = draft.get("cases")
        numbers = frozenset(int(each) for each in marks) if isinstance(marks, list) else frozenset()
        return SelectionView(books.selection.overview(self.meeting_id), numbers)

    @property
    def marks_draft(self) -> str:
        """The key under which the marks are kept."""
        return f"marks:{self.meeting_id}"

    def page(self, view: SelectionView) -> Page:
        """The cases, and below them the two ways of taking the club's opinion."""
        overview = view.overview
        lines = [
            case_line(
                each,
                overview,
                marked=each.case.id in view.marks and not overview.chosen,
                typed=self.number.shown(f"case:{each.case.id}"),
                hidden=self.hidden,
            )
            for each in overview.cases
        ]
        lines += [blank("ways"), *self._acts(view)]
        counted = overview.round
        counting = overview.counting and counted is not None
        seats = counted.seats if counting and counted else overview.seats
        return Page(
            title=_("Chọn trường hợp khó khăn nhất"),
            aside=_("chọn {n} · mỗi người giơ tay tối đa {n} lần").format(n=seats)
            if counting
            else _("{cases} trường hợp").format(cases=len(overview.cases)),
            columns=columns(self.app.size.width),
            lines=tuple(lines),
            status=self._status(overview),
            keys=(
                (("0–9 + −", _("số người giơ tay")), ("Enter", _("lưu")))
                if counting
                else (("Dấu cách", _("chọn")), ("Enter", _("quyết định")))
            ),
        )

    def _acts(self, view: SelectionView) -> list[Line]:
        overview = view.overview
        if not overview.cases:
            return [act("back", _("Chưa có trường hợp nào: về bước 4"))]
        if overview.counting:
            lines = []
            if overview.standing.tied:
                lines.append(act("again", _("Lấy ý kiến lại giữa những người bằng nhau")))
            return [*lines, act("agree", _("Thôi giơ tay: cả CLB nhất trí?"))]
        if overview.chosen:
            return [act("hands", _("Lấy ý kiến lại bằng giơ tay"))]
        return [
            act("agree", _("Cả CLB nhất trí?"), _("nhất trí với những trường hợp đã đánh dấu ■")),
            act("hands", _("Giơ tay lấy ý kiến"), _("khi ý kiến còn khác nhau")),
        ]

    def _status(self, overview: SelectionOverview) -> str:
        if overview.counting and overview.standing.tied:
            return self._tie(overview)
        if overview.chosen:
            names = ", ".join(shown_case(each.case, self.hidden) for each in overview.chosen)
            return _("Đã chọn: {names}").format(names=names)
        return ""

    def show_page(self) -> None:
        """Shows the list, and the big digits while hands are counted."""
        super().show_page()
        self._show_count()

    @on(LineList.CursorMoved)
    def _show_count(self) -> None:
        if self.overview is None:
            return
        overview = self.overview.overview
        line = self.lines.line
        each = self._found(line) if line else None
        counted = overview.round if overview.counting else None
        shown = each is not None and counted is not None and each.case.id in counted.cases
        self.query_one("#count").set_class(shown, "counting")
        if each is None or counted is None or line is None or not shown:
            return
        hands = counted.hands.get(each.case.id, 0)
        self.query_one("#count-name", Static).update(Content(shown_case(each.case, self.hidden)))
        self.query_one("#count-digits", BigDigits).text = self.number.shown(line.key) or str(hands)

    # Marks and hands.

    async def ticked(self, line: Line) -> None:
        """Space marks a case that the discussion points to."""
        each = self._found(line)
        if each is None or self.overview is None:
            await self.entered(line)
            return
        if self.overview.overview.chosen or self.overview.overview.counting:
            await self.entered(line)
            return
        marks = sorted(self.overview.marks ^ {each.case.id})
        key = self.marks_draft
        await self.room.ask(lambda books: books.drafts.keep(key, {"cases": marks}))
        await self.refresh_page()

    def number_of(self, line: Line) -> int | None:
        """The hands counted on a case, while hands are counted."""
        each = self._found(line)
        if each is None or self.overview is None or not self.overview.overview.counting:
            return None
        counted = self.overview.overview.round
        if counted is None or each.case.id not in counted.cases:
            return None
        return counted.hands.get(each.case.id, 0)

    async def number_entered(self, line: Line, number: int) -> bool:
        """Keeps the hands for a case; after the last one says what came of it."""
        each, meeting_id = self._found(line), self.meeting_id
        if each is None or self.overview is None:
            return False
        case_id = each.case.id
        await self.record(lambda books: books.selection.count_hands(meeting_id, case_id, number))
        counted = self.overview.overview.round
        if counted is not None and counted.complete:
            self.run_worker(self.guarded(self._resolve()))
        return True

    async def _resolve(self) -> None:
        """All cases are counted: who is through is kept, a tie is said and counted again."""
        if self.overview is None:
            return
        overview, meeting_id = self.overview.overview, self.meeting_id
        if not overview.standing.tied:
            await self.record(lambda books: books.selection.settle(meeting_id))
            return
        question = self._tie(overview)
        if await self.choose(question, (Choice(True, _("Lấy ý kiến lại")),)):
            await self._count_again()

    async def _count_again(self) -> None:
        meeting_id = self.meeting_id
        await self.record(lambda books: books.selection.begin_second_count(meeting_id))
        if self.overview and self.overview.overview.round:
            self.lines.go_to(f"case:{self.overview.overview.round.cases[0]}")

    def _tie(self, overview: SelectionOverview) -> str:
        tied = [each.case for each in overview.cases if each.case.id in overview.standing.tied]
        counted = overview.round
        hands = counted.hands[tied[0].id] if counted else 0
        return _("{tie} Xin ý kiến lại giữa {n} người?").format(
            tie=tie_question(tied, hands, hidden=self.hidden), n=_number(len(tied))
        )

    # Agreement, counting, ways.

    async def entered(self, line: Line) -> None:
        """Enter: takes the club's opinion, or decides on a case."""
        match line.key:
            case "agree":
                await self._ask_agreement()
            case "hands":
                await self._begin_count()
            case "again":
                await self._count_again()
            case "back":
                await self.room.show_step(Step.PROPOSALS)
            case _:
                await self._decide(line)

    async def _ask_agreement(self) -> None:
        if self.overview is None:
            return
        marks, overview = self.overview.marks, self.overview.overview
        chosen = [each.case for each in overview.cases if each.case.id in marks]
        if not chosen:
            raise Refusal(RefusalKind.NOTHING_CHOSEN)
        names = ", ".join(shown_case(case, self.hidden) for case in chosen)
        answer = await self.choose(
            _("Chọn {names}. Cả CLB nhất trí?").format(names=names),
            (Choice("agreed", _("Nhất trí")), Choice("hands", _("Giơ tay lấy ý kiến"))),
        )
        if answer == "hands":
            await self._begin_count()
        elif answer == "agreed":
            meeting_id, ids = self.meeting_id, tuple(case.id for case in chosen)
            await self.record(lambda books: books.selection.choose_unanimously(meeting_id, ids))

    async def _begin_count(self) -> None:
        meeting_id = self.meeting_id
        marked = len(self.overview.marks) if self.overview else 0

        def accept(books: Books, values: Values) -> bool:
            books.selection.begin_count(meeting_id, values.number("seats") or 0)
            return True

        begun = await self.fill(
            Form(
                key=f"seats:{meeting_id}",
                title=_("Giơ tay lấy ý kiến"),
                fields=(
                    NumberField(
                        "seats",
                        _("Chọn mấy trường hợp?"),
                        _("Mỗi người được giơ tay tối đa bấy nhiêu lần."),
                    ),
                ),
                accept=accept,
                initial={"seats": str(marked or 1)},
            )
        )
        if begun and self.overview and self.overview.overview.round:
            self.lines.go_to(f"case:{self.overview.overview.round.cases[0]}")

    async def _decide(self, line: Line) -> None:
        each, meeting_id = self._found(line), self.meeting_id
        if each is None or self.overview is None:
            return
        case_id = each.case.id
        name = shown_case(each.case, self.hidden)
        if each.outcome is Outcome.CHOSEN:
            choices = (Choice("reason", _("Ghi lý do chọn")), Choice("undo", _("Bỏ chọn")))
            answer = await self.choose(_("{name}: được chọn").format(name=name), choices)
            if answer == "reason":
                await self._give_reason(each)
            elif answer == "undo":
                await self.record(
                    lambda books: books.selection.remove_decision(meeting_id, case_id)
                )
            return
        ways = [Choice(way, _(_WAY_WORDS[way])) for way in WAYS]
        if each.outcome is not None:
            words = _("Bỏ quyết định: {way}").format(way=_(OUTCOME[each.outcome]))
            ways.append(Choice(Outcome.NOT_DONE, words))
        way = await self.choose(
            _("{name} chưa được chọn: giải quyết thế nào?").format(name=name), tuple(ways)
        )
        if way is Outcome.NOT_DONE:
            await self.record(lambda books: books.selection.remove_decision(meeting_id, case_id))
        elif way in (Outcome.ENDED, Outcome.LOCALITY):
            await self._set_way_with_words(case_id, name, way)
        elif way is not None:
            await self.record(lambda books: books.selection.set_way(meeting_id, case_id, way))

    async def _set_way_with_words(self, case_id: int, name: str, way: Outcome) -> None:
        meeting_id = self.meeting_id
        ended = way is Outcome.ENDED

        def accept(books: Books, values: Values) -> bool:
            words = values.text("words")
            books.selection.set_way(
                meeting_id,
                case_id,
                way,
                reason=words if ended else "",
                matter="" if ended else words,
            )
            return True

        label = _("Kết thúc vì sao?") if ended else _("Đề xuất gì?")
        await self.fill(
            Form(
                key=f"way:{case_id}:{way}",
                title=name,
                fields=(LongField("words", label, rows=2),),
                accept=accept,
            )
        )

    async def _give_reason(self, each: CaseOnTable) -> None:
        meeting_id, case_id = self.meeting_id, each.case.id

        def accept(books: Books, values: Values) -> bool:
            books.selection.give_reason(meeting_id, case_id, values.text("reason"))
            return True

        await self.fill(
            Form(
                key=f"reason:{case_id}",
                title=_("Vì sao chọn {name}?").format(name=shown_case(each.case, self.hidden)),
                fields=(LongField("reason", _("Lý do"), rows=2),),
                accept=accept,
                initial={"reason": each.reason},
            )
        )

    async def reopen(self, form_key: str) -> None:
        """Opens a form of this step again."""
        kind, _colon, rest = form_key.partition(":")
        number, _colon, way = rest.partition(":")
        each = self._found_id(int(number)) if number.isdecimal() else None
        if kind == "seats":
            await self._begin_count()
        elif kind == "reason" and each is not None:
            await self._give_reason(each)
        elif kind == "way" and each is not None:
            name = shown_case(each.case, self.hidden)
            await self._set_way_with_words(each.case.id, name, Outcome(way))
        else:
            await super().reopen(form_key)

    def _found(self, line: Line) -> CaseOnTable | None:
        kind, _colon, number = line.key.partition(":")
        return self._found_id(int(number)) if kind == "case" else None

    def _found_id(self, case_id: int) -> CaseOnTable | None:
        cases = self.overview.overview.cases if self.overview else ()
        return next((each for each in cases if each.case.id == case_id), None)


def _number(count: int) -> str:
    words = {2: _("hai"), 3: _("ba"), 4: _("bốn"), 5: _("năm")}
    return words.get(count, str(count))
