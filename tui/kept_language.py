"""The language of this computer, in a file: it is wanted before the books are opened."""

from __future__ import annotations

from pathlib import Path

from screens.language import Language
from tui.data_folder import PRACTICE_FOLDER

FILE_NAME = "language.txt"


def kept_language(folder: Path) -> Language | None:
    """What was chosen before; None where nothing was, or nothing that we speak."""
    try:
        return Language(_file(folder).read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return None


def keep_language(folder: Path, language: Language) -> bool:
    """Keeps a choice for the next start; says whether that was possible."""
    file = _file(folder)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.write_text(f"{language}\n", encoding="utf-8")
    except OSError:
        return False
    return True


def _file(folder: Path) -> Path:
    """The practice club lies inside the user's own folder, and speaks as that does."""
    return (folder.parent if folder.name == PRACTICE_FOLDER else folder) / FILE_NAME
