"""A PostgreSQL server of our own for a while: in a new folder, on a socket, off the network."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

_USER = "chungtay"
_DEBIAN = Path("/usr/lib/postgresql")
_ACCOUNTS = ("postgres", "nobody")
"""Under which of them it runs where we are root: the server refuses root."""


def why_not() -> str:
    """Why no server can be started here; empty where one can."""
    if os.name != "posix":
        return "PostgreSQL is tried on Linux alone"
    if find_spec("psycopg") is None:
        return "the extra postgresql is not installed (psycopg)"
    if _programs() is None:
        return "no PostgreSQL server is installed here (initdb, pg_ctl)"
    if os.geteuid() == 0 and _account() is None:
        return "we are root, and there is no other account to run the server"
    return ""


@contextmanager
def server(*, durable: bool = False) -> Iterator[str]:
    """A new, empty server; gives the URL of its database, and takes everything away afterwards.

    Only a durable one waits for the disk, as a server of an Association does.
    """
    programs = _programs()
    assert programs is not None
    # Short, since the path of a socket may have a hundred letters.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    account = _account() if os.geteuid() == 0 else None
    if account is not None:
        shutil.chown(folder, account)
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [programs / program, "-D", data, *arguments],
            check=True,
            cwd=folder,
            user=account,
            stdout=subprocess.DEVNULL,
        )

    try:
        run("initdb", "-U", _USER, "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        options = f"-c listen_addresses= -c unix_socket_directories={folder}"
        options += "" if durable else " -c fsync=off"
        run("pg_ctl", "start", "-w", "-s", "-l", str(folder / "log"), "-o", options)
        try:
            yield f"postgresql://{_USER}@/postgres?host={quote(str(folder), safe='')}"
        finally:
            run("pg_ctl", "stop", "-w", "-s", "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    """The folder of the server's programs: on the path, or where Debian puts the newest."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = [path for path in _DEBIAN.glob("*/bin") if (path / "initdb").exists()]
    return max(versions, key=lambda path: float(path.parent.name), default=None)


def _account() -> str | None:
    import pwd  # which Windows does not have

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in _ACCOUNTS if name in known), None)
