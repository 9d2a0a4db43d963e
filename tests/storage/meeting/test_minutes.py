"""What the minutes say, and the agreed points, out of what the meeting recorded."""

from __future__ import annotations

from datetime import date

import pytest

import sample_minutes
from minutes_text import lines, part, tables
from sample_cases import SampleCases
from statements import statements_of
from storage.books import Books
from storage.clock import FixedClock
from storage.records.cases import When
from storage.records.kinds import (
    FulfilmentState,
    MatterKind,
    Outcome,
    Step,
)
from storage.tables import (
    MatterRow,
    PledgeRow,
    UrgentReportRow,
)


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The whole sample meeting, up to the approval of its minutes."""
    return sample_minutes.hold(books, meeting_id)


@pytest.fixture
def next_month(books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock) -> int:
    """The meeting four weeks later; the first one is sealed."""
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    clock.advance(28 * 24 * 3600)
    return books.meetings.begin().id


def test_the_minutes_begin_as_form_1_9_does(books: Books, meeting_id: int) -> None:
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
        "Chủ trì (chủ tọa): bà Lê Thị An, Chủ nhiệm câu lạc bộ (CLB).",
        "Thư ký (người ghi biên bản): bà Nguyễn Thị An, Thư ký CLB.",
    ]


def test_the_minutes_are_signed_without_titles(books: Books, meeting_id: int) -> None:
    signatures = books.minutes.content(meeting_id).signatures
    assert [(each.capacity, each.name) for each in signatures] == [
        ("Thư ký", "Nguyễn Thị An"),
        ("Chủ tọa", "Lê Thị An"),
    ]


def test_the_minutes_leave_out_the_parts_in_which_nothing_happened(
    books: Books, meeting_id: int
) -> None:
    content = books.minutes.content(meeting_id)
    assert content.parts == ()
    assert content.closing[-1].text == (
        "Cuộc họp kết thúc vào …… giờ ……, ngày …… tháng …… năm ………./."
    )


def test_the_minutes_tell_the_proposals_in_a_table(
    books: Books, meeting_id: int, cases: SampleCases
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


def test_the_minutes_tell_each_count_of_hands_and_its_round(
    books: Books, meeting_id: int, cases: SampleCases
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


def test_the_minutes_tell_who_helps_with_what_and_when(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    assignment = part(books.minutes.content(meeting_id), Step.ASSIGNMENT)
    rows = tables(assignment)[0].rows
    assert rows[0] == ("Cụ Phạm Thị Hiền", "01 chăn (đã sử dụng)", "Bà Lê Thị Dung", "")
    case, what, who, when = rows[2]
    assert case == "Bà Nguyễn Thị Mùi"
    assert what == "10 ngày công gặt lúa (mỗi người 1 ngày công)"
    assert who.startswith("Bà Lê Thị An, bà Nguyễn Thị An, bà Phạm Thị An,")
    assert who.endswith("phụ trách: bà Lê Thị An")
    assert when == "thứ bảy tới (ngày 31 tháng 10 năm 2026); ruộng nhà bà Nguyễn Thị Mùi"
    assert lines(assignment) == [
        "Tổng cộng: 10 ngày công; 50.000 đ; 01 chăn; 02 bộ quần áo; 01 xe lăn (vận động).",
        "Chuyển nhóm tình nguyện viên (TNV) chăm sóc tại nhà: cụ Phạm Thị Hiền. "
        "Nhóm đến khảo sát cụ thể, xác định nhu cầu và có giải pháp tiếp theo.",
        "Về việc giúp cụ Phạm Thị Hiền: CLB nhất trí (55/55 người dự).",
    ]


def test_the_minutes_tell_of_the_community_and_the_locality(
    books: Books, meeting_id: int, cases: SampleCases
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


def test_the_minutes_tell_why_nothing_was_chosen_or_done(books: Books, meeting_id: int) -> None:
    books.minutes.give_reason(
        meeting_id, no_case="không tổ nào có trường hợp mới", no_community="đang mùa gặt"
    )
    content = books.minutes.content(meeting_id)
    assert lines(part(content, Step.SELECTION)) == [
        "Không chọn trường hợp nào. Lý do: không tổ nào có trường hợp mới."
    ]
    assert lines(part(content, Step.COMMUNITY))[1] == "Không có. Lý do: đang mùa gặt."


def test_the_minutes_take_the_secretarys_note_into_the_part_of_its_step(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.secretary.write_note(meeting_id, Step.COMMUNITY, "Mang theo chổi.\nTập trung 7 giờ.")
    assert lines(part(books.minutes.content(meeting_id), Step.COMMUNITY))[-2:] == [
        "Thư ký ghi thêm: Mang theo chổi.",
        "Tập trung 7 giờ.",
    ]
    books.secretary.write_note(meeting_id, Step.COMMUNITY, " ")
    assert books.secretary.note(meeting_id, Step.COMMUNITY) == ""


def test_the_minutes_tell_of_a_choice_by_agreement(books: Books, meeting_id: int) -> None:
    cases = sample_minutes.propose(books, meeting_id)
    books.selection.choose_unanimously(meeting_id, [cases.mui])
    books.selection.set_way(meeting_id, cases.hien, Outcome.HOME_CARE)
    assert lines(part(books.minutes.content(meeting_id), Step.SELECTION)) == [
        "Sau khi thảo luận chung, CLB nhất trí (55/55 người dự).",
        "CLB chọn 01 trường hợp để giúp:",
        "Bà Nguyễn Thị Mùi, 78 tuổi (người ngoài CLB).",
        "Hướng giải quyết các trường hợp khác:",
        "Cụ Phạm Thị Hiền, 86 tuổi: chuyển nhóm tình nguyện viên (TNV) chăm sóc tại nhà.",
    ]
    assert lines(part(books.minutes.content(meeting_id), Step.ASSIGNMENT)) == [
        "Chưa có đăng ký giúp: bà Nguyễn Thị Mùi.",
        "Chuyển nhóm TNV chăm sóc tại nhà: cụ Phạm Thị Hiền. Nhóm đến khảo sát cụ thể, "
        "xác định nhu cầu và có giải pháp tiếp theo.",
    ]


def test_the_minutes_tell_what_became_of_the_promises(
    books: Books, cases: SampleCases, next_month: int
) -> None:
    pledges = {row.hardship_case_id or "sweep": row.id for row in PledgeRow.select()}
    books.follow_up.record(
        next_month,
        pledges[cases.mui],
        FulfilmentState.PARTLY,
        given=9,
        came=2,
        result="đã gặt xong",
        thanks="gia đình cảm ơn CLB",
    )
    books.follow_up.record(
        next_month,
        pledges[cases.son],
        FulfilmentState.POSTPONED,
        postponed_to=When("tháng sau", date(2026, 12, 1), date(2026, 12, 31)),
    )
    books.follow_up.record(next_month, pledges["sweep"], FulfilmentState.DONE)
    lamp = MatterRow.get(MatterRow.kind == str(MatterKind.LOCALITY))
    books.follow_up.answer(next_month, lamp.id, "UBND xã", "sẽ thay bóng trong tháng 12")
    told = part(books.minutes.content(next_month), Step.LAST_MONTH)
    assert lines(told) == [
        "1. Việc đã hứa:",
        "a) Giúp bà Nguyễn Thị Mùi: 10 ngày công gặt lúa (mỗi người 1 ngày công); "
        "người giúp: 10 thành viên. Kết quả: làm được một phần; thực tế 9 ngày công; "
        "thêm 02 người chưa đăng ký cũng đến giúp. Đã gặt xong. Gia đình cảm ơn CLB.",
        "b) Giúp ông Lê Văn Sơn: 01 xe lăn (vận động); "
        "người giúp: Hội Người cao tuổi (NCT) (bà Lê Thị An liên hệ). "
        "Kết quả: hẹn lại tháng sau (từ ngày 01 đến ngày 31 tháng 12 năm 2026).",
        "c) Tổng vệ sinh đường làng; người tham gia: tất cả thành viên CLB. Kết quả: đã làm.",
        "2. Trả lời của địa phương:",
        "Đèn đường ngõ 3 hỏng: UBND xã trả lời ngày 21 tháng 11 năm 2026: "
        "sẽ thay bóng trong tháng 12.",
    ]
    assert books.minutes.overview(next_month).points[0].text == (
        "Việc kỳ trước: đã làm 1, làm được một phần 1, hẹn lại 1."
    )


def test_the_minutes_tell_of_urgent_help_since_the_last_meeting(
    books: Books, cases: SampleCases, next_month: int
) -> None:
    chair = books.meetings.get(next_month).chair_id
    for at, helped in (("2026-10-20", "quá sớm"), ("2026-11-03", "2 thùng mì, 1 chăn")):
        UrgentReportRow.create(
            hardship_case=cases.luc,
            reported_at=f"{at}T10:00:00+07:00",
            decision="giúp ngay",
            decided_by=chair,
            help_given=helped,
            helped_at=f"{at}T19:00:00+07:00",
        )
    told = part(books.minutes.content(next_month), Step.LAST_MONTH)
    assert lines(told) == [
        "1. Việc giúp ngay giữa hai kỳ họp:",
        "Anh Trần Văn Lực, 41 tuổi: báo ngày 03 tháng 11 năm 2026; bà Lê Thị An quyết định: "
        "giúp ngay. Đã giúp: 2 thùng mì, 1 chăn. Giúp xong ngày 03 tháng 11 năm 2026.",
    ]
    hidden = part(books.minutes.content(next_month, public=True), Step.LAST_MONTH)
    assert "thùng mì" not in lines(hidden)[1]


def test_the_agreed_points_are_a_dozen_lines(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
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
        "Giúp hộ bà Vũ Thị Bình: kỹ thuật (chữa bệnh cho lợn) – bà Lê Thị Đức.",
        "Tổng cộng: 10 ngày công; 50.000 đ; 01 chăn; 02 bộ quần áo; 01 xe lăn (vận động).",
        "Tổng vệ sinh đường làng: CLB chủ trì, tất cả thành viên CLB, chủ nhật tới (01/11/2026).",
        "Đèn đường ngõ 3 hỏng: gửi UBND xã, góp ý tại các buổi họp, bà Lê Thị An đại diện.",
    ]


def test_the_agreed_points_hide_who_did_not_agree(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    points = books.minutes.overview(meeting_id).points
    assert points[0].hidden == ("Chọn giúp: cụ H., Tổ 3; bà Nguyễn Thị Mùi; anh Trần Văn Lực.")
    assert not any("Hiền" in point.hidden for point in points)


def test_reading_takes_no_more_queries_when_there_is_more_to_tell(
    books: Books, meeting_id: int
) -> None:
    cases = sample_minutes.hold(books, meeting_id)
    before = statements_of(lambda: books.minutes.overview(meeting_id))
    sample_minutes.pledge(books, meeting_id, cases)
    sample_minutes.settle_community(books, meeting_id)
    assert statements_of(lambda: books.minutes.overview(meeting_id)) == before <= 60
