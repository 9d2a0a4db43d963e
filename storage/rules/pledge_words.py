"""Amounts of help as the club says them: "10 ngày công", "01 xe lăn (vận động)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.records.cases import Need
from storage.records.kinds import HelperKind, HelpForm
from storage.records.pledges import Gap, HelpTotal, Pledge
from storage.rules.terms import HELP_FORM, HELP_UNIT
from storage.vietnamese import count, money

if TYPE_CHECKING:
    from storage.records.approval import Opinion

APPROACHED = "(vận động)"
USED = "(đã sử dụng)"

_DONG = HELP_UNIT[HelpForm.MONEY]
_UNIT_IN_FULL = {
    HelpForm.LEGAL: "lượt hỗ trợ thủ tục pháp lý",
    HelpForm.INSURANCE: "thẻ BHYT",
    HelpForm.COMPANY: "lượt giúp giao lưu, hòa nhập cộng đồng",
}
"""The general unit of these says nothing without the form."""


def amount_words(form: HelpForm, what: str, unit: str, amount: int) -> str:
    """So much of it: "10 ngày công", "50.000 đ", "02 bộ quần áo"; `what` counts for things."""
    general = HELP_UNIT[form]
    said = unit or general
    if said == _DONG:
        bought = f" mua {_UNIT_IN_FULL[form]}" if form is HelpForm.INSURANCE else ""
        return money(amount) + bought
    if form is HelpForm.LABOUR:
        return f"{amount} {said}"
    if form is HelpForm.GOODS and what:
        # "01 chăn", never "01 cái chăn": the general unit adds nothing.
        alone = said == general or what.casefold().startswith(f"{said} ".casefold())
        return f"{count(amount)} {what}" if alone else f"{count(amount)} {said} {what}"
    return f"{count(amount)} {_UNIT_IN_FULL.get(form, said) if said == general else said}"


def total_words(total: HelpTotal) -> str:
    """A running total: "01 xe lăn (vận động)"."""
    words = amount_words(total.form, total.what, total.unit, total.amount)
    return f"{words} {APPROACHED}" if total.approached else words


def gap_words(gap: Gap) -> str:
    """What is missing: "3 ngày công", "màn", "tiền (viện phí)"."""
    if gap.missing is None:
        return _bare_words(gap.form, gap.what, gap.unit, None)
    return amount_words(gap.form, gap.what, gap.unit, gap.missing)


def form_word(form: HelpForm) -> str:
    """A form of help within a sentence: "hiện vật"."""
    return HELP_FORM[form][:1].lower() + HELP_FORM[form][1:]


def given_words(pledge: Pledge) -> str:
    """What a pledge gives in all: "10 ngày công gặt lúa", "01 chăn (đã sử dụng)"."""
    draft = pledge.draft
    marks = [
        USED if draft.used else "",
        APPROACHED if draft.helper_kind is HelperKind.ORGANISATION else "",
    ]
    bare = _bare_words(draft.form, draft.what, draft.unit, pledge.total)
    return " ".join(filter(None, (bare, *marks)))


def given_in_short(pledge: Pledge) -> str:
    """The same without what it tells of the person's need."""
    draft = pledge.draft
    if pledge.total is None or draft.form is HelpForm.GOODS:
        return form_word(draft.form)
    return amount_words(draft.form, "", draft.unit, pledge.total)


def need_words(need: Need) -> str:
    """What a case needs: "10 ngày công gặt lúa", "tiền (viện phí)", "chăn, màn"."""
    return _bare_words(need.form, need.what, need.unit, need.quantity)


def _bare_words(form: HelpForm, what: str, unit: str, amount: int | None) -> str:
    if amount is None:
        if form is HelpForm.GOODS:
            return what or form_word(form)
        return f"{form_word(form)} ({what})" if what else form_word(form)
    words = amount_words(form, what, unit, amount)
    if form is HelpForm.GOODS or not what:
        return words
    return f"{words} {what}" if form is HelpForm.LABOUR else f"{words} ({what})"


def helpers_in_short(pledge: Pledge) -> str:
    """Who gives, as a number or a body and never by name: "10 người", "Tổ 2", "cả CLB"."""
    draft = pledge.draft
    match draft.helper_kind:
        case HelperKind.GROUP:
            return pledge.group_name
        case HelperKind.EVERYONE:
            return "cả CLB"
        case HelperKind.ORGANISATION:
            return draft.organisation
        case HelperKind.MEMBERS | HelperKind.NUMBER:
            return f"{pledge.people} người"


def opinion_words(opinion: Opinion) -> str:
    """How the club's opinion was taken: "nhất trí", or the three numbers of hands."""
    if opinion.unanimous:
        return "nhất trí"
    parts = [f"{opinion.in_favour} tán thành"]
    if opinion.against:
        parts.append(f"{opinion.against} không tán thành")
    if opinion.other:
        parts.append(f"{opinion.other} ý kiến khác")
    return ", ".join(parts)
