"""The papers of the club: what each is called, which records it needs, and how it is made.

The one table behind the command line, the screen "In ấn" and F9. A paper's own `pdf` loads
ReportLab when it is asked, and nothing here loads Textual.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from screens.language import N_
from screens.meeting import minutes_paper as minutes
from screens.papers import handouts
from screens.papers import paper_makers as makers
from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.records.exports import Export
from storage.records.kinds import ExportKind, ExportWay
from storage.records.minutes import Block
from storage.records.papers import PaperOf, PaperWish
from storage.said import Language

Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class Paper(Generic[Content]):
    """One kind of paper."""

    kind: str
    """Its name on the command line."""
    title: str
    """Its name in the club."""
    about: str
    """What it is for, in a few words."""
    of: PaperOf
    file: str
    """How its file's name begins, in ASCII letters."""
    read: Callable[[Books, PaperWish], Content]
    """Reads its records; runs on the books' thread.

    A wish that is public must be given nothing private: the wall asks so for its preview.
    """
    pdf: Callable[[Content], bytes]
    """Prints them; the same records make the same bytes."""
    text: Callable[[Content], tuple[Block, ...]]
    """What it says, to be read on the screen before it is made."""
    spreadsheet: Callable[[Content], bytes] | None = None
    """The same as an xlsx file, where there is one."""
    personal: bool = True
    """It tells of people: that it was made is kept among the exports."""
    has_public_copy: bool = False
    """There is also a copy without health details and without names that nobody agreed to show."""
    has_english: bool = False
    """There is also one in English, for those who support the clubs."""
    keep: Callable[[Books, PaperWish, Content], None] | None = None
    """Keeps in the books that the paper was made, where they want to know."""
    mark: Callable[[Content], str] = lambda _content: ""
    """What tells one copy of it from another in the file's name."""
    copies: Callable[[Books, PaperWish], int] = lambda _books, _wish: 1
    """How many are printed where nothing else is said."""


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A paper that was made."""

    name: str
    data: bytes


def paper_named(kind: str) -> Paper[Any] | None:
    """The paper of this name on the command line."""
    return next((paper for paper in PAPERS if paper.kind == kind), None)


def usual_wish(books: Books, paper: Paper[Any], *, public: bool = False) -> PaperWish:
    """What is meant where nothing is said: the last meeting, and its year."""
    last = books.meetings.last()
    if last is None:
        if paper.of is PaperOf.MEETING:
            raise Refusal(RefusalKind.MEETING_MISSING)
        return PaperWish(books.clock.today().year, public=public)
    return PaperWish(last.day.year, last.id, public=public)


def made(
    paper: Paper[Content], content: Content, name: str, *, spreadsheet: bool, practice: bool
) -> PaperFile:
    """Makes a paper of its records, of a practice meeting with a mark; it may take seconds."""
    if spreadsheet and paper.spreadsheet is not None:
        return PaperFile(f"{name}.xlsx", paper.spreadsheet(content))
    from printouts.typesetting.page import of_practice_meeting

    with of_practice_meeting(practice):
        return PaperFile(f"{name}.pdf", paper.pdf(content))


def file_name(books: Books, paper: Paper[Content], wish: PaperWish, content: Content) -> str:
    """The usual name of its file, without the ending: "bien-ban-2026-10-24-so-01"."""
    words = [paper.file, _of_what(books, paper.of, wish), paper.mark(content)]
    if wish.public and paper.has_public_copy:
        words.append("cong-khai")
    if wish.language is Language.ENGLISH and paper.has_english:
        words.append("tieng-anh")
    return "-".join(word for word in words if word)


def note_paper(
    books: Books,
    paper: Paper[Any],
    wish: PaperWish,
    file: Path,
    way: ExportWay = ExportWay.FILE,
    *,
    place: str = "",
    copies: int = 1,
) -> None:
    """Keeps that a paper left the books."""
    public = wish.public and paper.has_public_copy
    books.exports.note(
        Export(
            ExportKind.PAPER,
            str(file),
            paper=paper.kind,
            way=way,
            place=place,
            copies=copies,
            public=public,
        )
    )


def _of_what(books: Books, of: PaperOf, wish: PaperWish) -> str:
    if of is PaperOf.MEETING and wish.meeting_id is not None:
        return books.meetings.get(wish.meeting_id).day.isoformat()
    if of is PaperOf.PERIOD:
        if wish.whole_year:
            return str(wish.year)
        months = dict.fromkeys((f"{wish.first_month:02d}", f"{wish.last_month:02d}"))
        return "-".join((str(wish.year), *months))
    return ""


PAPERS: tuple[Paper[Any], ...] = (
    Paper(
        kind="minutes",
        title=N_("Biên bản"),
        about=N_("để ký, theo mẫu 1.9 của Nghị định 30/2020/NĐ-CP"),
        of=PaperOf.MEETING,
        file="bien-ban",
        read=minutes.read,
        pdf=minutes.pdf,
        text=minutes.text,
        has_public_copy=True,
        keep=minutes.keep,
        mark=minutes.mark,
        copies=minutes.copies,
    ),
    Paper(
        kind="addendum",
        title=N_("Phụ lục biên bản"),
        about=N_("để ký; sửa, bổ sung biên bản đã chốt"),
        of=PaperOf.MEETING,
        file="phu-luc-bien-ban",
        read=makers.read_addenda,
        pdf=makers.addenda_pdf,
        text=makers.addenda_text,
        copies=minutes.copies,
    ),
    Paper(
        kind="letter",
        title=N_("Giấy đề nghị"),
        about=N_("gửi địa phương, mỗi việc một giấy"),
        of=PaperOf.MEETING,
        file="giay-de-nghi",
        read=makers.read_letters,
        pdf=makers.letters_pdf,
        text=makers.letters_text,
    ),
    Paper(
        kind="referral",
        title=N_("Phiếu chuyển chăm sóc tại nhà"),
        about=N_("cho nhóm TNV, có chỗ ghi kết quả khảo sát"),
        of=PaperOf.MEETING,
        file="phieu-chuyen",
        read=makers.read_referrals,
        pdf=makers.referrals_pdf,
        text=makers.referrals_text,
    ),
    Paper(
        kind="tracking-book",
        title=N_("Sổ theo dõi"),
        about=N_("mọi việc của năm hoặc tháng, khổ ngang; có bảng tính"),
        of=PaperOf.PERIOD,
        file="so-theo-doi",
        read=makers.read_tracking,
        pdf=makers.tracking_pdf,
        text=makers.tracking_text,
        spreadsheet=makers.tracking_sheet,
        has_public_copy=True,
    ),
    Paper(
        kind="report",
        title=N_("Báo cáo"),
        about=N_("sáu tháng hoặc năm, có số liệu và biểu đồ; có bản tiếng Anh"),
        of=PaperOf.PERIOD,
        file="bao-cao",
        read=makers.read_report,
        pdf=makers.report_pdf,
        text=makers.report_text,
        has_english=True,
    ),
    Paper(
        kind="slips",
        title=N_("Phiếu phân công"),
        about=N_("xé cho từng người, từng tổ: giúp ai, việc gì, khi nào, ở đâu"),
        of=PaperOf.MEETING,
        file="phieu-phan-cong",
        read=handouts.read_slips,
        pdf=handouts.slips_pdf,
        text=handouts.slips_text,
    ),
    Paper(
        kind="attendance-list",
        title=N_("Danh sách điểm danh"),
        about=N_("để thành viên ký, theo tổ"),
        of=PaperOf.CLUB,
        file="danh-sach-diem-danh",
        read=handouts.read_attendance_list,
        pdf=handouts.forms_pdf,
        text=handouts.forms_text,
    ),
    Paper(
        kind="proposal-form",
        title=N_("Phiếu ghi đề xuất của tổ"),
        about=N_("phiếu trống, mỗi tổ một tờ, tổ trưởng ghi lúc thảo luận"),
        of=PaperOf.CLUB,
        file="phieu-de-xuat",
        read=handouts.read_proposal_forms,
        pdf=handouts.forms_pdf,
        text=handouts.forms_text,
    ),
    Paper(
        kind="blank-forms",
        title=N_("Phiếu ghi cả buổi khi mất điện"),
        about=N_("tám bước trên giấy; có điện thì gõ lại vào máy theo đúng thứ tự"),
        of=PaperOf.CLUB,
        file="phieu-ghi-buoi-hop",
        read=handouts.read_walk_forms,
        pdf=handouts.forms_pdf,
        text=handouts.forms_text,
    ),
    Paper(
        kind="headed-sheet",
        personal=False,
        title=N_("Giấy có đầu giấy"),
        about=N_("xem đầu giấy của CLB trên giấy thật; để viết tay"),
        of=PaperOf.CLUB,
        file="giay-co-dau-giay",
        read=handouts.read_club,
        pdf=handouts.headed_sheet_pdf,
        text=handouts.headed_sheet_text,
    ),
    Paper(
        kind="passphrase-sheet",
        personal=False,
        title=N_("Phiếu giữ mật khẩu"),
        about=N_("phiếu trống để ghi mật khẩu mở sổ, Chủ nhiệm cất trong phong bì dán kín"),
        of=PaperOf.CLUB,
        file="phieu-giu-mat-khau",
        read=handouts.read_passphrase_sheet,
        pdf=handouts.forms_pdf,
        text=handouts.forms_text,
    ),
    Paper(
        kind="manual",
        personal=False,
        title=N_("Hướng dẫn sử dụng"),
        about=N_("tám trang có hình, trang cuối là bảng phím dán cạnh máy"),
        of=PaperOf.CLUB,
        file="huong-dan",
        read=handouts.read_manual,
        pdf=handouts.manual_pdf,
        text=handouts.manual_text,
    ),
)
"""In the order in which they are offered."""
