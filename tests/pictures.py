"""The eight steps of the sample meeting on one sheet, dark and light, for the README.

`PYTHONPATH=.:tests python tests/pictures.py docs` draws them anew, cell by cell as the screens
give them, with the letters of JetBrains Mono as fontconfig finds it on this computer.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from rich.style import Style
from textual.strip import Strip

from driver import driven
from prepared import PreparedBooks, Stage, clock_at

STEPS = (
    Stage.ATTENDANCE,
    Stage.LAST_MONTH,
    Stage.DISCUSSION,
    Stage.PROPOSALS,
    Stage.COUNTING,
    Stage.ASSIGNMENT,
    Stage.COMMUNITY,
    Stage.APPROVAL,
)
_COLUMNS, _ROWS = 80, 24
_CELL, _LINE, _LETTER = 8, 17, 13
_ABREAST = 2
_GAP = 12
_COLOURS = 24
"""As many as a sheet needs, letters with their soft edges; a small file."""
_AROUND = "#7a828a"


@cache
def font(weight: str) -> ImageFont.FreeTypeFont:
    """The letters."""
    asked = ["fc-match", "-f", "%{file}", f"JetBrains Mono:style={weight}"]
    found = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return ImageFont.truetype(found, _LETTER)


def drawn(strips: list[Strip]) -> Image.Image:
    """A screen."""
    picture = Image.new("RGB", (_COLUMNS * _CELL, _ROWS * _LINE))
    pen = ImageDraw.Draw(picture)
    for row, strip in enumerate(strips):
        column = 0
        for text, style, _control in strip:
            if text:
                _draw(pen, column, row, text, style or Style())
            column += len(text)
    return picture


def _draw(pen: ImageDraw.ImageDraw, column: int, row: int, text: str, style: Style) -> None:
    ink, ground = (
        tuple(each.get_truecolor()) if each else (0, 0, 0) for each in (style.color, style.bgcolor)
    )
    if style.reverse:
        ink, ground = ground, ink
    left, top = column * _CELL, row * _LINE
    pen.rectangle((left, top, left + len(text) * _CELL - 1, top + _LINE - 1), fill=ground)
    letters = font("Bold" if style.bold else "Regular")
    for place, letter in enumerate(text):
        if not letter.isspace():
            pen.text((left + place * _CELL, top), letter, font=letters, fill=ink)


async def screens(folder: Path, *, light: bool) -> list[Image.Image]:
    """Each step as it is drawn."""
    prepared = PreparedBooks(folder / "prepared")
    found = []
    for stage in STEPS:
        books = prepared.copy(stage, folder / f"{stage.name}-{light}")
        async with driven(books, clock_at(stage), size=(_COLUMNS, _ROWS)) as driver:
            if light:
                driver.app.change_theme()
                await driver.rest()
            found.append(drawn(driver.app.screen._compositor.render_strips()))
    return found


def sheet(pictures: list[Image.Image]) -> Image.Image:
    """All of them, read from left to right."""
    width, height = pictures[0].size
    down = len(pictures) // _ABREAST
    whole = Image.new(
        "RGB", (_ABREAST * (width + _GAP) + _GAP, down * (height + _GAP) + _GAP), _AROUND
    )
    for place, picture in enumerate(pictures):
        row, column = divmod(place, _ABREAST)
        whole.paste(picture, (_GAP + column * (width + _GAP), _GAP + row * (height + _GAP)))
    return whole.quantize(_COLOURS)


def main(target: Path) -> None:
    """Both sheets."""
    os.environ["COLORTERM"] = "truecolor"
    with tempfile.TemporaryDirectory() as place:
        for name, light in (("steps-dark", False), ("steps-light", True)):
            pictures = asyncio.run(screens(Path(place), light=light))
            sheet(pictures).save(target / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
