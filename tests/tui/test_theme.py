"""The themes: every text at least 7:1, every mark at least 4.5:1, computed from the colours."""

from __future__ import annotations

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from legible import MARK, TEXT, contrast
from tui.theme import THEMES, themes_for

TEXTS = ("quiet", "missing", "notice")
GROUNDS = ("background", "panel")

each_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def ratio(one: str, other: str) -> float:
    """The contrast of two colours as the themes write them."""
    return contrast(Color.parse(one), Color.parse(other))


def pairs(theme: Theme) -> set[tuple[str, str]]:
    """Each ink with each ground that it is written on."""
    variables = theme.variables
    grounds = [getattr(theme, ground) for ground in GROUNDS]
    inks = [theme.foreground or "", *(variables[name] for name in TEXTS)]
    parts = ("block-cursor", "block-cursor-blurred", "input-cursor", "input-selection")
    return {
        *((ink, ground) for ink in inks for ground in grounds),
        (theme.foreground or "", variables["field"]),
        *((variables[f"{part}-foreground"], variables[f"{part}-background"]) for part in parts),
    }


def with_few_colours(colour: str, colours: ColorSystem) -> Color:
    """What a terminal of fewer colours shows instead."""
    nearest = RichColor.parse(colour).downgrade(colours)
    return Color(*nearest.get_truecolor())


def without_colours(colour: str) -> Color:
    """What is shown where NO_COLOR is set."""
    return Color.parse(colour).monochrome


@each_theme
def test_every_text_stands_out(theme: Theme) -> None:
    assert {pair for pair in pairs(theme) if ratio(*pair) < TEXT} == set()


@pytest.mark.parametrize(
    ("name", "colours"), [("standard", ColorSystem.STANDARD), ("256", ColorSystem.EIGHT_BIT)]
)
def test_everything_stands_out_with_few_colours(name: str, colours: ColorSystem) -> None:
    for theme in themes_for(name):
        shown = {
            pair: contrast(*(with_few_colours(each, colours) for each in pair))
            for pair in pairs(theme)
        }
        assert {pair for pair, seen in shown.items() if seen < TEXT} == set()
        rule, ground = (
            with_few_colours(each, colours)
            for each in (theme.variables["rule"], theme.background or "")
        )
        assert contrast(rule, ground) >= MARK
        assert theme.name in {each.name for each in THEMES}


@each_theme
def test_every_text_stands_out_without_colours(theme: Theme) -> None:
    weak = {pair for pair in pairs(theme) if contrast(*map(without_colours, pair)) < TEXT}
    assert weak == set()


@each_theme
def test_every_mark_stands_out(theme: Theme) -> None:
    for ground in GROUNDS:
        assert ratio(theme.variables["rule"], getattr(theme, ground)) >= MARK
