"""What invented books are made of: names, hardships, activities, and what the locality says."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records.cases import Need
from storage.records.kinds import Fact, HelpForm

FAMILY_NAMES = (
    *("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"),
    *("Dương", "Lý", "Đinh", "Đoàn", "Trịnh", "Mai", "Đào", "Cao", "Lương", "Phùng", "Tạ"),
)
WOMEN = (
    *("Thị An", "Thị Bích", "Thị Chanh", "Thị Cúc", "Thị Dung", "Thị Gấm", "Thị Hà", "Thị Hoa"),
    *("Thị Hòa", "Thị Huệ", "Thị Kim Oanh", "Thị Lan", "Thị Lành", "Thị Liên", "Thị Lụa"),
    *("Thị Mận", "Thị Mùi", "Thị Nga", "Thị Nhàn", "Thị Nụ", "Thị Quyên", "Thị Sáu", "Thị Thơm"),
    *("Thị Thu Hà", "Thị Tươi", "Thị Vân", "Thị Xuân", "Thị Yến", "Thị Én", "Thị Ổn"),
)
MEN = (
    *("Văn Bảy", "Đình Chiến", "Văn Đức", "Quang Huy", "Văn Hưng", "Văn Khánh", "Văn Lộc"),
    *("Đức Minh", "Hữu Phúc", "Đình Quý", "Văn Sơn", "Văn Thắng", "Bá Thịnh", "Đình Toàn"),
    *("Xuân Trường", "Văn Tuất", "Quốc Vượng", "Văn Ất", "Ngọc Bình", "Văn Út"),
)
AREAS = ("xóm Đình", "xóm Giữa", "xóm Chùa", "xóm Đông", "xóm Trại")
SKILLS = ("gặt lúa", "thợ xây", "thú y", "may vá", "giấy tờ", "nấu ăn", "chữa điện", "")


@dataclass(frozen=True, slots=True)
class Hardship:
    """One way in which a month may bring someone into hardship."""

    circumstances: str
    need: Need
    when: str
    facts: frozenset[Fact] = frozenset()
    home_care: bool = False


HARDSHIPS = (
    Hardship(
        "ngã gãy tay đúng vụ, không gặt được",
        Need(HelpForm.LABOUR, "gặt lúa", 8, "ngày công"),
        "trong hai tuần tới",
        frozenset({Fact.SEASON}),
    ),
    Hardship(
        "mái bếp tốc ngói sau mưa bão",
        Need(HelpForm.LABOUR, "lợp lại mái bếp", 4, "ngày công"),
        "trong tuần tới",
        frozenset({Fact.URGENT}),
    ),
    Hardship(
        "phải mổ, đang nằm viện, nhà không còn tiền",
        Need(HelpForm.MONEY, "viện phí", 300_000, "đ"),
        "ngay",
        frozenset({Fact.ILL, Fact.URGENT}),
    ),
    Hardship(
        "con bỏ học vì thiếu tiền đóng học",
        Need(HelpForm.MONEY, "tiền đóng học", 200_000, "đ"),
        "trong tháng tới",
    ),
    Hardship(
        "bệnh nặng, mùa lạnh thiếu chăn",
        Need(HelpForm.GOODS, "chăn", 2, "cái"),
        "trong tháng này",
        frozenset({Fact.ILL}),
        home_care=True,
    ),
    Hardship(
        "nhà hết gạo, con cháu ở xa",
        Need(HelpForm.GOODS, "gạo", 20, "kg"),
        "trong tuần tới",
        frozenset({Fact.ALONE}),
    ),
    Hardship(
        "đàn gà bị dịch, chết gần hết",
        Need(HelpForm.SKILL, "tiêm phòng, hướng dẫn chăn nuôi", 1, "lượt hướng dẫn"),
        "ngay",
    ),
    Hardship(
        "đủ tuổi hưởng trợ cấp mà chưa làm được hồ sơ",
        Need(HelpForm.LEGAL, "hồ sơ trợ cấp xã hội", 1, "lượt"),
        "trong tháng tới",
    ),
    Hardship(
        "thẻ BHYT hết hạn, hay ốm đau",
        Need(HelpForm.INSURANCE, "thẻ BHYT", 1, "thẻ"),
        "trong tháng này",
        frozenset({Fact.ILL}),
    ),
    Hardship(
        "sống một mình, ít ra khỏi nhà",
        Need(HelpForm.COMPANY, "đến thăm, đón đi sinh hoạt CLB", 2, "lượt"),
        "trong tháng này",
        frozenset({Fact.ALONE}),
    ),
)
ACTIVITIES = (
    ("dọn vệ sinh đường làng", ""),
    ("quét dọn sân và nhà Văn hóa", "Chi hội Phụ nữ thôn"),
    ("khơi thông cống rãnh", "thôn"),
    ("trồng cây ven đường", "Đoàn Thanh niên xã"),
    ("phát quang bờ mương", ""),
    ("quét vôi lại cổng làng", ""),
)
CONCERNS = (
    ("đèn đường hỏng, tối đi lại khó", "Xã sẽ thay đèn trong tháng."),
    ("đường xóm đọng nước", "Xã đưa vào kế hoạch sửa đường năm nay."),
    ("rác để lâu chưa chở đi", "Đã nhắc tổ thu gom, mỗi tuần chở hai lần."),
    ("loa truyền thanh không nghe rõ", "Xã cử người kiểm tra lại loa."),
    ("thiếu thuốc ở trạm y tế", "Trạm đã báo lên trên, tháng sau có thuốc."),
)
THANKS = ("Gia đình cảm ơn CLB.", "Bà con rất mừng.", "Gia đình gửi lời cảm ơn các TV.", "")
HINDRANCES = ("mưa to nhiều ngày", "người nhận đã đi viện", "người hứa bị ốm")
