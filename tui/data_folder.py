"""Where the books lie: in the folder that was named, or in the user's own place."""

from __future__ import annotations

from pathlib import Path

VARIABLE = "CHUNGTAY_DATA"
"""The variable of the environment that names the folder."""
PRACTICE_FOLDER = "hop-thu"
"""The practice club lies in a folder of its own inside the other."""


def data_folder(named: Path | None, *, practice: bool) -> Path:
    """The folder of the books that are meant, whether it is there or not."""
    folder = named or _users_own()
    return folder / PRACTICE_FOLDER if practice else folder


def _users_own() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("chungtay", appauthor=False))
