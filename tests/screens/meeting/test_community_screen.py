"""Step 7, Việc cộng đồng: what is settled with a few keys, and what the screen says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from driver import Driver, driven
from screens.widgets.big_digits import BigDigits
from storage.books import Books
from storage.clock import FixedClock
from storage.records.cases import When
from storage.records.community import MatterDraft
from storage.records.kinds import ClubRole, LocalityWay, MatterKind, Step


@pytest.fixture
def begun(books: Books, meeting_id: int, tmp_path: Path) -> Path:
    """A meeting at step 7, with two activities and the street lamp proposed."""
    groups = [group.id for group in books.register.groups()]
    drafts = (
        MatterDraft(MatterKind.ACTIVITY, "dọn vệ sinh đường làng", when=When("chủ nhật tới")),
        MatterDraft(
            MatterKind.LOCALITY,
            "đèn đường ngõ 3 hỏng",
            addressee="UBND xã",
            way=LocalityWay.MEETINGS,
        ),
        MatterDraft(
            MatterKind.ACTIVITY,
            "quét dọn nhà Văn hóa",
            role=ClubRole.JOINS,
            partner="Chi hội Phụ nữ thôn",
        ),
    )
    for group, draft in zip(groups, drafts, strict=False):
        books.proposals.propose_matter(meeting_id, group, draft)
    books.meetings.add_guest(meeting_id, "Đỗ Văn Hà", "Phó chủ tịch UBND xã")
    books.meetings.go_to(meeting_id, Step.COMMUNITY)
    books.close()
    return tmp_path / "books"


def _row(driver: Driver, words: str) -> str:
    return next(row for row in driver.text().splitlines() if words in row)


async def test_the_groups_proposals_stand_in_two_sections(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        rows = driver.text().splitlines()
        own = next(n for n, row in enumerate(rows) if "CLB sẽ làm gì cho cộng đồng" in row)
        locality = next(n for n, row in enumerate(rows) if row == " Đề xuất với địa phương")
        assert own < locality
        assert "CLB chủ trì" in rows[own + 1]
        assert "cùng Chi hội Phụ nữ" in rows[own + 2]
        assert "UBND xã, tại buổi h" in rows[locality + 1]
        assert driver.row("missing") == "Còn thiếu: chưa lấy ý kiến về 3 việc"
        assert driver.row("detail") == "tất cả các TV CLB tham gia · chủ nhật tới"


async def test_a_narrow_screen_keeps_what_a_matter_is_and_how_far(
    begun: Path, clock: FixedClock
) -> None:
    async with driven(begun, clock, size=(60, 16)) as driver:
        row = _row(driver, "dọn vệ sinh đường làng")
        assert row.endswith("1     · chưa hỏi")
        assert driver.row("detail").startswith("CLB chủ trì · tất cả các TV CLB tham gia")


async def test_agreement_is_one_key(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("1")
        assert driver.notice() == "Đã lưu: cả CLB nhất trí: dọn vệ sinh đường làng"
        assert "√ nhất trí" in _row(driver, "dọn vệ sinh")
        assert "Thống nhất 1 / 3" in driver.text()
        await driver.press("ctrl+z")
        assert driver.notice() == "Đã bỏ: cả CLB nhất trí: dọn vệ sinh đường làng"
        assert "· chưa hỏi" in _row(driver, "dọn vệ sinh")


async def test_hands_are_counted_in_a_popup(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("down", "enter", "2")
        await driver.press("4", "8", "enter", "plus", "plus", "enter", "1", "enter")
        assert "Đã giơ tay 51 trong 55 người có mặt" in driver.text()
        await driver.press("enter")
        assert driver.notice() == "Đã lưu: 48 người tán thành: quét dọn nhà Văn hóa"
        assert "√ 48 / 55" in _row(driver, "quét dọn")


@pytest.mark.parametrize(("keys", "scale"), [(("2",), 1), (("f5", "2"), 2)])
async def test_hands_counted_over_the_large_view_have_larger_digits(
    keys: tuple[str, ...], scale: int, begun: Path, clock: FixedClock
) -> None:
    async with driven(begun, clock) as driver:
        await driver.press(*keys, "4", "8")
        assert driver.app.screen.query_one(BigDigits).scale == scale
        for words in ("Tán thành", "Ghi kết quả", "Đã giơ tay 48", "Ctrl+S xong"):
            assert words in driver.text()


async def test_hands_that_were_counted_give_way_to_no_single_key(
    begun: Path, clock: FixedClock
) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("down", "2", "4", "8", "ctrl+s")
        assert "√ 48 / 55" in _row(driver, "quét dọn")
        await driver.go_to_text("quét dọn")
        await driver.press("enter")
        assert "► 3  Sửa, ghi thêm" in driver.text()
        await driver.press("escape", "1")
        await driver.until("Đã giơ tay: 48 người tán thành, 0 không tán thành, 0 ý kiến khác.")
        await driver.press("enter")
        assert "√ 48 / 55" in _row(driver, "quét dọn")
        await driver.press("1", "1")
        assert "√ nhất trí" in _row(driver, "quét dọn")


async def test_an_answer_is_what_an_agreed_proposal_waits_for(
    begun: Path, clock: FixedClock
) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("down", "down", "down", "1", "enter")
        assert "► 5  Ghi trả lời của địa phương" in driver.text()


async def test_more_hands_than_people_are_refused(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("2", "5", "0", "enter", "9", "enter")
        assert "Chỉ có 55 người có mặt. Xin đếm lại số người giơ tay." in driver.text()
        await driver.press("end", "enter")
        assert "Đã giơ tay 59 trong 55 người có mặt" in driver.text()


async def test_a_count_without_hands_settles_nothing(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("2", "end", "enter")
        assert "Số không đúng. Xin ghi một số từ 1 trở lên." in driver.text()
        await driver.press("escape")
        assert "· chưa hỏi" in _row(driver, "dọn vệ sinh")


async def test_a_count_in_the_making_survives_the_end(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("2", "4", "0", "enter", "7")
    async with driven(begun, clock) as driver:
        await driver.until("Đã giơ tay 47 trong 55 người có mặt")


async def test_what_most_are_against_is_not_done(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("2", "1", "0", "enter", "4", "0", "enter", "enter", "enter")
        assert "× không làm" in _row(driver, "dọn vệ sinh")
        await driver.press("up")
        assert driver.row("detail") == "tán thành 10 · không tán thành 40 · ý kiến khác 0"


async def test_a_reason_is_given_for_what_is_not_done(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("4")
        await driver.press("pagedown", "enter")
        assert "Chưa có lý do. Xin ghi lý do rồi lưu lại." in driver.text()
        await driver.press("pageup")
        await driver.type("thôn đã thuê người làm")
        await driver.press("pagedown", "enter")
        await driver.until("× không làm")
        assert driver.notice() == "Đã lưu: không làm: dọn vệ sinh đường làng"
        await driver.press("up")
        assert driver.row("detail") == "không làm, vì thôn đã thuê người làm"


async def test_an_activity_of_the_general_discussion_is_added(
    begun: Path, clock: FixedClock
) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("down", "down", "enter")
        await driver.until("Thêm việc cho cộng đồng")
        await driver.type("trồng cây ven đường")
        await driver.press("pagedown", "enter")
        await driver.until("trồng cây ven đường")
        assert driver.notice() == "Đã lưu: thêm: trồng cây ven đường"
        assert _row(driver, "trồng cây").startswith("►")


async def test_the_speaker_is_asked_for_once_the_locality_is_to_be_told(
    begun: Path, clock: FixedClock
) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("down", "down", "down", "1")
        assert "ai nói, nói với ai: đèn đường ngõ 3 hỏng" in driver.row("missing")
        await driver.press("3")
        await driver.wait_for_focus("field-representative")
        await driver.type("lan")
        await driver.until("Lan, Tổ")
        await driver.press("enter", "pagedown", "enter")
        await driver.until("nói thay CLB")
        assert "ai nói, nói với ai" not in driver.row("missing")


async def test_the_invited_leader_answers_at_once(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("down", "down", "down", "enter", "5")
        assert "1 ● Đỗ Văn Hà, Phó chủ tịch UBND xã" in driver.text().replace("\u00a0", " ")
        await driver.press("tab")
        await driver.type("Xã sẽ thay đèn trong tuần tới.")
        await driver.press("pagedown", "enter")
        await driver.until("Đỗ Văn Hà, Phó chủ tịch UBND xã trả lời")


async def test_what_was_settled_can_be_asked_again(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("1", "up", "enter", "5")
        assert driver.notice() == "Đã lưu: lấy ý kiến lại: dọn vệ sinh đường làng"
        assert "· chưa hỏi" in _row(driver, "dọn vệ sinh")


async def test_a_half_typed_matter_opens_again(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("down", "down", "enter")
        await driver.type("trồng cây")
    async with driven(begun, clock) as driver:
        await driver.until("Đã mở lại phần đang ghi dở.")
        assert "trồng cây" in driver.text()
