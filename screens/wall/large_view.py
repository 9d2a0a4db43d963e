"""F5, the large view of a step: on this screen over its list, and in the wall's own window."""

from __future__ import annotations

from typing import Any

from screens.language import _
from screens.meeting.step import StepScreen
from screens.wall.large_pages import large_page
from screens.wall.scene import scene_of
from screens.widgets.foot import FootKey
from screens.widgets.large_view import LargeView
from screens.wording.opening import LOOKING_ON
from storage.records.wall import Projection
from storage.records.wall_scene import Wall


def show_large(screen: StepScreen[Any]) -> None:
    """Shows a step in large letters, or its whole screen again, as the room wishes."""
    if screen not in screen.app.screen_stack or screen.overview is None:
        return
    view = next(iter(screen.query(LargeView)), None)
    if view is None and screen.room.large_view:
        screen.mount(LargeView(_wall_of(screen), _keys()))
    elif view is not None:
        view.display = screen.room.large_view
        if view.display:
            view.show(_wall_of(screen))


def project(screen: StepScreen[Any]) -> None:
    """Hands a step to the wall's own window; what is hidden stays here, whatever F8 shows."""
    if screen not in screen.app.screen_stack or screen.overview is None:
        return
    room = screen.room
    room.projector.show(
        Projection(
            page=large_page(scene_of(screen, hidden=True)),
            countdown=screen.head.countdown if screen.head else None,
            practice=room.practice,
            theme=screen.app.theme,
        )
    )


def _keys() -> tuple[FootKey, ...]:
    """How to leave the large view, and to blank it; all else is in the room's way."""
    return (FootKey("F5", _("màn hình thường")), FootKey("F6", _("che màn hình")))


def _wall_of(screen: StepScreen[Any]) -> Wall:
    """The step as this screen may show it now."""
    mark = _("Họp thử") if screen.room.practice else ""
    if screen.room.looking_on:
        mark = _(LOOKING_ON)
    return Wall(
        page=large_page(scene_of(screen, hidden=screen.hidden)),
        now=screen.room.clock.now(),
        countdown=screen.head.countdown if screen.head else None,
        notice=screen.said or mark,
    )
