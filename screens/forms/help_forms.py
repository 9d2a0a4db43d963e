"""The small form of step 6: passing a case to home care."""

from __future__ import annotations

from screens.forms.fields import LongField
from screens.forms.form import Form
from screens.forms.values import Values
from screens.language import _
from storage.books import Books
from storage.records.assignment import CaseHelp


def home_care_form(meeting_id: int, each: CaseHelp) -> Form[bool]:
    """What the home-care volunteers are told with a case."""
    case_id = each.case.id

    def accept(books: Books, values: Values) -> bool:
        books.pledges.refer(meeting_id, case_id, values.text("note"))
        return True

    return Form(
        key=f"home-care:{case_id}",
        title=_("Chuyển nhóm TNV chăm sóc tại nhà"),
        fields=(
            LongField("note", _("Ghi thêm"), _("Ví dụ: khảo sát trong tuần, cần người trực đêm")),
        ),
        accept=accept,
        initial={"note": each.referral.note if each.referral else ""},
    )
