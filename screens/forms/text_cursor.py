"""Where in a text the cursor stands, as a draft keeps it."""

from __future__ import annotations

from textual.widget import Widget

from screens.widgets.safe_fields import VietnameseInput, VietnameseTextArea


def cursor_of(control: Widget | None) -> list[int]:
    """The row and the column; nothing in a field without text."""
    match control:
        case VietnameseTextArea():
            return list(control.cursor_location)
        case VietnameseInput():
            return [0, control.cursor_position]
        case _:
            return []


def put_cursor(control: Widget, place: object) -> None:
    """Puts the cursor where it stood; what is typed on must not take the place of the text."""
    match place:
        case [int(row), int(column)] if isinstance(control, VietnameseTextArea):
            control.move_cursor((row, column))
        case [_, int(column)] if isinstance(control, VietnameseInput):
            control.cursor_position = column
