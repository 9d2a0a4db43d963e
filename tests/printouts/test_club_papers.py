"""The papers beside the minutes: what each says of the sample meeting, and how it stands."""

from __future__ import annotations

import io
import re
import textwrap
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from club_papers import ClubPapers, sample_papers
from golden import is_golden
from paper import MM, PaperPage, read_pages, read_text
from prepared import PreparedBooks
from printouts.addendum import addenda_pdf
from printouts.letters import letters_pdf
from printouts.minutes import minutes_pdf
from printouts.referral_form import referral_forms_pdf
from printouts.report import report_pdf
from printouts.tracking_book import tracking_book_pdf
from printouts.tracking_columns import COLUMNS
from printouts.typesetting.page import LANDSCAPE
from storage.records.report import Bar, BarChart
from storage.records.tracking import TrackingContent, TrackingLine

LONG_NAME = "Nguyễn Hoàng Thị Phương Thảo Uyên Khánh Linh Trần Đặng Ngọc Anh"
_CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
"""A check code: the salts of the seal make it another in every book."""

Maker = Callable[[ClubPapers], bytes]
MAKERS: dict[str, Maker] = {
    "minutes": lambda papers: minutes_pdf(papers.minutes),
    "minutes-public": lambda papers: minutes_pdf(papers.public_minutes),
    "tracking-book": lambda papers: tracking_book_pdf(papers.tracking),
    "tracking-book-public": lambda papers: tracking_book_pdf(papers.public_tracking),
    "report": lambda papers: report_pdf(papers.report),
    "letter": lambda papers: letters_pdf(papers.letters),
    "letter-official": lambda papers: letters_pdf(papers.official_letters),
    "referral": lambda papers: referral_forms_pdf(papers.referrals),
    "addendum": lambda papers: addenda_pdf(papers.addenda),
}


@pytest.fixture(scope="module")
def papers(prepared: PreparedBooks, tmp_path_factory: pytest.TempPathFactory) -> ClubPapers:
    """What the papers are made of."""
    return sample_papers(prepared, tmp_path_factory.mktemp("papers") / "books")


def told(data: bytes) -> str:
    """The text of a paper, in lines that can be compared."""
    text = _CODE.sub("####-####-####", read_text(data))
    return textwrap.fill(text, 100, break_on_hyphens=False) + "\n"


@pytest.mark.parametrize("kind", MAKERS)
def test_a_paper_says_what_it_said(kind: str, papers: ClubPapers) -> None:
    """In Vietnamese that can be searched: whole letters, in the order in which they are read."""
    text = told(MAKERS[kind](papers))
    assert is_golden(kind, text)
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("kind", MAKERS)
def test_the_same_record_makes_the_same_bytes_in_embedded_letters(
    kind: str, papers: ClubPapers
) -> None:
    data = MAKERS[kind](papers)
    assert data == MAKERS[kind](papers)
    assert len(data) < 100_000
    document = PdfReader(io.BytesIO(data))
    assert str(document.root_object["/Lang"]) == "vi"
    assert document.metadata is not None
    assert document.metadata.title
    assert document.metadata.author == papers.tracking.club_name
    faces = re.findall(rb"/BaseFont /(\S+)", data)
    assert faces
    assert all(re.fullmatch(rb"[A-Z]{6}\+Tinos-\w+", face) for face in faces)
    assert data.count(b"/FontFile2") == len(set(faces))


# The tracking book.


def full_book(lines: int) -> TrackingContent:
    """Entries with long names, some with two promises, one with more helpers than fit a column."""
    whole = TrackingLine(
        number=1,
        first=True,
        day=date(2026, 5, 24),
        groups="Tổ 1, Tổ 2",
        kind="Cá nhân",
        who=f"Cụ {LONG_NAME}",
        address="số nhà 12, xóm Đình – thôn Đông – xã An Bình – tỉnh Hưng Yên",
        relation="thành viên gia đình của bà " + LONG_NAME,
        circumstances="Sống một mình, ngã gãy chân đúng vụ gặt, con cháu đều ở xa",
        needs="Ngày công: 10 ngày công gặt lúa; Hiện vật: chăn, màn, quần áo",
        form="Ngày công",
        amount="10 ngày công gặt lúa",
        helpers="03 người: " + ", ".join([f"bà {LONG_NAME}"] * 3),
        planned="thứ bảy tới (31/10/2026)",
        result="Đã làm. Cảm ơn bà con.",
        in_charge=f"bà {LONG_NAME}",
        note="Được chọn",
    )
    found = tuple(
        replace(whole, number=number // 2 + 1, first=number % 2 == 0, done_on=date(2026, 6, 1))
        for number in range(lines)
    )
    return TrackingContent("Hội Người cao tuổi xã An Bình", "CLB thôn Đông", "năm 2026", found)


def margins_of(page: PaperPage) -> tuple[float, float, float, float]:
    """What is left free on each side, in millimetres, the number and the foot left out."""
    letters = [
        letter
        for letter in page.letters
        if letter.text.strip() and 19 * MM < letter.top < page.height - 19 * MM
    ]
    return (
        min(letter.left for letter in letters) / MM,
        (page.width - max(letter.right for letter in letters)) / MM,
        min(letter.top for letter in letters) / MM,
        (page.height - max(letter.bottom for letter in letters)) / MM,
    )


def test_a_full_book_keeps_its_heads_rows_and_margins() -> None:
    pages = read_pages(tracking_book_pdf(full_book(14)))
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert (round(page.width / MM), round(page.height / MM)) == (297, 210)
        assert page.has("Địa chỉ")
        assert page.has("Ghi chú")
        left, right, top, bottom = margins_of(page)
        assert left >= 19.99
        assert right >= 14.99
        assert top >= 19.5
        assert bottom >= 19.99
        assert page.lines()[0].text == (str(number) if number > 1 else "HỘINGƯỜICAOTUỔIXÃANBÌNH")
        # A row that is whole shows as many ends of it ("ở xa") as beginnings ("Sống một").
        text = page.text
        assert text.count("03người:") == text.count("Cảmơnbà") > 0


def test_an_entry_with_two_promises_names_itself_once(papers: ClubPapers) -> None:
    lines = [line for line in papers.tracking.lines if line.who == "Cụ Phạm Thị Hiền"]
    assert [line.first for line in lines] == [True, False]
    text = read_text(tracking_book_pdf(replace(papers.tracking, lines=tuple(lines))))
    assert text.count("Cụ Phạm Thị Hiền") == 1
    assert text.count("Hiện vật") > 1


def test_a_row_taller_than_a_page_goes_on_over_the_next() -> None:
    tall = full_book(1)
    everyone = "121 người: " + ", ".join([f"bà {LONG_NAME}"] * 121)
    lines = (replace(tall.lines[0], helpers=everyone),)
    pages = read_pages(tracking_book_pdf(replace(tall, lines=lines)))
    assert len(pages) > 1
    names = sum(page.text.count("Ngọc") for page in pages)
    assert names >= 121


def test_the_columns_fill_the_sheet() -> None:
    assert sum(column.width for column in COLUMNS) * MM == pytest.approx(LANDSCAPE.text_width)


def test_a_book_without_an_entry_says_so() -> None:
    text = read_text(tracking_book_pdf(full_book(0)))
    assert "Chưa có nội dung nào trong thời gian này." in text


def test_the_public_copy_names_only_who_agreed_and_no_illness(papers: ClubPapers) -> None:
    text = read_text(tracking_book_pdf(papers.public_tracking))
    assert "Bản công khai" in text
    assert "Nguyễn Thị Mùi" in text
    for private in ("Hiền", "Bệnh nặng", "gãy chân", "xóm Đình", "nằm viện"):
        assert private not in text
    assert "Cụ H., Tổ 3" in text


# The report.


def test_each_bar_bears_its_number(papers: ClubPapers) -> None:
    chart = BarChart("Số người được giúp", (Bar("T1", 3), Bar("T2", 17), Bar("T3", None)))
    part = replace(papers.report.parts[1], chart=chart)
    pages = read_pages(report_pdf(replace(papers.report, parts=(part,))))
    page = next(page for page in pages if page.has("Số người được giúp"))
    months = {name: page.find(name) for name in ("T1", "T2", "T3")}
    for month, number in (("T1", "3"), ("T2", "17")):
        over = [
            letter
            for letter in page.letters
            if letter.text == number[0]
            and letter.bottom < months[month].top
            and abs(letter.left - months[month].left) < 3 * MM
        ]
        assert over, f"no {number} over {month}"
    assert page.find("Số người được giúp", "Tinos-Bold").bottom < months["T1"].top


# Letters, referrals, addenda.


def test_every_letter_and_addendum_counts_its_own_pages(papers: ClubPapers) -> None:
    long = replace(papers.addenda.addenda[0], text=tuple(papers.addenda.addenda[0].text * 40))
    content = replace(papers.addenda, addenda=(long, papers.addenda.addenda[1]))
    pages = read_pages(addenda_pdf(content))
    assert len(pages) > 3
    numbered = [page.lines()[0].text for page in pages]
    assert numbered[1:-1] == [str(number) for number in range(2, len(pages))]
    assert not numbered[-1].isdecimal()
    codes = [addendum.check_code for addendum in papers.addenda.addenda]
    assert pages[0].has(f"Mã kiểm tra: {codes[0]}")
    assert pages[-1].has(f"Mã kiểm tra: {codes[1]}")


def test_a_letter_has_room_for_the_pen(papers: ClubPapers) -> None:
    (page,) = read_pages(letters_pdf(papers.letters))
    capacity, name = page.find("CHỦ NHIỆM"), page.find("Đặng Thị Hòa", "Tinos-Bold")
    assert (name.top - capacity.bottom) / MM >= 25
    assert abs(name.middle - capacity.middle) < 1
    assert page.find("Nơi nhận:").right < capacity.left


def test_an_official_letter_has_a_number_and_no_type(papers: ClubPapers) -> None:
    text = read_text(letters_pdf(papers.official_letters))
    assert "Số: ……/CLB" in text
    assert "V/v đèn đường ngõ 3 hỏng" in text
    assert "GIẤY ĐỀ NGHỊ" not in text


def test_who_did_not_agree_is_named_by_hand(papers: ClubPapers) -> None:
    """Cụ Hiền was not asked: the volunteers' form leaves lines for what she allows."""
    (form,) = papers.referrals.forms
    assert form.parts[0].title == "1. Người cần chăm sóc: cụ H., Tổ 3"
    assert {line.text for line in form.parts[0].lines} == {""}
    text = read_text(referral_forms_pdf(papers.referrals))
    assert "Hiền" not in text
    assert "Bệnh nặng" not in text
    assert len(read_pages(referral_forms_pdf(papers.referrals))) == 1
