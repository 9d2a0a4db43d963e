"""Step 4, Các tổ trình bày: the board, the popup of a group, and the forms."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from driver import Driver, driven

from storage.books import Books
from storage.clock import FixedClock
from storage.records.cases import CaseDraft, Need, When
from storage.records.community import MatterDraft
from storage.records.kinds import (
    Address,
    ClubRole,
    Consent,
    Fact,
    HelpForm,
    LocalityWay,
    MatterKind,
    Relation,
    Source,
    Step,
)
from storage.tables import HardshipCaseRow, MatterRow, ProposalRow

HIEN = CaseDraft(
    name="Phạm Thị Hiền",
    address_form=Address.CU,
    birth_year=1940,
    relation=Relation.FAMILY,
    address="xóm Chùa",
    circumstances="bệnh nặng, mùa lạnh thiếu chăn",
    needs=(Need(HelpForm.GOODS, "chăn, màn, quần áo"),),
    when=When("trước ngày 15 tháng tới"),
    facts=frozenset({Fact.ILL}),
    home_care=True,
    consent=Consent.AGREED,
)
LUC = CaseDraft(
    name="Trần Văn Lực",
    address_form=Address.ANH,
    birth_year=1985,
    address="ngõ 3",
    circumstances="tai nạn giao thông, đang nằm viện",
    needs=(Need(HelpForm.MONEY, "viện phí"),),
    facts=frozenset({Fact.URGENT}),
)
LAMP = MatterDraft(
    kind=MatterKind.LOCALITY,
    what="đèn đường ngõ 3 hỏng",
    addressee="UBND xã",
    way=LocalityWay.MEETINGS,
)
SWEEPING = MatterDraft(
    kind=MatterKind.ACTIVITY,
    what="quét dọn nhà Văn hóa",
    role=ClubRole.JOINS,
    partner="Chi hội Phụ nữ thôn",
)


class Meeting:
    """The books of a meeting that stands at step 4, to be prepared and then shown."""

    def __init__(self, books: Books, meeting_id: int, folder: Path, clock: FixedClock) -> None:
        self.books = books
        self.id = meeting_id
        self.folder = folder
        self.clock = clock
        self.groups = [group.id for group in books.register.groups()]
        books.meetings.go_to(meeting_id, Step.PROPOSALS)

    @asynccontextmanager
    async def shown(self) -> AsyncIterator[Driver]:
        """The step on the screen; the books belong to the app from here on."""
        self.books.close()
        async with driven(self.folder, self.clock) as driver:
            await driver.until("Các tổ trình bày đề xuất")
            yield driver


@pytest.fixture
def meeting(books: Books, meeting_id: int, tmp_path: Path, clock: FixedClock) -> Meeting:
    """A meeting at step 4 in which nothing is proposed yet."""
    return Meeting(books, meeting_id, tmp_path / "books", clock)


async def _fill_in_lan(driver: Driver) -> None:
    """Fills the case form with the least that makes it valid."""
    await driver.until("Xưng hô")
    await driver.type("hộ bà Vũ Thị Bình")
    await driver.press("enter", "enter", "enter", "3", "enter")
    await driver.type("đàn lợn bị bệnh")
    await driver.press("tab", "4", "pagedown")


async def test_the_board_shows_a_row_a_group_and_whose_turn_it_is(meeting: Meeting) -> None:
    """With what is missing, by group, in words that shame nobody."""
    async with meeting.shown() as driver:
        assert "► ● Tổ 1          bà Nguyễn Thị An · tới lượt" in driver.text()
        assert "○ Tổ 2          ông Trần Văn An · chưa trình bày" in driver.text()
        assert "Đã trình bày 0 / 5 tổ" in driver.text()
        assert driver.row("missing") == (
            "Còn thiếu: trường hợp của Tổ 1, 2, 3, 4, 5 · việc cộng đồng của Tổ 1, 2, 3, 4, 5"
        )


async def test_a_group_is_asked_with_numbered_lines(meeting: Meeting) -> None:
    """S14 and S15, and what else may be said."""
    async with meeting.shown() as driver:
        await driver.press("enter")
        await driver.until("Tổ 1 – bà Nguyễn Thị An trình bày")
        for line in (
            "1  Trường hợp khó khăn",
            "2  Việc cho cộng đồng",
            "3  Đề xuất với địa phương",
            "4  Không có đề xuất",
            "5  Để sau",
            "6  Người trình bày khác…",
        ):
            assert line in driver.text()


async def test_a_case_needs_a_name_one_sentence_and_one_need(meeting: Meeting) -> None:
    """What is missing is said in the form, and nothing typed is lost."""
    async with meeting.shown() as driver:
        await driver.press("enter", "1")
        await driver.until("Xưng hô")
        await driver.press("pagedown", "enter")
        assert driver.row("form-notice") == "Chưa có họ tên. Xin ghi họ tên rồi lưu lại."
        await driver.press("pageup")
        await driver.type("Trần Văn Lực")
        await driver.press("pagedown", "enter")
        assert driver.row("form-notice") == (
            "Chưa có hoàn cảnh. Xin ghi một câu về hoàn cảnh, khó khăn."
        )
        await driver.press("pageup", "tab", "tab", "tab", "tab", "tab")
        await driver.type("đang nằm viện")
        await driver.press("pagedown", "enter")
        assert driver.row("form-notice") == (
            "Chưa có nhu cầu. Xin chọn ít nhất một nhu cầu, hoặc cần chăm sóc tại nhà."
        )


async def test_a_household_and_a_form_of_address_are_split_off_the_name(
    meeting: Meeting,
) -> None:
    """The whole entry, with the keys that it takes."""
    async with meeting.shown() as driver:
        await driver.press("enter", "1")
        await _fill_in_lan(driver)
        await driver.press("enter")
        await driver.until("Trường hợp  hộ bà B., Tổ 1 · kỹ thuật")
        draft = await driver.app.ask(
            lambda books: books.proposals.case_draft(HardshipCaseRow.get().id)
        )
        assert (draft.name, draft.address_form, draft.household) == (
            "Vũ Thị Bình",
            Address.BA,
            True,
        )
        assert (draft.relation, draft.needs) == (Relation.OUTSIDE, (Need(HelpForm.SKILL),))


async def test_a_member_is_found_while_the_name_is_typed(meeting: Meeting) -> None:
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
        await driver.type("mui")
        await driver.until("► bà Nguyễn Thị Mùi, Tổ 1")
        await driver.press("down", "enter")
        await driver.until("Trong danh sách")
        assert "2 ● bà" in driver.text()
        assert "1948" in driver.text()
        assert "xóm Đình" in driver.text()
        await driver.press("enter", "enter", "enter", "enter", "enter")
        await driver.type("ngã gãy chân")
        await driver.press("tab", "2", "enter")
        await driver.type("gặt 3 sào lúa")
        await driver.press("enter")
        await driver.type("10")
        await driver.press("enter")
        await driver.type("trong hai tuần tới")
        await driver.until("từ 24/10/2026 đến 07/11/2026")
        await driver.press("pagedown", "enter")
        await driver.until("Trường hợp  bà M., Tổ 1 · ngày công")
        draft = await driver.app.ask(
            lambda books: books.proposals.case_draft(HardshipCaseRow.get().id)
        )
        assert (draft.member_id, draft.relation) == (member_id, Relation.MEMBER)
        assert draft.needs == (Need(HelpForm.LABOUR, "gặt 3 sào lúa", 10, "ngày công"),)
        assert (draft.when.first, draft.when.last) == (date(2026, 10, 24), date(2026, 11, 7))


async def test_a_member_whose_name_is_typed_in_full_is_meant(meeting: Meeting) -> None:
    """Also where the question what they are to the club was passed over."""
    async with meeting.shown() as driver:
        await driver.press("enter", "1")
        await driver.until("Xưng hô")
        await driver.type("ông Trần Văn Đức")
        await driver.press("enter", "enter", "enter", "enter", "enter")
        await driver.type("ngã")
        await driver.press("tab", "1", "pagedown", "enter")
        await driver.until("Trường hợp  ông Đ., Tổ 1 · hiện vật")
        draft = await driver.app.ask(
            lambda books: books.proposals.case_draft(HardshipCaseRow.get().id)
        )
        assert draft.relation is Relation.MEMBER
        assert draft.member_id is not None


async def test_what_nobody_agreed_to_show_is_hidden_until_f8(meeting: Meeting) -> None:
    """A name on the wall is a disclosure."""
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[0], HIEN)
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[0], LUC)
    async with meeting.shown() as driver:
        assert "cụ Phạm Thị Hiền, 86 · bệnh nặng, mùa lạnh thiếu chăn" in driver.text()
        assert "anh L., Tổ 1 · tiền" in driver.text()
        await driver.press("down")
        assert driver.row("detail") == (
            "thành viên gia đình · hiện vật: chăn, màn, quần áo · đau ốm"
            " · trước ngày 15 tháng tới · cần chăm sóc tại nhà"
        )
        await driver.press("down")
        assert driver.row("detail") == "người ngoài CLB"
        await driver.press("f8", "1")
        await driver.until("anh Trần Văn Lực, 41 · tai nạn giao thông, đang nằm viện")
        assert driver.row("detail") == "người ngoài CLB · tiền: viện phí · cần ngay · ngõ 3"


async def test_one_person_of_two_groups_is_asked_about_and_joined(meeting: Meeting) -> None:
    """One case then names both groups."""
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[2], HIEN)
    async with meeting.shown() as driver:
        await driver.press("end", "enter", "1")
        await driver.until("Xưng hô")
        await driver.type("pham thi hien")
        await driver.press("enter", "enter", "enter", "enter", "enter")
        await driver.type("thiếu chăn")
        await driver.press("tab", "1", "pagedown", "enter")
        await driver.until("Tổ 3 đã đề xuất cụ Phạm Thị Hiền. Cùng một người?")
        assert "1  Đúng, ghi chung" in driver.text()
        assert "2  Người khác" in driver.text()
        await driver.press("1")
        await driver.until_gone("Cùng một người?")
        assert driver.text().count("cụ Phạm Thị Hiền, 86") == 2
        await driver.press("end")
        assert driver.row("detail").endswith("cần chăm sóc tại nhà · Tổ 3, Tổ 5")
        await driver.press("ctrl+z", "ctrl+z")
        assert driver.text().count("cụ Phạm Thị Hiền, 86") == 1


async def test_two_people_of_one_name_stay_two(meeting: Meeting) -> None:
    """The answer "Người khác" changes nothing."""
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[2], HIEN)
    async with meeting.shown() as driver:
        await driver.press("end", "enter", "1")
        await driver.until("Xưng hô")
        await driver.type("Phạm Thị Hiền")
        await driver.press("enter", "enter", "enter", "enter", "enter")
        await driver.type("gãy tay")
        await driver.press("tab", "1", "pagedown", "enter")
        await driver.until("Cùng một người?")
        await driver.press("2")
        await driver.until_gone("Cùng một người?")
        count = await driver.app.ask(lambda _books: HardshipCaseRow.select().count())
        assert count == 2


async def test_an_activity_asks_with_whom_only_where_the_club_joins_in(
    meeting: Meeting,
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
        await driver.until("Cộng đồng   quét dọn nhà Văn hóa")
        assert driver.notice() == "Đã lưu: Tổ 1 đề xuất: quét dọn nhà Văn hóa"
        await driver.press("down")
        assert driver.row("detail") == "CLB tham gia cùng Chi hội Phụ nữ thôn"


async def test_a_matter_for_the_locality_asks_whom_and_which_way(meeting: Meeting) -> None:
    """S6, with its three ways."""
    async with meeting.shown() as driver:
        await driver.press("enter", "3")
        await driver.until("Vấn đề gì")
        await driver.type("đèn đường ngõ 3 hỏng")
        await driver.press("enter")
        await driver.type("UBND xã")
        await driver.press("enter", "1", "enter")
        await driver.until("Địa phương  đèn đường ngõ 3 hỏng")
        await driver.press("down")
        assert driver.row("detail") == "với UBND xã · góp ý tại các buổi họp"


async def test_no_proposal_is_said_outright_of_what_is_missing(meeting: Meeting) -> None:
    """A group that brought a case says that it has nothing for the community."""
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[0], HIEN)
    async with meeting.shown() as driver:
        await driver.press("enter")
        await driver.press("down", "down", "down")
        assert "Không có việc cho cộng đồng." in driver.text()
        await driver.press("enter")
        assert driver.notice() == "Đã lưu: Tổ 1 không có việc cho cộng đồng"
        assert "√ Tổ 1          bà Nguyễn Thị An · đã trình bày" in driver.text()
        assert "► ● Tổ 2          ông Trần Văn An · tới lượt" in driver.text()
        await driver.press("enter", "4")
        assert driver.notice() == "Đã lưu: Tổ 2 không có đề xuất"
        assert "√ Tổ 2          ông Trần Văn An · không có đề xuất" in driver.text()
        await driver.press("up", "enter", "4")
        assert driver.notice() == "Tổ 2 đã nói đủ cả hai câu hỏi."


async def test_a_group_may_present_later_and_someone_else_for_it(meeting: Meeting) -> None:
    """Skip, and come back."""
    async with meeting.shown() as driver:
        await driver.press("enter", "5")
        assert driver.notice() == "Đã lưu: Tổ 1 trình bày sau"
        assert "– Tổ 1          bà Nguyễn Thị An · để sau" in driver.text()
        assert "► ● Tổ 2" in driver.text()
        await driver.press("enter", "6")
        await driver.until("Tổ 2: ai trình bày?")
        await driver.press("2")
        assert driver.notice() == "Đã lưu: ông Trần Văn Bình trình bày cho Tổ 2"
        assert "● Tổ 2          ông Trần Văn Bình · tới lượt" in driver.text()


async def test_what_the_leader_noted_in_the_month_is_taken_over_with_one_key(
    meeting: Meeting,
) -> None:
    """S3: it is there before the meeting."""
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[0], HIEN)
    meeting.books.proposals.propose_matter(meeting.id, meeting.groups[0], LAMP)
    ProposalRow.delete().execute()
    noted = {"source": str(Source.AREA), "noted_by": meeting.groups[0]}
    HardshipCaseRow.update(noted).execute()
    MatterRow.update(noted).execute()
    async with meeting.shown() as driver:
        assert driver.row("detail") == "đã ghi nhận từ trước: 2"
        await driver.press("enter")
        assert "7  Đã ghi nhận ở địa bàn: cụ Phạm Thị Hiền" in driver.text()
        await driver.press("7")
        assert driver.notice() == "Đã lưu: Tổ 1 đề xuất cụ Phạm Thị Hiền"
        await driver.press("enter", "7")
        assert driver.notice() == "Đã lưu: Tổ 1 đề xuất: đèn đường ngõ 3 hỏng"
        assert "√ Tổ 1" in driver.text()


async def test_a_proposal_is_corrected_or_taken_off(meeting: Meeting) -> None:
    """Enter on it; and the undo brings it back."""
    meeting.books.proposals.propose_case(meeting.id, meeting.groups[0], HIEN)
    meeting.books.proposals.propose_matter(meeting.id, meeting.groups[0], SWEEPING)
    async with meeting.shown() as driver:
        await driver.press("home", "down", "down", "enter")
        await driver.until("1  Sửa")
        await driver.press("1")
        await driver.until("Sửa: Việc cho cộng đồng")
        await driver.type(" thôn")
        await driver.press("pagedown", "enter")
        await driver.until("Cộng đồng   quét dọn nhà Văn hóa thôn")
        await driver.press("up", "enter", "1")
        await driver.until("Sửa trường hợp")
        assert "chăn, màn, quần áo" in driver.text()
        await driver.type(" Hoa")
        await driver.press("pagedown", "enter")
        await driver.until("cụ Phạm Thị Hiền Hoa, 86")
        await driver.press("enter", "2")
        await driver.until_gone("cụ Phạm Thị Hiền Hoa, 86")
        await driver.press("ctrl+z")
        await driver.until("cụ Phạm Thị Hiền Hoa, 86")


async def test_a_half_typed_case_is_there_again_after_the_program_ended(
    meeting: Meeting,
) -> None:
    """The form opens by itself where it was left."""
    async with meeting.shown() as driver:
        await driver.press("enter", "1")
        await driver.until("Xưng hô")
        await driver.type("Phạm Thị")
    async with driven(meeting.folder, meeting.clock) as driver:
        await driver.until("Đã mở lại phần đang ghi dở.")
        assert "Phạm Thị" in driver.text()
