"""The wall's own window: follows the meeting from the projection, and never opens the books."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from screens.language import _
from screens.widgets.large_view import LargeView
from storage.clock import Clock
from storage.projection import ProjectionReader
from storage.records.wall import LargePage, Projection
from storage.records.wall_scene import Wall
from tui.guards import GuardedApp
from tui.theme import THEMES, dress

_BETWEEN_LOOKS = 0.2


class AudienceApp(GuardedApp):
    """The large view of whatever step the meeting is at; its only key closes it."""

    CSS_PATH = "app.tcss"
    TITLE = "Chung Tay"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f12,ctrl+q,ctrl+c", "leave", show=False, priority=True),
    ]

    def __init__(self, folder: Path, machine: Clock) -> None:
        super().__init__()
        self.folder = folder
        self._machine = machine
        self._reader = ProjectionReader(folder)
        self._shown: tuple[Projection | None, int] | None = None
        self.animation_level = "none"
        dress(self)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What the style sheet names of the themes' own variables, before a theme is set."""
        return dict(THEMES[0].variables)

    def compose(self) -> ComposeResult:
        """The page, over the whole window."""
        yield LargeView(self._waiting())

    def on_mount(self) -> None:
        """Looks at once, and then five times a second."""
        self.look()
        self.set_interval(_BETWEEN_LOOKS, self.look)

    def look(self) -> None:
        """Draws what changed, or what another second changes."""
        projection = self._reader.look()
        now = self._machine.now()
        seen = (projection, int(now.timestamp()))
        if seen == self._shown:
            return
        self._shown = seen
        view = self.query_one(LargeView)
        view.display = not (projection and projection.blank)
        if projection is None:
            view.show(self._waiting())
            return
        if projection.theme != self.theme and projection.theme in self.available_themes:
            self.theme = projection.theme
        view.show(_wall(projection, now))

    def _waiting(self) -> Wall:
        """Nothing was handed over yet: said calmly, with the one key."""
        page = LargePage(
            "",
            subject=_("Màn hình cho cả phòng"),
            paragraphs=(_("Đang chờ chương trình mở buổi họp."), _("F12 đóng cửa sổ này.")),
        )
        return Wall(page, self._machine.now())

    def action_leave(self) -> None:
        """F12, Ctrl+Q, Ctrl+C: closes this window; the meeting is elsewhere, and goes on."""
        self.exit(0)

    async def save_all(self) -> None:
        """There is nothing to save: the window only shows."""


def _wall(projection: Projection, now: datetime) -> Wall:
    """The page by the club's clock, which in practice is another than the machine's."""
    zone = timezone(timedelta(seconds=projection.zone))
    return Wall(
        page=projection.page,
        now=(now + timedelta(seconds=projection.ahead)).astimezone(zone),
        countdown=projection.countdown,
        notice=_("Họp thử") if projection.practice else "",
    )
