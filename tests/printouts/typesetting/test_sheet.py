"""The sheet: margins, rules, page numbers, typeface, and what stays together on a page."""

from __future__ import annotations

import hashlib
import io
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from paper import MM, PaperPage, read_last_page, read_pages
from printouts.minutes import minutes_pdf
from sample_paper import FIRST_COUNT
from storage.records.minutes import Column, MinutesContent, MinutesPart, MinutesTable, Paragraph

LEFT, RIGHT = 30 * MM, 195 * MM
TOP, BOTTOM = 20 * MM, 277 * MM
SENTENCE = "Các tổ thảo luận và thống nhất giúp nhau gặt lúa trong hai tuần tới. "


def with_paragraphs(content: MinutesContent, texts: list[str]) -> MinutesContent:
    """The minutes with one part of these paragraphs."""
    part = MinutesPart(4, "Ý kiến", tuple(Paragraph(text) for text in texts))
    return replace(content, parts=(part,) if texts else ())


def body_letters(page: PaperPage) -> list[str]:
    """The text between the margins above the signatures."""
    signature = page.find("CHỦ TỌA")
    return [line.text for line in page.lines() if line.top > TOP and line.bottom < signature.top]


def test_the_paper_is_upright_a4(content: MinutesContent) -> None:
    for page in read_pages(minutes_pdf(content)):
        assert (page.width, page.height) == pytest.approx((210 * MM, 297 * MM), abs=0.1)


def test_the_text_keeps_within_the_margins_of_the_decree(content: MinutesContent) -> None:
    for page in read_pages(minutes_pdf(content)):
        body = [
            letter
            for letter in page.letters
            # Only the page number and the codes stand in the margins.
            if not (letter.bottom < TOP and letter.text.isdigit()) and letter.size != 9
        ]
        assert min(letter.left for letter in body) >= LEFT - 0.1
        assert max(letter.right for letter in body if letter.text.strip()) <= RIGHT + 0.1
        assert min(letter.top for letter in body) >= TOP - 0.1
        assert max(letter.bottom for letter in body) <= BOTTOM + 0.1
        assert min(rule.left for rule in page.rules) >= LEFT - 0.1 if page.rules else True
        assert max(rule.right for rule in page.rules) <= RIGHT + 0.1 if page.rules else True


def test_the_body_is_justified_indented_and_spaced(content: MinutesContent) -> None:
    page = read_pages(minutes_pdf(with_paragraphs(content, [SENTENCE * 4, SENTENCE])))[0]
    lines = [line for line in page.lines() if line.letters[0].size == 14]
    first = next(index for index, line in enumerate(lines) if line.text.startswith("Cáctổ"))
    full, second = lines[first], lines[first + 1]
    assert full.left == pytest.approx(LEFT + 12.7 * MM, abs=1)
    assert second.left == pytest.approx(LEFT, abs=1)
    assert full.right == pytest.approx(RIGHT, abs=1)
    assert second.right == pytest.approx(RIGHT, abs=1)
    leading = second.bottom - full.bottom
    single = 14 * 1.149
    assert single <= leading <= 1.5 * single
    following = next(
        index for index, line in enumerate(lines[first + 1 :], first + 1) if line.left > LEFT + 30
    )
    gap = lines[following].bottom - lines[following - 1].bottom - leading
    assert gap >= 6 - 0.1


def test_the_rules_have_the_lengths_of_the_decree(content: MinutesContent) -> None:
    page = read_pages(minutes_pdf(content))[0]
    motto = page.find("Độc lập - Tự do - Hạnh phúc")
    club = page.find("GIÚP NHAU THÔN ĐÔNG")
    meeting = page.find("(Phần IV: Tự giúp nhau và hỗ trợ cộng đồng)")
    for line, shortest, longest in ((motto, 0.99, 1.01), (club, 1 / 3, 0.5), (meeting, 1 / 3, 0.5)):
        rule = page.rule_below(line)
        assert shortest <= rule.length / (line.right - line.left) <= longest
        assert (rule.left + rule.right) / 2 == pytest.approx(line.middle, abs=0.5)
        assert 0 < rule.top - line.bottom + 4 < 9


def test_the_letterhead_stands_in_two_columns(content: MinutesContent) -> None:
    page = read_pages(minutes_pdf(content))[0]
    parent = page.find("HỘI NGƯỜI CAO TUỔI XÃ AN BÌNH")
    country = page.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert parent.right + 8 < country.left
    assert parent.bottom == pytest.approx(country.bottom, abs=0.5)
    for words in ("GIÚP NHAU THÔN ĐÔNG", "Số: 05/BB-CLB"):
        assert page.find(words).middle == pytest.approx(parent.middle, abs=0.5)
    assert page.find("Độc lập").top > country.top


def test_pages_are_numbered_in_the_top_margin_from_the_second(content: MinutesContent) -> None:
    pages = read_pages(minutes_pdf(content))
    assert len(pages) >= 3
    for number, page in enumerate(pages, start=1):
        above = [line for line in page.lines() if line.bottom < TOP]
        assert [line.text for line in above] == ([] if number == 1 else [str(number)])
        for line in above:
            assert line.middle == pytest.approx(page.width / 2, abs=1)
            assert {(letter.face, letter.size) for letter in line.letters} == {
                ("Tinos-Regular", 14)
            }


def test_only_subsets_of_the_packaged_typeface_are_embedded(content: MinutesContent) -> None:
    names = set()
    for page in PdfReader(io.BytesIO(minutes_pdf(content))).pages:
        resources = page["/Resources"]
        assert isinstance(resources, DictionaryObject)
        fonts = resources["/Font"]
        assert isinstance(fonts, DictionaryObject)
        for font in map(DictionaryObject, (each.get_object() for each in fonts.values())):
            descriptor = font["/FontDescriptor"]
            assert isinstance(descriptor, DictionaryObject)
            assert "/FontFile2" in descriptor
            names.add(str(font["/BaseFont"]))
    assert {name.partition("+")[2] for name in names} == {
        "Tinos-Regular",
        "Tinos-Bold",
        "Tinos-BoldItalic",
    }
    assert all(len(name.partition("+")[0]) == len("/ABCDEF") for name in names)


@pytest.mark.parametrize("paragraphs", range(61))
def test_signatures_have_room_and_are_never_alone(content: MinutesContent, paragraphs: int) -> None:
    texts = [f"Ý kiến thứ {number}: {SENTENCE}" for number in range(paragraphs)]
    last = read_last_page(minutes_pdf(with_paragraphs(content, texts)))
    assert len(body_letters(last)) >= 2
    assert last.has("Nguyễn Thị An")
    assert last.has("- Lưu: CLB.")
    room = last.find("Nguyễn Thị An", "Tinos-Bold").top - last.find("CHỦ TỌA").bottom
    assert room >= 25 * MM
    assert last.find("Nơi nhận:").left == pytest.approx(LEFT, abs=1)


@pytest.mark.parametrize("sentences", range(20, 80, 3))
def test_a_long_last_paragraph_gives_its_last_lines_to_the_signatures(
    content: MinutesContent, sentences: int
) -> None:
    long = replace(content, parts=(), closing=(Paragraph(SENTENCE * sentences),))
    pages = read_pages(minutes_pdf(long))
    kept = len(body_letters(pages[-1]))
    assert kept >= 2
    full = [max(line.bottom for line in page.lines() if line.bottom < BOTTOM) for page in pages]
    # No more goes over than must: two lines, or what the page before had no room for.
    assert kept == 2 or len(pages) == 1 or full[-2] > BOTTOM - 60
    assert all(bottom > BOTTOM - 60 for bottom in full[:-2])


def test_the_end_after_a_table_takes_its_last_row_along(content: MinutesContent) -> None:
    for rows in range(20, 60):
        table = MinutesTable(
            (Column("STT", 0.2, numeric=True), Column("Việc", 0.8)),
            tuple((str(number), "gặt lúa") for number in range(rows)),
        )
        short = replace(
            content,
            parts=(MinutesPart(4, "Việc", (table,)),),
            closing=(Paragraph("Hết./."),),
        )
        last = read_last_page(minutes_pdf(short))
        assert last.has("gặt lúa")
        assert last.has("Hết./.")


@pytest.mark.parametrize("lines_before", range(18, 40))
def test_no_head_is_left_at_the_foot_of_a_page(content: MinutesContent, lines_before: int) -> None:
    table = MinutesTable((Column("Giúp gì", 1),), (("Gặt lúa " * 30,), ("Cho gạo",)))
    before = MinutesPart(2, "Trước", tuple(Paragraph("Một dòng.") for _ in range(lines_before)))
    part = MinutesPart(6, "Phân công giúp đỡ", (Paragraph("Bà Mùi:", "1."), table))
    pages = read_pages(minutes_pdf(replace(content, parts=(before, part))))
    page = next(page for page in pages if page.has("II. PHÂN CÔNG GIÚP ĐỠ"))
    assert page.has("1. Bà Mùi:")
    assert page.text.count("Gặtlúa") == 30


def test_the_head_of_a_table_repeats_and_its_rows_stay_whole(content: MinutesContent) -> None:
    row = "sống một mình, neo người, ngã gãy chân đúng vụ gặt, cần người giúp gặt 3 sào lúa"
    table = MinutesTable(
        (Column("Tổ", 0.3), Column("Hoàn cảnh", 0.7)),
        tuple((f"Tổ {number:03d} {row}", row) for number in range(60)),
    )
    pages = read_pages(minutes_pdf(replace(content, parts=(MinutesPart(4, "Đề xuất", (table,)),))))
    bearing = [page for page in pages if "Tổ0" in page.text]
    assert len(bearing) >= 4
    for page in bearing:
        assert page.find("Hoàn cảnh").letters[0].face == "Tinos-Bold"
        # Each row has both of its ends on the page where it begins.
        assert page.text.count("lúa") == 2 * page.text.count("Tổ0")


def test_a_row_taller_than_a_page_begins_where_it_stands(content: MinutesContent) -> None:
    table = MinutesTable(
        (Column("STT", 0.2), Column("Ghi chú", 0.8)),
        (("một", "ngắn"), ("hai", "rất dài " * 900), ("ba", "hết")),
    )
    part = MinutesPart(4, "Ghi chép", (table,))
    pages = read_pages(minutes_pdf(replace(content, parts=(part,))))
    assert pages[0].has("một ngắn")
    assert pages[0].has("hai rất dài")
    assert pages[-1].has("ba hết") or pages[-2].has("ba hết")
    bearing = [page for page in pages if page.has("rất dài")]
    assert len(bearing) > 2
    # One head a page, also where the tall row follows another.
    assert [page.text.count("STT") for page in bearing] == [1] * len(bearing)


@pytest.mark.parametrize("lines", range(20, 34))
def test_a_small_table_stands_whole_and_a_long_one_leaves_no_row_alone(
    content: MinutesContent, lines: int
) -> None:
    """Wherever on the page they come to begin."""
    above = tuple(Paragraph("Một dòng.") for _ in range(lines))
    for rows in (3, 30):
        table = MinutesTable(
            (Column("Trường hợp", 1),), tuple((f"Hàng {number};",) for number in range(rows))
        )
        part = MinutesPart(5, "Chọn", (*above, Paragraph("Kết quả:"), table))
        pages = read_pages(minutes_pdf(replace(content, opening=(), parts=(part,))))
        on_pages = [number for page in pages if (number := page.text.count("Hàng"))]
        assert sum(on_pages) == rows
        assert min(on_pages) >= 2
        if rows == 3:
            (whole,) = (page for page in pages if page.has("Hàng 0;"))
            assert whole.has("Kết quả:")


def test_a_column_with_nothing_in_it_vanishes(content: MinutesContent) -> None:
    columns = (Column("Trường hợp", 0.4), Column("Hoàn cảnh", 0.2), Column("Nhu cầu", 0.4))
    table = MinutesTable(columns, (("Cụ H., Tổ 3", "", "hiện vật"), ("Bà Mùi", " ", "")))
    part = MinutesPart(4, "Đề xuất", (table,))
    page = read_last_page(minutes_pdf(replace(content, opening=(), parts=(part,))))
    assert not page.has("Hoàn cảnh")
    assert page.find("Nhu cầu").middle == pytest.approx((LEFT + 3 * RIGHT) / 4, abs=1)


def test_numbers_end_under_each_other_in_the_middle_of_their_column(
    content: MinutesContent,
) -> None:
    table = MinutesTable(
        FIRST_COUNT.columns, (("Cụ Hiền, 86 tuổi", "141"), ("Bà Mùi, 78 tuổi", "7"))
    )
    part = MinutesPart(5, "Chọn", (table,))
    page = read_last_page(minutes_pdf(replace(content, opening=(), parts=(part,))))
    head, widest = page.find("Tán thành"), page.find("tuổi 141")
    digits = widest.letters[-3:]
    assert (digits[0].left + digits[-1].right) / 2 == pytest.approx(head.middle, abs=0.5)
    assert page.find("tuổi 7").right == pytest.approx(widest.right, abs=0.1)


def test_a_hundred_recipients_go_on_behind_the_signatures(content: MinutesContent) -> None:
    many = replace(
        content, recipients=tuple(f"Nơi thứ {number:03d} {SENTENCE}" for number in range(100))
    )
    pages = read_pages(minutes_pdf(many))
    signed = next(page for page in pages if page.has("CHỦ TỌA"))
    assert signed.has("Cuộc họp kết thúc vào")
    assert signed.has("Nguyễn Thị Bình")
    listed = [line for line in pages[-1].lines() if line.letters[0].size == 11]
    assert max(line.right for line in listed) <= (LEFT + RIGHT) / 2 + 1
    assert pages[-1].has("- Lưu: CLB.")


def test_a_part_with_nothing_in_it_is_only_its_head(content: MinutesContent) -> None:
    empty = replace(content, opening=(), parts=(MinutesPart(4, "Việc", ()),), closing=())
    page = read_last_page(minutes_pdf(empty))
    assert page.has("I. VIỆC")
    assert page.has("CHỦ TỌA")


SIZES = st.sampled_from([0, 1, 1, 2, 5, 20, 90])
PARAGRAPHS = st.builds(
    Paragraph, SIZES.map(lambda size: SENTENCE * size), st.sampled_from(["", "1.", "a)"])
)
TABLES = st.lists(st.tuples(SIZES, SIZES), max_size=12).map(
    lambda rows: MinutesTable(
        (Column("Giúp gì", 0.4), Column("Ai giúp", 0.6)),
        tuple((SENTENCE * left, SENTENCE * right) for left, right in rows),
    )
)
PARTS = st.builds(
    MinutesPart, st.just(4), st.just("Việc"), st.lists(PARAGRAPHS | TABLES, max_size=4).map(tuple)
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(PARTS, max_size=3))
def test_whatever_the_parts_are_the_signatures_stand_under_text(
    content: MinutesContent, parts: list[MinutesPart]
) -> None:
    last = read_last_page(minutes_pdf(replace(content, parts=tuple(parts))))
    assert last.has("Thông qua biên bản")
    assert last.has("Cuộc họp kết thúc vào")
    assert last.has("CHỦ TỌA")
    assert last.has("- Lưu: CLB.")


def test_papers_made_at_once_do_not_mix(content: MinutesContent) -> None:
    others = [replace(content, number=number) for number in range(1, 7)]
    with ThreadPoolExecutor(len(others)) as pool:
        made = list(pool.map(minutes_pdf, others))
    assert made == [minutes_pdf(other) for other in others]


def test_the_same_record_prints_the_same_bytes(content: MinutesContent) -> None:
    assert minutes_pdf(content) == minutes_pdf(content)


def test_another_process_prints_the_same_bytes(content: MinutesContent) -> None:
    program = (
        "import hashlib, pickle, sys; from printouts.minutes import minutes_pdf; "
        "print(hashlib.sha256(minutes_pdf(pickle.load(sys.stdin.buffer))).hexdigest())"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        input=pickle.dumps(content),
        capture_output=True,
        check=True,
    )
    assert ended.stdout.decode().strip() == hashlib.sha256(minutes_pdf(content)).hexdigest()
