"""Step 8: what was agreed, the minutes composed of it, their approval, correction and seal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sample_minutes
from sample_cases import SampleCases

from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal, RefusalKind
from storage.records.acts import ActKind
from storage.records.kinds import Consent, CountSubject, MeetingState, Step
from storage.records.lacks import LackKind
from storage.records.minutes import (
    MinutesContent,
    MinutesPart,
    MinutesState,
    MinutesTable,
    Paragraph,
)
from storage.sealing import read
from storage.tables import (
    ActRow,
    DraftRow,
    HandCountRow,
    MeetingRow,
    MinutesRow,
    MinutesValueRow,
    PersonRow,
    PledgeRow,
    RowChangeRow,
    connection,
)


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The whole sample meeting, up to the approval of its minutes."""
    return sample_minutes.hold(books, meeting_id)


def refusal(act: Callable[[], object]) -> RefusalKind:
    """The kind of the refusal that an act meets with."""
    with pytest.raises(Refusal) as refused:
        act()
    assert isinstance(refused.value.kind, RefusalKind)
    return refused.value.kind


def part(content: MinutesContent, step: Step) -> MinutesPart:
    """The part of a step."""
    return next(each for each in content.parts if each.step == step)


def lines(part: MinutesPart) -> list[str]:
    """The paragraphs of a part, each with its mark."""
    return [
        f"{block.mark} {block.text}".strip()
        for block in part.blocks
        if isinstance(block, Paragraph)
    ]


def tables(part: MinutesPart) -> list[MinutesTable]:
    """The tables of a part."""
    return [block for block in part.blocks if isinstance(block, MinutesTable)]


def everything(content: MinutesContent) -> str:
    """All that the minutes say, as one text."""
    texts = [paragraph.text for paragraph in (*content.opening, *content.closing)]
    for each in content.parts:
        texts += lines(each)
        texts += [cell for table in tables(each) for row in table.rows for cell in row]
    return "\n".join([*texts, *(each.name for each in content.signatures)])


def kinds(books: Books, meeting_id: int) -> list[LackKind]:
    """What step 8 still lacks."""
    return [lack.kind for lack in books.minutes.lacking(meeting_id)]


class TestWhatTheMinutesSay:
    def test_begin_as_form_1_9_does(self, books: Books, meeting_id: int) -> None:
        books.meetings.add_guest(meeting_id, "Đỗ Văn Hùng", "Phó chủ tịch UBND xã")
        content = books.minutes.content(meeting_id)
        assert content.meeting_name == (
            "Buổi sinh hoạt CLB tháng 10 năm 2026 (Phần IV: Tự giúp nhau và hỗ trợ cộng đồng)"
        )
        assert [each.text for each in content.opening] == [
            "Thời gian bắt đầu: 08 giờ 30, ngày 24 tháng 10 năm 2026.",
            "Địa điểm: Nhà văn hóa thôn Đông.",
            "Thành phần tham dự: 55/55 thành viên (Tổ 1: 11/11; Tổ 2: 11/11; Tổ 3: 11/11; "
            "Tổ 4: 11/11; Tổ 5: 11/11). Khách mời: Đỗ Văn Hùng, Phó chủ tịch UBND xã.",
            "Chủ trì (chủ tọa): bà Lê Thị An, Chủ nhiệm CLB.",
            "Thư ký (người ghi biên bản): bà Nguyễn Thị An, Thư ký CLB.",
        ]

    def test_are_signed_without_titles(self, books: Books, meeting_id: int) -> None:
        signatures = books.minutes.content(meeting_id).signatures
        assert [(each.capacity, each.name) for each in signatures] == [
            ("Thư ký", "Nguyễn Thị An"),
            ("Chủ tọa", "Lê Thị An"),
        ]

    def test_leave_out_the_parts_in_which_nothing_happened(
        self, books: Books, meeting_id: int
    ) -> None:
        content = books.minutes.content(meeting_id)
        assert content.parts == ()
        assert content.closing[-1].text == (
            "Cuộc họp kết thúc vào …… giờ ……, ngày …… tháng …… năm ………./."
        )

    def test_tell_the_proposals_in_a_table(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        proposals = part(books.minutes.content(meeting_id), Step.PROPOSALS)
        assert tables(proposals)[0].rows[2] == (
            "Tổ 3, Tổ 5",
            "Cụ Phạm Thị Hiền, 86 tuổi, xóm Chùa (thành viên gia đình của bà Lê Thị An)",
            "Bệnh nặng, mùa lạnh thiếu chăn",
            "Hiện vật: chăn, màn, quần áo",
            "trước ngày 15 tháng tới (đến hết ngày 14 tháng 11 năm 2026)",
        )
        assert lines(proposals)[-1] == "Tổ 5 không có đề xuất về việc cộng đồng."

    def test_tell_each_count_of_hands_and_its_round(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        selection = part(books.minutes.content(meeting_id), Step.SELECTION)
        assert lines(selection) == [
            "Lấy ý kiến bằng giơ tay: chọn 03 trường hợp, mỗi người giơ tay tối đa 03 lần; "
            "số người dự 55. Kết quả:",
            "Lấy ý kiến lần 2 giữa các trường hợp có số người giơ tay bằng nhau: chọn 01 "
            "trường hợp, mỗi người giơ tay 01 lần; số người dự 55. Kết quả:",
            "CLB chọn 03 trường hợp để giúp:",
            "a) Cụ Phạm Thị Hiền, 86 tuổi (thành viên gia đình của bà Lê Thị An). "
            "Lý do: bệnh nặng, không có người chăm.",
            "b) Bà Nguyễn Thị Mùi, 78 tuổi (người ngoài CLB).",
            "c) Anh Trần Văn Lực, 41 tuổi (người ngoài CLB).",
            "Hướng giải quyết các trường hợp khác:",
            "a) Ông Lê Văn Sơn, 63 tuổi: để kỳ sau. Lý do: chờ Hội NCT trả lời.",
            "b) Hộ bà Vũ Thị Bình, 59 tuổi: Tổ 5 tự giúp.",
        ]
        assert tables(selection)[1].rows == (
            ("Anh Trần Văn Lực, 41 tuổi", "29"),
            ("Ông Lê Văn Sơn, 63 tuổi", "21"),
        )

    def test_tell_who_helps_with_what_and_when(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        assignment = part(books.minutes.content(meeting_id), Step.ASSIGNMENT)
        assert tables(assignment)[0].rows[0] == ("01 chăn (đã sử dụng)", "Bà Lê Thị Dung", "")
        what, who, when = tables(assignment)[1].rows[0]
        assert what == "10 ngày công gặt lúa (mỗi người 1 ngày công)"
        assert who.startswith("Bà Lê Thị An, bà Nguyễn Thị An, bà Phạm Thị An,")
        assert who.endswith("phụ trách: bà Lê Thị An")
        assert when == ("thứ bảy tới (ngày 31 tháng 10 năm 2026); ruộng nhà bà Nguyễn Thị Mùi")
        assert lines(assignment)[:3] == [
            "1. Cụ Phạm Thị Hiền:",
            "Chuyển nhóm TNV chăm sóc tại nhà để khảo sát cụ thể, xác định nhu cầu và có giải "
            "pháp tiếp theo.",
            "CLB nhất trí (55/55 người dự).",
        ]
        assert lines(assignment)[-1] == (
            "Tổng cộng: 10 ngày công; 50.000 đ; 01 chăn; 02 bộ quần áo; 01 xe lăn (vận động)."
        )

    def test_tell_of_the_community_and_the_locality(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        assert lines(part(books.minutes.content(meeting_id), Step.COMMUNITY)) == [
            "1. Việc cộng đồng:",
            "Tổng vệ sinh đường làng: CLB chủ trì; người tham gia: tất cả thành viên CLB; "
            "thời gian: chủ nhật tới (ngày 01 tháng 11 năm 2026). CLB nhất trí (55/55 người dự).",
            "2. Đề xuất với địa phương:",
            "Đèn đường ngõ 3 hỏng: gửi UBND xã, góp ý tại các buổi họp; người đại diện: "
            "bà Lê Thị An. Lấy ý kiến bằng giơ tay: số người dự 55; tán thành 48; "
            "không tán thành 03; ý kiến khác 01.",
            "3. Việc CLB chưa nhận làm:",
            "Quét vôi lại cổng làng. Lý do: để sau Tết.",
        ]

    def test_tell_why_nothing_was_chosen_or_done(self, books: Books, meeting_id: int) -> None:
        books.minutes.give_reason(
            meeting_id, no_case="không tổ nào có trường hợp mới", no_community="đang mùa gặt"
        )
        content = books.minutes.content(meeting_id)
        assert lines(part(content, Step.SELECTION)) == [
            "Không chọn trường hợp nào. Lý do: không tổ nào có trường hợp mới."
        ]
        assert lines(part(content, Step.COMMUNITY))[1] == "Không có. Lý do: đang mùa gặt."

    def test_take_the_secretarys_note_into_the_part_of_its_step(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.write_note(meeting_id, Step.COMMUNITY, "Mang theo chổi.\nTập trung 7 giờ.")
        assert lines(part(books.minutes.content(meeting_id), Step.COMMUNITY))[-2:] == [
            "Thư ký ghi thêm: Mang theo chổi.",
            "Tập trung 7 giờ.",
        ]
        books.minutes.write_note(meeting_id, Step.COMMUNITY, " ")
        assert books.minutes.note(meeting_id, Step.COMMUNITY) == ""


class TestWhoMaySeeWhat:
    def test_the_public_copy_has_no_health_and_no_name_without_consent(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.write_note(meeting_id, Step.SELECTION, "Cụ Phạm Thị Hiền cần người trông.")
        content = books.minutes.content(meeting_id, public=True)
        said = everything(content)
        assert content.public
        for private in ("Phạm Thị Hiền", "bệnh nặng", "Bệnh nặng", "xóm Chùa", "86", "nằm viện"):
            assert private not in said
        assert "Cụ H., Tổ 3" in said
        assert "Cụ H. cần người trông." in said
        assert "Bà Nguyễn Thị Mùi, 78 tuổi" in said
        assert "xóm Đình" not in said

    def test_the_wall_has_the_circumstances_of_those_who_agreed(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        hidden = everything(books.minutes.shown(meeting_id, hidden=True))
        assert "Tai nạn giao thông, đang nằm viện" in hidden
        assert "Bệnh nặng, mùa lạnh thiếu chăn" not in hidden
        assert "xóm Đình" not in hidden
        assert books.minutes.shown(meeting_id, hidden=False) == books.minutes.content(meeting_id)

    def test_a_consent_that_is_withdrawn_after_the_seal_hides_the_name(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.seal(meeting_id)
        PersonRow.update(consent=str(Consent.REFUSED)).where(
            PersonRow.name == "Trần Văn Lực"
        ).execute()
        assert "Trần Văn Lực" not in everything(books.minutes.content(meeting_id, public=True))
        assert "Trần Văn Lực" in everything(books.minutes.content(meeting_id))


class TestTheAgreedPoints:
    def test_are_a_dozen_lines(self, books: Books, meeting_id: int, cases: SampleCases) -> None:
        points = books.minutes.overview(meeting_id).points
        assert [point.text for point in points] == [
            "Chọn giúp: cụ Phạm Thị Hiền; bà Nguyễn Thị Mùi; anh Trần Văn Lực.",
            "Ông Lê Văn Sơn: để kỳ sau.",
            "Hộ bà Vũ Thị Bình: Tổ 5 tự giúp.",
            "Giúp cụ Phạm Thị Hiền: 01 chăn (đã sử dụng) – bà Lê Thị Dung; "
            "02 bộ quần áo (đã sử dụng) – bà Phạm Thị Dung; chuyển nhóm TNV chăm sóc tại nhà.",
            "Giúp bà Nguyễn Thị Mùi: 10 ngày công gặt lúa (mỗi người 1 ngày công) – "
            "10 thành viên – thứ bảy tới (31/10/2026).",
            "Giúp anh Trần Văn Lực: 50.000 đ (mỗi người 10.000 đ) – 05 thành viên.",
            "Giúp ông Lê Văn Sơn: 01 xe lăn (vận động) – Hội NCT (bà Lê Thị An liên hệ).",
            "Giúp hộ bà Vũ Thị Bình: kỹ thuật: chữa bệnh cho lợn – bà Lê Thị Đức.",
            "Tổng cộng: 10 ngày công; 50.000 đ; 01 chăn; 02 bộ quần áo; 01 xe lăn (vận động).",
            "Tổng vệ sinh đường làng: CLB chủ trì, tất cả thành viên CLB, "
            "chủ nhật tới (01/11/2026).",
            "Đèn đường ngõ 3 hỏng: gửi UBND xã, góp ý tại các buổi họp, bà Lê Thị An đại diện.",
        ]

    def test_hide_who_did_not_agree(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        points = books.minutes.overview(meeting_id).points
        assert points[0].hidden == ("Chọn giúp: cụ H., Tổ 3; bà Nguyễn Thị Mùi; anh Trần Văn Lực.")
        assert not any("Hiền" in point.hidden for point in points)


class TestTheSecretarysOwnWords:
    def test_stand_in_place_of_the_composed_part(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.reword(meeting_id, Step.COMMUNITY, "1. Quét đường làng.\na) Mang chổi.")
        reworded = part(books.minutes.content(meeting_id), Step.COMMUNITY)
        assert reworded.blocks == (
            Paragraph("Quét đường làng.", "1."),
            Paragraph("Mang chổi.", "a)"),
        )
        assert reworded.reworded
        assert not reworded.changed_since

    def test_stay_when_a_record_changes_and_say_so(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.reword(meeting_id, Step.COMMUNITY, "Quét đường làng.")
        books.community.add(meeting_id, sample_minutes.GATE)
        assert not part(books.minutes.content(meeting_id), Step.COMMUNITY).changed_since
        books.minutes.write_note(meeting_id, Step.COMMUNITY, "Mang chổi.")
        changed = part(books.minutes.content(meeting_id), Step.COMMUNITY)
        assert changed.blocks == (Paragraph("Quét đường làng."),)
        assert changed.changed_since
        assert books.minutes.overview(meeting_id).parts_changed == (
            "Việc cộng đồng và đề xuất với địa phương",
        )

    def test_follow_a_name_that_is_corrected(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.reword(
            meeting_id, Step.SELECTION, "CLB chọn cụ Phạm Thị Hiền và bà Nguyễn Thị Mùi."
        )
        PersonRow.update(name="Phạm Thị Hiên").where(PersonRow.name == "Phạm Thị Hiền").execute()
        assert lines(part(books.minutes.content(meeting_id), Step.SELECTION)) == [
            "CLB chọn cụ Phạm Thị Hiên và bà Nguyễn Thị Mùi."
        ]
        public = books.minutes.content(meeting_id, public=True)
        assert lines(part(public, Step.SELECTION)) == ["CLB chọn cụ H., Tổ 3 và bà Nguyễn Thị Mùi."]

    def test_begin_with_the_part_as_it_stands(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        text = books.minutes.part_text(meeting_id, Step.SELECTION)
        assert "- Trường hợp: Anh Trần Văn Lực, 41 tuổi; Tán thành: 29." in text
        books.minutes.reword(meeting_id, Step.SELECTION, text)
        assert books.minutes.part_text(meeting_id, Step.SELECTION) == text
        public = books.minutes.content(meeting_id, public=True)
        assert "Hiền" not in everything(public)
        assert "không có người chăm" not in everything(public)

    def test_can_be_taken_away_again(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        before = books.minutes.content(meeting_id)
        books.minutes.reword(meeting_id, Step.COMMUNITY, "Quét đường làng.")
        books.minutes.remove_wording(meeting_id, Step.COMMUNITY)
        assert books.minutes.content(meeting_id) == before

    def test_are_not_empty(self, books: Books, meeting_id: int) -> None:
        kind = refusal(lambda: books.minutes.reword(meeting_id, Step.COMMUNITY, " \n "))
        assert kind is RefusalKind.TEXT_MISSING


class TestApproval:
    def test_gives_the_number_and_the_hour_of_the_end(
        self, books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
    ) -> None:
        clock.advance(70 * 60)
        books.minutes.approve(meeting_id, unanimous=True)
        content = books.minutes.content(meeting_id)
        assert content.number == 1
        assert content.state is MinutesState.APPROVED
        assert [each.text for each in content.closing] == [
            "Thông qua biên bản: CLB nhất trí (55/55 người dự).",
            "Cuộc họp kết thúc vào 09 giờ 40, ngày 24 tháng 10 năm 2026./.",
        ]

    def test_by_hands_tells_the_result(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.approve(meeting_id, unanimous=False, in_favour=50, against=2, other=1)
        assert books.minutes.content(meeting_id).closing[0].text == (
            "Thông qua biên bản: Lấy ý kiến bằng giơ tay: số người dự 55; tán thành 50; "
            "không tán thành 02; ý kiến khác 01."
        )

    @pytest.mark.parametrize(
        ("in_favour", "against", "other", "kind"),
        [
            (40, 10, 6, RefusalKind.MORE_HANDS_THAN_PRESENT),
            (-1, 0, 0, RefusalKind.NUMBER_INVALID),
            (27, 0, 0, RefusalKind.MINUTES_NOT_CARRIED),
        ],
    )
    def test_needs_possible_hands_that_carry_it(
        self,
        books: Books,
        meeting_id: int,
        in_favour: int,
        against: int,
        other: int,
        kind: RefusalKind,
    ) -> None:
        def approve() -> None:
            books.minutes.approve(
                meeting_id, unanimous=False, in_favour=in_favour, against=against, other=other
            )

        assert refusal(approve) is kind
        assert books.meetings.get(meeting_id).state is MeetingState.RUNNING

    def test_needs_someone_present(self, books: Books) -> None:
        meeting = books.meetings.begin()
        kind = refusal(lambda: books.minutes.approve(meeting.id, unanimous=True))
        assert kind is RefusalKind.NOBODY_PRESENT

    def test_ends_what_can_be_undone(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.approve(meeting_id, unanimous=True)
        assert refusal(lambda: books.undo.undo(meeting_id)) is RefusalKind.MEETING_APPROVED
        kind = refusal(lambda: books.minutes.write_note(meeting_id, Step.COMMUNITY, "Thêm."))
        assert kind is RefusalKind.MEETING_APPROVED

    def test_numbers_run_within_the_year(
        self, books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
    ) -> None:
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.seal(meeting_id)
        clock.advance(28 * 24 * 3600)
        numbers = []
        for weeks in (4, 12):
            meeting = books.meetings.begin()
            for group in books.register.groups():
                books.attendance.count_group(meeting.id, group.id, group.members)
            books.minutes.give_reason(meeting.id, no_case="không có", no_community="mưa bão")
            books.minutes.approve(meeting.id, unanimous=True)
            books.minutes.seal(meeting.id)
            numbers.append((meeting.day.year, books.minutes.content(meeting.id).number))
            clock.advance(weeks * 7 * 24 * 3600)
        assert numbers == [(2026, 2), (2026, 3)]
        assert books.meetings.begin().day.year == 2027

    def test_can_be_opened_again_and_keeps_its_number(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.reopen(meeting_id)
        assert books.meetings.get(meeting_id).state is MeetingState.RUNNING
        assert books.minutes.overview(meeting_id).number == 1
        books.minutes.approve(meeting_id, unanimous=False, in_favour=55)
        assert books.minutes.overview(meeting_id).number == 1
        counted = HandCountRow.select().where(HandCountRow.subject == str(CountSubject.MINUTES))
        assert [row.in_favour for row in counted] == [55]

    def test_of_a_later_correction_keeps_the_hour_of_the_end(
        self, books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
    ) -> None:
        books.minutes.approve(meeting_id, unanimous=True)
        ended = books.meetings.get(meeting_id).ended
        clock.advance(20 * 3600)
        books.minutes.reopen(meeting_id)
        books.minutes.approve(meeting_id, unanimous=True)
        assert books.meetings.get(meeting_id).ended == ended

    def test_taking_back_the_reopening_makes_them_approved_again(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.approve(meeting_id, unanimous=True)
        approved = books.minutes.content(meeting_id)
        books.minutes.reopen(meeting_id)
        assert books.undo.undo(meeting_id).kind is ActKind.MINUTES_REOPENED
        assert books.minutes.content(meeting_id) == approved

    def test_opening_again_what_is_not_approved_is_refused(
        self, books: Books, meeting_id: int
    ) -> None:
        assert refusal(lambda: books.minutes.reopen(meeting_id)) is RefusalKind.NOT_APPROVED


class TestPrints:
    def test_of_a_draft_leave_no_trace(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        assert books.minutes.digest(meeting_id) == ""
        books.minutes.printed(meeting_id, books.minutes.digest(meeting_id))
        assert not books.minutes.overview(meeting_id).printed

    def test_are_right_until_something_is_corrected(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.printed(meeting_id, books.minutes.digest(meeting_id))
        assert not books.minutes.overview(meeting_id).print_outdated
        books.minutes.reopen(meeting_id)
        assert not books.minutes.overview(meeting_id).print_outdated
        books.minutes.write_note(meeting_id, Step.COMMUNITY, "Mang chổi.")
        assert books.minutes.overview(meeting_id).print_outdated
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.printed(meeting_id, books.minutes.digest(meeting_id))
        assert not books.minutes.overview(meeting_id).print_outdated


class TestWhatIsMissing:
    def test_the_reasons_then_the_approval_then_the_seal(
        self, books: Books, meeting_id: int
    ) -> None:
        assert kinds(books, meeting_id) == [
            LackKind.NO_CASE_REASON,
            LackKind.NO_COMMUNITY_REASON,
            LackKind.NOT_APPROVED,
        ]
        books.minutes.give_reason(meeting_id, no_case="không có")
        assert kinds(books, meeting_id) == [LackKind.NO_COMMUNITY_REASON, LackKind.NOT_APPROVED]
        books.minutes.give_reason(meeting_id, no_community="mưa bão")
        books.minutes.approve(meeting_id, unanimous=True)
        assert kinds(books, meeting_id) == [LackKind.NOT_SEALED]
        books.minutes.seal(meeting_id)
        assert kinds(books, meeting_id) == []

    def test_an_empty_reason_is_refused(self, books: Books, meeting_id: int) -> None:
        kind = refusal(lambda: books.minutes.give_reason(meeting_id, no_case=" "))
        assert kind is RefusalKind.REASON_MISSING

    def test_begins_with_the_first_thing_recorded(self, books: Books, meeting_id: int) -> None:
        assert not books.minutes.begun(meeting_id)
        books.minutes.write_note(meeting_id, Step.APPROVAL, "Đã đọc lại.")
        assert books.minutes.begun(meeting_id)


class TestTheSeal:
    def test_changes_nothing_of_what_the_minutes_say(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.reword(meeting_id, Step.COMMUNITY, "Quét đường làng.")
        books.minutes.write_note(meeting_id, Step.COMMUNITY, "Mang chổi.")
        books.minutes.approve(meeting_id, unanimous=True)
        before = [
            books.minutes.content(meeting_id),
            books.minutes.content(meeting_id, public=True),
            books.minutes.shown(meeting_id, hidden=True),
        ]
        books.minutes.seal(meeting_id)
        after = [
            books.minutes.content(meeting_id),
            books.minutes.content(meeting_id, public=True),
            books.minutes.shown(meeting_id, hidden=True),
        ]
        assert {each.state for each in after} == {MinutesState.SEALED}
        for was, now in zip(before, after, strict=True):
            assert everything(was) == everything(now)
            assert was.parts == now.parts
            assert (was.opening, was.closing) == (now.opening, now.closing)
            assert was.signatures == now.signatures
            assert was.began == now.began
            assert (was.number, was.options) == (now.number, now.options)
            assert was.check_code == now.check_code != ""

    def test_holds_although_the_books_go_on(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.seal(meeting_id)
        sealed = books.minutes.content(meeting_id)
        books.register.add_member("Đinh Thị Sáu", 1)
        PersonRow.update(name="Người Khác").where(PersonRow.name == "Phạm Thị Hiền").execute()
        assert books.minutes.content(meeting_id) == sealed

    def test_is_refused_before_the_approval_and_a_second_time(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        assert refusal(lambda: books.minutes.seal(meeting_id)) is RefusalKind.NOT_APPROVED
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.seal(meeting_id)
        assert refusal(lambda: books.minutes.seal(meeting_id)) is RefusalKind.MEETING_SEALED
        assert refusal(lambda: books.minutes.reopen(meeting_id)) is RefusalKind.MEETING_SEALED

    def test_is_refused_while_a_reason_is_missing(self, books: Books, meeting_id: int) -> None:
        books.minutes.approve(meeting_id, unanimous=True)
        assert refusal(lambda: books.minutes.seal(meeting_id)) is RefusalKind.REASON_MISSING
        assert books.meetings.get(meeting_id).state is MeetingState.APPROVED
        assert MinutesRow.select().count() == 0

    def test_keeps_personal_values_apart_from_the_text(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.seal(meeting_id)
        row = MinutesRow.get()
        for private in ("Hiền", "Mùi", "nằm viện", "xóm Chùa", "Lê Thị An", "86 tuổi"):
            assert private not in row.content
        salts = [value.salt for value in MinutesValueRow.select()]
        assert len(salts) == len(set(salts)) == len(read(row.content).digests)

    def test_leaves_nothing_to_undo_and_keeps_the_history(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        acts = len(books.undo.history(meeting_id))
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.seal(meeting_id)
        assert RowChangeRow.select().count() == 0
        assert DraftRow.select().count() == 0
        history = books.undo.history(meeting_id)
        assert len(history) == acts + 2
        assert history[0].kind is ActKind.MINUTES_SEALED
        assert history[0].values == {"number": 1}
        assert ActRow.select().where(ActRow.undone).count() == 0

    def test_is_kept_by_the_file_itself(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.seal(meeting_id)
        for statement in (
            PledgeRow.update(quantity=2).where(PledgeRow.meeting == meeting_id),
            MeetingRow.update(number=9).where(MeetingRow.id == meeting_id),
            MinutesRow.update(content="{}"),
            MinutesRow.delete(),
            HandCountRow.delete(),
        ):
            with pytest.raises(Exception, match="sealed"):
                statement.execute()

    def test_of_the_next_meeting_follows_on_this_one(
        self, books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
    ) -> None:
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.seal(meeting_id)
        first = books.minutes.content(meeting_id)
        assert first.previous_code == ""
        clock.advance(28 * 24 * 3600)
        following = books.meetings.begin()
        for group in books.register.groups():
            books.attendance.count_group(following.id, group.id, group.members)
        books.minutes.give_reason(following.id, no_case="không có", no_community="mưa bão")
        books.minutes.approve(following.id, unanimous=True)
        assert books.minutes.content(following.id).previous_code == first.check_code
        books.minutes.seal(following.id)
        assert books.minutes.content(following.id).previous_code == first.check_code

    def test_outlives_the_removal_of_a_persons_data(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.seal(meeting_id)
        code = books.minutes.content(meeting_id).check_code
        person = PersonRow.get(PersonRow.name == "Phạm Thị Hiền")
        MinutesValueRow.delete().where(
            MinutesValueRow.token.contains(f"person.{person.id}.")
        ).execute()
        content = books.minutes.content(meeting_id)
        assert "Hiền" not in everything(content)
        assert "(đã xóa)" in everything(content)
        assert content.check_code == code


class TestFinding:
    def test_by_month_and_place_in_it(self, books: Books, meeting_id: int) -> None:
        assert books.minutes.find(2026, 10, 1) == meeting_id
        for wanted in ((2026, 10, 2), (2026, 9, 1), (2026, 10, 0)):
            assert refusal(lambda: books.minutes.find(*wanted)) is RefusalKind.MEETING_MISSING  # noqa: B023

    def test_an_abandoned_meeting_is_passed_over(self, books: Books, meeting_id: int) -> None:
        books.meetings.abandon(meeting_id, "bấm nhầm")
        second = books.meetings.begin()
        assert books.minutes.find(2026, 10, 1) == second.id

    def test_the_last_that_is_final(
        self, books: Books, meeting_id: int, cases: SampleCases
    ) -> None:
        assert books.minutes.last_sealed_or_approved() is None
        books.minutes.approve(meeting_id, unanimous=True)
        assert books.minutes.last_sealed_or_approved() == meeting_id


def test_reading_takes_as_many_queries_for_a_full_meeting_as_for_an_empty_one(
    books: Books, meeting_id: int
) -> None:
    counted: list[str] = []
    driver = connection.connection()
    sample_minutes.hold(books, meeting_id)
    driver.set_trace_callback(counted.append)
    books.minutes.overview(meeting_id)
    driver.set_trace_callback(None)
    assert len(counted) <= 50
