"""Goes through a screen as it stands, and reads all that comes up."""

from __future__ import annotations

from textual.widget import Widget

from driver import Driver
from legible import cut_off, weak, weak_parts
from screens.base import ListScreen
from screens.forms.form_screen import FormScreen
from screens.meeting.step import StepScreen
from screens.widgets.lines import LineKind

TOTALS = ("10 ngày công · ", "Tổng")
"""How the rows begin that add up what the whole club gives, whomever it is for."""
_LEFT_ALONE = ("print", "export", "backup", "pdf")
"""Lines that make something outside the program."""


class Scan:
    """On each screen that comes up nothing private is told, and all of it can be read."""

    def __init__(self, driver: Driver, private: frozenset[str] = frozenset()) -> None:
        self.driver, self.private = driver, private
        self.seen = 0
        self._known: set[str] = set()

    def look(self, after: str) -> None:
        """Nothing private stands on the screen; a form's own fields are being filled."""
        screen = self.driver.app.screen
        if isinstance(screen, FormScreen):
            rows = ("form-title", "form-notice")
            text = "\n".join(self.driver.row(row) for row in rows)
        else:
            text = "\n".join(row for row in self.driver.text().splitlines() if not _adds_up(row))
        told = {words for words in self.private if words in text.casefold()}
        assert not told, f"{after}: {told}\n{self.driver.text()}"
        hard_to_read = self.hard_to_read()
        assert not hard_to_read, f"{after}: {hard_to_read}\n{self.driver.text()}"
        self.seen += 1

    def hard_to_read(self) -> set[str]:
        """What does not stand out from its ground, or is cut off."""
        screen = self.driver.app.screen
        found = weak(self.driver.app) | cut_off(self.driver.app)
        if type(screen).__name__ not in self._known:
            self._known.add(type(screen).__name__)
            found |= set().union(*map(weak_parts, screen.walk_children(Widget)))
        return found

    async def page(self, *, opened: bool = True) -> None:
        """Every line with the cursor on it, what Enter brings, and what a popup's answers do."""
        screen = self.driver.app.screen
        assert isinstance(screen, ListScreen)
        self.look("opened")
        lines = {line.key.partition(":")[0]: line for line in screen.lines.shown_lines}
        for line in lines.values():
            if line.kind not in {LineKind.ROW, LineKind.ACT}:
                continue
            screen.lines.go_to(line.key)
            await self.driver.rest()
            self.look(line.key)
            if opened and not any(word in line.key for word in _LEFT_ALONE):
                await self.driver.press("enter")
                self.look(f"enter on {line.key}")
                await self.fields()
                await self.back(screen)

    async def fields(self) -> None:
        """Each field of a form with what it says of itself."""
        form = self.driver.app.screen
        if not isinstance(form, FormScreen) or self.driver.row("form-title") in self._known:
            return
        self._known.add(self.driver.row("form-title"))
        for widget in form.focus_chain:
            form.set_focus(widget)
            await self.driver.rest()
            self.look(f"{widget}")

    async def back(self, screen: ListScreen[object]) -> None:
        """Leaves whatever came up."""
        for _turn in range(4):
            if self.driver.app.screen is screen:
                return
            if isinstance(self.driver.app.screen, StepScreen):
                # A line of what was agreed leads to its step.
                assert isinstance(screen, StepScreen)
                await self.driver.app.show_step(screen.STEP)
                await self.driver.rest()
                return
            await self.driver.press("escape")
            self.look("on the way back")
        assert self.driver.app.screen is screen


def _adds_up(row: str) -> bool:
    return row.strip(" ►•").startswith(TOTALS)
