"""Says something in a text of Textual's own, and nothing where it says that already."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


def reword(text: Static, content: Content) -> None:
    """Another content lays the whole screen out anew; the same one is left alone."""
    before = text.content
    if not isinstance(before, Content) or not content.is_same(before):
        text.update(content)
