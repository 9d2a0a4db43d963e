"""Amounts of help, and how an opinion was taken, in the language of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.language import _
from storage.rules import pledge_words as rules
from storage.rules.terms import HELP_FORM, HELP_UNIT

if TYPE_CHECKING:
    from storage.records.approval import Opinion
    from storage.records.cases import Need
    from storage.records.help_totals import Gap, HelpTotal
    from storage.records.kinds import HelpForm
    from storage.records.pledges import Pledge


def amount_words(form: HelpForm, what: str, unit: str, amount: int) -> str:
    """So much of it: "10 ngày công"."""
    return rules.amount_words(form, what, unit, amount, _)


def total_words(total: HelpTotal) -> str:
    """A running total: "01 xe lăn (vận động)"."""
    return rules.total_words(total, _)


def gap_words(gap: Gap) -> str:
    """What is missing: "3 ngày công"."""
    return rules.gap_words(gap, _)


def form_word(form: HelpForm) -> str:
    """A form of help within a sentence: "hiện vật"."""
    return rules.form_word(form, _)


def given_words(pledge: Pledge) -> str:
    """What a pledge gives in all: "10 ngày công gặt lúa"."""
    return rules.given_words(pledge, _)


def given_in_short(pledge: Pledge) -> str:
    """The same without what it tells of the person's need."""
    return rules.given_in_short(pledge, _)


def need_words(need: Need) -> str:
    """What a case needs: "tiền (viện phí)"."""
    return rules.need_words(need, _)


def helpers_in_short(pledge: Pledge) -> str:
    """Who gives, as a number or a body: "10 người", "Tổ 2"."""
    return rules.helpers_in_short(pledge, _)


def opinion_words(opinion: Opinion) -> str:
    """How the club's opinion was taken: "nhất trí", or the numbers of hands."""
    return rules.opinion_words(opinion, _)


def said_again(told: str) -> str:
    """What was put into words when it was recorded: "10 người", "kỹ thuật (chữa bệnh cho lợn)"."""
    for mark in (rules.USED, rules.APPROACHED):
        if told.endswith(f" {mark}"):
            return f"{said_again(told.removesuffix(f' {mark}'))} {_(mark)}"
    for form in HELP_FORM:
        word = rules.form_word(form)
        if told == word or told.startswith(f"{word} ("):
            return form_word(form) + told.removeprefix(word)
    number, _space, what = told.partition(" ")
    return _counted(number, what) if number.isdecimal() else _(told)


def _counted(number: str, what: str) -> str:
    for unit in HELP_UNIT.values():
        if what == unit or what.startswith(f"{unit} "):
            return f"{number} {_(unit, int(number))}{what.removeprefix(unit)}"
    template = "{count} " + what
    return _(template, int(number)).replace("{count}", number)
