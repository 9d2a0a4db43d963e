"""Words for what goes to the Association: why a bundle is not written, or not taken."""

from __future__ import annotations

from screens.language import N_, _
from storage.association.faults import Fault, NotGathered

FAULTS = {
    Fault.NOTHING_SEALED: N_(
        "Chưa gói được: sổ chưa có biên bản nào đã chốt. Xin chốt biên bản rồi làm lại."
    ),
    Fault.BOOKS_UNSOUND: N_(
        "Chưa gói được: sổ có chỗ không đúng. Xin chạy chungtay check, rồi mở lại bản sao lưu."
    ),
    Fault.NOT_A_FILE: N_("không có tệp này. Xin xem lại tên tệp."),
    Fault.UNREADABLE: N_("không đọc được tệp này. Xin chép lại từ CLB."),
    Fault.TOO_LARGE: N_("tệp lớn quá {most} MB nên không phải gói số liệu. Xin hỏi lại CLB."),
    Fault.NOT_A_BUNDLE: N_("tệp này không phải gói số liệu của Chung Tay. Xin hỏi lại CLB."),
    Fault.NEWER_FORMAT: N_(
        "gói này do bản Chung Tay mới hơn ghi. Xin cài bản mới ở máy này rồi gom lại."
    ),
    Fault.CHANGED: N_("gói này đã bị sửa hoặc hỏng sau khi ghi. Xin CLB gửi lại."),
    Fault.CHAIN_BROKEN: N_(
        "các biên bản trong gói không nối tiếp nhau. Xin CLB chạy chungtay check rồi gửi lại."
    ),
    Fault.CONTRADICTS: N_(
        "biên bản tháng {month} khác với bản đã gom trước đây. Xin hỏi CLB, so mã ở biên bản giấy."
    ),
    Fault.OTHER_BOOKS: N_(
        "CLB cùng tên ở cùng xã đã có tháng {month} từ một sổ khác. Xin hỏi CLB sổ nào đúng."
    ),
    Fault.GATHERED_ELSEWHERE: N_("CLB này đang được gom ở máy khác. Xin gom lại tệp này."),
    Fault.URL_UNCLEAR: N_(
        "Không hiểu tên cơ sở dữ liệu. Xin ghi như sqlite:///hoi.db hoặc "
        "postgresql://người-dùng@máy/tên."
    ),
    Fault.NOT_A_GATHERING: N_(
        "Cơ sở dữ liệu này đã giữ thứ khác, không phải số liệu gom từ các CLB; nó được giữ nguyên. "
        "Xin ghi tên khác."
    ),
    Fault.NO_GATHERING: N_(
        "Cơ sở dữ liệu này chưa gom được CLB nào. Xin chạy chungtay gather trước."
    ),
    Fault.GATHERING_NEWER: N_(
        "Cơ sở dữ liệu này do bản Chung Tay mới hơn làm. Xin cài bản mới ở máy này."
    ),
    Fault.DRIVER_MISSING: N_(
        "Máy này chưa có phần nối với PostgreSQL. Xin cài: pip install 'chung-tay[postgresql]'."
    ),
    Fault.CANNOT_CONNECT: N_("Không nối được với cơ sở dữ liệu, hoặc nó đang bận ({detail})."),
    Fault.DATABASE_FAILED: N_("Cơ sở dữ liệu báo lỗi, tệp đang gom chưa được nhận ({detail})."),
    Fault.YEAR_EMPTY: N_("Chưa gom được tháng nào của năm {year}. Xin chọn năm khác."),
}


def fault_sentence(error: NotGathered) -> str:
    """What does not fit, and what to do; of a file it follows on the file's name."""
    return _(FAULTS[Fault(error.kind)]).format_map(error.values)
