"""Golden texts: what a paper says, line by line, kept beside the tests.

`RENEW_GOLDEN=1 pytest …` writes them anew; read the differences before they are kept.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import pdfplumber

_FOLDER = Path(__file__).parent / "printouts" / "golden"


def printed_lines(data: bytes) -> str:
    """The text of a PDF as it stands on its pages, a line a line."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        pages = [page.extract_text() for page in document.pages]
    return "\n\f\n".join(pages) + "\n"


def is_golden(name: str, text: str) -> bool:
    """Whether a paper says what it said."""
    path = _FOLDER / f"{name}.txt"
    if os.environ.get("RENEW_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8") == text
