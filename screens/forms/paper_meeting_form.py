"""The form that begins a meeting which was held on paper: its day and its hours."""

from __future__ import annotations

from datetime import datetime, timedelta

from screens.forms.fields import TextField
from screens.forms.form import Form
from screens.forms.moments import moment_fields, moment_in
from screens.forms.values import Values
from screens.language import _
from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.records.held_on_paper import HeldOnPaper
from storage.rules.urgent import understand_hour

KEY = "paper-meeting"


def paper_meeting_form(now: datetime) -> Form[int]:
    """Asks for the day and the hours; gives the number of the meeting that is begun."""

    def accept(books: Books, values: Values) -> int:
        return books.meetings.begin(held_on_paper(values, now)).id

    return Form(
        key=KEY,
        title=_("Ghi lại buổi họp đã ghi trên giấy"),
        fields=(
            *moment_fields("held", _("Họp ngày nào"), _("Bắt đầu lúc mấy giờ")),
            TextField("ended", _("Kết thúc lúc mấy giờ"), _("Ví dụ: 10:15, 10 giờ")),
        ),
        accept=accept,
    )


def held_on_paper(values: Values, now: datetime) -> HeldOnPaper:
    """The hours that the form says; a meeting may end after midnight.

    Raises:
        Refusal: the day or an hour cannot be made out.
    """
    began = moment_in(values, "held", now)
    until = understand_hour(values.text("ended"))
    if began is None or until is None:
        raise Refusal(RefusalKind.MOMENT_UNCLEAR)
    ended = datetime.combine(began.date(), until, began.tzinfo)
    return HeldOnPaper(began, ended if ended >= began else ended + timedelta(days=1))
