"""Amounts of help as the club says them: "10 ngày công", "01 xe lăn (vận động)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.records.kinds import HelperKind, HelpForm
from storage.rules.terms import HELP_FORM, HELP_UNIT
from storage.said import N_, Say, as_written
from storage.vietnamese import count, money

if TYPE_CHECKING:
    from storage.records.approval import Opinion
    from storage.records.cases import Need
    from storage.records.help_totals import Gap, HelpTotal
    from storage.records.pledges import Pledge

APPROACHED = N_("(vận động)")
USED = N_("(đã sử dụng)")

_DONG = HELP_UNIT[HelpForm.MONEY]
_UNIT_IN_FULL = {
    HelpForm.LEGAL: N_("lượt hỗ trợ thủ tục pháp lý", 2),
    HelpForm.INSURANCE: N_("thẻ BHYT", 2),
    HelpForm.COMPANY: N_("lượt giúp giao lưu, hòa nhập cộng đồng", 2),
}
"""The general unit of these says nothing without the form."""


def amount_words(form: HelpForm, what: str, unit: str, amount: int, say: Say = as_written) -> str:
    """So much of it: "10 ngày công", "50.000 đ", "02 bộ quần áo"; `what` counts for things."""
    general = HELP_UNIT[form]
    said = unit or general
    if said == _DONG:
        bought = say("{money} mua thẻ BHYT") if form is HelpForm.INSURANCE else "{money}"
        return bought.format(money=money(amount))
    if form is HelpForm.LABOUR:
        return f"{amount} {say(said, amount)}"
    if form is HelpForm.GOODS and what:
        # "01 chăn", never "01 cái chăn": the general unit adds nothing.
        alone = said == general or what.casefold().startswith(f"{said} ".casefold())
        return f"{count(amount)} {what}" if alone else f"{count(amount)} {say(said, amount)} {what}"
    full = _UNIT_IN_FULL.get(form, said) if said == general else said
    return f"{count(amount)} {say(full, amount)}"


def total_words(total: HelpTotal, say: Say = as_written) -> str:
    """A running total: "01 xe lăn (vận động)"."""
    words = amount_words(total.form, total.what, total.unit, total.amount, say)
    return f"{words} {say(APPROACHED)}" if total.approached else words


def gap_words(gap: Gap, say: Say = as_written) -> str:
    """What is missing: "3 ngày công", "màn", "tiền (viện phí)"."""
    if gap.missing is None:
        return _bare_words(gap.form, gap.what, gap.unit, None, say)
    return amount_words(gap.form, gap.what, gap.unit, gap.missing, say)


def form_word(form: HelpForm, say: Say = as_written) -> str:
    """A form of help within a sentence: "hiện vật"."""
    word = say(HELP_FORM[form])
    return word[:1].lower() + word[1:]


def given_words(pledge: Pledge, say: Say = as_written) -> str:
    """What a pledge gives in all: "10 ngày công gặt lúa", "01 chăn (đã sử dụng)"."""
    draft = pledge.draft
    marks = [
        say(USED) if draft.used else "",
        say(APPROACHED) if draft.helper_kind is HelperKind.ORGANISATION else "",
    ]
    bare = _bare_words(draft.form, draft.what, draft.unit, pledge.total, say)
    return " ".join(filter(None, (bare, *marks)))


def given_in_short(pledge: Pledge, say: Say = as_written) -> str:
    """The same without what it tells of the person's need."""
    draft = pledge.draft
    if pledge.total is None or draft.form is HelpForm.GOODS:
        return form_word(draft.form, say)
    return amount_words(draft.form, "", draft.unit, pledge.total, say)


def need_words(need: Need, say: Say = as_written) -> str:
    """What a case needs: "10 ngày công gặt lúa", "tiền (viện phí)", "chăn, màn"."""
    return _bare_words(need.form, need.what, need.unit, need.quantity, say)


def _bare_words(form: HelpForm, what: str, unit: str, amount: int | None, say: Say) -> str:
    if amount is None:
        if form is HelpForm.GOODS:
            return what or form_word(form, say)
        return f"{form_word(form, say)} ({what})" if what else form_word(form, say)
    words = amount_words(form, what, unit, amount, say)
    if form is HelpForm.GOODS or not what:
        return words
    return f"{words} {what}" if form is HelpForm.LABOUR else f"{words} ({what})"


def helpers_in_short(pledge: Pledge, say: Say = as_written) -> str:
    """Who gives, as a number or a body and never by name: "10 người", "Tổ 2", "cả CLB"."""
    draft = pledge.draft
    match draft.helper_kind:
        case HelperKind.GROUP:
            return pledge.group_name
        case HelperKind.EVERYONE:
            return say("cả CLB")
        case HelperKind.ORGANISATION:
            return draft.organisation
        case HelperKind.MEMBERS | HelperKind.NUMBER:
            return say("{count} người", pledge.people).format(count=pledge.people)


def opinion_words(opinion: Opinion, say: Say = as_written) -> str:
    """How the club's opinion was taken: "nhất trí", or the three numbers of hands."""
    if opinion.unanimous:
        return say("nhất trí")
    parts = [say("{count} tán thành").format(count=opinion.in_favour)]
    if opinion.against:
        parts.append(say("{count} không tán thành").format(count=opinion.against))
    if opinion.other:
        parts.append(say("{count} ý kiến khác").format(count=opinion.other))
    return ", ".join(parts)
