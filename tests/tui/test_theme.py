"""The themes: every text at least 7:1, every mark at least 4.5:1, computed from the colours."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from legible import MARK, TEXT, contrast
from tui.theme import THEMES

TEXTS = ("quiet", "missing", "notice")
GROUNDS = ("background", "panel")


def ratio(one: str, other: str) -> float:
    """The contrast of two colours as the themes write them."""
    return contrast(Color.parse(one), Color.parse(other))


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
    weak = {pair for pair in pairs if ratio(*pair) < TEXT}
    assert weak == set()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_mark_stands_out(theme: Theme) -> None:
    for ground in GROUNDS:
        assert ratio(theme.variables["rule"], getattr(theme, ground)) >= MARK
