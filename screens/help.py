"""F1: help on the screen that is open, in plain words."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.language import _

_KEYS = (
    ("Enter", "nhận, mở"),
    ("mũi tên", "đi lên, đi xuống"),
    ("PgDn / PgUp", "bước sau / bước trước"),
    ("Dấu cách", "chọn, đánh dấu"),
    ("0–9  +  −", "gõ số, thêm, bớt; Enter để lưu số"),
    ("Esc hoặc F2", "bảng chọn: mọi bước, mọi việc, tìm người"),
    ("F3", "ghi chú của thư ký"),
    ("F4", "đồng hồ thảo luận: chạy, dừng"),
    ("F5", "chữ to cho cả phòng đọc, bấm lại để thôi"),
    ("F6", "che cả màn hình; F6, Esc hoặc Enter để hiện lại"),
    ("F7", "tìm người"),
    ("F8", "che hoặc hiện chi tiết riêng"),
    ("F9", "in biên bản"),
    ("Ctrl+G", "gõ tiếng Việt: theo máy, Telex hoặc VNI"),
    ("Ctrl+Z / Ctrl+Y", "bỏ việc vừa làm / làm lại"),
    ("+0:34 trên cùng", "phần này đã họp bao lâu: giờ và phút"),
    ("■ hết giờ", "bước này đã đủ số phút CLB đặt ở Cài đặt; cứ họp tiếp"),
    ("F12", "ra; mọi việc đã ghi đều được giữ"),
)


class HelpPopup(ModalScreen[None]):
    """What this screen is for, and the keys."""

    BINDINGS = [Binding("escape,enter,ctrl+j,f1,space", "close", show=False)]
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The text and the keys."""
        width = max(len(key) for key, _word in _KEYS)
        keys = Content("\n").join(
            Content.styled(f"{_(key):<{width}}", "bold") + Content(f"  {_(word)}")
            for key, word in _KEYS
        )
        with VerticalScroll(classes="popup tall"):
            yield Static(Content(_(self._text)), markup=False)
            yield Static("")
            yield Static(keys, markup=False)
            yield Static(Content(_("Enter hoặc Esc đóng")), classes="keys", markup=False)

    def action_close(self) -> None:
        """Closes the help."""
        self.dismiss(None)
