"""F1: help on the screen that is open, in plain words."""

from __future__ import annotations

from enum import Flag, auto

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.language import N_, _
from screens.leaving import Popup
from screens.room import room_of
from screens.widgets.foot import PopupKeys


class Helped(Flag):
    """What kind of screen asks for help."""

    FORM = auto()
    PAGE = auto()
    """The main page, a book."""
    STEP = auto()
    LIST = PAGE | STEP
    ANY = FORM | PAGE | STEP


_KEYS = (
    ("Enter", N_("nhận, mở"), Helped.LIST),
    (N_("mũi tên"), N_("đi lên, đi xuống"), Helped.LIST),
    ("PgDn / PgUp", N_("bước sau / bước trước"), Helped.STEP),
    (N_("Dấu cách"), N_("chọn, đánh dấu"), Helped.LIST),
    ("0–9  +  −", N_("gõ số, thêm, bớt; Enter để lưu số"), Helped.LIST),
    (N_("Esc hoặc F2"), N_("bảng chọn: mọi bước, mọi việc, tìm người"), Helped.STEP),
    ("F2", N_("bảng chọn: mọi việc, mọi sổ, tìm người"), Helped.PAGE),
    ("F3", N_("ghi chú của thư ký"), Helped.STEP),
    ("F4", N_("đồng hồ thảo luận: chạy, dừng"), Helped.STEP),
    ("F5", N_("chữ to cho cả phòng đọc, bấm lại để thôi"), Helped.STEP),
    ("F6", N_("che cả màn hình; F6, Esc hoặc Enter để hiện lại"), Helped.ANY),
    ("F7", N_("tìm người"), Helped.LIST),
    ("F8", N_("che hoặc hiện chi tiết riêng"), Helped.LIST),
    ("F9", N_("in biên bản"), Helped.STEP),
    ("Ctrl+G", N_("gõ tiếng Việt: theo máy, Telex hoặc VNI"), Helped.ANY),
    ("Ctrl+Z / Ctrl+Y", N_("bỏ việc vừa làm / làm lại"), Helped.STEP),
    ("Ctrl+Z / Ctrl+Y", N_("bỏ chữ vừa gõ trong ô / gõ lại"), Helped.FORM),
    (N_("+0:34 trên cùng"), N_("phần này đã họp bao lâu: giờ và phút"), Helped.STEP),
    (N_("■ hết giờ"), N_("bước này đã đủ số phút CLB đặt ở Cài đặt; cứ họp tiếp"), Helped.STEP),
    ("(F5 …)", N_("phím ở dòng dưới cùng mà lúc này chưa dùng được"), Helped.LIST),
    ("F12", N_("ra; mọi việc đã ghi đều được giữ"), Helped.ANY),
)


_AROUND = 4
"""The rows of the borders, and of the keys with the row above them."""


class HelpPopup(Popup[None]):
    """What this screen is for, and the keys."""

    BINDINGS = [Binding("escape,enter,ctrl+j,f1,space", "close", show=False)]
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, text: str, helped: Helped) -> None:
        super().__init__()
        self._text = text
        self._helped = helped

    def compose(self) -> ComposeResult:
        """The text and the keys, which scroll where the window is low; how to close them stays."""
        with Vertical(classes="popup help"):
            with VerticalScroll(classes="help-text"):
                yield Static(Content(_(self._text)), markup=False)
                yield Static("")
                yield Static(Content("\n").join(self._keys()), markup=False)
                if self._helped is Helped.PAGE:
                    yield Static("")
                    yield Static(Content(self._where()), markup=False)
            yield PopupKeys((_("mũi tên"), _("đọc tiếp")), (_("Enter hoặc Esc"), _("đóng")))

    def _where(self) -> str:
        """Where the books lie, for whoever is asked to look."""
        told = _(
            "Sổ nằm ở thư mục {folder}. Lỗi của chương trình được ghi ở tệp chungtay.log trong đó, "
            "không ghi tên ai."
        )
        return told.format(folder=room_of(self).folder)

    def on_resize(self) -> None:
        """The text takes what is left between the borders, and above how to close it."""
        self.query_one(".help-text").styles.max_height = max(1, self.app.size.height - _AROUND)

    def _keys(self) -> list[Content]:
        """The keys of this kind of screen, with what they do."""
        known = [(_(key), _(word)) for key, word, of in _KEYS if self._helped in of]
        width = max(len(key) for key, _word in known)
        return [
            Content.styled(f"{key:<{width}}", "bold") + Content(f"  {word}") for key, word in known
        ]

    def action_close(self) -> None:
        """Closes the help."""
        self.dismiss(None)
