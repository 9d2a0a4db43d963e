"""Biên bản: the minutes after form 1.9 of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as PrintedParagraph

from printouts.typesetting.document import Piece, pieces, running, section, with_ending
from printouts.typesetting.letterhead import letterhead, title
from printouts.typesetting.page import OnePaper, PageMarks, print_papers
from printouts.typesetting.signatures import recipients_block, signature_block
from printouts.typesetting.styles import STYLES
from storage.records.minutes import (
    MinutesContent,
    MinutesOptions,
    MinutesPart,
    MinutesState,
    Paragraph,
)
from storage.vietnamese import count

_DOCUMENT_TYPE = "BIÊN BẢN"
_NO_NUMBER = "……"
_PUBLIC_COPY = "Bản công khai"
_CONTENTS = "Nội dung:"
_READ_ALOUD = "Biên bản đã được đọc lại cho mọi người cùng nghe."


def minutes_pdf(content: MinutesContent) -> bytes:
    """The minutes as PDF; the same content makes the same bytes."""
    return print_papers(
        [OnePaper(lambda: _story(content), _foot(content))],
        title=f"Biên bản: {content.meeting_name}",
        author=content.club_name,
        marks=PageMarks(
            draft=content.state is MinutesState.DRAFT,
            qr=content.check_code if content.options.qr else "",
        ),
    )


def _story(content: MinutesContent) -> list[Flowable]:
    kind = _PUBLIC_COPY if content.public else ""
    return [
        letterhead(content.parent_body, content.club_name, _number(content), kind),
        *title(_DOCUMENT_TYPE, content.meeting_name),
        *_text_and_ending(content),
    ]


def _number(content: MinutesContent) -> str:
    number = _NO_NUMBER if content.number is None else count(content.number)
    return f"Số: {number}/BB-{content.abbreviation}"


def _foot(content: MinutesContent) -> str:
    codes = [
        f"Mã kiểm tra: {content.check_code}" if content.check_code else "",
        f"Mã liền trước: {content.previous_code}" if content.previous_code else "",
    ]
    return " · ".join(code for code in codes if code)


def _text_and_ending(content: MinutesContent) -> list[Flowable]:
    block = [
        *signature_block(content.signatures, hint=content.options.signature_hint),
        *recipients_block(content.recipients),
    ]
    return with_ending(list(_pieces(content)), block)


def _pieces(content: MinutesContent) -> Iterator[Piece]:
    yield from map(running, content.opening)
    if content.parts:
        yield Piece(PrintedParagraph(_CONTENTS, STYLES.body), leads=True)
    for number, part in enumerate(content.parts, start=1):
        yield from _part(number, part)
    end = content.closing[-1:]
    closing = (*content.closing[:-1], *_before_the_end(content.options), *end)
    for number, each in enumerate(closing):
        yield running(each, STYLES.body if number else STYLES.after_parts)


def _part(number: int, part: MinutesPart) -> Iterator[Piece]:
    yield section(number, part.title)
    yield from pieces(part.blocks)


def _before_the_end(options: MinutesOptions) -> list[Paragraph]:
    found = [Paragraph(_READ_ALOUD)] if options.read_aloud else []
    if options.copies > 0:
        copies = f"Biên bản được lập thành {count(options.copies)} bản có giá trị như nhau."
        found.append(Paragraph(copies))
    return found
