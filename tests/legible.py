"""What makes a screen legible: how its letters stand out, and that none of them is cut off."""

from __future__ import annotations

from collections.abc import Iterator

from rich.color import Color as RichColor
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

TEXT, MARK = 7.0, 4.5
"""The least contrast of a letter, and of a line or a sign."""
_MARKS = frozenset("─│┌┐└┘▁▂▃▄▅▆▇")

_OPTION = "option-list--option"
_PARTS: dict[str, list[tuple[str, ...]]] = {
    "LineList": [
        (_OPTION,),
        *((_OPTION, f"{_OPTION}-{state}") for state in ("hover", "highlighted", "disabled")),
    ],
    "VietnameseInput": [("input--placeholder",), ("input--selection",), ("input--cursor",)],
    "VietnameseTextArea": [
        ("text-area--cursor",),
        ("text-area--selection",),
        ("text-area--placeholder",),
        ("text-area--cursor-line",),
    ],
}


def luminance(color: Color) -> float:
    """Relative luminance after WCAG 2.1."""

    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(value) for value in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def weak(app: App[int]) -> set[str]:
    """Whatever does not stand out from its ground, as it is drawn; below a popup all is faded."""
    screen = app.screen
    region = screen.region
    if isinstance(screen, ModalScreen) and screen.query(".popup"):
        region = screen.query_one(".popup").region
    found = set()
    for strip in screen._compositor.render_strips()[region.y : region.bottom]:
        for text, style, _control in strip.crop(region.x, region.right):
            letters = text.strip()
            if letters and style is not None:
                least = MARK if _MARKS.issuperset(letters) else TEXT
                ratio = contrast(*_drawn(style))
                if ratio < least or style.dim:
                    found.add(f"{letters}: {ratio:.1f}")
    return found


def weak_parts(widget: Widget) -> set[str]:
    """Parts of a widget that may not be drawn now and would not stand out: a hovered line, say."""
    found = set()
    for parts in _PARTS.get(type(widget).__name__, ()):
        style = widget.get_visual_style(*parts)
        ratio = contrast(*_drawn(style.rich_style))
        if ratio < TEXT or style.dim:
            found.add(f"{parts}: {ratio:.1f}")
    return found


def _drawn(style: Style) -> tuple[Color, Color]:
    """Ink and ground of a cell."""
    ink, ground = (Color.from_rich_color(_solid(each)) for each in (style.color, style.bgcolor))
    return (ground, ink) if style.reverse else (ink, ground)


def _solid(color: RichColor | None) -> RichColor:
    assert color is not None
    return color


def cut_off(app: App[int]) -> set[str]:
    """Texts of which something is not seen, and which say so by no sign."""
    return {f"{widget!r}: {widget.visual}" for widget in _texts(app) if _is_cut(widget)}


def _texts(app: App[int]) -> Iterator[Static]:
    """All that says something; the rules are lines longer than any window."""
    for widget in app.screen.walk_children(Static):
        shown = all(each.display for each in (widget, *_around(widget)))
        if shown and str(widget.visual).strip() and not widget.has_class("rule"):
            yield widget


def _is_cut(widget: Static) -> bool:
    width, height = widget.content_size
    if widget.get_content_height(widget.container_size, widget.app.size, width) > height:
        return True
    if any(each.show_vertical_scrollbar for each in _around(widget)):
        return False
    seen = widget.screen.region
    for each in _around(widget):
        seen = seen.intersection(each.region)
    return not seen.contains_region(widget.region)


def _around(widget: Widget) -> list[Widget]:
    return [each for each in widget.ancestors if isinstance(each, Widget)]
