"""Texts that a careless program would take for more than text, and how they are kept."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass

from pypdf import PdfReader

from printouts.minutes import minutes_pdf
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need
from storage.records.kinds import Consent, HelperKind, HelpForm, Relation
from storage.records.minutes import MinutesContent
from storage.records.pledges import PledgeDraft


@dataclass(frozen=True, slots=True)
class Bad:
    """What comes in, and how it is kept."""

    typed: str
    kept: str


def _as_typed(text: str) -> Bad:
    return Bad(text, text)


BAD = {
    "name of 200 letters": _as_typed("Nguyễnê" * 28 + "ạbcd"),
    "markup": _as_typed("[bold]Mùi[/bold] [/] [@click=app.quit]x[/]"),
    "open link": _as_typed("[link=http://x"),
    "tags": _as_typed("<b>&amp;</b> <para> &lt; <br/> & <a href='x'>"),
    "quotes": _as_typed("\"Mùi\" 'Mùi' “Mùi” `Mùi` --"),
    "braces": _as_typed("{name} {group} {0} {} {group.__class__} }{ {"),
    "other templates": _as_typed("%s %(name)s $name \\1 \\g<0> \\n ${x}"),
    "emoji": _as_typed("Hoa 🌸 Mùi 🏠"),
    "joined emoji": Bad("Hoa 👩\u200d🌾 ❤\ufe0f", "Hoa 👩🌾 ❤"),
    "zero width": Bad("M\u200bùi\u200d\ufeff \u202eThị", "Mùi Thị"),
    "controls": Bad("Mùi\x1b[31m \x07đỏ\x00\x08", "Mùi[31m đỏ"),
    "tokens of the minutes": Bad("\ue000person.1.name\ue001", "person.1.name"),
    "letters and marks apart": Bad(
        unicodedata.normalize("NFD", "Nguyễn Thị Mùi ở Đồng Bằng"), "Nguyễn Thị Mùi ở Đồng Bằng"
    ),
}
ALL_AT_ONCE = Bad(
    "Mùi\u200b [bold] [/] [link=http://x <b>& \"' {name} {0} {} \x1b[31m 🌸 %s \\1 "
    + unicodedata.normalize("NFD", "Đồng Bằng"),
    "Mùi [bold] [/] [link=http://x <b>& \"' {name} {0} {} [31m 🌸 %s \\1 Đồng Bằng",
)
HUGE = _as_typed("mười nghìn chữ " * 666 + "là vừa hết")
LONG = BAD["name of 200 letters"]


def printed(content: MinutesContent) -> str:
    """The letters of the paper, without the spaces and breaks that the lines make."""
    reader = PdfReader(io.BytesIO(minutes_pdf(content)))
    return squeezed("".join(page.extract_text() for page in reader.pages))


def squeezed(text: str) -> str:
    """The text without its spaces."""
    return re.sub(r"\s", "", text)


def case_of(text: str) -> CaseDraft:
    """A case in which everything that is typed is this text."""
    return CaseDraft(
        name=text,
        circumstances=text,
        address=text,
        needs=(Need(HelpForm.GOODS, text, 2, text),),
        relation=Relation.OUTSIDE,
        consent=Consent.AGREED,
    )


def pledge_of(text: str, member: int) -> PledgeDraft:
    """A pledge in which everything that is typed is this text."""
    return PledgeDraft(
        HelpForm.GOODS,
        HelperKind.ORGANISATION,
        what=text,
        quantity=2,
        unit=text,
        members=(member,),
        organisation=text,
        place=text,
    )
