"""Phụ lục biên bản, each with its own day and signatures (Decree 30/2020/NĐ-CP, annex I)."""

from __future__ import annotations

from functools import partial

from reportlab.platypus import Flowable, Paragraph

from printouts.typesetting.document import running, with_ending
from printouts.typesetting.letterhead import letterhead, title
from printouts.typesetting.page import OnePaper, print_papers
from printouts.typesetting.signatures import recipients_block, signature_block
from printouts.typesetting.styles import STYLES
from printouts.typesetting.text import markup
from storage.days import on_paper
from storage.records.addenda import Addenda, AddendumContent
from storage.records.minutes import Paragraph as Said
from storage.vietnamese import count

_DOCUMENT_TYPE = "PHỤ LỤC BIÊN BẢN"
_OPENING = "câu lạc bộ (CLB) thống nhất sửa đổi, bổ sung biên bản nói trên như sau:"
_CLOSING = (
    "Những nội dung khác của biên bản không thay đổi. Phụ lục này là một phần của biên bản./."
)


def addenda_pdf(content: Addenda) -> bytes:
    """All addenda of one meeting's minutes as PDF, each with pages of its own."""
    first = content.addenda[0]
    return print_papers(
        [OnePaper(partial(_addendum, each), _foot(each)) for each in content.addenda],
        title=f"Phụ lục biên bản: {first.meeting_name}",
        author=first.club_name,
    )


def _foot(content: AddendumContent) -> str:
    return f"Mã kiểm tra: {content.check_code} · Biên bản: {content.minutes_code}"


def _addendum(content: AddendumContent) -> list[Flowable]:
    number = f"{count(content.minutes_number)}/BB-{content.abbreviation}"
    attached = f"(Kèm theo Biên bản số {number}, {on_paper(content.meeting_day)})"
    said = [Said(f"Hôm nay, {on_paper(content.day)}, {_OPENING}"), *content.text, Said(_CLOSING)]
    end = [*signature_block(content.signatures, hint=False), *recipients_block(content.recipients)]
    return [
        letterhead(content.parent_body, content.club_name, f"Phụ lục số {count(content.number)}"),
        *title(_DOCUMENT_TYPE, content.meeting_name),
        Paragraph(markup(attached), STYLES.attached),
        *with_ending([running(each) for each in said], end),
    ]
