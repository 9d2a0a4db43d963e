"""The two themes of the program: every text at least 7:1, every mark at least 4.5:1."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from textual.app import App
from textual.theme import Theme

DARK = Theme(
    name="chung-tay-dark",
    dark=True,
    primary="#7fc8ff",
    secondary="#b6c2cc",
    accent="#ffd75f",
    warning="#ffd75f",
    error="#ffb3a7",
    success="#9be59b",
    foreground="#f4f4f4",
    background="#10151a",
    surface="#10151a",
    panel="#1d252d",
    variables={
        "block-cursor-background": "#ffd75f",
        "block-cursor-foreground": "#101010",
        "block-cursor-blurred-background": "#3a4650",
        "block-cursor-blurred-foreground": "#f4f4f4",
        "input-cursor-background": "#ffd75f",
        "input-cursor-foreground": "#101010",
        "input-selection-background": "#31506e",
        "input-selection-foreground": "#f4f4f4",
        "rule": "#8fa0ae",
        "quiet": "#c3ccd4",
        "missing": "#ffd75f",
        "notice": "#9be59b",
        "field": "#26303a",
    },
)

LIGHT = Theme(
    name="chung-tay-light",
    dark=False,
    primary="#0b3d66",
    secondary="#3b4650",
    accent="#5b3b00",
    warning="#5b3b00",
    error="#7a1400",
    success="#0d4a12",
    foreground="#0c0c0c",
    background="#fbfaf5",
    surface="#fbfaf5",
    panel="#ece9dd",
    variables={
        "block-cursor-background": "#123a5c",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#c9d3db",
        "block-cursor-blurred-foreground": "#0c0c0c",
        "input-cursor-background": "#123a5c",
        "input-cursor-foreground": "#ffffff",
        "input-selection-background": "#bcd2e6",
        "input-selection-foreground": "#0c0c0c",
        "rule": "#5c6670",
        "quiet": "#3b4650",
        "missing": "#5b3b00",
        "notice": "#0d4a12",
        "field": "#e4e0d2",
    },
)

THEMES = (DARK, LIGHT)

_OF_SIXTEEN = (
    replace(
        DARK,
        primary="#00ffff",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        variables={
            "block-cursor-background": "#ffff00",
            "block-cursor-foreground": "#000000",
            "block-cursor-blurred-background": "#c0c0c0",
            "block-cursor-blurred-foreground": "#000000",
            "input-cursor-background": "#ffff00",
            "input-cursor-foreground": "#000000",
            "input-selection-background": "#c0c0c0",
            "input-selection-foreground": "#000000",
            "rule": "#c0c0c0",
            "quiet": "#c0c0c0",
            "missing": "#ffff00",
            "notice": "#ffffff",
            "field": "#000080",
        },
    ),
    replace(
        LIGHT,
        primary="#000080",
        foreground="#000000",
        background="#ffffff",
        surface="#ffffff",
        panel="#ffffff",
        variables={
            "block-cursor-background": "#000080",
            "block-cursor-foreground": "#ffffff",
            "block-cursor-blurred-background": "#c0c0c0",
            "block-cursor-blurred-foreground": "#000000",
            "input-cursor-background": "#000080",
            "input-cursor-foreground": "#ffffff",
            "input-selection-background": "#000080",
            "input-selection-foreground": "#ffffff",
            "rule": "#000000",
            "quiet": "#000000",
            "missing": "#800000",
            "notice": "#000080",
            "field": "#c0c0c0",
        },
    ),
)
"""The same for terminals of sixteen colours, whose nearest ones would not all stand out."""

_OF_256 = (
    replace(
        DARK,
        variables={
            **DARK.variables,
            "block-cursor-blurred-background": "#444444",
            "input-selection-background": "#005f5f",
            "input-selection-foreground": "#ffffff",
            "field": "#303030",
        },
    ),
    replace(
        LIGHT,
        panel="#eeeeee",
        variables={
            **LIGHT.variables,
            "quiet": "#3a3a3a",
            "missing": "#5f0000",
            "notice": "#00005f",
            "field": "#e4e4e4",
        },
    ),
)
"""The same for terminals of 256 colours: some of ours have no near one that stands out as much."""


def themes_for(color_system: str | None) -> tuple[Theme, ...]:
    """The two themes as a terminal can show them, by Rich's name for what it can."""
    return {"standard": _OF_SIXTEEN, "256": _OF_256}.get(color_system or "", THEMES)


def dress(app: App[Any]) -> None:
    """Gives an app both themes, and the first of them before its style sheets are read.

    Set as any later one, it would have all of them read a second time.
    """
    for theme in themes_for(app.console.color_system):
        app.register_theme(theme)
    app.set_reactive(App.theme, THEMES[0].name)
    chosen = app.current_theme
    app.update_classes({"-dark-mode": chosen.dark, "-light-mode": not chosen.dark}, update=False)
    app.stylesheet.set_variables(app.get_css_variables())
