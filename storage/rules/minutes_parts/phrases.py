"""Phrases of the minutes: days, counts, amounts and opinions, as an official paper has them."""

from __future__ import annotations

import re
from datetime import date, datetime

from storage.days import describe, hour_on_paper, on_paper, on_screen
from storage.records.approval import Opinion, UrgentHelp
from storage.records.cases import HardshipCase, Need, When
from storage.records.kinds import FulfilmentState, HelpForm
from storage.records.minutes import Paragraph
from storage.records.pledges import Fulfilment, Pledge
from storage.rules.minutes_parts.tokens import capital
from storage.rules.pledge_words import amount_words, given_words
from storage.rules.terms import HELP_FORM
from storage.vietnamese import count

ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""Points are marked in the order of the Vietnamese alphabet (Decree 30/2020/NĐ-CP, annex I)."""
BLANK = "……………"
"""A required line that nobody filled in is printed as dots."""

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_FIGURES_ALONE = re.compile(r"(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?")


def roman(number: int) -> str:
    """The mark of a part, as an official paper has it: "IV" (Decree 30/2020/NĐ-CP, annex I)."""
    written = ""
    for value, sign in _ROMAN:
        while number >= value:
            written += sign
            number -= value
    return written


def point(number: int) -> str:
    """The mark of a point: "a)"; after the last letter it goes on with two of them."""
    rounds, place = divmod(number, len(ALPHABET))
    return ALPHABET[place] * (rounds + 1) + ")"


def points(texts: list[str]) -> list[Paragraph]:
    """Texts as points a), b), c)…; a single one needs no mark."""
    if len(texts) == 1:
        return [Paragraph(texts[0])]
    return [Paragraph(text, point(number)) for number, text in enumerate(texts)]


def sentence(text: str) -> str:
    """The text with an end."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def small(words: str) -> str:
    """A term of the closed lists within a sentence."""
    return words[:1].lower() + words[1:]


def note(text: str) -> list[Paragraph]:
    """The secretary's words on a step, a paragraph a line."""
    lines = [line for line in text.split("\n") if line]
    return [
        Paragraph(f"Thư ký ghi thêm: {line}" if number == 0 else line)
        for number, line in enumerate(lines)
    ]


def when(time: When) -> str:
    """A time as it was said, and the days that it means."""
    return _said_and_meant(time.text, _days(time))


def when_in_short(time: When) -> str:
    """The same in figures, as the screen has days."""
    if time.first and time.first == time.last:
        return _said_and_meant(time.text, on_screen(time.first))
    return _said_and_meant(time.text, describe(time))


def _said_and_meant(said: str, days: str) -> str:
    if not days or _FIGURES_ALONE.fullmatch(said.lower()):
        return days or said
    return f"{said} ({days})" if said else days


def _days(time: When) -> str:
    if time.first and time.last:
        if time.first == time.last:
            return on_paper(time.first)
        return f"từ {_first_of_span(time.first, time.last)} đến {on_paper(time.last)}"
    if time.last:
        return f"đến hết {on_paper(time.last)}"
    return f"từ {on_paper(time.first)}" if time.first else ""


def _first_of_span(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"ngày {first.day:02d}"
    written = on_paper(first)
    return written.removesuffix(f" năm {first.year}") if first.year == last.year else written


def month(day: date) -> str:
    """A month as papers have it: "tháng 02 năm 2027", "tháng 10 năm 2026"."""
    return on_paper(day).removeprefix(f"ngày {day.day:02d} ")


def opinion(taken: Opinion) -> str:
    """How the club's opinion was taken, with its result (S22)."""
    if taken.unanimous:
        if taken.present == 0:
            return "CLB nhất trí."
        return f"CLB nhất trí ({taken.present}/{taken.present} người dự)."
    return (
        f"Lấy ý kiến bằng giơ tay: số người dự {count(taken.present)}; "
        f"tán thành {count(taken.in_favour)}; không tán thành {count(taken.against)}; "
        f"ý kiến khác {count(taken.other)}."
    )


def needs(case: HardshipCase) -> str:
    """What a case needs: "Ngày công: gặt 3 sào lúa; Tiền: viện phí"."""
    return "; ".join(_need(need) for need in case.needs)


def _need(need: Need) -> str:
    said = need.what
    if need.quantity is not None:
        amount = amount_words(need.form, need.what, need.unit, need.quantity)
        alone = need.form is HelpForm.GOODS or not need.what
        said = amount if alone else f"{amount} {need.what}"
        if need.form is HelpForm.LABOUR:
            # Never "Ngày công: 10 ngày công".
            return said
    return f"{HELP_FORM[need.form]}: {said}" if said else HELP_FORM[need.form]


def given(pledge: Pledge) -> str:
    """What a pledge gives in all, and each helper: "10 ngày công gặt lúa (mỗi người …)"."""
    said = given_words(pledge)
    if pledge.total is None or pledge.people < 2:
        return said
    each = f"mỗi người {_amount_of(pledge, pledge.draft.quantity)}"
    return f"{said[:-1]}; {each})" if said.endswith(")") else f"{said} ({each})"


def _amount_of(pledge: Pledge, amount: int | None) -> str:
    if amount is None:
        return ""
    return amount_words(pledge.draft.form, pledge.draft.what, pledge.draft.unit, amount)


def result(fulfilment: Fulfilment, pledge: Pledge) -> str:
    """What became of a promise, in words without anything personal."""
    words = {
        FulfilmentState.DONE: "đã làm",
        FulfilmentState.PARTLY: "làm được một phần",
        FulfilmentState.POSTPONED: "hẹn lại",
        FulfilmentState.NOT_DONE: "chưa làm được",
    }[fulfilment.state]
    said = [words]
    if fulfilment.state is FulfilmentState.POSTPONED and fulfilment.postponed_to.text:
        said[0] = f"hẹn lại {when(fulfilment.postponed_to)}"
    amount = "" if fulfilment.given == pledge.total else _amount_of(pledge, fulfilment.given)
    if amount:
        said.append(f"thực tế {amount}")
    if fulfilment.came:
        said.append(f"thêm {count(fulfilment.came)} người chưa đăng ký cũng đến giúp")
    return "; ".join(said)


def after_help(fulfilment: Fulfilment) -> str:
    """The reason, result and thanks that were told, as sentences that follow the result."""
    said = [
        f"Lý do: {sentence(fulfilment.reason)}" if fulfilment.reason else "",
        capital(sentence(fulfilment.result)) if fulfilment.result else "",
        capital(sentence(fulfilment.thanks)) if fulfilment.thanks else "",
    ]
    told = " ".join(each for each in said if each)
    return f" {told}" if told else ""


def moment(at: datetime) -> str:
    """An hour of a day: "08 giờ 30, ngày 24 tháng 10 năm 2026"."""
    return f"{hour_on_paper(at)}, {on_paper(at.date())}"


def decided_at_once(urgent: UrgentHelp) -> str:
    """What was decided on an urgent report, as a phrase."""
    return f": {urgent.decision}" if urgent.decision else ""


def could_not_wait(urgent: UrgentHelp) -> str:
    """Why the help could not wait for the meeting, as a sentence that follows."""
    return f" Không chờ được vì: {sentence(urgent.cause)}" if urgent.cause else ""


def helped_at_once(urgent: UrgentHelp) -> str:
    """What was given at once, as a sentence that follows."""
    if not urgent.help_given:
        return ""
    how_far = "Đã giúp" if urgent.helped_at is not None else "Mới giúp được một phần"
    return f" {how_far}: {sentence(urgent.help_given)}"
