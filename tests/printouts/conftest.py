"""The minutes of the sample meeting, as content."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from storage.records.minutes import (
    Column,
    MinutesContent,
    MinutesOptions,
    MinutesPart,
    MinutesState,
    MinutesTable,
    Paragraph,
    Signature,
)

PLEDGES = (
    ("1", "Ngày công: gặt 3 sào lúa", "10 thành viên", "10 ngày công", "25/10/2026"),
    ("2", "Tiền: viện phí", "05 thành viên", "50.000 đ", "ngay"),
    ("3", "Hiện vật: chăn (đã sử dụng)", "bà Hà Thị Lan", "01 chăn", "trước 15/11/2026"),
)


@pytest.fixture
def content() -> MinutesContent:
    """Approved minutes of three pages or so."""
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
            Paragraph("Thành phần tham dự: 52/58 thành viên (Tổ 1: 11/12; Tổ 2: 10/11)."),
            Paragraph("Chủ trì (chủ tọa): ông Đặng Văn Khoa, Chủ nhiệm CLB."),
            Paragraph("Thư ký (người ghi biên bản): bà Bùi Thị Nhàn."),
        ),
        parts=(
            MinutesPart(
                4,
                "Đề xuất của các tổ",
                (
                    Paragraph("Các tổ đã thảo luận và đề xuất như sau.", "1."),
                    MinutesTable(
                        (
                            Column("Tổ", 0.1),
                            Column("Trường hợp", 0.3),
                            Column("Hoàn cảnh, nhu cầu", 0.45),
                            Column("Tuổi", 0.15, numeric=True),
                        ),
                        tuple(
                            (
                                f"Tổ {number}",
                                "bà Nguyễn Thị Mùi, xóm Đình",
                                "sống một mình, neo người, ngã gãy chân đúng vụ gặt",
                                str(60 + number),
                            )
                            for number in range(1, 31)
                        ),
                    ),
                ),
            ),
            MinutesPart(
                6,
                "Phân công giúp đỡ",
                (
                    MinutesTable(
                        (
                            Column("STT", 0.08, numeric=True),
                            Column("Giúp gì", 0.32),
                            Column("Ai giúp", 0.24),
                            Column("Số lượng", 0.18),
                            Column("Khi nào", 0.18),
                        ),
                        PLEDGES,
                    ),
                    Paragraph("Cả câu lạc bộ nhất trí với việc phân công.", "a)"),
                    Paragraph("Chuyển cụ Hiền cho nhóm TNV chăm sóc tại nhà.", "b)"),
                ),
            ),
        ),
        closing=(
            Paragraph("Biên bản được cả câu lạc bộ nhất trí thông qua."),
            Paragraph("Cuộc họp kết thúc vào 09 giờ 40, ngày 24 tháng 10 năm 2026./."),
        ),
        signatures=(
            Signature("Thư ký", "Bùi Thị Nhàn"),
            Signature("Chủ tọa", "Đặng Văn Khoa"),
        ),
        recipients=("Hội Người cao tuổi xã An Bình", "UBND xã An Bình"),
        state=MinutesState.APPROVED,
        began=datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7))),
        check_code="7K2M-9QXA-4TRD",
        options=MinutesOptions(read_aloud=True, copies=2),
    )
