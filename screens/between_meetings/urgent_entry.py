"""What can be done with a report of what could not wait, from its book or from step 2 (S32)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from screens.forms.form import Form
from screens.forms.pledge_form import first_draft, pledge_form, pointed_out
from screens.forms.urgent_form import (
    decision_form,
    help_form,
    new_report_texts,
    report_fields,
    report_in,
    report_texts,
)
from screens.forms.values import Values
from screens.language import _
from screens.meeting.names_later import name_helpers, naming_words, still_to_name
from screens.menu_screen import MenuScreen
from screens.popups import Choice
from screens.privacy import may_show, shown_case
from screens.wording.amounts import total_words
from storage.books import Books
from storage.records.assignment import CaseHelp
from storage.records.kinds import Position
from storage.records.pledges import Pledge, PledgeDraft
from storage.records.urgent import UrgentCase

AnyScreen = MenuScreen[Any]
Deed = Callable[[], Awaitable[None]]
"""What a line of the popup does."""

KEY = "urgent"
"""The key of the book, with which the keys of its forms begin."""
_NO_MEETING = 0


async def new_report(screen: AnyScreen) -> None:
    """Writes down a report, with whatever is known by then."""
    now = screen.room.clock.now()
    chair = await screen.room.ask(lambda books: books.register.holder(Position.CHAIR))
    await screen.fill(
        Form(
            key=f"{KEY}/new",
            title=_("Việc cần giúp ngay"),
            fields=report_fields(),
            accept=lambda books, values: books.urgent.report(report_in(books, values, now)),
            initial=new_report_texts(now, chair.id if chair else None),
        )
    )


async def change_report(screen: AnyScreen, report_id: int) -> None:
    """Writes over a report what its form says now."""
    now = screen.room.clock.now()
    before = await screen.room.ask(lambda books: books.urgent.draft_of(report_id))

    def accept(books: Books, values: Values) -> bool:
        books.urgent.change(report_id, report_in(books, values, now, before))
        return True

    await screen.fill(
        Form(
            key=f"{KEY}/report:{report_id}",
            title=_("Sửa việc cần giúp ngay"),
            fields=report_fields(),
            accept=accept,
            initial=report_texts(before),
        )
    )


async def open_report(screen: AnyScreen, report_id: int) -> None:
    """Asks what is to be written on a report."""
    report = await _report(screen, report_id)
    if report is None:
        return
    decision = _("Sửa quyết định") if report.decided else _("Ghi quyết định")
    done = _("Sửa việc đã giúp") if report.story.help_given else _("Đã giúp: ghi kết quả")
    choices: tuple[Choice[Deed], ...] = (
        Choice(partial(decide, screen, report_id), decision),
        Choice(partial(new_pledge, screen, report_id), _("Đăng ký giúp")),
        Choice(partial(tell_help, screen, report_id), done),
        Choice(partial(change_report, screen, report_id), _("Sửa lời báo")),
        Choice(partial(_refer, screen, report), _("Chuyển nhóm TNV chăm sóc tại nhà")),
        Choice(partial(_remove, screen, report), _("Bỏ (ghi nhầm)")),
    )
    deed = await screen.choose(shown_case(report.story.case, screen.hidden), choices)
    if deed is not None:
        await deed()


async def decide(screen: AnyScreen, report_id: int) -> None:
    """Writes down what was decided."""
    report = await _report(screen, report_id)
    if report is None:
        return
    before = await screen.room.ask(lambda books: books.urgent.draft_of(report_id))
    await screen.fill(
        decision_form(
            f"{KEY}/decision:{report_id}",
            _titled(screen, report, _("Quyết định")),
            before,
            screen.room.clock.now(),
            lambda books, words, by, at: books.urgent.decide(report_id, words, by, at),
        )
    )


async def tell_help(screen: AnyScreen, report_id: int) -> None:
    """Writes down what was given, and when."""
    report = await _report(screen, report_id)
    if report is None:
        return
    before = await screen.room.ask(lambda books: books.urgent.draft_of(report_id))
    await screen.fill(
        help_form(
            f"{KEY}/help:{report_id}",
            _titled(screen, report, _("Đã giúp")),
            before,
            ", ".join(map(total_words, report.totals)),
            screen.room.clock.now(),
            lambda books, given, at: books.urgent.done(report_id, given, at),
        )
    )


async def new_pledge(screen: AnyScreen, report_id: int) -> None:
    """Writes down who helps with what, as in step 6."""
    report = await _report(screen, report_id)
    if report is None:
        return
    case = report.story.case
    await _fill_pledge(
        screen,
        f"{KEY}/pledge-for:{report_id}",
        _titled(screen, report, _("Đăng ký giúp")),
        first_draft(
            CaseHelp(case, pledges=report.pledges, gaps=report.gaps),
            open_to_all=may_show(case.person, hidden=screen.hidden),
        ),
        lambda books, draft: books.urgent.pledge(report_id, draft),
        helped=case.member_id,
    )


async def open_pledge(screen: AnyScreen, pledge_id: int) -> None:
    """Changes a pledge, names those who help, or takes it back."""
    report, pledge = await _pledge(screen, pledge_id)
    if report is None or pledge is None:
        return

    async def remove() -> None:
        await screen.record(lambda books: books.urgent.remove_pledge(pledge_id))

    choices: list[Choice[Deed]] = [
        Choice(partial(change_pledge, screen, pledge_id), _("Sửa")),
        Choice(remove, _("Bỏ")),
    ]
    if still_to_name(pledge):
        choices.append(Choice(partial(name_pledged, screen, pledge_id), naming_words(pledge)))
    deed = await screen.choose(_("Đăng ký giúp"), choices)
    if deed is not None:
        await deed()


async def name_pledged(screen: AnyScreen, pledge_id: int) -> None:
    """Names those of whom only the number was known."""
    report, pledge = await _pledge(screen, pledge_id)
    if report is not None and pledge is not None:
        await name_helpers(
            screen,
            pledge,
            f"{KEY}/names:{pledge_id}",
            lambda books, named: books.urgent.name_helpers(pledge_id, named),
            report.story.case.member_id,
        )


async def change_pledge(screen: AnyScreen, pledge_id: int) -> None:
    """Writes over a pledge what its form says now."""

    def record(books: Books, draft: PledgeDraft) -> int:
        books.urgent.change_pledge(pledge_id, draft)
        return pledge_id

    report, _found = await _pledge(screen, pledge_id)
    helped = report.story.case.member_id if report else None
    initial = await screen.room.ask(lambda books: books.pledges.draft_of(pledge_id))
    key = f"{KEY}/pledge:{pledge_id}"
    await _fill_pledge(screen, key, _("Sửa đăng ký giúp"), initial, record, pledge_id, helped)


async def reopen_urgent_form(screen: AnyScreen, form_key: str) -> None:
    """Opens the form again that was half typed when the program ended."""
    kind, _colon, number = form_key.removeprefix(f"{KEY}/").partition(":")
    if kind == "new":
        await new_report(screen)
    elif number.isdecimal() and kind in _FORMS:
        await _FORMS[kind](screen, int(number))


async def _fill_pledge(
    screen: AnyScreen,
    key: str,
    title: str,
    initial: PledgeDraft,
    record: Callable[[Books, PledgeDraft], int],
    besides: int | None = None,
    helped: int | None = None,
) -> None:
    def busy(books: Books, values: Values) -> Mapping[int, str]:
        return pointed_out(books, None, values.when("when"), _NO_MEETING, besides)

    groups = await screen.room.ask(lambda books: books.register.groups())
    await screen.fill(pledge_form(key, title, initial, groups, busy, record, helped))


async def _refer(screen: AnyScreen, report: UrgentCase) -> None:
    case_id = report.story.case.id
    await screen.record(lambda books: books.home_care.refer(case_id))


async def _remove(screen: AnyScreen, report: UrgentCase) -> None:
    question = _("Bỏ việc này khỏi sổ, cùng những gì đã đăng ký giúp? Không làm lại được.")
    if await screen.confirm(question, _("Bỏ")):
        await screen.record(lambda books: books.urgent.remove(report.id))


async def _report(screen: AnyScreen, report_id: int) -> UrgentCase | None:
    overview = await screen.room.ask(lambda books: books.urgent.overview())
    return overview.report(report_id)


async def _pledge(
    screen: AnyScreen, pledge_id: int
) -> tuple[UrgentCase, Pledge] | tuple[None, None]:
    """A pledge with the report on which it was made."""
    overview = await screen.room.ask(lambda books: books.urgent.overview())
    reports = (*overview.open, *overview.done)
    made = ((report, pledge) for report in reports for pledge in report.pledges)
    return next((each for each in made if each[1].id == pledge_id), (None, None))


def _titled(screen: AnyScreen, report: UrgentCase, what: str) -> str:
    return f"{what} – {shown_case(report.story.case, screen.hidden)}"


_FORMS: Mapping[str, Callable[[AnyScreen, int], Awaitable[None]]] = {
    "report": change_report,
    "decision": decide,
    "help": tell_help,
    "pledge-for": new_pledge,
    "pledge": change_pledge,
    "names": name_pledged,
}
