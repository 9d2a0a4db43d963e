"""What becomes of a case in step 5: its way where it is not chosen, and the reason."""

from __future__ import annotations

from typing import Any

from screens.forms.fields import LongField
from screens.forms.form import Form
from screens.forms.values import Values
from screens.language import N_, _, as_on_paper
from screens.meeting.step import StepScreen
from screens.popups import Choice
from screens.privacy import forms_of_help, may_show, name_for_locality, shown_case
from storage.books import Books
from storage.records.kinds import ConsentScope, Outcome
from storage.records.selection import CaseOnTable, SelectionOverview
from storage.rules.consent import may_be_named
from storage.rules.selection import WAYS
from storage.rules.terms import OUTCOME

_WAY_WORDS = {
    Outcome.KEPT: N_("Để kỳ sau"),
    Outcome.OWN_GROUP: N_("Tổ tự giúp"),
    Outcome.HOME_CARE: N_("Chuyển nhóm TNV chăm sóc tại nhà"),
    Outcome.LOCALITY: N_("Đề xuất với địa phương…"),
    Outcome.ENDED: N_("Kết thúc vì…"),
}
_REASON = "reason"
_REMOVE = "remove"
_CHOOSE = "choose"

AnyStep = StepScreen[Any]


async def decide_on(screen: AnyStep, each: CaseOnTable) -> bool:
    """Asks what becomes of a case, and keeps it; says whether the club is asked to choose it."""
    name = shown_case(each.case, screen.hidden)
    if each.outcome is None:
        title = _("{name} chưa được chọn: giải quyết thế nào?").format(name=name)
    else:
        title = f"{name}: {_(OUTCOME[each.outcome])}"
    answer = await screen.choose(title, _choices(each))
    if answer is None or answer == _CHOOSE:
        return answer == _CHOOSE
    meeting_id, case_id = screen.meeting_id, each.case.id
    if answer == _REASON:
        await _give_reason(screen, each)
    elif answer == _REMOVE:
        await screen.record(lambda books: books.selection.remove_decision(meeting_id, case_id))
    elif answer in (Outcome.ENDED, Outcome.LOCALITY):
        await _set_way_with_words(screen, each, Outcome(answer))
    else:
        way = Outcome(answer)
        await screen.record(lambda books: books.selection.set_way(meeting_id, case_id, way))
    return False


async def reopen_way_form(screen: AnyStep, overview: SelectionOverview, form_key: str) -> bool:
    """Opens a form of this kind again; says whether it was one."""
    kind, _colon, rest = form_key.partition(":")
    number, _colon, way = rest.partition(":")
    each = overview.find(int(number)) if number.isdecimal() else None
    if each is None or kind not in ("case-reason", "case-way"):
        return False
    if kind == "case-reason":
        await _give_reason(screen, each)
    else:
        await _set_way_with_words(screen, each, Outcome(way))
    return True


def _choices(each: CaseOnTable) -> tuple[Choice[str], ...]:
    """What can be said of a case, each under its digit."""
    if each.chosen:
        return (Choice(_REASON, _("Ghi lý do")), Choice(_REMOVE, _("Bỏ chọn")))
    ways = tuple(Choice(str(way), _(_WAY_WORDS[way])) for way in WAYS)
    if each.outcome is None:
        # Whoever marked it may expect Enter to choose it.
        return (*ways, Choice(_CHOOSE, _("Chọn giúp: cả CLB nhất trí?")))
    return (*ways, Choice(_REASON, _("Ghi lý do")), Choice(_REMOVE, _("Bỏ, bàn lại")))


async def _set_way_with_words(screen: AnyStep, each: CaseOnTable, way: Outcome) -> None:
    """Ends a case with its reason, or says what is proposed to the locality for it."""
    meeting_id, case_id = screen.meeting_id, each.case.id
    ended = way is Outcome.ENDED

    def accept(books: Books, values: Values) -> bool:
        words = values.text("words")
        if ended:
            books.selection.set_way(meeting_id, case_id, way, reason=words)
        else:
            books.selection.set_way(meeting_id, case_id, way, matter=words)
        return True

    if ended:
        field = LongField("words", _("Kết thúc vì sao?"), rows=2)
        before = each.reason if each.outcome is way else ""
    else:
        hint = _("Câu này hiện ở bước 7.")
        field = LongField("words", _("Đề xuất gì?"), hint, rows=2)
        kept = await screen.room.ask(
            lambda books: books.selection.locality_words(meeting_id, case_id)
        )
        before = kept or _first_words(each)
    await screen.fill(
        Form(
            key=f"case-way:{case_id}:{way}",
            title=shown_case(each.case, screen.hidden),
            fields=(field,),
            accept=accept,
            initial={"words": before},
        )
    )


def _first_words(each: CaseOnTable) -> str:
    """What to begin with: the name and the need, as far as the locality may be told of them."""
    case = each.case
    needs = [need.what for need in case.needs if need.what]
    may = may_be_named(case.person, ConsentScope.LOCALITY) and may_show(case.person, hidden=True)
    with as_on_paper():
        told = ", ".join(needs) if may and needs else forms_of_help(case)
        return f"giúp {name_for_locality(case)}: {told}"


async def _give_reason(screen: AnyStep, each: CaseOnTable) -> None:
    meeting_id, case_id = screen.meeting_id, each.case.id

    def accept(books: Books, values: Values) -> bool:
        books.selection.give_reason(meeting_id, case_id, values.text("reason"))
        return True

    name = shown_case(each.case, screen.hidden)
    title = _("Vì sao chọn {name}?") if each.chosen else _("Lý do: {name}")
    await screen.fill(
        Form(
            key=f"case-reason:{case_id}",
            title=title.format(name=name),
            fields=(LongField("reason", _("Lý do"), rows=2),),
            accept=accept,
            initial={"reason": each.reason},
        )
    )
