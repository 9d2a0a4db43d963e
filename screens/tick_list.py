"""A list to tick names in, as one act: Space ticks, the last row is done."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.language import _
from screens.widgets.foot import PopupKeys
from screens.widgets.kept_ticks import KeptTicks
from screens.widgets.line_list import LineList
from screens.widgets.lines import Line, LineKind
from screens.widgets.open_again import OpenAgain


class TickList(OpenAgain[frozenset[int] | None]):
    """Ticks some of a few people; gives those who are ticked, or None where it was left."""

    BINDINGS = [
        Binding("escape", "back", show=False),
        Binding("pagedown", "done", show=False),
    ]
    AUTO_FOCUS = "LineList"

    def __init__(
        self, title: str, people: Sequence[tuple[int, str]], ticked: frozenset[int], *, draft: str
    ) -> None:
        super().__init__(draft)
        self._kept = KeptTicks(self, draft, ticked)
        self._title = title
        self._people = tuple(people)
        self._ticked = set(ticked)

    def compose(self) -> ComposeResult:
        """The title, the names, and the keys."""
        with Vertical(classes="popup tall"):
            yield Static(Content(self._title), classes="question", markup=False)
            yield LineList()
            yield PopupKeys(
                (_("Dấu cách hoặc Enter"), _("ghi tên")),
                ("PgDn", _("xong")),
                ("Esc", _("bỏ, không ghi")),
            )

    async def on_mount(self) -> None:
        """Shows the names."""
        self._ticked = await self._kept.taken_up()
        rows = min(len(self._people) + 2, self.app.size.height - 10)
        self.query_one(LineList).styles.height = max(3, rows)
        self._show()
        self.query_one(LineList).go_to(self._kept.place)

    def _show(self) -> None:
        everyone = len(self._ticked) == len(self._people)
        names = [
            Line(str(number), (f"{'■' if number in self._ticked else '□'} {name}",))
            for number, name in self._people
        ]
        done = _("Xong ({count} người)", len(self._ticked)).format(count=len(self._ticked))
        whole = _("Bỏ hết") if everyone else _("Ghi tên tất cả")
        self.query_one(LineList).show(
            (),
            [
                *names,
                Line("all", (whole,), LineKind.ACT),
                Line("done", (done,), LineKind.ACT),
            ],
        )

    @on(LineList.Entered)
    @on(LineList.Ticked)
    def _on_ticked(self, event: LineList.Entered | LineList.Ticked) -> None:
        event.stop()
        key = event.line.key
        if key == "done":
            self.action_done()
            return
        if key == "all":
            everyone = {number for number, _name in self._people}
            self._ticked = set() if self._ticked == everyone else everyone
        else:
            self._ticked ^= {int(key)}
        self._kept.keep(self._ticked)
        self._show()
        if key != "all":
            self.query_one(LineList).action_cursor_down()

    @on(LineList.CursorMoved)
    def _on_moved(self, event: LineList.CursorMoved) -> None:
        event.stop()
        self._kept.move(event.line.key)

    def action_done(self) -> None:
        """PgDn: those who are ticked."""
        self._kept.stop()
        self.dismiss(frozenset(self._ticked))

    async def action_back(self) -> None:
        """Esc: nothing changes."""
        await self._kept.forget()
        self.dismiss(None)
