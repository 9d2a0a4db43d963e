"""What the command line says, in Vietnamese; it is translated where it is said."""

from __future__ import annotations

from screens.language import N_

DESCRIPTION = N_("Chung Tay: phần IV của buổi sinh hoạt câu lạc bộ liên thế hệ tự giúp nhau.")
HELP_DATA = N_("thư mục giữ sổ (hoặc đặt biến CHUNGTAY_DATA)")
HELP_PRACTICE = N_("câu lạc bộ họp thử, giữ riêng với sổ thật")
HELP_LANGUAGE = N_("vi: tiếng Việt; en: tiếng Anh (hoặc đặt biến CHUNGTAY_LANG)")
HELP_AUDIENCE = N_("cửa sổ thứ hai cho cả phòng xem: chỉ chữ to, theo sát buổi họp")
HELP_VERSION = N_("cho biết bản của chương trình rồi ra")
HELP_HELP = N_("hiện lời chỉ dẫn này rồi ra")

COMMANDS = N_("các lệnh")
COMMAND = N_("lệnh")
FOLDER = N_("thư-mục")
FILE = N_("tệp.pdf")
YEAR = N_("năm")
MONTHS = N_("tháng-tháng")
BACKUP = N_("tệp.db")
NUMBER = N_("số")
MEETING = N_("năm-tháng")

HELP_PAPER = N_("làm giấy từ sổ")
PAPER = N_("giấy")
HELP_KIND = N_("tên loại giấy, như minutes; --list cho biết các tên")
HELP_LIST = N_("các loại giấy, mỗi loại một dòng")
HELP_LAST = N_("của buổi mới nhất đã thông qua hoặc đã chốt biên bản")
HELP_YEAR = N_("của năm này (không nói thì của buổi họp mới nhất và năm của buổi ấy)")
HELP_MONTHS = N_("các tháng trong năm: 1-6 là sáu tháng đầu, 5 là tháng 5")
HELP_MEETING = N_("buổi họp của tháng 2026-11; 2026-11-2 là buổi thứ hai trong tháng")
HELP_OUT = N_("ghi vào tệp này (không nói thì ghi vào thư mục đang đứng)")
HELP_PUBLIC = N_("bản công khai: không nêu bệnh, không nêu tên người chưa đồng ý")

HELP_PRACTICE_BOOKS = N_("làm sổ tưởng tượng, mỗi tháng một biên bản đã chốt")
HELP_PRACTICE_FOLDER = N_("thư mục mới, chưa có sổ")
HELP_YEARS = N_("số năm (mặc định 1)")
HELP_MEMBERS_NUMBER = N_("số thành viên, từ 40 đến 150 (mặc định 58)")
HELP_SEED = N_("cùng một số thì ra cùng một sổ (mặc định 1)")

HELP_CHECK = N_("kiểm tra tệp sổ; mã ra 0 chỉ khi sổ đúng và đủ")

HELP_MEMBERS = N_("nhập danh sách thành viên từ bảng tính, hoặc ghi ra bảng tính")
MEMBERS_DEEDS = N_("nhập hay ghi ra")
DEED = N_("việc")
LIST_FILE = N_("tệp")
SHEET_FILE = N_("tệp.xlsx")
HELP_IMPORT = N_("nhập danh sách; nhập lại cùng một tệp không thêm gì")
HELP_IMPORT_FILE = N_("bảng tính Excel (.xlsx, .xls) hoặc CSV")
HELP_DRY_RUN = N_("chỉ cho biết sẽ thêm, sửa, không nhập được dòng nào; sổ không đổi")
HELP_EXPORT = N_("ghi danh sách ra bảng tính; sổ ghi lại lần này")
HELP_EXPORT_FILE = N_("bảng tính sẽ ghi")

HELP_CODE = N_("mã kiểm tra ở chân trang một tờ giấy: có đúng là bản đã chốt không")
CODE = N_("mã")

HELP_BUNDLE = N_("gói các tháng đã chốt thành một tệp để gửi Hội; chỉ có số liệu")
HELP_BUNDLE_OUT = N_("ghi vào tệp này, đuôi .chungtay")
HELP_NAMES = N_("kèm tên những người đã đồng ý nêu tên với địa phương")
BUNDLE_FILE = N_("tệp.chungtay")
HELP_GATHER = N_("gom gói của nhiều CLB vào một cơ sở dữ liệu")
DATABASE = N_("cơ-sở-dữ-liệu")
HELP_DATABASE = N_("sqlite:///hoi.db hoặc postgresql://người-dùng@máy/tên")
HELP_GATHER_FILES = N_("các tệp .chungtay, hoặc thư mục có các tệp ấy")
HELP_REPLACE = N_("gói nào khác với bản đã gom thì theo gói (sau khi đã hỏi CLB)")
HELP_GATHER_REPORT = N_("báo cáo một năm của tất cả các CLB đã gom")
HELP_GATHER_REPORT_OUT = N_("ghi vào tệp này, đuôi .pdf hoặc .xlsx")
HELP_GATHER_YEAR = N_("của năm này (không nói thì của năm mới nhất đã gom)")
REPORT_FILE = N_("tệp.pdf")
ASSOCIATION = N_("tên-Hội")
HELP_ASSOCIATION = N_("tên Hội ở đầu báo cáo (không nói thì để trống, ghi tay)")

HELP_RESTORE = N_("mở lại một bản sao lưu; sổ đang có được giữ riêng, không xóa")
HELP_BACKUP = N_("sao lưu sổ, kiểm tra lại bản sao rồi mới báo xong")
HELP_BACKUP_FOLDER = N_("USB hoặc thư mục để ghi; để trống thì ghi bên cạnh sổ")
BACKED_UP = N_("Đã sao lưu xong, đã kiểm tra: {file}")
NOTHING_TO_BACK_UP = N_("Từ bản sao lưu trước tới nay sổ không có gì mới.")
HELP_YES = N_("mở lại ngay, không hỏi")
IN_BACKUP = N_("Trong bản sao lưu này, của {club}: mới nhất là {newest}.")
RESTORE_ASKED = N_("Mở lại bản này? Gõ c rồi Enter để mở, Enter để thôi: ")
NOT_RESTORED = N_("Chưa mở lại gì. Sổ đang dùng vẫn nguyên.")
HELP_RESTORE_BACKUP = N_("bản sao lưu: ở thư mục sao-luu bên cạnh sổ, hoặc ở USB")

MEETING_UNCLEAR = N_("“{text}” không phải một buổi họp; xin ghi như 2026-11 hoặc 2026-11-2")
KIND_UNKNOWN = N_("không có giấy “{text}”; xin chọn: {kinds}")
YEAR_UNCLEAR = N_("“{text}” không phải một năm; xin ghi như 2026")
MONTHS_UNCLEAR = N_("“{text}” không phải các tháng; xin ghi như 1-6 hoặc 5")
YEARS_UNCLEAR = N_("“{text}” không phải số năm; xin ghi một số từ 1 đến {most}")
MEMBERS_UNCLEAR = N_("“{text}” không phải số thành viên; xin ghi một số từ {least} đến {most}")
SEED_UNCLEAR = N_("“{text}” không phải một số")
NAME_EMPTY = N_("tên để trống")
REPORT_UNCLEAR = N_("“{text}” không phải tên báo cáo; xin ghi tên tệp .pdf hoặc .xlsx")
AUDIENCE_ALONE = N_("--audience không dùng cùng với lệnh khác")
FOLDER_UNCLEAR = N_("không tìm thấy “{text}”")
OUT_IS_FOLDER = N_("“{text}” là một thư mục; xin ghi tên tệp, ví dụ bien-ban.pdf")

WRONG_USE = N_("Lệnh không đúng: {what}. Xem chỉ dẫn: {command} --help")
NOT_A_TERMINAL = N_(
    "Chung Tay cần chạy trong một cửa sổ lệnh: xin mở cửa sổ lệnh rồi gõ chungtay, "
    "không nối với lệnh hay tệp khác."
)
NO_BOOKS = N_("Thư mục {folder} chưa có sổ. Xin ghi đúng thư mục sau --data.")
NO_FINAL_MINUTES = N_("Chưa có biên bản nào đã thông qua. Xin chọn buổi họp bằng --meeting.")
STOPPED = N_("Đã dừng giữa chừng.")
CODE_UNCLEAR = N_("“{code}” không phải mã kiểm tra; mã có 12 chữ và số, như 7KQ2-M0XA-93TV.")
CODE_UNKNOWN = N_("Không có giấy nào đã chốt mang mã {code}. Tờ giấy này không phải bản đã chốt.")
CODE_FOUND = N_("Đúng: mã {code} là của biên bản số {number}, buổi họp {day}, đã chốt.")
CODE_OF_ADDENDUM = N_(
    "Đúng: mã {code} là của phụ lục {addendum} kèm biên bản số {number}, buổi họp {day}, đã chốt."
)
CODE_UNSOUND = N_("Nhưng nội dung trong sổ đã khác lúc chốt. Xin chạy chungtay check.")
PAPER_MADE = N_("Đã ghi {paper} vào {file}")
NO_SPREADSHEET = N_("{paper} không có bảng tính. Xin ghi tên tệp .pdf sau --out.")
IMPORT_PLANNED = N_(
    "Sẽ thêm {added}, sửa {changed} người; {same} người đã có đủ, {refused} dòng không nhập được. "
    "Sổ chưa đổi."
)
IMPORTED = N_(
    "Đã thêm {added}, sửa {changed} người; {same} người đã có đủ, {refused} dòng không nhập được."
)
IMPORT_FONT = N_("Tệp viết bằng phông {font}, đã đổi sang Unicode.")
IMPORT_UNUSED = N_("Cột không dùng đến: {columns}.")
BUNDLED = N_("Đã gói {n} biên bản vào {file}; chỉ có số liệu, không có tên ai.")
BUNDLED_WITH_NAMES = N_(
    "Đã gói {n} biên bản vào {file}; có tên {persons} người đã đồng ý nêu tên với địa phương."
)
TAKEN = N_("{file}: {club}, thêm {n} biên bản.")
REPLACED = N_("{file}: {club}, bỏ {gone} biên bản đã gom trước đây, thay bằng {n} biên bản.")
NOTHING_NEW = N_("{file}: {club}, không có gì mới.")
NOT_TAKEN = N_("{file}: không nhận, {reason}")
GATHERED = N_("Đã nhận {taken} tệp, thêm {added} biên bản; không nhận {refused} tệp.")
REPORTED = N_("Đã ghi báo cáo năm {year} của {n} CLB vào {file}")
EXPORTED = N_("Đã ghi {n} thành viên vào {file}")
PRACTICE_MADE = N_("Đã làm sổ tưởng tượng {years} năm ở {folder}")
ALL_RIGHT = N_("Sổ đúng và đủ: {minutes} biên bản, {meetings} buổi họp, {members} thành viên.")
CRASHED = N_(
    "Chương trình gặp lỗi nên phải dừng; việc đã lưu vẫn còn nguyên, xin mở lại chương trình."
)
CRASHED_AND_LOGGED = N_(
    "Chương trình gặp lỗi nên phải dừng; việc đã lưu vẫn còn nguyên, xin mở lại chương trình "
    "(lỗi được ghi ở tệp chungtay.log bên cạnh sổ)."
)
PASSPHRASE_OF = N_("Mật khẩu của {file}: ")
