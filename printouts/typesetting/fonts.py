"""The typeface of the papers: the packaged faces of Tinos, never a font of the system.

The "Times" or "Liberation Serif" of a system may lack most Vietnamese letters.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "Tinos"
BOLD = "Tinos-Bold"
ITALIC = "Tinos-Italic"
BOLD_ITALIC = "Tinos-BoldItalic"
SCREEN = "JetBrainsMono"
SCREEN_BOLD = "JetBrainsMono-Bold"

_FOLDER = Path(__file__).parents[1] / "fonts"
_FILES = {
    REGULAR: "Tinos-Regular.ttf",
    BOLD: "Tinos-Bold.ttf",
    ITALIC: "Tinos-Italic.ttf",
    BOLD_ITALIC: "Tinos-BoldItalic.ttf",
}


@cache
def register() -> frozenset[int]:
    """Makes the faces known to ReportLab, once; the code points that all of them can print."""
    printable: set[int] | None = None
    for name, file in _FILES.items():
        font = TTFont(name, str(_FOLDER / file))
        pdfmetrics.registerFont(font)
        codes = set(font.face.charToGlyph)
        printable = codes if printable is None else printable & codes
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC
    )
    return frozenset(printable or ())


@cache
def register_screen_faces() -> None:
    """Makes the faces known in which pictures of the screen are set; few papers have any."""
    for name, file in (
        (SCREEN, "JetBrainsMono-Regular.ttf"),
        (SCREEN_BOLD, "JetBrainsMono-Bold.ttf"),
    ):
        pdfmetrics.registerFont(TTFont(name, str(_FOLDER / file)))


def missing_glyphs(text: str) -> str:
    """The characters of the text that some face cannot print, each once, in their order."""
    printable = register()
    return "".join(dict.fromkeys(each for each in text if ord(each) not in printable))


def text_width(text: str, font: str, size: float) -> float:
    """How wide a line of text is printed, in points."""
    register()
    return float(pdfmetrics.stringWidth(text, font, size))
