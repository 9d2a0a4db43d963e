"""Cases and matters typed in at step 4, from the popup of a group."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from driver import Driver, driven
from proposal_meeting import ProposalMeeting
from sample_meeting import go_to
from sample_proposals import HIEN
from storage.books import Books
from storage.clock import FixedClock
from storage.records.cases import Need
from storage.records.kinds import (
    Address,
    HelpForm,
    Relation,
)
from storage.tables import HardshipCaseRow


@pytest.fixture
def meeting(books: Books, meeting_id: int, tmp_path: Path, clock: FixedClock) -> ProposalMeeting:
    """A meeting at step 4 in which nothing is proposed yet."""
    return ProposalMeeting(books, meeting_id, tmp_path / "books", clock)


async def back_to_the_board(driver: Driver, title: str) -> None:
    """Esc, once the group is asked for what is left."""
    await driver.until(title)
    await driver.press("escape")


async def _fill_in_lan(driver: Driver) -> None:
    """Fills the case form with the least that makes it valid."""
    await driver.until("Xưng hô")
    await driver.type("hộ bà Vũ Thị Bình")
    await driver.press("enter", "enter", "enter", "3", "enter")
    await driver.type("đàn lợn bị bệnh")
    await driver.press("tab", "4", "pagedown")


async def test_a_case_needs_a_name_one_sentence_and_one_need(meeting: ProposalMeeting) -> None:
    """What is missing is said in the form, and nothing typed is lost."""
    async with meeting.shown() as driver:
        await driver.press("enter", "1")
        await driver.until("Xưng hô")
        await driver.press("pagedown", "enter")
        assert driver.row("form-notice") == "Chưa có họ tên. Xin ghi họ tên rồi lưu lại."
        await driver.wait_for_focus("field-name")
        await driver.type("Trần Văn Lực")
        await driver.press("pagedown", "enter")
        assert driver.row("form-notice") == (
            "Chưa có hoàn cảnh. Xin ghi một câu về hoàn cảnh, khó khăn."
        )
        await driver.wait_for_focus("field-circumstances")
        await driver.type("đang nằm viện")
        await driver.press("pagedown", "enter")
        assert driver.row("form-notice") == (
            "Chưa có nhu cầu. Xin chọn ít nhất một nhu cầu, hoặc cần chăm sóc tại nhà."
        )
        await driver.wait_for_focus("field-needs")


async def test_a_household_and_a_form_of_address_are_split_off_the_name(
    meeting: ProposalMeeting,
) -> None:
    """The whole entry, with the keys that it takes."""
    async with meeting.shown() as driver:
        await driver.press("enter", "1")
        await _fill_in_lan(driver)
        await driver.press("enter")
        await back_to_the_board(driver, "Tổ 1 – 2)")
        await driver.until("Trường hợp  hộ bà B., Tổ 1 · kỹ thuật")
        assert driver.notice() == "Đã lưu: Tổ 1 đề xuất bà B."
        draft = await driver.app.ask(
            lambda books: books.proposals.case_draft(HardshipCaseRow.get().id)
        )
        assert (draft.name, draft.address_form, draft.household) == (
            "Vũ Thị Bình",
            Address.BA,
            True,
        )
        assert (draft.relation, draft.needs) == (Relation.OUTSIDE, (Need(HelpForm.SKILL),))


async def test_a_member_is_found_while_the_name_is_typed(meeting: ProposalMeeting) -> None:
    """The register fills in the rest."""
    member_id = meeting.books.register.add_member(
        "Nguyễn Thị Mùi",
        meeting.groups[0],
        address_form=Address.BA,
        birth_year=1948,
        address="xóm Đình",
    )
    async with meeting.shown() as driver:
        await driver.press("enter", "1")
        await driver.until("Xưng hô")
        await driver.type("bà mui")
        await driver.until("bà Nguyễn Thị Mùi, Tổ 1")
        await driver.until("Enter để lấy")
        await driver.press("down", "enter")
        await driver.until("Trong danh sách")
        assert "2 ● bà" in driver.text()
        assert "1948" in driver.text()
        assert "xóm Đình" in driver.text()
        await go_to(driver, "circumstances", "")
        await driver.type("ngã gãy chân")
        await driver.press("tab", "2", "enter")
        await driver.type("gặt 3 sào lúa")
        await driver.press("down")
        await driver.type("10")
        await driver.press("enter")
        await driver.type("trong hai tuần tới")
        await driver.until("từ 24/10/2026 đến 07/11/2026")
        await driver.press("pagedown", "enter")
        await back_to_the_board(driver, "Tổ 1 – 2)")
        await driver.until("Trường hợp  bà M., Tổ 1 · ngày công")
        draft = await driver.app.ask(
            lambda books: books.proposals.case_draft(HardshipCaseRow.get().id)
        )
        assert (draft.member_id, draft.relation) == (member_id, Relation.MEMBER)
        assert draft.needs == (Need(HelpForm.LABOUR, "gặt 3 sào lúa", 10, "ngày công"),)
        assert (draft.when.first, draft.when.last) == (date(2026, 10, 24), date(2026, 11, 7))


async def test_a_member_whose_name_is_typed_in_full_is_meant(meeting: ProposalMeeting) -> None:
    """Also where the question what they are to the club was passed over."""
    async with meeting.shown() as driver:
        await driver.press("enter", "1")
        await driver.until("Xưng hô")
        await driver.type("ông Trần Văn Đức")
        await go_to(driver, "circumstances", "")
        await driver.type("ngã")
        await driver.press("tab", "1", "pagedown", "enter")
        await back_to_the_board(driver, "Tổ 1 – 2)")
        await driver.until("Trường hợp  ông Đ., Tổ 1 · hiện vật")
        draft = await driver.app.ask(
            lambda books: books.proposals.case_draft(HardshipCaseRow.get().id)
        )
        assert draft.relation is Relation.MEMBER
        assert draft.member_id is not None


async def test_enter_after_the_whole_name_of_a_member_fills_in_what_is_known(
    meeting: ProposalMeeting,
) -> None:
    async with meeting.shown() as driver:
        members = await driver.app.ask(lambda books: books.register.members())
        names = [member.name for member in members]
        member = next(each for each in members if names.count(each.name) == 1)
        await driver.press("1", "1")
        await driver.until("Xưng hô")
        await driver.type(member.addressed)
        await driver.press("enter")
        await driver.until("Đã lấy theo danh sách.")
        assert "● thành viên CLB" in driver.text()


async def test_an_amount_that_is_no_number_is_shown_where_it_stands(
    meeting: ProposalMeeting,
) -> None:
    async with meeting.shown() as driver:
        await driver.press("1", "1")
        await driver.until("Xưng hô")
        await driver.type("Trần Văn Lực")
        await go_to(driver, "needs", "")
        await driver.press("3")
        await go_to(driver, "thing-money", "")
        await driver.press("down")
        await driver.type("khá nhiều")
        await driver.press("pagedown", "enter")
        await driver.until("số tiền: Không hiểu số lượng “khá nhiều”")
        await driver.wait_for_focus("field-amount-money")


async def test_one_person_of_two_groups_is_asked_about_and_joined(meeting: ProposalMeeting) -> None:
    """One case then names both groups."""
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[2], HIEN)
    async with meeting.shown() as driver:
        await driver.press("end", "enter", "1")
        await driver.until("Xưng hô")
        await driver.type("pham thi hien")
        await driver.press("enter")
        await driver.until("Tổ 3 đã đề xuất cụ Phạm Thị Hiền. Cùng một người?")
        assert "1  Đúng, ghi chung" in driver.text()
        assert "2  Người khác" in driver.text()
        await driver.press("1")
        await back_to_the_board(driver, "Tổ 5 – 2)")
        assert driver.text().count("cụ Phạm Thị Hiền, 86") == 2
        await driver.press("end")
        assert driver.row("detail").endswith("cần chăm sóc tại nhà · Tổ 3, Tổ 5")
        await driver.press("ctrl+z")
        assert driver.text().count("cụ Phạm Thị Hiền, 86") == 1


async def test_two_people_of_one_name_stay_two(meeting: ProposalMeeting) -> None:
    """The answer "Người khác" changes nothing, and is asked for once."""
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[2], HIEN)
    async with meeting.shown() as driver:
        await driver.press("end", "enter", "1")
        await driver.until("Xưng hô")
        await driver.type("Phạm Thị Hiền")
        await driver.press("enter")
        await driver.until("Cùng một người?")
        await driver.press("2")
        await driver.until_gone("Cùng một người?")
        await go_to(driver, "circumstances", "")
        await driver.type("gãy tay")
        await driver.press("tab", "1", "pagedown", "enter")
        await driver.until("►4 Các tổ trình bày")
        count = await driver.app.ask(lambda _books: HardshipCaseRow.select().count())
        assert count == 2


async def test_an_activity_asks_with_whom_only_where_the_club_joins_in(
    meeting: ProposalMeeting,
) -> None:
    """S7: chủ trì, or tham gia cùng địa phương."""
    async with meeting.shown() as driver:
        await driver.press("enter", "2")
        await driver.until("Việc gì")
        await driver.type("quét dọn nhà Văn hóa")
        assert "Cùng với ai" not in driver.text()
        await driver.press("enter", "2")
        await driver.until("Cùng với ai")
        await driver.type("Chi hội Phụ nữ thôn")
        await driver.press("pagedown", "enter")
        await back_to_the_board(driver, "Tổ 1 – 1)")
        await driver.until("Cộng đồng   quét dọn nhà Văn hóa")
        assert driver.notice() == "Đã lưu: Tổ 1 đề xuất: quét dọn nhà Văn hóa"
        await driver.press("down")
        assert driver.row("detail") == "CLB tham gia cùng Chi hội Phụ nữ thôn"


async def test_a_matter_for_the_locality_asks_whom_and_which_way(meeting: ProposalMeeting) -> None:
    """S6, with its three ways."""
    async with meeting.shown() as driver:
        await driver.press("enter", "3")
        await driver.until("Vấn đề gì")
        await driver.type("đèn đường ngõ 3 hỏng")
        await driver.press("enter")
        await driver.wait_for_focus("field-way")
        assert "UBND xã An Bình" in driver.text()
        await driver.press("up", "ctrl+u")
        await driver.type("Trưởng thôn")
        await driver.press("enter", "1", "enter")
        await back_to_the_board(driver, "Tổ 1 – 1)")
        await driver.until("Địa phương  đèn đường ngõ 3 hỏng")
        await driver.press("down")
        assert driver.row("detail") == "với Trưởng thôn · góp ý tại các buổi họp"


async def test_a_half_typed_case_is_there_again_after_the_program_ended(
    meeting: ProposalMeeting,
) -> None:
    """The form opens by itself where it was left."""
    async with meeting.shown() as driver:
        await driver.press("enter", "1")
        await driver.until("Xưng hô")
        await driver.type("Phạm Thị")
    async with driven(meeting.folder, meeting.clock) as driver:
        await driver.until("Đã mở lại phần đang ghi dở.")
        assert "Phạm Thị" in driver.text()


async def test_what_was_typed_besides_the_name_is_not_lost_to_the_question(
    meeting: ProposalMeeting,
) -> None:
    """Then the question comes once the form is saved, as for any case."""
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[2], HIEN)
    async with meeting.shown() as driver:
        await driver.press("end", "enter", "1")
        await driver.until("Xưng hô")
        await go_to(driver, "circumstances", "")
        await driver.type("mới mổ tim")
        await driver.press("pageup")
        await driver.type("Phạm Thị Hiền")
        await driver.press("enter")
        await driver.rest()
        assert "Cùng một người?" not in driver.text()
        assert "mới mổ tim" in driver.text()


async def test_the_same_case_of_the_same_group_is_refused_in_words(
    meeting: ProposalMeeting,
) -> None:
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[4], HIEN)
    async with meeting.shown() as driver:
        await driver.press("5", "1")
        await driver.until("Xưng hô")
        await driver.type("Phạm Thị Hiền")
        await driver.press("enter")
        await driver.until("Cùng một người?")
        await driver.press("1")
        await driver.until("►4 Các tổ trình bày")
        assert driver.notice()


@pytest.mark.parametrize("key", ["enter", "tab", "ctrl+s"])
async def test_age_and_address_are_read_behind_the_name(meeting: ProposalMeeting, key: str) -> None:
    """Whichever way the field is left."""
    async with meeting.shown() as driver:
        await driver.press("1", "1")
        await driver.until("Xưng hô")
        await go_to(driver, "circumstances", "")
        await driver.type("nằm viện")
        await driver.press("tab", "3", "pageup")
        await driver.type("anh Trần Văn Lực, 41, ngõ 3")
        form = driver.app.screen
        await driver.press(key)
        if key != "ctrl+s":
            await driver.press("ctrl+s")
        await driver.until_closed(form)
        board = await driver.app.ask(lambda books: books.proposals.overview(meeting.id))
        case = board.groups[0].cases[0].case
        assert case.person.name == "Trần Văn Lực"
        assert case.person.birth_year == 1985
        assert case.person.address == "ngõ 3"


async def test_a_letter_on_answers_with_digits_begins_the_next_text(
    meeting: ProposalMeeting,
) -> None:
    async with meeting.shown() as driver:
        await driver.press("1", "1")
        await driver.until("Xưng hô")
        await go_to(driver, "needs", "")
        await driver.press("2")
        await driver.type("g")
        await driver.type("ặt lúa")
        await driver.wait_for_focus("field-thing-labour")
        assert "gặt lúa" in driver.text()
        await go_to(driver, "when", "")
        await driver.type("ngay")
        await go_to(driver, "facts", "")
        await driver.type("x")
        await driver.until("Ở ô này gõ số để chọn; Enter sang ô tiếp.")


async def test_a_letter_before_a_field_that_selects_what_is_proposed_stays(
    meeting: ProposalMeeting,
) -> None:
    async with meeting.shown() as driver:
        await driver.press("1", "2")
        await driver.until("Việc gì")
        await driver.type("dọn đường")
        await driver.press("enter")
        await driver.wait_for_focus("field-role")
        for letter in "chủ nhật":
            await driver.type(letter)
        assert "chủ nhật" in driver.text()
