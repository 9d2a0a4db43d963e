"""What is handed out: slips, the list to sign, the forms for the pen."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

import sample_minutes
from golden import is_golden, printed_lines
from paper import read_pages, read_text
from printouts.slips import slips_pdf
from screens.papers.catalogue import Paper, made, paper_named, usual_wish
from storage.books import Books
from storage.records.kinds import Consent, HelperKind, HelpForm
from storage.records.papers import PaperWish
from storage.records.pledges import PledgeDraft
from storage.records.slips import Slip, SlipLine, Slips
from storage.rules.slips import slips
from storage.vietnamese import with_capital

KINDS = (
    "minutes",
    "slips",
    "attendance-list",
    "proposal-form",
    "blank-forms",
    "headed-sheet",
    "passphrase-sheet",
)


@pytest.fixture
def held(books: Books, meeting_id: int) -> Books:
    """The sample meeting, approved."""
    sample_minutes.hold(books, meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    return books


def printed(books: Books, kind: str, *, public: bool = False) -> bytes:
    """A paper of the last meeting."""
    paper = paper_named(kind)
    assert paper is not None
    return _made(books, paper, usual_wish(books, paper, public=public))


def _made(books: Books, paper: Paper[object], wish: PaperWish) -> bytes:
    return paper.pdf(paper.read(books, wish))


def test_papers_of_a_practice_meeting_are_marked_on_every_sheet(held: Books) -> None:
    paper = paper_named("minutes")
    assert paper is not None
    content = paper.read(held, usual_wish(held, paper))
    for practice in (True, False):
        file = made(paper, content, "giay", spreadsheet=False, practice=practice)
        for page in read_pages(file.data):
            tilted = "".join(letter.text for letter in page.letters if not letter.upright)
            assert (tilted == "HỌP THỬ") is practice


@pytest.mark.parametrize("kind", KINDS[1:])
def test_a_paper_says_what_it_said(held: Books, kind: str) -> None:
    data = printed(held, kind)
    assert is_golden(kind, printed_lines(data))
    assert data == printed(held, kind)
    text = read_text(data)
    assert unicodedata.is_normalized("NFC", text)
    assert len(data) < 100_000


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_says_on_the_screen_what_it_is_about(held: Books, kind: str) -> None:
    paper = paper_named(kind)
    assert paper is not None
    assert paper.text(paper.read(held, usual_wish(held, paper)))


@pytest.mark.parametrize("kind", ["minutes", "addendum"])
def test_what_is_signed_is_printed_in_as_many_copies_as_the_minutes_say(
    books: Books, meeting_id: int, kind: str
) -> None:
    """Of a draft and of the public copy one; of minutes that say no number one too."""
    paper = paper_named(kind)
    assert paper is not None
    sample_minutes.hold(books, meeting_id)
    books.club.change(minutes_copies=3)
    assert paper.copies(books, usual_wish(books, paper)) == 1
    books.minutes.approve(meeting_id, unanimous=True)
    assert paper.copies(books, usual_wish(books, paper)) == 3
    assert paper.copies(books, usual_wish(books, paper, public=True)) == 1
    books.club.change(minutes_copies=0)
    assert paper.copies(books, usual_wish(books, paper)) == 1


def test_a_slip_names_no_one_who_did_not_agree(held: Books) -> None:
    """Cụ Hiền was not asked: her helpers are told who it is by word of mouth."""
    text = read_text(printed(held, "slips"))
    assert "Nguyễn Thị Mùi" in text
    assert "Phạm Thị Hiền" not in text
    assert "cụ H., Tổ 3" in text


def test_a_name_in_what_someone_typed_is_hidden_like_any_other(
    books: Books, meeting_id: int
) -> None:
    """Bà Mùi's field is where the reaping is, and she took her consent back."""
    cases = sample_minutes.hold(books, meeting_id)
    draft = replace(sample_minutes.MUI, consent=Consent.REFUSED)
    books.proposals.change_case(meeting_id, cases.mui, draft)
    text = read_text(printed(books, "slips"))
    assert "Mùi" not in text
    assert "ruộng nhà bà M." in text


def test_every_helper_has_a_slip_with_their_own_share(held: Books) -> None:
    text = read_text(printed(held, "slips"))
    assert text.count("1 ngày công gặt") == 10
    assert "10 ngày công" not in text


def test_those_named_later_have_a_slip_and_the_others_an_empty_one(
    books: Books, meeting_id: int
) -> None:
    cases = sample_minutes.hold(books, meeting_id)
    draft = PledgeDraft(HelpForm.LABOUR, HelperKind.NUMBER, "dựng lều", number=4)
    pledge = books.pledges.pledge(meeting_id, cases.luc, draft)
    first, second = books.register.members()[7:9]
    books.pledges.name_helpers(meeting_id, pledge, (first.id, second.id))
    told = f"{first.addressed}, {second.addressed} và 02 người, ghi tên sau"
    assert with_capital(told) in str(books.minutes.content(meeting_id))
    found = slips(books.minutes.source(meeting_id), public=False).slips
    tents = [each for each in found if "dựng lều" in str(each)]
    assert [each.to for each in tents] == [first.addressed, second.addressed, "", ""]


def test_no_slip_is_cut_in_two() -> None:
    """Not even those with names of sixty letters and long places."""
    name = "bà Nguyễn Trần Tôn Nữ Hoàng Thị Phương Thảo Quỳnh Trang Ngọc Bích"
    line = SlipLine("Việc", "gặt lúa, phơi rơm và dọn sân kho cho cả xóm " * 4)
    many = tuple(Slip(f"{name} {n}", (line, SlipLine("Ở đâu"))) for n in range(31))
    pages = read_pages(slips_pdf(Slips("CLB thôn Đông", "Buổi sinh hoạt", many)))
    for page in pages:
        heads = page.text.count("PHIẾUPHÂNCÔNG")
        assert heads == page.text.count("Ởđâu:")
    assert sum(page.text.count("PHIẾUPHÂNCÔNG") for page in pages) == 31


def test_a_meeting_without_pledges_has_no_slips(books: Books, meeting_id: int) -> None:
    assert "Chưa có đăng ký giúp nào" in read_text(printed(books, "slips"))


def test_slips_of_a_meeting_that_still_goes_on_are_a_draft(books: Books, meeting_id: int) -> None:
    sample_minutes.hold(books, meeting_id)
    assert "BẢN NHÁP" in read_text(printed(books, "slips"))


def test_the_list_of_a_meeting_to_come_has_no_day(held: Books) -> None:
    """The sample meeting is approved; what is printed now is for the next one."""
    assert "ngày …… tháng …… năm ………" in read_text(printed(held, "attendance-list"))


def test_the_list_of_the_running_meeting_has_its_day(books: Books, meeting_id: int) -> None:
    assert "ngày 24 tháng 10 năm 2026" in read_text(printed(books, "attendance-list"))


def test_the_walk_has_all_eight_steps_in_their_order(held: Books) -> None:
    text = read_text(printed(held, "blank-forms"))
    heads = ["1. Điểm danh", "2. Việc kỳ trước", "3. Các tổ thảo luận", "4. Các tổ trình bày"]
    heads += ["5. Chọn trường hợp khó khăn nhất", "6. Đăng ký giúp"]
    heads += ["7. Việc cộng đồng và đề xuất với địa phương", "8. Thông qua biên bản"]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


def test_a_proposal_form_asks_for_each_consent_apart(held: Books) -> None:
    """As the screen does: before the club, in the minutes, to the locality, and who answered."""
    text = read_text(printed(held, "proposal-form"))
    for scope in ("trước câu lạc bộ", "trong biên bản", "với địa phương"):
        assert text.count(f"Đồng ý nêu tên {scope}: □ đồng ý □ chưa hỏi □ không") == 5
    assert "người đại diện trả lời thay" in text


def test_a_meeting_on_paper_begins_with_what_is_typed_in_first(held: Books) -> None:
    """The day and its hours, then the groups, the officers, the place and the guests."""
    text = read_text(printed(held, "blank-forms"))
    asked = ["ngày …… tháng …… năm", "Bắt đầu lúc mấy giờ; kết thúc", "Tổ 1", "Chủ trì:"]
    asked += ["Người điều hành:", "Thư ký:", "Địa điểm:", "Khách mời"]
    places = [text.index(each) for each in asked]
    assert places == sorted(places)


@pytest.mark.parametrize("kind", ["proposal-form", "blank-forms"])
def test_forms_write_their_abbreviations_out(held: Books, kind: str) -> None:
    held.club.save(replace(held.club.known(), name="Câu lạc bộ thôn Đông"))
    text = read_text(printed(held, kind))
    for short in ("CLB", "TNV", "NCT", "BHYT"):
        assert short not in text


def test_a_proposal_form_is_one_sheet_for_each_group(held: Books) -> None:
    pages = read_pages(printed(held, "proposal-form"))
    assert [f"Tổ{number}–PhầnIV" in page.text for number, page in enumerate(pages, 1)] == [True] * 5
