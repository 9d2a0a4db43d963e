"""The small forms of step 6: passing a case to home care, and counting hands on the help."""

from __future__ import annotations

from screens.forms.fields import LongField, NumberField
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


def hands_form(meeting_id: int, each: CaseHelp) -> Form[bool]:
    """The three numbers of hands on the help for a case."""
    case_id = each.case.id

    def accept(books: Books, values: Values) -> bool:
        books.pledges.agree(
            meeting_id,
            case_id,
            unanimous=False,
            in_favour=values.number("in_favour") or 0,
            against=values.number("against") or 0,
            other=values.number("other") or 0,
        )
        return True

    before = each.opinion
    initial = {}
    if before is not None and not before.unanimous:
        initial = {
            "in_favour": str(before.in_favour),
            "against": str(before.against),
            "other": str(before.other),
        }
    return Form(
        key=f"help-hands:{case_id}",
        title=_("Giơ tay: giúp gì, ai giúp, khi nào?"),
        fields=(
            NumberField("in_favour", _("Tán thành")),
            NumberField("against", _("Không tán thành")),
            NumberField("other", _("Ý kiến khác")),
        ),
        accept=accept,
        initial=initial,
    )
