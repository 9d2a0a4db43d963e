"""Asks at the start which day it is, where the machine's clock can hardly be right."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from screens.language import _
from screens.leaving import Popup
from screens.widgets.foot import PopupKeys
from screens.widgets.safe_fields import VietnameseInput
from screens.wording.days import weekday_on_screen
from storage.day_words.typed import understand_when
from storage.days import on_screen
from storage.records.doubtful_day import DoubtfulDay
from storage.rules.timekeeping import is_doubtful


class DayPopup(Popup[date | None]):
    """A day is typed as people say it; nothing typed keeps the machine's."""

    BINDINGS = [Binding("escape", "keep", show=False)]
    AUTO_FOCUS = "VietnameseInput"
    DEFAULT_CSS = """
    DayPopup .question {
        margin-bottom: 1;
    }
    DayPopup .field-line {
        margin: 1 0;
    }
    DayPopup VietnameseInput {
        width: 1fr;
    }
    DayPopup .label {
        width: 12;
    }
    DayPopup .beside {
        width: 28;
        padding-left: 1;
        color: $quiet;
    }
    """

    def __init__(self, doubt: DoubtfulDay) -> None:
        super().__init__()
        self._doubt = doubt

    def compose(self) -> ComposeResult:
        """What the machine says, what the books say, and the field."""
        with Vertical(classes="popup"):
            yield Static(Content(self._question()), classes="question", markup=False)
            yield Static(Content(self._known()), markup=False)
            with Horizontal(classes="field-line"):
                yield Static(Content(_("Hôm nay là")), classes="label", markup=False)
                yield VietnameseInput(id="field-day", compact=True)
                yield Static("", id="day-understood", classes="beside", markup=False)
            yield PopupKeys(("Enter", _("nhận")), ("", _("Để trống rồi Enter: giữ ngày của máy")))

    def _question(self) -> str:
        said = weekday_on_screen(self._doubt.today)
        return _("Máy nói hôm nay là {day}.\nHôm nay là ngày nào?").format(
            day=said[0].lower() + said[1:]
        )

    def _known(self) -> str:
        if self._doubt.last is None:
            return _("Ngày này khó đúng, có lẽ đồng hồ của máy đã sai.")
        return _("Lần ghi gần nhất là ngày {day}, nên có lẽ đồng hồ của máy đã sai.").format(
            day=on_screen(self._doubt.last)
        )

    def _day(self, text: str) -> date | None:
        """The one day that is meant; "24/10" is the next one after the last entry."""
        meant = understand_when(text, self._doubt.last or self._doubt.today)
        if meant.first is None or meant.first != meant.last or is_doubtful(meant.first, None):
            return None
        return meant.first

    @on(Input.Changed)
    def _say_what_is_understood(self, event: Input.Changed) -> None:
        day = self._day(event.value)
        said = weekday_on_screen(day) if day else ""
        self.query_one("#day-understood", Static).update(Content(said))

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        day = self._day(event.value)
        if event.value.strip() and day is None:
            told = Content(_("Ghi đủ, ví dụ 24/10/2026"))
            self.query_one("#day-understood", Static).update(told)
            self.app.bell()
            return
        self.dismiss(day)

    def action_keep(self) -> None:
        """Esc: the machine's day is kept."""
        self.dismiss(None)
