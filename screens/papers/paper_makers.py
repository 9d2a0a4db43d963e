"""How each paper but the minutes is read out of the books, printed, and told on the screen.

`screens.papers.catalogue` has the table of them all. ReportLab and XlsxWriter are loaded when they
are needed, and not before.
"""

from __future__ import annotations

from screens.language import in_language
from storage.books import Books
from storage.days import on_paper
from storage.errors import Refusal, RefusalKind
from storage.records.addenda import Addenda
from storage.records.figures import Period
from storage.records.kinds import Position
from storage.records.letters import FormPart, Letters, ReferralForms
from storage.records.minutes import Block, Column, MinutesTable, Paragraph, Signature
from storage.records.papers import PaperWish
from storage.records.report import BarChart, ReportContent
from storage.records.tracking import TrackingContent, TrackingFilter
from storage.rules.letters import letters
from storage.rules.minutes_parts.phrases import BLANK
from storage.rules.minutes_parts.tokens import Copy
from storage.rules.referral_forms import referral_forms
from storage.rules.report import content as report_content
from storage.rules.terms import POSITION
from storage.rules.tracking_columns import content as tracking_content
from storage.vietnamese import count


def meeting_of(wish: PaperWish) -> int:
    """The meeting that is wanted.

    Raises:
        Refusal: the club has held none.
    """
    if wish.meeting_id is None:
        raise Refusal(RefusalKind.MEETING_MISSING)
    return wish.meeting_id


def _period(wish: PaperWish) -> Period:
    return Period(wish.year, wish.first_month, wish.last_month)


# The tracking book.


def read_tracking(books: Books, wish: PaperWish) -> TrackingContent:
    """The tracking book of the months that are wanted."""
    period = _period(wish)
    asked = TrackingFilter(period.year, period.first_month, period.last_month)
    entries = books.tracking.entries(asked)
    return tracking_content(books.club.known(), period, entries, public=wish.public)


def tracking_pdf(content: TrackingContent) -> bytes:
    """The tracking book on landscape sheets."""
    from printouts.tracking_book import tracking_book_pdf

    return tracking_book_pdf(content)


def tracking_sheet(content: TrackingContent) -> bytes:
    """The tracking book as a spreadsheet."""
    from printouts.tracking_sheet import tracking_book_xlsx

    return tracking_book_xlsx(content)


def tracking_text(content: TrackingContent) -> tuple[Block, ...]:
    """Each line of the book, with the columns that are filled."""
    from printouts.tracking_columns import COLUMNS, written

    share = 1 / len(COLUMNS)
    table = MinutesTable(
        tuple(Column(column.title, share) for column in COLUMNS),
        tuple(tuple(written(column.cell(line)) for column in COLUMNS) for line in content.lines),
    )
    head = Paragraph(f"Sổ theo dõi {content.months}")
    return (head, table)


# The report.


def read_report(books: Books, wish: PaperWish) -> ReportContent:
    """The report of the months that are wanted; it names nobody but who signs it."""
    chair = books.register.holder(Position.CHAIR)
    signer = Signature(POSITION[Position.CHAIR], chair.name if chair else "")
    figures = books.figures.figures(_period(wish))
    return report_content(books.club.known(), figures, signer, in_language(wish.language))


def report_pdf(content: ReportContent) -> bytes:
    """The report with its charts."""
    from printouts.report import report_pdf as printed

    return printed(content)


def report_text(content: ReportContent) -> tuple[Block, ...]:
    """The report with each chart as a line of numbers."""
    blocks: list[Block] = [Paragraph(content.subject), Paragraph(content.opening)]
    for number, part in enumerate(content.parts, start=1):
        blocks += [Paragraph(f"{part.title}:", f"{number}."), *part.blocks]
        if part.chart is not None:
            blocks.append(Paragraph(_chart_words(part.chart)))
    return tuple(blocks)


def _chart_words(chart: BarChart) -> str:
    told = ", ".join(f"{bar.label} {bar.value}" for bar in chart.bars if bar.value is not None)
    return f"{chart.title}: {told}."


# Letters to the locality.


def read_letters(books: Books, wish: PaperWish) -> Letters:
    """What the meeting says to the locality.

    Raises:
        Refusal: it says nothing.
    """
    source = books.minutes.source(meeting_of(wish))
    found = letters(source, official=source.club.official_letters, public=wish.public)
    if not found.letters:
        raise Refusal(RefusalKind.LETTER_MISSING)
    return found


def letters_pdf(content: Letters) -> bytes:
    """Every letter on sheets of its own."""
    from printouts.letters import letters_pdf as printed

    return printed(content)


def letters_text(content: Letters) -> tuple[Block, ...]:
    """What each letter says, to whom."""
    blocks: list[Block] = []
    for letter in content.letters:
        to = Paragraph(f"Kính gửi: {letter.addressee}")
        blocks += [Paragraph(letter.subject), to, *letter.body]
    return tuple(blocks)


# Referrals to the home-care volunteers.


def read_referrals(books: Books, wish: PaperWish) -> ReferralForms:
    """The cases that the meeting passed to the home-care volunteers.

    Raises:
        Refusal: it passed none.
    """
    found = referral_forms(books.minutes.source(meeting_of(wish)), public=wish.public)
    if not found.forms:
        raise Refusal(RefusalKind.REFERRAL_MISSING)
    return found


def referrals_pdf(content: ReferralForms) -> bytes:
    """Every referral on sheets of its own."""
    from printouts.referral_form import referral_forms_pdf

    return referral_forms_pdf(content)


def referrals_text(content: ReferralForms) -> tuple[Block, ...]:
    """What each form says, and what is left for the hand."""
    blocks: list[Block] = []
    for form in content.forms:
        blocks += form.opening
        for part in form.parts:
            blocks += _part_words(part)
    return tuple(blocks)


def _part_words(part: FormPart) -> list[Block]:
    lines = (f"{line.label}: {line.text or BLANK}" for line in part.lines)
    return [Paragraph(part.title), *(Paragraph(line, "-") for line in lines)]


# Addenda to sealed minutes.


def read_addenda(books: Books, wish: PaperWish) -> Addenda:
    """The addenda of the meeting.

    Raises:
        Refusal: it has none.
    """
    copy = Copy.PUBLIC if wish.public else Copy.FILE
    found = books.addenda.of_meeting(meeting_of(wish), copy)
    if not found.addenda:
        raise Refusal(RefusalKind.ADDENDUM_MISSING)
    return found


def addenda_pdf(content: Addenda) -> bytes:
    """Every addendum on sheets of its own."""
    from printouts.addendum import addenda_pdf as printed

    return printed(content)


def addenda_text(content: Addenda) -> tuple[Block, ...]:
    """What each addendum says, and of which day it is."""
    blocks: list[Block] = []
    for each in content.addenda:
        head = f"Phụ lục số {count(each.number)}, {on_paper(each.day)}:"
        blocks += [Paragraph(head), *each.text]
    return tuple(blocks)
