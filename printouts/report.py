"""Báo cáo of half a year or a year, with bar charts, for the Association."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Paragraph

from printouts.typesetting.charts import bar_chart
from printouts.typesetting.document import Piece, pieces, running, section, with_ending
from printouts.typesetting.letterhead import letterhead, title
from printouts.typesetting.page import OnePaper, print_papers
from printouts.typesetting.signatures import letter_end
from printouts.typesetting.styles import STYLES
from printouts.typesetting.text import markup
from storage.records.minutes import Paragraph as Said
from storage.records.report import ReportContent, ReportPart


def report_pdf(content: ReportContent) -> bytes:
    """The report as PDF; the same figures make the same bytes."""
    return print_papers(
        [OnePaper(lambda: _story(content))],
        title=f"{content.frame.document_type.capitalize()}: {content.subject}",
        author=content.club_name,
    )


def _story(content: ReportContent) -> list[Flowable]:
    head = letterhead(
        content.parent_body,
        content.club_name,
        content.number,
        place_and_day=content.place_and_day,
        country=content.frame.country,
        motto=content.frame.motto,
    )
    to = Paragraph(markup(content.frame.to.format(addressee=content.addressee)), STYLES.addressee)
    end = letter_end(
        content.signature,
        content.recipients,
        head=content.frame.copies_to,
        kept=content.frame.kept_by.format(who=content.filed),
    )
    body = with_ending(list(_pieces(content)), end)
    return [head, *title(content.frame.document_type, content.subject), to, *body]


def _pieces(content: ReportContent) -> Iterator[Piece]:
    yield Piece(running(Said(content.opening)).flowable, leads=True)
    for number, part in enumerate(content.parts, start=1):
        yield section(number, part.title)
        yield from _part(part)


def _part(part: ReportPart) -> Iterator[Piece]:
    yield from pieces(part.blocks)
    if part.chart is not None:
        yield Piece(bar_chart(part.chart))
