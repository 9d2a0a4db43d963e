"""The minutes of the sample meeting, as a paper is given them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from storage.records.minutes import (
    Column,
    MinutesContent,
    MinutesPart,
    MinutesState,
    MinutesTable,
    Paragraph,
    Signature,
)

CASES = MinutesTable(
    (
        Column("Tổ", 0.11),
        Column("Trường hợp", 0.27),
        Column("Hoàn cảnh, khó khăn", 0.26),
        Column("Nhu cầu", 0.22),
        Column("Thời gian", 0.14),
    ),
    (
        (
            "Tổ 1",
            "Bà Nguyễn Thị Mùi, 78 tuổi, xóm Đình (thành viên CLB)",
            "Sống một mình, neo người, ngã gãy chân đúng vụ gặt",
            "Ngày công: gặt 3 sào lúa",
            "trong hai tuần tới",
        ),
        (
            "Tổ 2",
            "Anh Trần Văn Lực, 41 tuổi, ngõ 3 (người ngoài CLB)",
            "Tai nạn giao thông, đang nằm viện",
            "Tiền: viện phí",
            "ngay",
        ),
        (
            "Tổ 3, Tổ 5",
            "Cụ Phạm Thị Hiền, 86 tuổi, xóm Chùa (mẹ của bà Lê Thị Hoa, Tổ 3)",
            "Bệnh nặng, mùa lạnh thiếu chăn; cần chăm sóc tại nhà",
            "Hiện vật: chăn, màn, quần áo",
            "trước ngày 15 tháng 11 năm 2026",
        ),
        (
            "Tổ 4",
            "Ông Lê Văn Sơn, 63 tuổi, xóm Đông (thành viên CLB)",
            "Khuyết tật, không đi lại được",
            "Hiện vật: 01 xe lăn",
            "trong quý",
        ),
        (
            "Tổ 5",
            "Hộ bà Vũ Thị Bình, 59 tuổi, xóm Trại (người ngoài CLB)",
            "Đàn lợn bị bệnh",
            "Kỹ thuật: người có kinh nghiệm hướng dẫn",
            "ngay",
        ),
    ),
)
MATTERS = MinutesTable(
    (
        Column("Tổ", 0.11),
        Column("Nội dung", 0.43),
        Column("Cách làm", 0.28),
        Column("Thời gian", 0.18),
    ),
    (
        ("Tổ 1", "Dọn vệ sinh đường làng", "CLB chủ trì", "chủ nhật tới"),
        (
            "Tổ 2",
            "Đề xuất với địa phương: đèn đường ngõ 3 hỏng",
            "gửi UBND xã, tại buổi họp",
            "",
        ),
        ("Tổ 2", "Quét vôi lại cổng làng", "CLB chủ trì", ""),
        (
            "Tổ 3",
            "Quét dọn nhà Văn hóa",
            "CLB tham gia cùng Chi hội Phụ nữ thôn",
            "",
        ),
        ("Tổ 4", "Khơi thông cống rãnh", "CLB tham gia cùng thôn", "trước Tết"),
    ),
)
FIRST_COUNT = MinutesTable(
    (Column("Trường hợp", 0.7), Column("Tán thành", 0.3, numeric=True)),
    (
        ("Cụ Phạm Thị Hiền, 86 tuổi", "41"),
        ("Bà Nguyễn Thị Mùi, 78 tuổi", "38"),
        ("Anh Trần Văn Lực, 41 tuổi", "33"),
        ("Ông Lê Văn Sơn, 63 tuổi", "33"),
        ("Hộ bà Vũ Thị Bình, 59 tuổi", "17"),
    ),
)
SECOND_COUNT = MinutesTable(
    FIRST_COUNT.columns,
    (("Anh Trần Văn Lực, 41 tuổi", "29"), ("Ông Lê Văn Sơn, 63 tuổi", "21")),
)
HELP_COLUMNS = (
    Column("Giúp gì", 0.3),
    Column("Ai giúp", 0.36),
    Column("Khi nào, ở đâu", 0.34),
)
TEN_HELPERS = (
    "Ông Trần Văn An, ông Trần Văn Bình, bà Nguyễn Thị Cúc, bà Nguyễn Thị Dung, ông Vũ Văn Đức, "
    "bà Lê Thị Hà, bà Lê Thị Hoa, bà Phạm Thị Lan, bà Phạm Thị Mai, ông Vũ Văn Tâm; "
    "phụ trách: ông Trần Văn An"
)
PARTS = (
    MinutesPart(
        2,
        "Kết quả thực hiện việc kỳ trước",
        (
            Paragraph("Việc đã hứa:", "1."),
            Paragraph(
                "Giúp cụ Đỗ Thị Ất: 05 ngày công sửa mái bếp (05 thành viên). Kết quả: đã làm; "
                "thêm 02 người chưa đăng ký cũng đến giúp. Gia đình cụ gửi lời cảm ơn CLB.",
                "a)",
            ),
            Paragraph(
                "Quét dọn sân và nhà Văn hóa: tất cả thành viên CLB. Kết quả: làm được một phần. "
                "Lý do: trời mưa.",
                "b)",
            ),
            Paragraph("Việc giúp ngay giữa hai kỳ họp:", "2."),
            Paragraph(
                "Cháu Ngô Văn Ký, 12 tuổi: báo ngày 05 tháng 10 năm 2026; bà Nguyễn Thị An quyết "
                "định: giúp ngay. Đã giúp: 10 kg gạo. Giúp xong ngày 06 tháng 10 năm 2026."
            ),
        ),
    ),
    MinutesPart(
        4,
        "Đề xuất của các tổ",
        (
            Paragraph("Trường hợp khó khăn cần CLB giúp:", "1."),
            CASES,
            Paragraph("Việc hỗ trợ cộng đồng, đề xuất với địa phương:", "2."),
            MATTERS,
            Paragraph("Tổ 5 không có đề xuất về việc cộng đồng."),
        ),
    ),
    MinutesPart(
        5,
        "Chọn trường hợp khó khăn nhất",
        (
            Paragraph(
                "Lấy ý kiến bằng giơ tay: chọn 03 trường hợp, mỗi người giơ tay tối đa 03 lần; "
                "số người dự 52. Kết quả:"
            ),
            FIRST_COUNT,
            Paragraph(
                "Lấy ý kiến lại lần 2 giữa các trường hợp có số người giơ tay bằng nhau: chọn 01 "
                "trường hợp, mỗi người giơ tay 01 lần; số người dự 52. Kết quả:"
            ),
            SECOND_COUNT,
            Paragraph("CLB chọn 03 trường hợp để giúp:"),
            Paragraph(
                "Cụ Phạm Thị Hiền, 86 tuổi (thành viên gia đình). Lý do: bệnh nặng, trời sắp rét.",
                "a)",
            ),
            Paragraph(
                "Bà Nguyễn Thị Mùi, 78 tuổi (thành viên CLB). Lý do: lúa chín rũ ngoài đồng.", "b)"
            ),
            Paragraph(
                "Anh Trần Văn Lực, 41 tuổi (người ngoài CLB). Lý do: cần viện phí ngay.", "c)"
            ),
            Paragraph("Hướng giải quyết các trường hợp khác:"),
            Paragraph("Ông Lê Văn Sơn, 63 tuổi: để kỳ sau.", "a)"),
            Paragraph("Hộ bà Vũ Thị Bình, 59 tuổi: Tổ 5 tự giúp.", "b)"),
        ),
    ),
    MinutesPart(
        6,
        "Phân công giúp đỡ",
        (
            Paragraph("Cụ Phạm Thị Hiền:", "1."),
            MinutesTable(
                HELP_COLUMNS,
                (
                    ("01 chăn đã sử dụng", "Bà Lê Thị Hà", "ngày 28 tháng 10 năm 2026"),
                    ("01 màn đã sử dụng", "Bà Phạm Thị Lan", "ngày 28 tháng 10 năm 2026"),
                    ("02 bộ quần áo đã sử dụng", "Bà Phạm Thị Mai", "ngày 28 tháng 10 năm 2026"),
                ),
            ),
            Paragraph(
                "Chuyển nhóm TNV chăm sóc tại nhà để khảo sát cụ thể, xác định nhu cầu và có giải "
                "pháp tiếp theo."
            ),
            Paragraph("CLB nhất trí (52/52 người dự)."),
            Paragraph("Bà Nguyễn Thị Mùi:", "2."),
            MinutesTable(
                HELP_COLUMNS,
                (
                    (
                        "10 ngày công gặt lúa (mỗi người 01 ngày công)",
                        TEN_HELPERS,
                        "ngày 31 tháng 10 năm 2026; xóm Đình",
                    ),
                ),
            ),
            Paragraph("CLB nhất trí (52/52 người dự)."),
            Paragraph("Anh Trần Văn Lực:", "3."),
            MinutesTable(
                HELP_COLUMNS,
                (
                    (
                        "50.000 đ (mỗi người 10.000 đ)",
                        "Bà Nguyễn Thị An, bà Nguyễn Thị Nga, ông Trần Văn Đức, bà Lê Thị Mai, "
                        "ông Vũ Văn Hà",
                        "ngay tại buổi họp",
                    ),
                ),
            ),
            Paragraph("CLB nhất trí (52/52 người dự)."),
            Paragraph(
                "Tổng cộng: 10 ngày công; 50.000 đ; 01 chăn; 01 màn; 02 bộ quần áo; 01 xe lăn "
                "(vận động); 01 lượt hướng dẫn kỹ thuật."
            ),
        ),
    ),
    MinutesPart(
        7,
        "Việc cộng đồng và đề xuất với địa phương",
        (
            Paragraph("Việc cộng đồng:", "1."),
            Paragraph(
                "Tổng vệ sinh đường làng: CLB chủ trì; người tham gia: tất cả thành viên CLB; thời "
                "gian: chủ nhật tới (ngày 25 tháng 10 năm 2026). CLB nhất trí (52/52 người dự)."
            ),
            Paragraph("Đề xuất với địa phương:", "2."),
            Paragraph(
                "Đèn đường ngõ 3 hỏng: gửi UBND xã, tại buổi họp; người đại diện: bà Nguyễn Thị "
                "An. Lấy ý kiến bằng giơ tay: số người dự 52; tán thành 48; không tán thành 00; ý "
                "kiến khác 04."
            ),
        ),
    ),
)
END = "Cuộc họp kết thúc vào 10 giờ 05, ngày 24 tháng 10 năm 2026./."


def sample_content() -> MinutesContent:
    """The approved minutes of the sample meeting."""
    return MinutesContent(
        parent_body="Hội Người cao tuổi xã An Bình",
        club_name="CLB Liên thế hệ tự giúp nhau thôn Đông",
        number=5,
        year=2026,
        abbreviation="CLB",
        meeting_name=(
            "Buổi sinh hoạt CLB tháng 10 năm 2026 (Phần IV: Tự giúp nhau và hỗ trợ cộng đồng)"
        ),
        opening=(
            Paragraph("Thời gian bắt đầu: 08 giờ 30, ngày 24 tháng 10 năm 2026."),
            Paragraph("Địa điểm: Nhà văn hóa thôn Đông."),
            Paragraph(
                "Thành phần tham dự: 52/58 thành viên (Tổ 1: 11/12; Tổ 2: 10/12; Tổ 3: 12/12; "
                "Tổ 4: 9/11; Tổ 5: 10/11). Khách mời: ông Hoàng Văn Thụ, Trưởng thôn."
            ),
            Paragraph("Chủ trì (chủ tọa): bà Nguyễn Thị An, Chủ nhiệm CLB."),
            Paragraph("Người điều hành: bà Nguyễn Thị Nga, Phó chủ nhiệm CLB."),
            Paragraph("Thư ký (người ghi biên bản): bà Nguyễn Thị Bình, Thư ký CLB."),
        ),
        parts=PARTS,
        closing=(
            Paragraph("Thông qua biên bản: CLB nhất trí (52/52 người dự)."),
            Paragraph(END),
        ),
        signatures=(
            Signature("Thư ký", "Nguyễn Thị Bình"),
            Signature("Chủ tọa", "Nguyễn Thị An"),
        ),
        recipients=("Hội Người cao tuổi xã An Bình", "Thôn Đông"),
        state=MinutesState.APPROVED,
        began=datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7))),
        check_code="7F3A-92KD",
        previous_code="1B44-0QXE",
    )
