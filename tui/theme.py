"""The two themes of the program: every text at least 7:1, every mark at least 4.5:1."""

from __future__ import annotations

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
        "rule": "#5c6670",
        "quiet": "#3b4650",
        "missing": "#5b3b00",
        "notice": "#0d4a12",
        "field": "#e4e0d2",
    },
)

THEMES = (DARK, LIGHT)
