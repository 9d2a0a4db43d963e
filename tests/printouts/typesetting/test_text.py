"""Text from outside reaches the paper as it was typed, whatever it is."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph as PrintedParagraph

from paper import read_pages, read_text
from printouts.minutes import minutes_pdf
from printouts.typesetting.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, missing_glyphs, register
from printouts.typesetting.styles import STYLES
from printouts.typesetting.text import balanced_lines, capitals, markup, printable
from storage.records.minutes import (
    Column,
    MinutesContent,
    MinutesPart,
    MinutesTable,
    Paragraph,
    Signature,
)

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
SMALL = "".join(unicodedata.normalize("NFC", f"{v}{t}") for v in VOWELS for t in TONES) + "đ"
LETTERS = SMALL + SMALL.upper()


def with_text(content: MinutesContent, text: str) -> MinutesContent:
    """The minutes with this text everywhere that the club may write."""
    table = MinutesTable((Column("Ghi chú", 0.6), Column("Số", 0.4)), ((text, "1"),))
    return replace(
        content,
        parent_body=text,
        club_name=text,
        abbreviation=text,
        meeting_name=text,
        opening=(Paragraph(text),),
        parts=(MinutesPart(4, text, (Paragraph(text, text), table)),),
        signatures=(Signature(text, text), Signature("Chủ tọa", text)),
        recipients=(text,),
        check_code=text,
    )


def printed(content: MinutesContent, typed: str) -> str:
    """The text of minutes with one paragraph, and the same in a table."""
    part = MinutesPart(4, "Việc", (MinutesTable((Column("Ghi chú", 1),), ((typed,),)),))
    return read_text(minutes_pdf(replace(content, opening=(Paragraph(typed),), parts=(part,))))


def test_the_alphabet_has_all_its_letters() -> None:
    assert len(set(LETTERS)) == 146


@pytest.mark.parametrize("face", [REGULAR, BOLD, ITALIC, BOLD_ITALIC])
def test_every_vietnamese_letter_survives_in_every_face(face: str) -> None:
    register()
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.setFont(face, 14)
    for row in range(0, len(LETTERS), 40):
        canvas.drawString(50, 700 - row, LETTERS[row : row + 40])
    canvas.save()
    (page,) = read_pages(target.getvalue())
    assert page.text == LETTERS
    assert {letter.face for letter in page.letters} == {
        "Tinos-Regular" if face == REGULAR else face
    }
    # A letter of no width would lie over its neighbour.
    assert all(letter.right > letter.left for letter in page.letters)


def test_what_the_typeface_lacks_is_named() -> None:
    assert missing_glyphs("Nguyễn Thị Ất □ 10.000 đ – “rằm”") == ""
    assert missing_glyphs("vui 😀 quá 中😀") == "😀中"


@pytest.mark.parametrize(
    "typed",
    [
        "<b>&",
        "<b>đậm & nghiêng</b>",
        "a<b",
        "</b>",
        "<br>",
        '<img src="/etc/hostname"/>',
        "<font color='red'>đỏ</font>",
        "&amp; &lt; &#65;",
        "[bold]Hoa[/bold]",
        "chị [Hoa] [/]",
        "\"trích\" và 'dẫn' “kép”",
        "100% {0} %s \\n $x",
    ],
)
def test_nothing_typed_acts_as_markup(content: MinutesContent, typed: str) -> None:
    assert printed(content, typed).count(typed) == 2


def test_marks_that_stand_apart_join_their_letters(content: MinutesContent) -> None:
    apart = unicodedata.normalize("NFD", "Nguyễn Thị Hiền ở xóm Đình")
    assert printed(content, apart).count("Nguyễn Thị Hiền ở xóm Đình") == 2
    head = read_text(minutes_pdf(replace(content, club_name=apart)))
    assert "NGUYỄN THỊ HIỀN Ở XÓM ĐÌNH" in head


def test_a_sign_that_cannot_be_printed_leaves_a_box(content: MinutesContent) -> None:
    assert printed(content, "vui 😀 quá").count("vui □ quá") == 2


def test_what_cannot_be_seen_is_dropped(content: MinutesContent) -> None:
    assert printed(content, "bà\x00 Mùi\x1b[31m \u200bngõ\u202e 3").count("bà Mùi[31m ngõ 3") == 2


def test_a_line_break_stays_one(content: MinutesContent) -> None:
    assert markup("dòng một\r\ndòng <hai>") == "dòng một<br/>dòng &lt;hai&gt;"
    page = read_pages(minutes_pdf(replace(content, opening=(Paragraph("dòng một\nhai"),))))[0]
    assert page.find("hai").top > page.find("dòng một").top


def test_capitals_keep_their_marks() -> None:
    assert capitals("Chọn trường hợp khó khăn nhất") == "CHỌN TRƯỜNG HỢP KHÓ KHĂN NHẤT"
    assert printable(capitals(SMALL)) == SMALL.upper()


def test_a_head_of_two_lines_is_of_even_length() -> None:
    name = "Buổi sinh hoạt CLB tháng 10 năm 2026 (Phần IV: Tự giúp nhau và hỗ trợ cộng đồng)"
    assert balanced_lines(name, BOLD, 14, 468) == [
        "Buổi sinh hoạt CLB tháng 10 năm 2026",
        "(Phần IV: Tự giúp nhau và hỗ trợ cộng đồng)",
    ]
    assert balanced_lines("Thôn Đông", BOLD, 14, 468) == ["Thôn Đông"]
    assert balanced_lines("", BOLD, 14, 468) == []


@pytest.mark.parametrize(
    "text",
    ["Nguyễn" * 34, "Nguyễn Thị " * 19, "Ễ" * 200, "", " ", "\n", "-", "./."],
    ids=["one word", "words", "wide", "empty", "space", "break", "dash", "end"],
)
def test_names_of_two_hundred_letters_and_none_are_printed(
    content: MinutesContent, text: str
) -> None:
    found = "".join(page.text for page in read_pages(minutes_pdf(with_text(content, text))))
    letters = text.replace(" ", "").replace("\n", "")
    # The columns of a table and the long mark break them, so the letters are counted.
    for letter in set(letters):
        assert found.count(letter) >= 6 * letters.count(letter)


@pytest.mark.parametrize("text", ["ghi rất dài " * 834, "Nguyễn" * 1667], ids=["words", "one word"])
def test_ten_thousand_letters_are_printed_whole(content: MinutesContent, text: str) -> None:
    table = MinutesTable((Column("STT", 0.1), Column("Ghi chú", 0.9)), (("1", text), ("2", "hết")))
    part = MinutesPart(4, "Ghi chép", (Paragraph(text), table))
    long = replace(content, opening=(), parts=(part,), closing=(Paragraph(text),))
    found = "".join(page.text for page in read_pages(minutes_pdf(long)))
    for letter in "ễài":
        assert found.count(letter) >= 3 * text.count(letter)


def test_even_a_name_as_long_as_a_book_is_printed(content: MinutesContent) -> None:
    assert minutes_pdf(with_text(content, "Nguyễn Thị " * 900)).startswith(b"%PDF")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=300))
def test_no_text_stops_the_printing(content: MinutesContent, typed: str) -> None:
    assert minutes_pdf(with_text(content, typed)).startswith(b"%PDF")


@pytest.mark.parametrize(
    "bound", ["ngày 31", "tháng 10", "năm 2026", "20.000 đ", "78 tuổi", "52 người", "Tổ 3: 12/13"]
)
def test_a_number_stays_with_its_word(bound: str) -> None:
    """However wide the column is; in the file it is an ordinary space that can be searched for."""
    for width in range(150, 250, 7):
        text = markup(f"Họp mặt, {bound}, họp mặt {bound}.")
        broken = PrintedParagraph(text, STYLES.body).breakLines(width)
        said = [" ".join(words) for _free, words in broken.lines]
        assert sum(line.replace("\N{NO-BREAK SPACE}", " ").count(bound) for line in said) == 2
