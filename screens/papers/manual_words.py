"""What the manual says: short sentences for a volunteer of 65 (`chungtay paper manual`).

What stands in “…” is a line of the screens, letter by letter; a test looks for each.
"""

from __future__ import annotations

from storage.records.manual import (
    Manual,
    ManualHead,
    ManualItem,
    ManualScreen,
    ManualTable,
    ManualText,
)


def _do(*sentences: str) -> tuple[ManualText, ...]:
    """Things to do one after the other, numbered."""
    return tuple(ManualText(each, f"{number}.") for number, each in enumerate(sentences, start=1))


def _step(number: int, name: str, *sentences: str) -> tuple[ManualItem, ...]:
    """A step of the walk with its picture."""
    head = ManualHead(f"Bước {number}. {name}")
    return head, ManualText(" ".join(sentences)), ManualScreen(f"step_{number}")


_BEGINNING: tuple[ManualItem, ...] = (
    ManualText(
        "Chung Tay giúp câu lạc bộ (CLB) họp phần “Tự giúp nhau và hỗ trợ cộng đồng”. Máy chiếu "
        "từng bước lên tường. Máy ghi lại điều cả CLB thống nhất. Cuối buổi, máy in biên bản để "
        "ký. Máy không cần mạng."
    ),
    ManualHead("Mở máy"),
    *_do(
        "Bật máy tính. Nối máy chiếu hoặc ti vi.",
        "Mở Chung Tay. Chữ trên tường còn nhỏ: giữ phím Ctrl, bấm dấu +.",
        "Lần đầu, chọn “Họp thử với một câu lạc bộ tưởng tượng” để tập. Làm sai cũng không sao.",
        "Ngày họp, tới dòng “Bắt đầu phần IV hôm nay”, bấm Enter.",
    ),
    ManualScreen("home"),
    ManualHead("Mấy phím dùng suốt buổi"),
    ManualTable(
        (
            ("Mũi tên ↑ ↓", "đi tới dòng mình cần"),
            ("Enter", "mở dòng ấy, nhận điều vừa gõ"),
            ("PgDn, PgUp", "sang bước sau, về bước trước"),
            ("Esc", "quay lại; ở một bước thì mở bảng chọn"),
            ("Ctrl+Z", "bấm nhầm: bỏ việc vừa làm"),
            ("F1", "không biết làm gì: đọc trợ giúp"),
        )
    ),
    ManualText(
        "Thấy “Đã lưu” là máy đã ghi chắc vào sổ. Bước nào chưa xong cứ để đó, quay lại lúc nào "
        "cũng được. Dòng “Còn thiếu” ở gần cuối màn hình nhắc việc còn lại."
    ),
)

_STEPS: tuple[tuple[ManualItem, ...], ...] = (
    (
        *_step(
            1,
            "Điểm danh",
            "Tới từng tổ, gõ số người có mặt rồi bấm Enter. Muốn ghi tên từng người: bấm Enter ở "
            "tổ ấy.",
            "Xem lại ai chủ trì, ai điều hành, ai ghi biên bản. Có khách thì ghi tên khách. Khách "
            "không giơ tay.",
        ),
        *_step(
            2,
            "Việc kỳ trước",
            "Mỗi dòng là một việc đã hứa. Hỏi bà con: làm tới đâu rồi?",
            "Bấm 1: đã làm. Bấm 2: được một phần. Bấm 3: hẹn lại. Bấm 4: thôi hẳn.",
            "Địa phương đã trả lời điều gì thì ghi ở dưới.",
        ),
    ),
    (
        *_step(
            3,
            "Các tổ thảo luận",
            "Đọc to hai câu hỏi. Bấm F4 cho đồng hồ chạy. Cần thêm một phút thì bấm dấu +.",
            "Tổ nào bàn xong: bấm Dấu cách ở tổ ấy. Tổ nào đã nộp phiếu: bấm Enter ở tổ ấy, gõ "
            "luôn vào máy.",
        ),
        *_step(
            4,
            "Các tổ trình bày",
            "Mời từng tổ trưởng nói. Bấm Enter ở tổ ấy, ghi người có khó khăn; máy hỏi tiếp việc "
            "cho cộng đồng, đề xuất với địa phương. Xong thì bấm Enter mời tổ sau.",
            "Có tên, một câu và một nhu cầu là đủ. Nhớ hỏi: người ấy có đồng ý nêu tên không?",
        ),
    ),
    (
        *_step(
            5,
            "Chọn trường hợp khó khăn nhất",
            "Cả CLB bàn. Bấm Dấu cách ở người khó khăn nhất. Bấm 1: cả CLB nhất trí.",
            "Ý kiến khác nhau thì bấm 2, đếm số người giơ tay. Người chưa được chọn: bấm Enter, "
            "ghi hướng giải quyết. Không bỏ sót ai.",
        ),
        *_step(
            6,
            "Đăng ký giúp",
            "Bấm Enter ở người được chọn, Enter lần nữa. Ghi giúp gì, ai giúp, bao nhiêu, khi nào.",
            "Mười người làm cùng một việc thì ghi một lần. Rồi hỏi: cả CLB nhất trí không? Nhất "
            "trí là sang người sau.",
        ),
    ),
    (
        *_step(
            7,
            "Việc cộng đồng và đề xuất với địa phương",
            "Bấm Enter ở một việc để hỏi cả CLB. Bấm 1: nhất trí. Bấm 2: giơ tay.",
            "Việc mới thì ghi ở dòng có dấu +. Ghi rõ ngày nào, ai phụ trách.",
        ),
        *_step(
            8,
            "Thông qua biên bản",
            "Đọc to các điều trên màn hình. Bấm 1: cả CLB thông qua. Bấm F9: in. Thư ký và chủ tọa "
            "ký.",
            "Ký xong mới chọn “Chốt biên bản”. Chốt rồi thì không sửa được nữa; còn sai thì chọn "
            "“Lập phụ lục biên bản”.",
        ),
    ),
)

_PAPER: tuple[ManualItem, ...] = (
    ManualHead("In giấy"),
    ManualText(
        "Bấm F9 ở một bước để in biên bản. Các giấy khác ở “In ấn” trên trang chính. Máy in đặt "
        "sẵn giấy A4."
    ),
    ManualText(
        "Không có máy in: cắm USB, chọn “Chép ra USB”, đem in ở máy khác. Đợi máy báo đã chép rồi "
        "mới rút USB."
    ),
    ManualTable(
        (
            ("Trước buổi họp", "Danh sách điểm danh; Phiếu ghi đề xuất của tổ"),
            ("Phòng mất điện", "Phiếu ghi cả buổi khi mất điện"),
            ("Cuối buổi", "Biên bản; Phiếu phân công, cắt cho từng người"),
            ("Gửi đi", "Giấy đề nghị; Phiếu chuyển chăm sóc tại nhà"),
            ("Cuối kỳ", "Sổ theo dõi; Báo cáo sáu tháng hoặc cả năm"),
        )
    ),
    ManualHead("Sao lưu: giữ thêm một bản sổ"),
    ManualText("Máy tự sao lưu mỗi lần mở, mỗi lần chốt biên bản, mỗi lần ra."),
    ManualText("Mỗi tháng, sau buổi họp, giữ thêm một bản ở ngoài máy:"),
    *_do(
        "Cắm USB. Ở trang chính chọn “Sao lưu ra thẻ nhớ (USB)”.",
        "Đợi máy báo xong rồi rút USB.",
        "Cất USB ở nhà khác, không cất cùng máy.",
    ),
    ManualText(
        "Máy hỏng: cài Chung Tay ở máy khác, cắm USB, chọn “Mở lại một bản sao lưu”. Sổ trở lại "
        "như lúc sao lưu."
    ),
    ManualHead("Ra khỏi chương trình"),
    ManualText("Bấm F12, rồi bấm 1. Việc đã ghi còn nguyên; lần sau mở lại đúng chỗ ấy."),
    ManualHead("Giữa hai buổi họp"),
    ManualTable(
        (
            ("Sổ ghi nhận ở địa bàn", "điều tổ trưởng thấy; tới bước 4 lấy ra"),
            ("Việc cần giúp ngay", "không chờ được: ai báo, ai quyết, giúp gì"),
            ("Chăm sóc tại nhà", "nhóm tình nguyện viên (TNV) đã làm gì"),
            ("Sổ theo dõi", "mọi lời hứa: đã làm tới đâu"),
            ("Thành viên và tổ", "thêm người, sửa tên, đổi tổ"),
        )
    ),
)

_TROUBLE: tuple[ManualItem, ...] = (
    ManualHead("Mất điện"),
    ManualText(
        "Đang họp thì mất điện: không mất gì đã lưu. Có điện, mở lại Chung Tay: máy về đúng bước "
        "đang họp, kể cả chỗ đang gõ dở."
    ),
    ManualText(
        "Mất điện cả buổi: ghi tay vào “Phiếu ghi cả buổi khi mất điện” (in sẵn, cất cùng máy). "
        "Có điện, vào trang chính, chọn “Ghi lại một buổi họp đã ghi trên giấy”. Gõ lần lượt từ "
        "bước 1 đến bước 8."
    ),
    ManualHead("Tên được che"),
    ManualText(
        "Ai chưa đồng ý nêu tên thì trên tường chỉ hiện như “cụ H., Tổ 3”. Bệnh tật không hiện. "
        "Như vậy là đúng luật bảo vệ dữ liệu cá nhân."
    ),
    ManualTable(
        (
            ("F8", "hiện, hoặc che lại. Hỏi người có mặt trước khi bấm."),
            ("F6", "che cả màn hình ngay; bấm F6 lần nữa thì hiện"),
        )
    ),
    ManualText(
        "Ai đổi ý lúc nào cũng được: trang chính, “Đồng ý nêu tên”. Giấy đưa ra ngoài CLB thì in "
        "“Bản công khai”. Giấy có chuyện riêng: cất kỹ, không chụp đưa lên mạng."
    ),
    ManualHead("Gặp điều lạ"),
    ManualTable(
        (
            ("Chữ mất dấu", "đổi phông cửa sổ sang JetBrains Mono hoặc Noto Sans Mono"),
            ("Không gõ được dấu", "bấm Ctrl+G: gõ Telex; bấm lần nữa: gõ VNI"),
            ("Phím F không chạy", "giữ thêm phím Fn; hoặc bấm Esc, chọn trong bảng"),
            ("Máy hỏi hôm nay", "đồng hồ máy sai: gõ ngày họp hôm nay"),
            ("Máy báo sổ đang mở", "đã có một cửa sổ Chung Tay khác: dùng cửa sổ ấy"),
            ("Máy báo tệp sổ hỏng", "làm theo dòng máy chỉ: mở bản sao lưu mới nhất"),
            ("Máy hỏi mật khẩu", "xem tờ giấy trong phong bì Chủ nhiệm giữ"),
        )
    ),
    ManualHead("Có màn hình thứ hai"),
    ManualText("Máy chiếu là màn hình riêng thì mở thêm một cửa sổ lệnh, gõ rồi bấm Enter:"),
    ManualTable((("chungtay --audience", "kéo cửa sổ ấy sang máy chiếu"),)),
    ManualText("Cửa sổ ấy tự theo buổi họp, chữ to, không bao giờ lộ chuyện riêng."),
)

_CARD = (
    ("↑ ↓   Enter", "tới một dòng, mở dòng ấy"),
    ("PgDn   PgUp", "bước sau, bước trước"),
    ("Dấu cách", "đánh dấu, chọn"),
    ("0 – 9   +   −", "gõ số người; thêm, bớt"),
    ("Esc", "quay lại; bảng chọn"),
    ("Ctrl+S", "lưu ngay điều đang gõ"),
    ("Ctrl+Z", "bỏ việc vừa làm"),
    ("F1", "trợ giúp"),
    ("F3", "thư ký ghi thêm"),
    ("F4", "đồng hồ chạy, dừng"),
    ("F5", "chữ to"),
    ("F6", "che cả màn hình"),
    ("F7", "tìm người"),
    ("F8", "hiện, che chi tiết riêng"),
    ("F9", "in biên bản"),
    ("Ctrl+G", "cách gõ tiếng Việt"),
    ("F12", "ra, không mất gì"),
)

MANUAL = Manual(
    title="HƯỚNG DẪN DÙNG CHUNG TAY",
    subtitle="Cho người giữ máy ở câu lạc bộ liên thế hệ tự giúp nhau",
    pages=(_BEGINNING, *_STEPS, _PAPER, _TROUBLE),
    card_title="CHUNG TAY: PHÍM BẤM",
    card=_CARD,
)
