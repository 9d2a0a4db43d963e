"""The themes: every text at least 7:1, every mark at least 4.5:1, computed from the colours."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.theme import THEMES

TEXTS = ("quiet", "missing", "notice")
GROUNDS = ("background", "panel")


def luminance(color: Color) -> float:
    """Relative luminance after WCAG 2.1."""

    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(value) for value in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours."""
    dark, light = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_stands_out(theme: Theme) -> None:
    variables = theme.variables
    text = theme.foreground or ""
    pairs = [(variables[name], getattr(theme, ground)) for name in TEXTS for ground in GROUNDS]
    pairs += [(text, getattr(theme, ground)) for ground in GROUNDS]
    pairs += [(text, variables["field"])]
    pairs += [
        (variables[f"{part}-foreground"], variables[f"{part}-background"])
        for part in ("block-cursor", "block-cursor-blurred", "input-cursor")
    ]
    weak = {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 7}
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_mark_stands_out(theme: Theme) -> None:
    for ground in GROUNDS:
        assert contrast(theme.variables["rule"], getattr(theme, ground)) >= 4.5
