"""The forms of what is told between meetings: the end of a promise, an answer (S11, S31)."""

from __future__ import annotations

from screens.forms.fields import ChoiceField, Field, LongField, TextField
from screens.forms.form import Form
from screens.forms.fulfilment_form import (
    day_done,
    fulfilment_fields,
    fulfilment_texts,
    fulfilment_times,
    told_in,
)
from screens.forms.values import Values
from screens.language import _
from screens.meeting.last_month_lines import for_whom, what_was_promised
from storage.books import Books
from storage.records.community import Answer, Matter
from storage.records.follow_up import Promise
from storage.records.kinds import FulfilmentState
from storage.rules.terms import FULFILMENT


def fulfilment_form(promise: Promise, state: FulfilmentState | None, *, hidden: bool) -> Form[bool]:
    """The form of step 2, told between meetings."""
    pledge_id = promise.pledge.id

    def accept(books: Books, values: Values) -> bool:
        told = told_in(values, state)
        books.follow_up.record_between(pledge_id, told, day_done(values))
        return True

    subject = _("{who}: {what}").format(
        who=for_whom(promise, hidden=hidden), what=what_was_promised(promise, hidden=hidden)
    )
    return Form(
        key=f"tracking/promise:{pledge_id}:{state or ''}",
        title=f"{_(FULFILMENT[state])} – {subject}" if state else subject,
        fields=fulfilment_fields(promise, state),
        accept=accept,
        initial=fulfilment_texts(promise, state),
        times=fulfilment_times(promise),
    )


def answer_fields() -> tuple[Field, ...]:
    """Who answered, how, and whether the matter is settled by it."""
    return (
        TextField("by", _("Ai trả lời"), _("Ví dụ: Phó chủ tịch UBND xã")),
        LongField("text", _("Trả lời thế nào")),
        ChoiceField(
            "settled",
            _("Đã giải quyết xong?"),
            _("Chưa xong thì việc này còn được theo dõi, và hỏi lại ở kỳ họp sau."),
            options=(("yes", _("Đã xong")), ("no", _("Chưa, còn theo dõi"))),
        ),
    )


def answer_form(matter: Matter) -> Form[bool]:
    """One more answer of the locality; several may come until the matter is settled."""

    def accept(books: Books, values: Values) -> bool:
        answer = Answer(
            books.clock.today(),
            values.text("by"),
            values.text("text"),
            settled=values.yes("settled"),
        )
        books.follow_up.answer_between(matter.id, answer)
        return True

    return Form(
        key=f"tracking/answer:{matter.id}",
        title=_("Địa phương trả lời: {what}").format(what=matter.what),
        fields=answer_fields(),
        accept=accept,
        initial={"by": matter.draft.addressee, "settled": "yes"},
    )
