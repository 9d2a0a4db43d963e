"""Step 8, Thông qua biên bản: what was agreed, its approval, the paper and the seal."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from screens.base import Page
from screens.between_meetings.addenda import AddendaScreen
from screens.forms.ask_agreement import ask_agreement, count_hands
from screens.forms.fields import TextField
from screens.forms.form import Form
from screens.forms.values import Values
from screens.language import N_, _
from screens.meeting.minutes_lines import point_lines, step_of
from screens.meeting.minutes_view import MinutesViewScreen, open_wording
from screens.meeting.step import StepScreen
from screens.papers.printing import print_minutes
from screens.safekeeping.backing_up import back_up
from screens.widgets.lines import Line, act, blank, heading, note
from storage.books import Books
from storage.drafts import HANDS
from storage.records.approval import ApprovalOverview
from storage.records.kinds import MeetingState, Step
from storage.records.lacks import LackKind
from storage.vietnamese import count


class Deed(StrEnum):
    """What can be done here; each has its digit on every line."""

    APPROVE = "1"
    VIEW = "2"
    PRINT = "3"
    SEAL = "4"
    REOPEN = "5"
    HOME = "6"
    ADDENDA = "7"


_LABELS = {
    Deed.APPROVE: N_("Thông qua: cả CLB nhất trí?"),
    Deed.VIEW: N_("Xem toàn bộ biên bản, sửa lời"),
    Deed.PRINT: N_("In biên bản"),
    Deed.SEAL: N_("Chốt biên bản"),
    Deed.REOPEN: N_("Mở lại để sửa"),
    Deed.HOME: N_("Về trang chính"),
    Deed.ADDENDA: N_("Phụ lục biên bản"),
}
_QUESTIONS = {
    LackKind.NO_CASE_REASON: ("no_case", N_("Vì sao không chọn trường hợp nào?")),
    LackKind.NO_COMMUNITY_REASON: ("no_community", N_("Vì sao chưa có việc cho cộng đồng?")),
}


class ApprovalScreen(StepScreen[ApprovalOverview]):
    """The agreed points in a dozen lines, and what is to be done next above them."""

    STEP: ClassVar[Step] = Step.APPROVAL
    HELP: ClassVar[str] = N_(
        "Đọc to các điều đã thống nhất, rồi lấy ý kiến thông qua. Sau đó in, ký trên giấy, cuối "
        "cùng mới chốt. Trước khi chốt còn mở lại để sửa được; chốt rồi thì chỉ lập phụ lục. "
        "Enter ở một điều để về bước của điều ấy."
    )

    def read(self, books: Books) -> ApprovalOverview:
        """What was agreed, and how far the minutes are."""
        return books.minutes.overview(self.meeting_id)

    def page(self, overview: ApprovalOverview) -> Page:
        """The next thing to do, the agreed points, and the rest."""
        first, *others = _deeds(overview)
        points = point_lines(overview.points, self.app.size.width, hidden=self.hidden)
        lines = [
            _deed_line(first, overview),
            *(points or [blank("points"), note(_("Chưa có nội dung nào được thống nhất."))]),
            *(note(_changed(title)) for title in overview.parts_changed),
            blank("deeds"),
            heading(_("Việc khác")),
            *(_deed_line(deed, overview) for deed in others),
        ]
        return Page(
            title=_("Nội dung đã thống nhất"),
            aside=_number(overview),
            lines=tuple(lines),
            status=_status(overview),
            keys=_digits(overview),
        )

    async def refresh_page(self) -> None:
        """Reads and shows; once the paper is made, say, the cursor is on what comes next."""
        before = self._next
        await super().refresh_page()
        line = self.lines.line
        if before not in (None, self._next) and line is not None and line.key in list(Deed):
            self.lines.go_to(str(self._next))

    @property
    def _next(self) -> Deed | None:
        """What is to be done next."""
        return _deeds(self.overview)[0] if self.overview is not None else None

    async def entered(self, line: Line) -> None:
        """Enter: does what the line says, or goes to the step of a point."""
        step = step_of(line.key)
        if step is not None:
            await self.room.show_step(step)
            return
        await self._do(Deed(line.key))

    async def digit(self, line: Line, digit: str) -> None:  # noqa: ARG002 - on every line
        """A digit does what bears it, wherever the cursor is."""
        if self.overview is not None and digit in _deeds(self.overview):
            await self._do(Deed(digit))

    async def reopen(self, form_key: str) -> None:
        """Opens a form of this step again."""
        kind, _colon, rest = form_key.partition(":")
        if kind == "wording":
            await open_wording(self, self.meeting_id, Step(int(rest.rpartition(":")[2])))
        elif kind == HANDS:
            await self._approve(again=True)
        elif kind == "reason":
            await self._give_reason(LackKind(rest.rpartition(":")[2]))
        else:
            await super().reopen(form_key)

    async def _do(self, deed: Deed) -> None:
        match deed:
            case Deed.APPROVE:
                await self._approve()
            case Deed.VIEW:
                await self.app.push_screen_wait(MinutesViewScreen(self.meeting_id))
            case Deed.PRINT:
                await print_minutes(self)
            case Deed.SEAL:
                await self._seal()
            case Deed.REOPEN:
                await self._reopen_minutes()
            case Deed.ADDENDA:
                await self.app.push_screen_wait(AddendaScreen(self.meeting_id))
            case Deed.HOME:
                await self.room.show_home()
                return
        if self.overview is not None:
            self.lines.go_to(_deeds(self.overview)[0])

    async def _approve(self, *, again: bool = False) -> None:
        """Asks for what is missing, then the club; where hands were being counted, on with that."""
        overview = self.overview
        if overview is None:
            return
        for lack in overview.lacks:
            if lack.kind in _QUESTIONS and not await self._give_reason(lack.kind):
                return
        meeting_id = self.meeting_id
        ask = count_hands if again else ask_agreement
        agreement = await ask(
            self,
            _("Thông qua biên bản: cả CLB nhất trí?"),
            overview.present,
            key=f"minutes:{meeting_id}",
        )
        if agreement is None:
            return
        await self.record(
            lambda books: books.minutes.approve(
                meeting_id,
                unanimous=agreement.unanimous,
                in_favour=agreement.in_favour,
                against=agreement.against,
                other=agreement.other,
            )
        )

    async def _give_reason(self, kind: LackKind) -> bool:
        meeting_id = self.meeting_id
        name, question = _QUESTIONS[kind]

        def accept(books: Books, values: Values) -> bool:
            books.minutes.give_reason(meeting_id, **{name: values.text("reason")})
            return True

        given = await self.fill(
            Form(
                key=f"reason:{meeting_id}:{kind}",
                title=_(question),
                fields=(TextField("reason", _("Lý do"), _("Sẽ ghi vào biên bản.")),),
                accept=accept,
            )
        )
        return given is True

    async def _seal(self) -> None:
        overview = self.overview
        if overview is None:
            return
        if overview.print_outdated:
            warning = _("Bản in trước không còn đúng. ")
        else:
            warning = "" if overview.printed else _("Chưa in bản đã thông qua. ")
        question = warning + _(
            "Biên bản đã ký trên giấy? Chốt rồi thì không sửa được nữa, chỉ lập phụ lục."
        )
        if await self.confirm(question, _("Chốt biên bản")):
            meeting_id = self.meeting_id
            await self.record(lambda books: books.minutes.seal(meeting_id))
            if trouble := await back_up(self.room, sealed=True):
                self.say(trouble)

    async def _reopen_minutes(self) -> None:
        question = _("Mở lại để sửa? Bản đã in sẽ không còn đúng, phải thông qua và in lại.")
        if await self.confirm(question, _("Mở lại để sửa")):
            meeting_id = self.meeting_id
            await self.record(lambda books: books.minutes.reopen(meeting_id))


def _deeds(overview: ApprovalOverview) -> tuple[Deed, ...]:
    """What can be done in this state; the next thing to do comes first."""
    match overview.state:
        case MeetingState.RUNNING:
            return (Deed.APPROVE, Deed.VIEW, Deed.PRINT)
        case MeetingState.APPROVED if overview.printed and not overview.print_outdated:
            return (Deed.SEAL, Deed.VIEW, Deed.PRINT, Deed.REOPEN)
        case MeetingState.APPROVED:
            return (Deed.PRINT, Deed.VIEW, Deed.SEAL, Deed.REOPEN)
        case _:
            return (Deed.HOME, Deed.VIEW, Deed.PRINT, Deed.ADDENDA)


def _deed_line(deed: Deed, overview: ApprovalOverview) -> Line:
    """A line that does something; what is approved is only read."""
    read_only = deed is Deed.VIEW and overview.state is not MeetingState.RUNNING
    label = _("Xem toàn bộ biên bản") if read_only else _(_LABELS[deed])
    return act(deed, f"{deed}  {label}")


def _digits(overview: ApprovalOverview) -> tuple[tuple[str, str], ...]:
    """What each digit does, in sight although its line may not be."""
    words = {
        Deed.APPROVE: _("thông qua"),
        Deed.HOME: _("trang chính"),
        Deed.VIEW: _("xem"),
        Deed.PRINT: _("in"),
        Deed.SEAL: _("chốt"),
        Deed.REOPEN: _("mở lại"),
        Deed.ADDENDA: _("phụ lục"),
    }
    return tuple((str(deed), words[deed]) for deed in _deeds(overview))


def _number(overview: ApprovalOverview) -> str:
    if overview.number is None:
        return _("biên bản chưa có số")
    return _("biên bản số {number}").format(number=count(overview.number))


def _changed(title: str) -> str:
    return _("“{part}” đã thay đổi sau khi thư ký sửa lời.").format(part=title)


def _status(overview: ApprovalOverview) -> str:
    """What has been reached, and what comes next."""
    if overview.state is MeetingState.SEALED:
        return _("Đã chốt. Mã kiểm tra {code}").format(code=overview.check_code)
    if overview.print_outdated:
        if overview.state is MeetingState.RUNNING:
            return _("Đang mở lại để sửa. Bản in trước không còn đúng.")
        return _("Bản in trước không còn đúng. Xin in lại rồi ký.")
    if overview.state is MeetingState.APPROVED:
        if overview.printed:
            return _("Đã thông qua, giấy đã làm. Ký trên giấy xong thì chốt.")
        return _("Đã thông qua. In ra, ký trên giấy rồi mới chốt.")
    return _("Đọc to các điều trên, rồi lấy ý kiến thông qua.")
