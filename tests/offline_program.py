"""Runs the program with every connection that leaves the machine refused, and noted.

Names of hosts are refused too: asking for one already tells somebody.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

_REFUSED = frozenset(
    {
        "socket.connect",
        "socket.bind",
        "socket.sendto",
        "socket.sendmsg",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "urllib.Request",
        "http.client.connect",
        "ftplib.connect",
        "smtplib.connect",
        "webbrowser.open",
    }
)
_NOTED: list[str] = []


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _REFUSED or _within_the_machine(event, arguments):
        return
    _NOTED.append(f"{event} {arguments[1:]!r}")
    raise PermissionError(f"no network: {event}")


def _within_the_machine(event: str, arguments: tuple[object, ...]) -> bool:
    """A path is a socket of the machine itself, as a printer's queue has."""
    return event in {"socket.connect", "socket.bind"} and isinstance(arguments[1], str | bytes)


def _work(folder: Path) -> None:
    """The screens, every paper, import, export, backup, restore, the checks, and gathering."""
    import asyncio

    from storage.clock import SystemClock
    from storage.practice.books import make_practice_books
    from tui.__main__ import main
    from tui.app import ChungTayApp
    from tui.command_line.paper_command import paper_list

    make_practice_books(folder, 1, 7, date(2026, 11, 27))

    async def walk() -> None:
        app = ChungTayApp(folder, SystemClock())
        async with app.run_test(size=(80, 24)) as pilot:
            for key in ("enter", *(["pagedown"] * 7), "f5", "f1", "escape"):
                await pilot.press(key)
                await pilot.pause()
            await app.leave()

    asyncio.run(walk())
    kinds = [line.split()[0] for line in paper_list().lines]
    for kind in kinds:
        main(["paper", kind, "--out", str(folder / f"{kind}.pdf"), "--data", str(folder)])
    members = str(folder / "members.xlsx")
    backup = max((folder / "sao-luu").iterdir())
    for command in (
        ["members", "export", members],
        ["members", "import", members, "--dry-run"],
        ["paper", "tracking-book", "--out", str(folder / "book.xlsx")],
        ["check"],
        ["restore", str(backup)],
    ):
        status = main([*command, "--data", str(folder)])
        if status:
            raise SystemExit(f"{command}: {status}")
    bundle, database = str(folder / "club.chungtay"), f"sqlite:///{folder / 'hoi.db'}"
    for command in (
        ["bundle", "--names", "--out", bundle, "--data", str(folder)],
        ["gather", database, bundle],
        ["gather-report", database, "--out", str(folder / "association.pdf")],
    ):
        status = main(command)
        if status:
            raise SystemExit(f"{command}: {status}")
    if not list(folder.glob("*.pdf")):
        raise SystemExit("no paper was made")


if __name__ == "__main__":
    sys.addaudithook(_refuse)
    _work(Path(sys.argv[1]))
    if _NOTED:
        raise SystemExit("\n".join(_NOTED))
