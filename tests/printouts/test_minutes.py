"""The minutes on paper: every figure of form 1.9 of Decree 30/2020/NĐ-CP, read back."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace

import pdfplumber
import pytest
from pdfplumber.page import Page
from pypdf import PdfReader

from printouts.minutes import minutes_pdf
from printouts.page import BOTTOM, LEFT, RIGHT, TOP
from storage.records.minutes import (
    Column,
    MinutesContent,
    MinutesOptions,
    MinutesPart,
    MinutesState,
    MinutesTable,
    Paragraph,
)

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
LETTERS = (
    "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES) + "đ"
)


def text_of(data: bytes) -> str:
    """The text of all pages, with single spaces."""
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def pages_of(data: bytes) -> list[Page]:
    """The pages with their letters and lines."""
    return pdfplumber.open(io.BytesIO(data)).pages


def line_with(page: Page, words: str) -> list[dict[str, object]]:
    """The letters of the line in which these words stand."""
    for line in page.extract_text_lines(return_chars=True):
        if words in line["text"]:
            start = line["text"].index(words)
            chars = [char for char in line["chars"] if str(char["text"]).strip()]
            skipped = len(line["text"][:start].replace(" ", ""))
            return chars[skipped : skipped + len(words.replace(" ", ""))]
    raise AssertionError(f"not on the page: {words}")


def face_and_size(page: Page, words: str) -> tuple[str, float]:
    """The face and the size in which words are set."""
    letters = line_with(page, words)
    faces = {str(letter["fontname"]).split("+")[-1] for letter in letters}
    sizes = {round(float(str(letter["size"])), 1) for letter in letters}
    assert len(faces) == len(sizes) == 1, (faces, sizes)
    return faces.pop(), sizes.pop()


def test_the_figures_of_the_sheet_are_within_the_decree() -> None:
    assert 20 * MM <= TOP <= 25 * MM
    assert 20 * MM <= BOTTOM <= 25 * MM
    assert 30 * MM <= LEFT <= 35 * MM
    assert 15 * MM <= RIGHT <= 20 * MM


def test_the_paper_is_a4_and_the_body_within_its_margins(content: MinutesContent) -> None:
    for page in pages_of(minutes_pdf(content)):
        assert (page.width, page.height) == pytest.approx(A4, abs=0.5)
        inside = [
            char
            for char in page.chars
            if char["top"] > TOP - 1 and char["bottom"] < page.height - BOTTOM + 1
        ]
        assert inside
        assert min(char["x0"] for char in inside) >= LEFT - 1
        assert max(char["x1"] for char in inside) <= page.width - RIGHT + 1


def test_only_the_packaged_typeface_is_used_and_embedded(content: MinutesContent) -> None:
    reader = PdfReader(io.BytesIO(minutes_pdf(content)))
    for page in reader.pages:
        fonts = page["/Resources"].get_object()["/Font"].get_object()
        for font in fonts.values():
            entry = font.get_object()
            assert "Tinos" in str(entry["/BaseFont"])
            assert "/FontFile2" in entry["/FontDescriptor"].get_object()


@pytest.mark.parametrize(
    ("words", "face", "sizes"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Tinos-Bold", (12, 13)),
        ("Độc lập - Tự do - Hạnh phúc", "Tinos-Bold", (13, 14)),
        ("HỘI NGƯỜI CAO TUỔI", "Tinos", (12, 13)),
        ("CLB LIÊN THẾ HỆ", "Tinos-Bold", (12, 13)),
        ("Số: 05/BB-CLB", "Tinos", (13, 13)),
        ("BIÊN BẢN", "Tinos-Bold", (13, 14)),
        ("Buổi sinh hoạt CLB tháng 10 năm 2026", "Tinos-Bold", (13, 14)),
        ("Địa điểm:", "Tinos", (13, 14)),
        ("I. ĐỀ XUẤT CỦA CÁC TỔ", "Tinos-Bold", (13, 14)),
    ],
)
def test_heads_have_their_weight_and_size(
    content: MinutesContent, words: str, face: str, sizes: tuple[float, float]
) -> None:
    first = pages_of(minutes_pdf(content))[0]
    found, size = face_and_size(first, words)
    assert found in (face, f"{face}-Regular")
    assert sizes[0] <= size <= sizes[1]


def test_the_end_has_its_weights_and_sizes(content: MinutesContent) -> None:
    last = pages_of(minutes_pdf(content))[-1]
    assert face_and_size(last, "THƯ KÝ") == ("Tinos-Bold", 13)
    assert face_and_size(last, "CHỦ TỌA") == ("Tinos-Bold", 13)
    assert face_and_size(last, "Bùi Thị Nhàn") == ("Tinos-Bold", 13)
    assert face_and_size(last, "Nơi nhận:") == ("Tinos-BoldItalic", 12)
    assert face_and_size(last, "- Lưu: CLB.")[1] == 11


def test_the_rules_have_the_lengths_of_the_decree(content: MinutesContent) -> None:
    first = pages_of(minutes_pdf(content))[0]
    lengths = sorted(line["x1"] - line["x0"] for line in first.lines if line["top"] < 250)[:3]
    motto = line_with(first, "Độc lập - Tự do - Hạnh phúc")
    motto_length = float(str(motto[-1]["x1"])) - float(str(motto[0]["x0"]))
    rules = [line["x1"] - line["x0"] for line in first.lines]
    assert any(abs(rule - motto_length) < 2 for rule in rules)
    assert lengths


def test_page_numbers_stand_in_the_top_margin_from_page_two(content: MinutesContent) -> None:
    pages = pages_of(minutes_pdf(content))
    assert len(pages) >= 2
    for number, page in enumerate(pages, start=1):
        above = [char for char in page.chars if char["bottom"] < TOP]
        shown = "".join(char["text"] for char in above)
        assert shown == ("" if number == 1 else str(number))
        if above:
            middle = (above[0]["x0"] + above[-1]["x1"]) / 2
            assert middle == pytest.approx(page.width / 2, abs=1)
            assert 13 <= above[0]["size"] <= 14


def test_the_order_is_that_of_the_form(content: MinutesContent) -> None:
    text = text_of(minutes_pdf(content))
    order = [
        "BIÊN BẢN",
        "Thời gian bắt đầu:",
        "Địa điểm:",
        "Thành phần tham dự:",
        "Chủ trì (chủ tọa):",
        "Thư ký (người ghi biên bản):",
        "I. ĐỀ XUẤT CỦA CÁC TỔ",
        "II. PHÂN CÔNG GIÚP ĐỠ",
        "Biên bản đã được đọc lại",
        "được lập thành 02 bản",
        "năm 2026./.",
        "THƯ KÝ",
        "Nơi nhận:",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


@pytest.mark.parametrize("paragraphs", range(0, 61, 3))
def test_signatures_have_room_and_are_never_alone(content: MinutesContent, paragraphs: int) -> None:
    lines = tuple(Paragraph(f"Ý kiến thứ {number}.") for number in range(paragraphs))
    part = MinutesPart(4, "Ý kiến", (Paragraph("Mở đầu."), *lines))
    pages = pages_of(minutes_pdf(replace(content, parts=(part,))))
    last = pages[-1]
    text = last.extract_text()
    assert "Cuộc họp kết thúc vào" in text
    assert "THƯ KÝ" in text
    assert "Nơi nhận" in text
    head = float(str(line_with(last, "CHỦ TỌA")[0]["bottom"]))
    name = float(str(line_with(last, "Đặng Văn Khoa")[0]["top"]))
    assert name - head >= 25 * MM


def test_the_head_of_a_table_repeats(content: MinutesContent) -> None:
    pages = pages_of(minutes_pdf(content))
    with_rows = [page for page in pages if "sống một mình" in page.extract_text()]
    assert len(with_rows) >= 2
    assert all("Trường hợp" in page.extract_text() for page in with_rows)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("letters", [LETTERS, LETTERS.upper()])
def test_every_vietnamese_letter_survives(
    content: MinutesContent, letters: str, *, bold: bool
) -> None:
    spaced = " ".join(letters)
    shown = (
        replace(content, meeting_name=spaced)
        if bold
        else replace(content, opening=(Paragraph(spaced),))
    )
    text = text_of(minutes_pdf(shown)).replace(" ", "")
    assert letters in text


def test_italic_faces_have_every_letter() -> None:
    from printouts.fonts import BOLD_ITALIC, ITALIC, register_faces

    for face in (ITALIC, BOLD_ITALIC):
        known = register_faces()[face].face.charToGlyph
        assert [each for each in LETTERS + LETTERS.upper() if ord(each) not in known] == []


@pytest.mark.parametrize(
    ("number", "shown"), [(5, "Số: 05/BB-CLB"), (12, "Số: 12/BB-CLB"), (None, "Số: ……/BB-CLB")]
)
def test_numbers_below_ten_have_two_digits(
    content: MinutesContent, number: int | None, shown: str
) -> None:
    assert shown in text_of(minutes_pdf(replace(content, number=number)))


def test_only_a_draft_says_so(content: MinutesContent) -> None:
    draft = replace(content, state=MinutesState.DRAFT)
    assert "BẢN NHÁP" in text_of(minutes_pdf(draft))
    assert "BẢN NHÁP" not in text_of(minutes_pdf(content))


def test_the_public_copy_says_so(content: MinutesContent) -> None:
    assert "Bản công khai" in text_of(minutes_pdf(replace(content, public=True)))


def test_the_settings_beyond_the_form(content: MinutesContent) -> None:
    text = text_of(minutes_pdf(replace(content, options=MinutesOptions(signature_hint=True))))
    assert "(Ký, ghi rõ họ tên)" in text
    assert "đọc lại" not in text
    assert "được lập thành" not in text


def test_the_same_record_prints_the_same_bytes(content: MinutesContent) -> None:
    assert minutes_pdf(content) == minutes_pdf(content)


@pytest.mark.parametrize(
    "typed",
    ["<b>đậm & nghiêng</b>", "[bold]x[/bold]", "a<b", "</b>", "<img src='/x'/>", "\"trích\" 'dẫn'"],
)
def test_outside_text_is_printed_as_typed(content: MinutesContent, typed: str) -> None:
    table = MinutesTable((Column("Ghi chú", 1.0),), ((typed,),))
    part = MinutesPart(4, "Ghi chép", (Paragraph(typed), table))
    text = text_of(minutes_pdf(replace(content, parts=(part,))))
    assert text.count(typed) == 2


def test_marks_that_stand_apart_are_joined(content: MinutesContent) -> None:
    apart = unicodedata.normalize("NFD", "Nguyễn Thị Hiền")
    text = text_of(minutes_pdf(replace(content, opening=(Paragraph(apart),))))
    assert "Nguyễn Thị Hiền" in text


def test_a_sign_that_the_typeface_lacks_is_seen(content: MinutesContent) -> None:
    text = text_of(minutes_pdf(replace(content, opening=(Paragraph("vui \U0001f600 quá"),))))
    assert "vui □ quá" in text


@pytest.mark.parametrize("long", ["ghi rất dài " * 850, "Nguyễn" * 1700], ids=["words", "one word"])
def test_ten_thousand_letters_in_a_cell_are_printed_whole(
    content: MinutesContent, long: str
) -> None:
    table = MinutesTable((Column("STT", 0.1), Column("Ghi chú", 0.9)), (("1", long),))
    part = MinutesPart(4, "Ghi chép", (Paragraph(long), table))
    text = text_of(minutes_pdf(replace(content, parts=(part,)))).replace(" ", "")
    word = long.split()[0]
    assert text.count(word) >= 2 * long.count(word) - 4
