"""The forms of what became of a promise: one small form a state, and one for all of it."""

from __future__ import annotations

from datetime import date

from screens.forms.fields import ChoiceField, Field, LongField, NumberField, WhenField
from screens.forms.spoken import number_of_people
from screens.forms.values import Values
from screens.language import N_, _
from screens.wording.amounts import given_words
from storage.books import Books
from storage.days import on_screen
from storage.errors import Refusal, RefusalKind
from storage.records.cases import When
from storage.records.follow_up import Promise
from storage.records.kinds import HELPED, FulfilmentState, HelpForm
from storage.records.pledges import Fulfilment
from storage.rules.terms import FULFILMENT
from storage.vietnamese import money

STATE_OF_DIGIT = {str(digit): state for digit, state in enumerate(FULFILMENT, start=1)}
"""What became of a promise, by the digit that tells it."""
_SENT = (HelpForm.GOODS, HelpForm.MONEY, HelpForm.INSURANCE)
"""Of these nobody asks who came to help."""
_ENDS = N_("Việc này kết thúc, không nhắc nữa. Còn giúp được thì Esc, rồi bấm 3 Hẹn lại.")


def fulfilment_fields(promise: Promise, state: FulfilmentState | None) -> tuple[Field, ...]:
    """The fields of one state; without one all of them, and the state is asked first."""
    if state is FulfilmentState.POSTPONED:
        return (_postponed(), _reason(_("Vì sao hẹn lại")))
    if state is FulfilmentState.NOT_DONE:
        return (_reason(_("Chưa làm được, vì"), _(_ENDS)),)
    if state is not None:
        return _done_fields(_("Đã hứa: {what}. Ghi số đã làm được."), promise)
    return (
        ChoiceField(
            "state",
            _("Đến nay"),
            _("Chưa làm được thì việc kết thúc; còn giúp được thì chọn Hẹn lại."),
            options=tuple((str(each), _(word)) for each, word in FULFILMENT.items()),
        ),
        *_done_fields(_("Đã hứa: {what}. Làm đủ thì để trống."), promise),
        WhenField(
            "on",
            _("Làm ngày nào"),
            _("Ví dụ: 01/11, chủ nhật tuần trước. Không rõ thì để trống."),
            shown=_was_done,
        ),
        _postponed(),
        _reason(_("Vì sao")),
    )


def _done_fields(hint: str, promise: Promise) -> tuple[Field, ...]:
    came = NumberField(
        "came",
        _("Thêm mấy người đến"),
        _("Người đến giúp mà chưa đăng ký; không có thì để trống."),
        check=number_of_people,
        shown=_was_done,
    )
    return (
        NumberField(
            "given",
            _("Đã giúp được"),
            hint.format(what=given_words(promise.pledge)),
            shown=_was_done,
        ),
        *([] if promise.pledge.draft.form in _SENT else [came]),
        LongField("result", _("Kết quả"), rows=2, shown=_was_done),
        LongField(
            "thanks",
            _("Lời cảm ơn"),
            _("Một dòng cảm ơn, ghi vào biên bản."),
            rows=2,
            shown=_was_done,
        ),
    )


def _was_done(values: Values) -> bool:
    return values.choice("state") in {"", *HELPED}


def _postponed() -> Field:
    return WhenField(
        "postponed",
        _("Hẹn lại đến bao giờ"),
        _("Ví dụ: chủ nhật tới, cuối tháng 12"),
        coming=True,
        shown=lambda values: values.choice("state") in {"", FulfilmentState.POSTPONED},
    )


def _reason(label: str, hint: str = "") -> Field:
    return LongField(
        "reason",
        label,
        hint,
        rows=2,
        shown=lambda values: values.choice("state") not in HELPED,
    )


def fulfilment_texts(promise: Promise, state: FulfilmentState | None) -> dict[str, str]:
    """What the form says at its beginning: what was told in this meeting already."""
    told = promise.told
    texts = {} if state is not None else {"state": str(FulfilmentState.DONE)}
    if told is None:
        return texts
    if state is None:
        texts["state"] = str(told.state)
        texts["on"] = on_screen(told.on) if told.state in HELPED else ""
    elif state is not told.state:
        return texts
    return texts | {
        "given": _given_text(promise, told.given),
        "came": "" if told.came is None else str(told.came),
        "result": told.result,
        "thanks": told.thanks,
        "reason": told.reason,
        "postponed": told.postponed_to.text,
    }


def fulfilment_times(promise: Promise) -> dict[str, When]:
    """The time until which it was put off already in this meeting."""
    return {} if promise.told is None else {"postponed": promise.told.postponed_to}


def _given_text(promise: Promise, given: int | None) -> str:
    if given is None:
        return ""
    return money(given) if promise.pledge.draft.form is HelpForm.MONEY else str(given)


def record_fulfilment(
    books: Books,
    meeting_id: int,
    pledge_id: int,
    state: FulfilmentState | None,
    values: Values,
) -> None:
    """Records what a form says.

    Raises:
        Refusal: the books refuse it, or the day on which it was done is not understood.
    """
    told = told_in(values, state)
    books.follow_up.record(
        meeting_id,
        pledge_id,
        told.state,
        given=told.given,
        came=told.came,
        result=told.result,
        thanks=told.thanks,
        reason=told.reason,
        postponed_to=told.postponed_to,
        on=day_done(values),
    )


def told_in(values: Values, state: FulfilmentState | None) -> Fulfilment:
    """What the form tells of a promise; on which day it was done stands apart (`day_done`).

    Raises:
        Refusal: something other than a number stands where one is asked for.
    """
    return Fulfilment(
        id=0,
        state=state or FulfilmentState(values.choice("state")),
        on=values.today,
        given=values.number("given"),
        came=values.number("came"),
        result=values.text("result"),
        thanks=values.text("thanks"),
        reason=values.text("reason"),
        postponed_to=values.when("postponed"),
    )


def day_done(values: Values) -> date | None:
    """The day on which it was done, where one is said.

    Raises:
        Refusal: the day is not understood.
    """
    when = values.when("on")
    day = when.last or when.first
    if when.text and day is None:
        raise Refusal(RefusalKind.DAY_DONE_INVALID)
    return day
