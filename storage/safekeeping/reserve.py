"""Room kept back beside the books; given up when the disk is full, so that a meeting goes on."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from storage.safekeeping.private_files import make_empty, sync_file

FILE_NAME = "chungtay.du-phong"
SIZE = 4 * 1024 * 1024
"""Bytes: a whole meeting's entries take a tenth of it."""
_ROOM_LEFT = 4 * SIZE
"""What must stay free beside it: a disk that is nearly full needs the room itself."""
_CHUNK = b"\0" * 65536


class Reserve:
    """The room that is kept back in one folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME

    def lay_by(self) -> bool:
        """Keeps the room back, if the disk has plenty; says whether it lies there now.

        What is not possible is left: a reserve is a help, and never a reason not to begin.
        """
        try:
            if self.path.exists() and self.path.stat().st_size == SIZE:
                return True
            if shutil.disk_usage(self.path.parent).free < SIZE + _ROOM_LEFT:
                return False
            self._write()
        except OSError:
            self.give_up()
            return False
        return True

    def give_up(self) -> bool:
        """Gives the room back to the disk; says whether there was any."""
        with suppress(OSError):
            self.path.unlink()
            return True
        return False

    def _write(self) -> None:
        # Written out, since a file with a hole takes no room.
        make_empty(self.path)
        with self.path.open("r+b") as file:
            for _part in range(SIZE // len(_CHUNK)):
                file.write(_CHUNK)
        sync_file(self.path)
