"""The pictures of the manual, made of the pictures that the tests of the screens keep.

`RENEW_GOLDEN=1 pytest tests/printouts/test_manual.py` writes them anew; look at the manual then.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

from printouts.screen_pictures import COLUMNS, Box, Row, Run

SHOWN = {
    "home": "home",
    "step_1": "step_1",
    "step_2": "step_2",
    "step_3": "step_3",
    "step_4": "step_4",
    "step_5": "step_5_marking",
    "step_6": "step_6",
    "step_7": "step_7",
    "step_8": "step_8",
}
"""The names in the manual, and those of the tests of the screens."""

_FOLDER = Path(__file__).parent / "screens" / "__snapshots__" / "test_snapshots"
_LETTER, _LINE = 12.2, 24.4
_ABOVE = 2
"""Rows over the club's name, which have the time alone."""
_BACKGROUND = re.compile(r'<rect fill="(#\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"')
_TEXT = re.compile(
    r'<text class="(terminal-r\d+)" x="([\d.]+)" y="[\d.]+" textLength="[\d.]+" '
    r'clip-path="url\(#terminal-line-(\d+)\)">(.*?)</text>'
)
_CLASS = re.compile(r"\.(terminal-r\d+) \{ fill: (#\w+)(;font-weight: bold)?")
_BLOCKS = dict.fromkeys(map(ord, "▁▂▃▄▅▆▇█"), " ")
"""Of the bar beside a list."""


def screens_as_tested() -> str:
    """The file of the pictures, as it should be."""
    shown = {name: _rows(picture) for name, picture in SHOWN.items()}
    rows = (
        f'"{name}": [\n' + ",\n".join(json.dumps(row, ensure_ascii=False) for row in each) + "\n]"
        for name, each in shown.items()
    )
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _rows(picture: str) -> list[Row]:
    path = _FOLDER / f"test_a_screen_looks_as_it_did[{picture}-80x24].svg"
    drawing = path.read_text(encoding="utf-8")
    runs, boxes = _runs(drawing), _boxes(drawing)
    last = max(runs)
    return [(runs.get(row, []), boxes.get(row, [])) for row in range(_ABOVE, last + 1)]


def _runs(drawing: str) -> dict[int, list[Run]]:
    bold = {name for name, _colour, heavy in _CLASS.findall(drawing) if heavy}
    found: dict[int, list[Run]] = {}
    for name, left, row, marked_up in _TEXT.findall(drawing):
        text = html.unescape(marked_up).replace("\N{NO-BREAK SPACE}", " ").translate(_BLOCKS)
        begins = round(float(left) / _LETTER) + len(text) - len(text.lstrip())
        if text.strip() and begins < COLUMNS:
            found.setdefault(int(row), []).append((begins, text.strip(), name in bold))
    return {row: sorted(each) for row, each in found.items()}


def _boxes(drawing: str) -> dict[int, list[Box]]:
    """What has a colour of its own under it: the line of the cursor, and the big digits."""
    plain, cursor = "#10151a", "#ffd75f"
    found: dict[int, list[Box]] = {}
    for colour, left, top, width in _BACKGROUND.findall(drawing):
        begins, columns = round(float(left) / _LETTER), round(float(width) / _LETTER)
        if colour in {plain, "#292929"} or begins >= COLUMNS - 1:
            continue
        row = int(float(top) // _LINE)
        found.setdefault(row, []).append((begins, columns, colour != cursor))
    return found
