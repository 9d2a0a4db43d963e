"""How a promise, an answer awaited and urgent help stand in their rows (step 2)."""

from __future__ import annotations

from dataclasses import replace

from screens.language import N_, _
from screens.privacy import may_show, shown_case
from screens.widgets.lines import Column, Line
from screens.wording.amounts import (
    amount_words,
    form_word,
    given_in_short,
    given_words,
    helpers_in_short,
)
from screens.wording.days import describe
from storage.days import on_screen
from storage.records.cases import When
from storage.records.community import Answer
from storage.records.follow_up import AwaitedAnswer, Promise, Targets, UrgentStory
from storage.records.kinds import FulfilmentState, HelpForm
from storage.records.pledges import Fulfilment, Pledge
from storage.rules.terms import HELP_UNIT
from storage.vietnamese import count, money

COLUMNS = (Column(18), Column(), Column(9), Column(20))
"""For whom, what, who helps, and how it stands."""
NARROW_COLUMNS = (*COLUMNS[:2], COLUMNS[3])
"""Where there is less room, who helps stands in the line under the list alone."""

_STATES = {
    FulfilmentState.DONE: N_("√ đã làm"),
    FulfilmentState.PARTLY: N_("– một phần"),
    FulfilmentState.POSTPONED: N_("· hẹn lại"),
    FulfilmentState.NOT_DONE: N_("× chưa làm được"),
}
_BETWEEN = " · "


def narrowed(line: Line) -> Line:
    """A line for the narrow columns."""
    return replace(line, cells=(*line.cells[:2], *line.cells[3:]))


def target_words(targets: Targets) -> str:
    """Both targets, each with how far it is (S1, S2)."""
    average = targets.helped * 10 // targets.months
    community = _(
        "{mark} Tháng {month} giúp cộng đồng {count} lần (ít nhất {wanted} lần)", targets.activities
    ).format(
        mark=_mark(targets.community_met),
        month=targets.month.month,
        count=targets.activities,
        wanted=targets.activities_wanted,
    )
    persons = _(
        "{mark} {months} tháng qua, trung bình mỗi tháng giúp được {average} người "
        "(ít nhất {wanted} người)"
    ).format(
        mark=_mark(targets.persons_met),
        months=targets.months,
        wanted=count(targets.persons_wanted),
        average=f"{average // 10},{average % 10}" if average % 10 else str(average // 10),
    )
    return f"{community}\n{persons}"


def _mark(met: bool) -> str:
    return "√" if met else "·"


def promise_line(promise: Promise, *, hidden: bool) -> Line:
    """A promise: for whom, what, who helps, and how it stands."""
    return Line(
        f"pledge:{promise.pledge.id}",
        (
            for_whom(promise, hidden=hidden),
            what_was_promised(promise, hidden=hidden),
            helpers_in_short(promise.pledge),
            _state(promise),
        ),
        detail=_BETWEEN.join(
            part
            for part in (
                what_was_promised(promise, hidden=hidden),
                _promise_detail(promise, hidden=hidden),
            )
            if part
        ),
    )


def for_whom(promise: Promise, *, hidden: bool) -> str:
    """Whom it helps, as the wall may say it."""
    return shown_case(promise.case, hidden) if promise.case else _("cộng đồng")


def what_was_promised(promise: Promise, *, hidden: bool) -> str:
    """What it is, without what it tells of a person who did not agree to be named."""
    if promise.matter is not None:
        return promise.matter.what
    if _open(promise, hidden=hidden):
        return given_words(promise.pledge)
    return given_in_short(promise.pledge)


def _open(promise: Promise, *, hidden: bool) -> bool:
    return promise.case is None or may_show(promise.case.person, hidden=hidden)


def told_in_short(pledge: Pledge, told: Fulfilment) -> str:
    """What became of a promise, and how much where that differs from what was promised."""
    parts = (_(_STATES[told.state]), _amount_in_short(pledge, told), _put_off(told))
    return " ".join(part for part in parts if part)


def _state(promise: Promise) -> str:
    if promise.told is not None:
        return told_in_short(promise.pledge, promise.told)
    if promise.overdue_days:
        return _("quá hẹn {days} ngày", promise.overdue_days).format(days=promise.overdue_days)
    if promise.ahead:
        return _("hẹn {day}").format(day=_end(promise.due))
    return _("chưa báo")


def _end(due: When) -> str:
    day = due.last or due.first
    return on_screen(day) if day else due.text


def _put_off(told: Fulfilment) -> str:
    """The day to which it was put off, where it is known."""
    day = told.postponed_to.last or told.postponed_to.first
    return f"{day:%d/%m}" if day else ""


def _amount_in_short(pledge: Pledge, told: Fulfilment) -> str:
    """What was really given, where that differs from what was promised."""
    if told.given is None or told.given == pledge.total:
        return ""
    if _in_money(pledge):
        return money(told.given)
    return str(told.given) if pledge.total is None else f"{told.given}/{pledge.total}"


def _in_money(pledge: Pledge) -> bool:
    """Whether what is pledged is counted in đồng."""
    return (pledge.draft.unit or HELP_UNIT[pledge.draft.form]) == HELP_UNIT[HelpForm.MONEY]


def _promise_detail(promise: Promise, *, hidden: bool) -> str:
    told = promise.told
    if told is not None:
        full = told_in_full(promise.pledge, told, private=not _open(promise, hidden=hidden))
        if told.state is not FulfilmentState.NOT_DONE:
            return full
        return _BETWEEN.join(filter(None, (_("kết thúc, không nhắc nữa"), full)))
    due = describe(promise.due) or promise.due.text
    parts = [helpers_by_name(promise.pledge)]
    if due:
        parts.append(_("hẹn {when}").format(when=due))
    elif promise.promised_on is not None:
        parts.append(_("hứa {day}").format(day=on_screen(promise.promised_on)))
    if promise.before is not None:
        parts.append(_("kỳ trước: {state}").format(state=_(_STATES[promise.before.state])[2:]))
    return _BETWEEN.join(part for part in parts if part)


def helpers_by_name(pledge: Pledge) -> str:
    """Who helps by name, as they promised it before the club; the last of many are counted."""
    if not pledge.helpers:
        return pledge.in_charge_name
    named = ", ".join(pledge.helpers[:2])
    more = len(pledge.helpers) - 2
    return _("{named} và {more} người nữa").format(named=named, more=more) if more > 0 else named


def told_in_full(pledge: Pledge, told: Fulfilment, *, private: bool) -> str:
    """What was told, in one line; what may tell of the person stays in the books."""
    parts = []
    if told.given is not None:
        draft = pledge.draft
        parts.append(
            amount_words(draft.form, "" if private else draft.what, draft.unit, told.given)
        )
    if told.came:
        parts.append(
            _("thêm {count} người chưa đăng ký cũng đến", told.came).format(count=told.came)
        )
    if told.postponed_to.text:
        parts.append(
            _("hẹn lại {when}").format(when=describe(told.postponed_to) or told.postponed_to.text)
        )
    if not private:
        parts += [told.reason, told.result, told.thanks]
    return _BETWEEN.join(part.replace("\n", " ") for part in parts if part)


def answer_line(awaited: AwaitedAnswer) -> Line:
    """A matter that was taken to the locality, and whether it has answered."""
    draft = awaited.matter.draft
    told = awaited.told
    if told is not None:
        state = _("√ đã trả lời") if told.settled else _("còn theo dõi")
    elif awaited.ahead:
        state = _("hẹn {day}").format(day=_end(draft.when))
    else:
        state = _("chưa trả lời")
    return Line(
        f"answer:{awaited.matter.id}",
        (draft.addressee or _("địa phương"), awaited.matter.what, "", state),
        detail=_BETWEEN.join(
            (awaited.matter.what, answer_words(told) if told else _answer_detail(awaited))
        ),
    )


def answer_words(told: Answer) -> str:
    """Who answered, and what."""
    text = told.text.replace("\n", " ")
    return f"{told.by}: {text}" if told.by else text


def _answer_detail(awaited: AwaitedAnswer) -> str:
    parts = [_("thống nhất {day}").format(day=on_screen(awaited.agreed_on))]
    if awaited.matter.representative_name:
        parts.append(_("{name} phát biểu").format(name=awaited.matter.representative_name))
    parts.append(_("Enter để ghi trả lời"))
    return _BETWEEN.join(parts)


def urgent_line(story: UrgentStory, *, hidden: bool) -> Line:
    """Help that could not wait; it is told here, and changed in its own book."""
    shown = may_show(story.case.person, hidden=hidden)
    forms = {form_word(need.form): None for need in story.case.needs}
    return Line(
        f"urgent:{story.id}",
        (
            shown_case(story.case, hidden),
            (story.help_given or story.decision or story.case.circumstances)
            if shown
            else ", ".join(forms),
            "",
            urgent_state(story),
        ),
        detail=_urgent_detail(story, shown=shown),
    )


def urgent_state(story: UrgentStory) -> str:
    """Whether help came, and when all of it was there."""
    if story.helped_at is not None:
        return _("√ đã giúp {day}").format(day=f"{story.helped_at:%d/%m}")
    return _("– giúp một phần") if story.helped_in_part else _("chưa giúp")


def _urgent_detail(story: UrgentStory, *, shown: bool) -> str:
    parts = [_("báo {day}").format(day=f"{story.reported_at:%d/%m %H:%M}")]
    if story.reported_by:
        parts.append(_("người báo: {name}").format(name=story.reported_by))
    if story.decided_by:
        parts.append(_("{name} quyết định").format(name=story.decided_by))
    if shown and story.decision:
        parts.append(story.decision)
    return _BETWEEN.join(parts)
