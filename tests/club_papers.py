"""Every paper of the sample meeting but the minutes, made once for the tests that read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prepared import PreparedBooks, Stage, clock_at
from screens.meeting import minutes_paper
from screens.papers import paper_makers as makers
from storage.books import Books
from storage.records.addenda import Addenda, AddendumDraft
from storage.records.letters import Letters, ReferralForms
from storage.records.minutes import MinutesContent
from storage.records.papers import PaperWish
from storage.records.report import ReportContent
from storage.records.tracking import TrackingContent

CORRECTION = "Cụ Phạm Thị Hiền 86 tuổi, không phải 68 tuổi.\nSố chăn là 02."


@dataclass(frozen=True, slots=True)
class ClubPapers:
    """What the papers of the sample meeting, sealed and corrected twice, are made of."""

    tracking: TrackingContent
    public_tracking: TrackingContent
    report: ReportContent
    letters: Letters
    official_letters: Letters
    referrals: ReferralForms
    addenda: Addenda
    minutes: MinutesContent
    public_minutes: MinutesContent


def sample_papers(prepared: PreparedBooks, folder: Path) -> ClubPapers:
    """Leads the sample meeting to its seal, and reads all papers."""
    books = Books(prepared.copy(Stage.APPROVAL, folder), clock_at(Stage.APPROVAL))
    try:
        meeting = books.meetings.current()
        assert meeting is not None
        books.minutes.approve(meeting.id, unanimous=True)
        books.minutes.seal(meeting.id)
        for text, day in ((CORRECTION, 30), ("Bà con mang theo chổi.", 31)):
            draft = AddendumDraft(text, date(2026, 10, day), meeting.secretary_id, meeting.chair_id)
            books.addenda.write(meeting.id, draft)
        wish = PaperWish(2026, meeting.id)
        public = PaperWish(2026, meeting.id, public=True)
        letters = makers.read_letters(books, wish)
        books.club.change(official_letters=True)
        return ClubPapers(
            tracking=makers.read_tracking(books, wish),
            public_tracking=makers.read_tracking(books, public),
            report=makers.read_report(books, wish),
            letters=letters,
            official_letters=makers.read_letters(books, wish),
            referrals=makers.read_referrals(books, wish),
            addenda=makers.read_addenda(books, wish),
            minutes=minutes_paper.read(books, wish),
            public_minutes=minutes_paper.read(books, public),
        )
    finally:
        books.close()
