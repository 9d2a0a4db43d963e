"""The form in which a control stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widget import Widget

if TYPE_CHECKING:
    from screens.forms.form_screen import FormScreen


def form_around(control: Widget) -> FormScreen[Any]:
    """The screen of the form."""
    from screens.forms.form_screen import FormScreen

    screen = control.screen
    if not isinstance(screen, FormScreen):
        raise TypeError("a field stands in a form")
    return screen
