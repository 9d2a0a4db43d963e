"""The checklist of the minutes, every figure of it, for meetings from empty to very full.

Each paper is read back as it was printed (Decree 30/2020/NĐ-CP, annex I and form 1.9).
"""

from __future__ import annotations

import io
import itertools
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from full_minutes import BEGINS, ENDS, draft_content, empty_content, full_content
from paper import MM, Line, PaperPage, read_pages, read_text
from printouts.minutes import minutes_pdf
from printouts.typesetting.text import UNPRINTABLE
from sample_paper import sample_content
from storage.records.minutes import MinutesContent, MinutesState

BOLD, REGULAR = "Tinos-Bold", "Tinos-Regular"
LEFT, RIGHT = 30 * MM, 195 * MM
TOP, BOTTOM = 20 * MM, 277 * MM
PEN = 25 * MM
"""The least height for a signature."""
SINGLE = 1.149
"""A single-spaced line, in sizes of its letters."""

_MIDDLE = 104 * MM
"""Between the two columns of the head."""

MEETINGS: dict[str, Callable[[], MinutesContent]] = {
    "empty": empty_content,
    "draft": draft_content,
    "sample": sample_content,
    "full": full_content,
}


@dataclass(frozen=True, slots=True)
class Printed:
    """Minutes, and their sheets."""

    content: MinutesContent
    data: bytes
    pages: tuple[PaperPage, ...]

    @property
    def first(self) -> PaperPage:
        """The sheet with the head."""
        return self.pages[0]

    @property
    def last(self) -> PaperPage:
        """The sheet with the signatures."""
        return next(page for page in reversed(self.pages) if page.has("CHỦ TỌA"))


@pytest.fixture(scope="module", params=list(MEETINGS))
def printed(request: pytest.FixtureRequest) -> Printed:
    """Each of the meetings, printed once for all questions."""
    content = MEETINGS[request.param]()
    data = minutes_pdf(content)
    return Printed(content, data, tuple(read_pages(data)))


def body(page: PaperPage) -> list[Line]:
    """The lines between the margins, without what stands in them."""
    return [line for line in page.lines() if line.top > TOP - 1 and line.bottom < BOTTOM + 1]


def test_paper_and_margins(printed: Printed) -> None:
    for number, page in enumerate(printed.pages, start=1):
        assert (page.width, page.height) == pytest.approx((210 * MM, 297 * MM), abs=0.1)
        for letter in page.letters:
            if not letter.upright or not letter.text.strip():
                continue
            in_head = letter.bottom < TOP
            in_foot = letter.top > BOTTOM
            if in_head:
                assert letter.text in str(number)
                assert number > 1
            elif in_foot:
                assert letter.size == 9
            else:
                assert letter.left >= LEFT - 0.1
                assert letter.right <= RIGHT + 0.1
                assert letter.top >= TOP - 0.1
                assert letter.bottom <= BOTTOM + 0.1
        assert all(LEFT - 0.5 <= rule.left <= rule.right <= RIGHT + 0.5 for rule in page.rules)


def test_page_numbers(printed: Printed) -> None:
    for number, page in enumerate(printed.pages, start=1):
        above = [line for line in page.lines() if line.bottom < TOP]
        assert [line.text for line in above] == ([] if number == 1 else [str(number)])
        for line in above:
            assert line.middle == pytest.approx(page.width / 2, abs=0.6)
            assert {letter.size for letter in line.letters} <= {13, 14}
            assert {letter.face for letter in line.letters} == {REGULAR}


def test_faces_and_sizes(printed: Printed) -> None:
    first, last = printed.first, printed.last
    heads = [
        (first, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD, (12, 13)),
        (first, "Độc lập - Tự do - Hạnh phúc", BOLD, (13, 14)),
        (first, "HỘI NGƯỜI CAO TUỔI XÃ AN BÌNH", REGULAR, (12, 13)),
        (first, "CLB LIÊN THẾ HỆ", BOLD, (12, 13)),
        (first, "BIÊN BẢN", BOLD, (13, 14)),
        (first, "Buổi sinh hoạt CLB", BOLD, (13, 14)),
        (first, "Thời gian bắt đầu", REGULAR, (13, 14)),
        (last, "CHỦ TỌA", BOLD, (13, 14)),
        (last, "Nơi nhận:", "Tinos-BoldItalic", (12, 12)),
        (last, "- Lưu: CLB.", REGULAR, (11, 11)),
    ]
    for page, words, face, (least, most) in heads:
        line = page.find(words)
        assert {letter.face for letter in line.letters} == {face}, words
        assert all(least <= letter.size <= most for letter in line.letters), words
    number = first.find("Số: ")
    assert number.letters[0].size == 13
    assert {letter.grey for page in printed.pages for letter in page.letters if letter.upright} == {
        0
    }


def test_rules_against_their_texts(printed: Printed) -> None:
    first = printed.first
    motto = first.find("Độc lập - Tự do - Hạnh phúc")
    left_head = [
        line
        for line in _left_column(first)
        if line.letters[0].face == BOLD and line.bottom < first.find("BIÊN BẢN").top
    ]
    subject = [line for line in body(first) if line.letters[0].size == 14 and _is_bold(line)]
    above_body = first.find("Thời gian bắt đầu").top
    name = max((line for line in subject if line.bottom < above_body), key=lambda line: line.top)
    for line, shortest, longest in (
        (motto, 0.98, 1.02),
        (left_head[-1], 1 / 3, 0.5),
        (name, 1 / 3, 0.5),
    ):
        rule = first.rule_below(line)
        assert shortest <= rule.length / (line.right - line.left) <= longest
        assert (rule.left + rule.right) / 2 == pytest.approx(line.middle, abs=0.6)


def test_the_body_is_set_as_the_decree_asks(printed: Printed) -> None:
    """Indent of the first line, line spacing, the gap between paragraphs, both edges."""
    first = printed.first
    start = first.find("Thời gian bắt đầu")
    lines = [line for line in body(first) if line.top >= start.top - 1]
    assert lines[0].left - LEFT == pytest.approx(12.7 * MM, abs=1)
    size = 14
    for above, below in itertools.pairwise(lines):
        if not all(_is_running(line, size) for line in (above, below)):
            break
        leading = below.bottom - above.bottom
        begins = below.left > LEFT + 20
        least = SINGLE * size + (6 if begins else 0)
        assert least - 0.2 <= leading <= 1.5 * SINGLE * size + 12


def test_rows_stay_whole_and_heads_repeat(printed: Printed) -> None:
    """Each pledge of the very full meeting stands on one page, under the head of its table."""
    began = [page.text.count(BEGINS) for page in printed.pages]
    assert began == [page.text.count(ENDS) for page in printed.pages]
    for page in printed.pages:
        assert page.has("Ai giúp") or BEGINS not in page.text
    pledges = [part for part in printed.content.parts if part.step == 6]
    assert sum(began) == (200 if BEGINS in str(pledges) else 0)


def test_no_head_stands_alone_at_the_foot(printed: Printed) -> None:
    for page in printed.pages[:-1]:
        last = body(page)[-1]
        is_section = _is_bold(last) and last.letters[0].size == 14 and last.text.isupper()
        assert not is_section
        assert not last.text.endswith(":")


def test_the_signatures_have_room_and_company(printed: Printed) -> None:
    page = printed.last
    capacity = page.find("CHỦ TỌA")
    above = [line for line in body(page) if line.bottom < capacity.top]
    assert len(above) >= 2
    assert any("./." in line.text for line in above)
    name = printed.content.signatures[-1].name.split()[0]
    below = [line for line in body(page) if line.top > capacity.bottom and name in line.text]
    assert below
    assert below[0].top - capacity.bottom >= PEN
    assert page.find("THƯ KÝ").bottom == pytest.approx(capacity.bottom, abs=0.5)
    assert page.find("THƯ KÝ").right < page.width / 2 < capacity.left


def test_letters_and_language(printed: Printed) -> None:
    reader = PdfReader(io.BytesIO(printed.data))
    text = read_text(printed.data)
    assert unicodedata.is_normalized("NFC", text)
    assert UNPRINTABLE not in text
    assert reader.metadata is not None
    assert reader.metadata.title == f"Biên bản: {printed.content.meeting_name}"
    assert reader.metadata.author == printed.content.club_name
    assert str(reader.root_object["/Lang"]) == "vi"
    assert all("+Tinos" in name for name in _font_names(reader))


def test_number_draft_mark_and_code(printed: Printed) -> None:
    content = printed.content
    draft = content.state is MinutesState.DRAFT
    assert printed.first.has("Số: ……/BB-CLB" if draft else f"Số: {content.number:02d}/BB-CLB")
    for page in printed.pages:
        tilted = "".join(letter.text for letter in page.letters if not letter.upright)
        assert (tilted == "BẢN NHÁP") is draft
        assert page.has("Mã kiểm tra:") is not draft


def test_the_file_is_small(printed: Printed) -> None:
    """A two-page minutes stays under 100 kB; every further page adds a few."""
    assert len(printed.data) < 90_000 + 6_000 * len(printed.pages)


def _is_running(line: Line, size: float) -> bool:
    """Whether it is a line of the body that no head or table follows."""
    return all((letter.face, letter.size) == (REGULAR, size) for letter in line.letters)


def _is_bold(line: Line) -> bool:
    return all(letter.face == BOLD for letter in line.letters)


def _left_column(page: PaperPage) -> list[Line]:
    """The left half of the head, line by line."""
    halves = (
        tuple(letter for letter in line.letters if letter.right < 104 * MM) for line in page.lines()
    )
    return [Line(half) for half in halves if half]


def _font_names(reader: PdfReader) -> set[str]:
    names = set()
    for page in reader.pages:
        fonts = cast("DictionaryObject", cast("DictionaryObject", page["/Resources"])["/Font"])
        for font in fonts.values():
            names.add(str(cast("DictionaryObject", font.get_object())["/BaseFont"]))
    return names
