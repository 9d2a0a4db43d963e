"""Step 3, Các tổ thảo luận: the two questions, the clock, and which groups have agreed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from screens.base import Page
from screens.language import N_, _
from screens.meeting.group_turn import hear_group, reopen_proposal_form
from screens.meeting.step import StepScreen
from screens.widgets.big_digits import BigDigits
from screens.widgets.clock_words import clock_text, countdown_words
from screens.widgets.foot import SPACE
from screens.widgets.lines import Column, Line, act
from screens.widgets.rewording import reword
from storage.books import Books
from storage.records.discussion import DiscussionOverview, GroupTalk, TalkState
from storage.records.kinds import Step
from storage.records.meetings import Countdown
from storage.rules.discussion import jumped

_QUESTIONS = (
    N_(
        "1. Ít nhất 1 trường hợp có khó khăn đặc biệt cần CLB giúp đỡ (cả trong và ngoài CLB): "
        "tên, địa chỉ, hoàn cảnh/khó khăn, nhu cầu và thời gian cần hỗ trợ?"
    ),
    N_("2. CLB cần làm gì để hỗ trợ cộng đồng, đề xuất gì với địa phương?"),
)
QUESTIONS_IN_SHORT = (
    N_("1. Trường hợp có khó khăn đặc biệt cần CLB giúp đỡ?"),
    N_("2. Việc cho cộng đồng, đề xuất với địa phương?"),
)
"""For a small screen, and for letters that the last row can read."""
_STATES = {TalkState.TALKING: ("□", N_("đang bàn")), TalkState.AGREED: ("■", N_("đã thống nhất"))}
"""A group's state by shape and word."""
_COLUMNS = (Column(10), Column(), Column(23), Column(15))
_NARROW_COLUMNS = (Column(10), Column(), Column(15))
_ROOM_FOR_DIGITS = (76, 22)
"""Columns and rows below which the head alone shows the clock."""


class DiscussionScreen(StepScreen[DiscussionOverview]):
    """What the groups talk about, how long they have, and who is ready."""

    STEP: ClassVar[Step] = Step.DISCUSSION
    HELP: ClassVar[str] = N_(
        "F4 cho đồng hồ chạy hoặc dừng; + và − thêm, bớt một phút. Hết giờ có tiếng chuông, "
        "nhưng các tổ cứ bàn nốt. Dấu cách ở một tổ khi tổ đã thống nhất; Enter để ghi ngay "
        "đề xuất của tổ trong lúc các tổ khác còn bàn."
    )
    DEFAULT_CSS = """
    #talk {
        height: auto;
        padding: 0 1;
    }
    #talk.spread {
        padding: 1 1;
    }
    #questions {
        width: 1fr;
        height: auto;
        margin-right: 2;
    }
    """

    def compose_above(self) -> ComposeResult:
        """The questions on the left, the clock on the right."""
        with Horizontal(id="talk"):
            yield Static("", id="questions", markup=False)
            yield BigDigits(id="digits")

    def read(self, books: Books) -> DiscussionOverview:
        """The clock and the groups."""
        return books.discussion.overview(self.meeting_id)

    def page(self, overview: DiscussionOverview) -> Page:
        """The clock's row, the groups, and the row that ends the discussion."""
        clock = overview.countdown
        lines = [act("clock", _clock_act(clock), _("Dấu cách hoặc F4 · + − thêm, bớt một phút"))]
        narrow = self.app.size.width < _ROOM_FOR_DIGITS[0]
        lines += [_group_line(talk, narrow=narrow) for talk in overview.groups]
        if clock.begun and not clock.ended:
            lines.append(act("end", _("Kết thúc thảo luận")))
        return Page(
            title=self._introduction(),
            aside=_("Thống nhất {agreed} / {groups}").format(
                agreed=overview.agreed, groups=len(overview.groups)
            ),
            columns=_NARROW_COLUMNS if narrow else _COLUMNS,
            lines=tuple(lines),
            status=countdown_words(clock, self.room.clock.now()),
            keys=(
                (SPACE, _("thống nhất")),
                ("Enter", _("đề xuất")),
                ("F4", _("đồng hồ")),
                ("+ −", _("phút")),
            ),
        )

    def _introduction(self) -> str:
        """How the facilitator introduces the questions, in the handbook's words (S13)."""
        if self.app.size.width < 110:
            return _("Các tổ trưởng thảo luận với các TV trong tổ và cho biết:")
        return _("Người điều hành đề nghị các tổ trưởng thảo luận với các TV trong tổ và cho biết:")

    def show_page(self) -> None:
        """Shows the questions as long as there is room, and the digits where there is."""
        width, height = self.app.size
        large = width >= _ROOM_FOR_DIGITS[0] and height >= _ROOM_FOR_DIGITS[1]
        self.query_one("#digits").display = large
        self.query_one("#talk").set_class(height >= 30, "spread")
        questions = _QUESTIONS if large else QUESTIONS_IN_SHORT
        reword(self.query_one("#questions", Static), Content("\n".join(map(_, questions))))
        super().show_page()

    def tick(self) -> None:
        """Shows what is left; a clock that the machine's clock left behind is put right."""
        super().tick()
        if self.overview is None:
            return
        countdown, now = self.overview.countdown, self.room.clock.now()
        self.query_one("#digits", BigDigits).text = clock_text(countdown.left(now))
        self._say_row("status", countdown_words(countdown, now))
        # That of a meeting whose minutes are approved stands still, and is left as it is.
        held = self.head is not None and self.head.meeting.open
        if held and jumped(countdown, now) and self.is_current:
            self.run_worker(self.guarded(self._settle()), group="settle", exclusive=True)

    async def _settle(self) -> None:
        meeting_id = self.meeting_id
        await self.room.ask(lambda books: books.discussion.settle(meeting_id))
        await self.refresh_page()

    async def entered(self, line: Line) -> None:
        """Enter: a group's proposals, or what a row says."""
        group_id = _group_of(line)
        if group_id is not None:
            await hear_group(self, group_id)
            await self.refresh_page()
        elif line.key == "end":
            await self._end()
        else:
            await super().action_clock()

    def works(self, key: str, line: Line | None) -> bool:
        """Space here is for a group; the clock takes minutes on every line."""
        if key == SPACE:
            return line is not None and _group_of(line) is not None
        return key == "+ −" or super().works(key, line)

    async def ticked(self, line: Line) -> None:
        """Space: a group has agreed, or talks on; the clock runs, or stands."""
        group_id = _group_of(line)
        if group_id is None:
            await self.entered(line)
            return
        meeting_id = self.meeting_id
        await self.record(lambda books: books.discussion.toggle_agreed(meeting_id, group_id))
        self._go_to_next_talking(group_id)

    def _go_to_next_talking(self, group_id: int) -> None:
        """A group has just agreed: the next that still talks is most likely to be next."""
        talks = self.overview.groups if self.overview else ()
        states = {talk.group.id: talk.state for talk in talks}
        if states.get(group_id) is not TalkState.AGREED:
            return
        order = list(states)
        after = order[order.index(group_id) + 1 :]
        talking = next((each for each in after if states[each] is not TalkState.AGREED), None)
        if talking is not None:
            self.lines.go_to(f"group:{talking}")

    async def action_clock(self) -> None:
        """F4; once the clock runs, the first group that still talks has the cursor.

        Whoever starts it on its own row may stop it there too.
        """
        await super().action_clock()
        if self.overview is None or self.overview.countdown.started is None:
            return
        talks = self.overview.groups
        talking = (each.group.id for each in talks if each.state is not TalkState.AGREED)
        line = self.lines.line
        if line is not None and line.key == "clock" and (first := next(talking, None)):
            self.lines.go_to(f"group:{first}")

    async def amount(self, _line: Line, amount: int) -> None:
        """Plus and minus: a minute more, or one less."""
        meeting_id = self.meeting_id
        await self.room.ask(lambda books: books.discussion.change_length(meeting_id, amount))
        await self.refresh_page()

    async def _end(self) -> None:
        meeting_id = self.meeting_id
        await self.room.ask(lambda books: books.discussion.end(meeting_id))
        await self.refresh_page()

    async def reopen(self, form_key: str) -> None:
        """Opens the form of a proposal again that was open when the program ended."""
        if not await reopen_proposal_form(self, form_key):
            await super().reopen(form_key)


def _clock_act(countdown: Countdown) -> str:
    """What the clock's row does."""
    if countdown.ended:
        return _("Bàn tiếp")
    if countdown.started is not None:
        return _("Tạm dừng đồng hồ")
    if countdown.begun:
        return _("Cho đồng hồ chạy tiếp")
    return _("Bắt đầu bàn: {minutes} phút").format(minutes=countdown.length // 60)


def _group_line(talk: GroupTalk, *, narrow: bool) -> Line:
    mark, word = _STATES[talk.state]
    written = () if narrow else (_written(talk),)
    return Line(
        f"group:{talk.group.id}",
        (f"{mark} {talk.group.name}", talk.group.leader, *written, _(word)),
        detail=_("Dấu cách: đã thống nhất hoặc còn bàn · Enter: ghi đề xuất của tổ"),
    )


def _written(talk: GroupTalk) -> str:
    """What is written down for the group already."""
    parts = []
    if talk.cases:
        parts.append(_("{count} trường hợp", talk.cases).format(count=talk.cases))
    if talk.matters:
        parts.append(_("{count} việc", talk.matters).format(count=talk.matters))
    return " · ".join(parts)


def _group_of(line: Line) -> int | None:
    kind, _colon, number = line.key.partition(":")
    return int(number) if kind == "group" else None
