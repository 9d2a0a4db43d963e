"""The menu finds every act, step and person; undo, note, details and leaving are in it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from textual.app import App

from driver import driven
from storage.books import Books
from storage.clock import FixedClock
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need
from storage.records.kinds import Address, Consent, HelpForm


async def test_a_step_is_two_keys_away(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("escape", "7")
        await driver.until("►7 Việc cộng đồng")


async def test_the_search_finds_acts_without_diacritics(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f2")
        await driver.type("ghi chu")
        await driver.until("Ghi chú của thư ký")
        assert "Điểm danh   " not in driver.text().split("Gõ để tìm")[-1]
        await driver.press("enter")
        await driver.until("Ghi chú của thư ký – Điểm danh")


@pytest.mark.parametrize(
    ("typed", "label", "opened"),
    [
        ("phieu phan", "Phiếu phân công   In ấn", "1  In ra giấy"),
        ("lap thanh may", "Lập thành mấy bản   Cài đặt", "► Lập thành mấy bản"),
        ("mat khau va", "Mật khẩu và khóa màn hình   Cài đặt", "► Mật khẩu và khóa màn hình"),
        ("goi so lieu", "Gói số liệu gửi Hội   In ấn", "► Gói số liệu"),
        ("lap phu luc", "Lập phụ lục biên bản   In ấn", "► Lập phụ lục biên bản"),
    ],
)
async def test_the_search_finds_what_the_list_would_be_too_long_for(
    typed: str, label: str, opened: str, closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f2")
        assert label.split("   ")[0] not in driver.text()
        await driver.type(typed)
        await driver.until(label)
        await driver.press("enter")
        await driver.until(opened)


async def test_f9_between_meetings_opens_the_papers(
    books: Books, clock: FixedClock, tmp_path: Path
) -> None:
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await driver.press("f9")
        await driver.until("Của câu lạc bộ")
        await driver.press("f9")
        await driver.until("Không tìm thấy buổi họp này.")


async def test_the_search_finds_people(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("escape")
        await driver.type("duc")
        await driver.until("ông Trần Văn Đức")
        await driver.press("enter")
        await driver.until("bà Lê Thị Đức: Tổ 3")


async def test_people_in_hardship_who_are_called_alike_are_told_apart(
    meeting_id: int, closed_books: Path, clock: FixedClock
) -> None:
    needs = (Need(HelpForm.GOODS),)
    with closing(Books(closed_books, clock)) as opened:
        group = opened.register.groups()[2].id
        for year, consent in ((1941, Consent.AGREED), (1955, Consent.AGREED), (1948, None)):
            draft = CaseDraft("Phạm Thị Hiền", "thiếu chăn", needs, Address.CU, birth_year=year)
            draft = replace(draft, consent=consent or Consent.NOT_ASKED)
            opened.proposals.propose_case(meeting_id, group, draft)
    async with driven(closed_books, clock) as driver:
        await driver.press("f7")
        await driver.type("hien")
        await driver.until("cụ Phạm Thị Hiền, người ngoài CLB, sinh 1941")
        await driver.until("cụ Phạm Thị Hiền, người ngoài CLB, sinh 1955")
        # Who did not agree to be named is no more told of than by a letter.
        assert "1948" not in driver.text()


@pytest.mark.parametrize(
    ("consent", "shown", "circumstances"),
    [
        (Consent.NOT_ASKED, "cụ H., Tổ 3, người ngoài CLB", "hiện vật"),
        (Consent.AGREED, "cụ Phạm Thị Hiền, người ngoài CLB", "thiếu chăn"),
    ],
)
async def test_people_in_hardship_are_found_and_shown_as_they_agreed(
    meeting_id: int,
    closed_books: Path,
    clock: FixedClock,
    consent: Consent,
    shown: str,
    circumstances: str,
) -> None:
    with closing(Books(closed_books, clock)) as opened:
        group = opened.register.groups()[2].id
        draft = CaseDraft(
            "Phạm Thị Hiền",
            "thiếu chăn",
            (Need(HelpForm.GOODS),),
            Address.CU,
            consent=consent,
        )
        opened.proposals.propose_case(meeting_id, group, draft)
    async with driven(closed_books, clock) as driver:
        await driver.press("f7")
        await driver.type("hien")
        await driver.until(shown)
        assert "sinh" not in driver.text()
        await driver.press("enter")
        await driver.until(f"{shown}".replace(", người", ": người"))
        assert circumstances in driver.text()
        await driver.press("enter")
        await driver.until("Được đề xuất và được giúp")


async def test_nobody_is_missed_before_a_name_is_typed(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f7")
        await driver.until("Tìm người: gõ tên")
        assert "Không thấy" not in driver.text()
        await driver.type("xyz")
        await driver.until("Không thấy việc hay người nào như thế.")


async def test_namesakes_are_told_apart(closed_books: Path, clock: FixedClock) -> None:
    with closing(Books(closed_books, clock)) as opened:
        groups = opened.register.groups()
        opened.register.add_member("Đỗ Thị Tý", groups[0].id, birth_year=1950)
        opened.register.add_member("Đỗ Thị Tý", groups[1].id, birth_year=1961)
    async with driven(closed_books, clock) as driver:
        await driver.press("escape")
        await driver.type("ty do")
        await driver.until("Đỗ Thị Tý, Tổ 1, sinh 1950")
        assert "Đỗ Thị Tý, Tổ 2, sinh 1961" in driver.text()


async def test_a_note_goes_into_the_books(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f3")
        await driver.until("Ghi chú của thư ký – Điểm danh")
        await driver.type("Trời mưa, đến muộn.")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: ghi chú của thư ký")


async def test_showing_private_details_is_asked_for(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        assert driver.app.details_hidden
        await driver.press("f8")
        await driver.until("Hiện cả tên và hoàn cảnh của người chưa đồng ý nêu tên?")
        await driver.press("2")
        assert driver.app.details_hidden
        await driver.press("f8", "1")
        await driver.until("Đang hiện đủ chi tiết. F8 che lại.")
        await driver.press("f8")
        assert driver.app.details_hidden


async def test_the_wall_is_blanked_and_comes_back(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f6")
        assert driver.text().strip() == "Đang che màn hình. F6, Esc hoặc Enter để hiện lại."
        await driver.press("a", "space", "pagedown", "7")
        assert "Điểm danh" not in driver.text()
        await driver.press("f6")
        assert "►1 Điểm danh" in driver.text()


async def test_the_wall_is_blanked_from_a_popup_and_from_a_form(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        for opening, words in (("f2", "Gõ để tìm việc"), ("f3", "Ghi chú của thư ký")):
            await driver.press(opening, "f6")
            assert driver.text().strip() == "Đang che màn hình. F6, Esc hoặc Enter để hiện lại."
            await driver.press("escape")
            assert words in driver.text()
            await driver.press("escape")


async def test_leaving_asks(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("ctrl+q")
        await driver.until("Ra khỏi chương trình? Mọi việc đã ghi đều được giữ.")
        await driver.press("2")
        assert "►1 Điểm danh" in driver.text()


async def test_help_tells_of_this_screen(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f1")
        await driver.until("Người đến muộn: sửa số bất cứ lúc nào.")
        await driver.press("escape")
        assert "►1 Điểm danh" in driver.text()


async def test_the_program_comes_back_to_its_step(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("pagedown", "pagedown")
        await driver.until("►3 Các tổ thảo luận")
    async with driven(closed_books, clock) as driver:
        assert "►3 Các tổ thảo luận" in driver.text()


async def test_the_bell_is_turned_off_and_stays_so(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(App, "bell", lambda _app: heard.append("bell"))
    for act, said in (
        ("Tắt tiếng chuông", "Đã tắt tiếng chuông."),
        ("Bật tiếng chuông", "Đã bật tiếng chuông."),
    ):
        async with driven(closed_books, clock) as driver:
            await driver.press("escape")
            await driver.type("tieng chuong")
            await driver.until(f"► {act}")
            await driver.press("enter")
            await driver.until(said)
            driver.app.bell()
    async with driven(closed_books, clock) as driver:
        driver.app.bell()
    assert heard == ["bell", "bell"]


async def test_only_what_can_be_taken_back_or_done_again_is_offered(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f2")
        await driver.until("Bỏ việc vừa làm")
        assert "Làm lại" not in driver.text()
        await driver.press("escape", "ctrl+z")
        await driver.until("Đã bỏ:")
        await driver.press("f2")
        await driver.until("Làm lại")
