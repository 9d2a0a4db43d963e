"""What people say in one breath: of a thing how many, of an activity with whom and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from screens.forms.spoken import amount
from storage.day_words.typed import understand_when
from storage.errors import Refusal
from storage.records.kinds import HelpForm
from storage.vietnamese import clean_line

_BETWEEN = ";"
"""Between two things in one field."""
_UNITS = (
    "bao|bó|bộ|cái|cân|chai|chiếc|chục|con|cuộn|đôi|gói|hộp|kg|lít|phần|quyển|suất|tạ|tấm|tấn|"
    "thùng|túi|viên|yến"
)
_SUM = (
    r"\d[\d.,]*\s*(?:đồng|đ|vnđ|k|nghìn đồng|ngàn đồng|nghìn|ngàn|triệu đồng|triệu|tr)"
    r"|\d{1,3}(?:\.\d{3})+"
)
_SAID_FIRST = {
    HelpForm.GOODS: re.compile(rf"(\d+(?:\s+(?:{_UNITS}))?)\s+(\S.*)", re.IGNORECASE),
    HelpForm.LABOUR: re.compile(r"(\d+)\s+(?:ngày\s+)?công(?:\s+(\S.*))?", re.IGNORECASE),
    HelpForm.MONEY: re.compile(rf"({_SUM})(?:\s+(\S.*))?", re.IGNORECASE),
}
_SUM_LAST = re.compile(rf"(\S.*?)[\s:]+({_SUM})", re.IGNORECASE)
_USED = re.compile(r"(\S.*?)\s+(?:cũ|đã (?:qua )?sử dụng)", re.IGNORECASE)
_WITH = re.compile(r"(?:tham gia )?cùng (?:với )?(\S.*)", re.IGNORECASE)


def thing_and_amount(text: str, form: HelpForm) -> tuple[str, str]:
    """The thing and how much of it: "2 bộ quần áo", "10 công gặt lúa", "viện phí 500.000 đ".

    "Gặt 3 sào lúa" tells no number of days; then all of it is the thing.
    """
    line = clean_line(text)
    pattern = _SAID_FIRST.get(form)
    found = pattern.fullmatch(line) if pattern else None
    if found:
        said, thing = found[1], found[2] or ""
    elif form is HelpForm.MONEY and (found := _SUM_LAST.fullmatch(line)):
        said, thing = found[2], found[1]
    else:
        return line, ""
    try:
        amount(said, form)
    except Refusal:
        return line, ""
    return thing, said


def things_and_amounts(text: str, form: HelpForm) -> tuple[str, str]:
    """The same of several things with semicolons between, as two such lists."""
    told = [thing_and_amount(part, form) for part in text.split(_BETWEEN)]
    if not any(said for _thing, said in told):
        return text, ""
    between = f"{_BETWEEN} "
    return between.join(thing for thing, _said in told), between.join(said for _thing, said in told)


def used_thing(text: str) -> str | None:
    """The thing alone where it was said to be used: "chăn cũ"; None where it was not."""
    found = _USED.fullmatch(clean_line(text))
    return found[1] if found else None


@dataclass(frozen=True, slots=True)
class SpokenActivity:
    """An activity as a leader says it: "quét dọn nhà Văn hóa, cùng Chi hội Phụ nữ, thứ bảy"."""

    what: str
    partner: str = ""
    when: str = ""


def spoken_activity(
    text: str, today: date, *, with_partner: bool = True, with_time: bool = True
) -> SpokenActivity:
    """Splits off, from the last comma on, with whom and when; what is neither stays the activity.

    What stands elsewhere already is not looked for.
    """
    what, partner, when = clean_line(text), "", ""
    while True:
        before, _comma, last = what.rpartition(",")
        last = last.strip()
        with_whom = _WITH.fullmatch(last)
        if not before.strip() or not last:
            break
        if with_whom and with_partner and not partner:
            partner = with_whom[1]
        elif with_time and not when and _is_a_time(last, today):
            when = last
        else:
            break
        what = before.strip()
    return SpokenActivity(what, partner, when)


def thing_and_time(text: str, today: date) -> tuple[str, str]:
    """A thing, and when it is wanted or given: "1 chăn cũ, tuần tới"."""
    said = spoken_activity(text, today, with_partner=False)
    return (said.what, said.when) if said.when else (text, "")


def _is_a_time(text: str, today: date) -> bool:
    understood = understand_when(text, today)
    return understood.first is not None or understood.last is not None
