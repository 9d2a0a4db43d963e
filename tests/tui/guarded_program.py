"""The smallest app below the guards, run in a terminal by the tests."""

from __future__ import annotations

import asyncio
import sys
import threading
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Input, Static

from storage.errors import Trouble, TroubleKind
from tui.guards import GuardedApp

NAME = "cụ Phạm Thị Hiền"


class SmallApp(GuardedApp):
    """A field, and a line that shows what is in it; the F-keys make things go wrong."""

    BINDINGS = [
        ("f1", "draw_on", "Never rests"),
        ("f2", "fail", "Fails in a handler"),
        ("f3", "fail_in_worker", "Fails in a worker"),
        ("f4", "fill_disk", "Fails to store"),
        ("f5", "lose_error", "Fails in a task that nobody waits for"),
        ("f6", "forbid_saving", "Cannot save any more"),
        ("f7", "work_beside", "Works beside the screen, without end"),
        ("f12", "leave", "Leaves"),
    ]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.can_save = True
        self.drawn = 0

    def compose(self) -> ComposeResult:
        """The field and the line."""
        yield Input()
        yield Static("mở rồi", id="line", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shows what the field holds."""
        self.show(f"có: {event.value}.")

    def show(self, text: str) -> None:
        """Puts a text in the line."""
        self.query_one("#line", Static).update(text)

    async def save_all(self) -> None:
        """Keeps what the field holds."""
        if not self.can_save:
            raise Trouble(TroubleKind.DISK_FULL)
        (self.folder / "kept.txt").write_text(self.query_one(Input).value, encoding="utf-8")

    def action_draw_on(self) -> None:
        """Draws without end, as a clock does."""
        self.set_interval(0.01, self.draw)

    def draw(self) -> None:
        """One more picture."""
        self.drawn += 1
        self.show(f"vẽ {self.drawn}.")

    def action_fail(self) -> None:
        """Fails while it knows a name."""
        person = NAME
        raise ValueError(person)

    def action_fail_in_worker(self) -> None:
        """Fails in the background."""
        self.run_worker(self.fail_later())

    async def fail_later(self) -> None:
        """Fails as a worker or a task."""
        raise LookupError(NAME)

    def action_fill_disk(self) -> None:
        """Fails as the books do when the disk is full."""
        raise Trouble(TroubleKind.DISK_FULL, file="so")

    def action_lose_error(self) -> None:
        """Starts a task, and never asks how it went."""
        task = asyncio.create_task(self.fail_later())
        task.add_done_callback(lambda _task: self.show("mất rồi"))

    def action_forbid_saving(self) -> None:
        """From now on nothing can be saved."""
        self.can_save = False
        self.show("đĩa đầy")

    def action_work_beside(self) -> None:
        """As where a backup waits for a stick that does not answer."""
        self.run_worker(asyncio.to_thread(self.work_on))

    def work_on(self) -> None:
        """Never ends."""
        self.call_from_thread(self.show, "đang chép")
        threading.Event().wait()

    async def action_leave(self) -> None:
        """Ends as a person would."""
        await self.save_all()
        self.exit(0)


if __name__ == "__main__":
    app = SmallApp(Path(sys.argv[1]))
    app.run()
    sys.exit(app.return_code)
