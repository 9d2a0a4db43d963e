"""The choice of how Vietnamese is typed: by the computer's input method, in Telex or in VNI."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from textual.screen import Screen

from screens.language import N_, _
from screens.room import room_of
from storage.records.keyboard import Keyboard
from storage.records.kinds import ToneStyle, TypingMethod

TYPING_KEY = "Ctrl+G"
"""Goes on to the next method, from wherever one is."""

_METHOD = {
    TypingMethod.NONE: N_("máy đã có bộ gõ"),
    TypingMethod.TELEX: "Telex",
    TypingMethod.VNI: "VNI",
}
_EXAMPLE = {
    TypingMethod.NONE: N_("UniKey, EVKey, ibus… lo dấu; chương trình để nguyên mọi chữ."),
    TypingMethod.TELEX: N_(
        "Gõ nguyeenx thij muif thành nguyễn thị mùi. Gõ lại phím dấu là bỏ dấu."
    ),
    TypingMethod.VNI: N_("Gõ nguye6n4 thi5 mui2 thành nguyễn thị mùi. Gõ lại phím dấu là bỏ dấu."),
}
_STYLE = {ToneStyle.OLD: N_("hòa, khỏe, thúy"), ToneStyle.MODERN: N_("hoà, khoẻ, thuý")}


def typing_words(keyboard: Keyboard) -> str:
    """How Vietnamese is typed: "Gõ tiếng Việt: Telex"."""
    return _("Gõ tiếng Việt: {method}").format(method=_(_METHOD[keyboard.method]))


def style_words(keyboard: Keyboard) -> str:
    """Where the program's own methods put a tone: "Đặt dấu: hòa, khỏe, thúy"."""
    return _("Đặt dấu: {style}").format(style=_(_STYLE[keyboard.style]))


def typing_sign(keyboard: Keyboard) -> str:
    """The short sign beside a field; nothing where the computer's own method is at work."""
    if keyboard.method is TypingMethod.NONE:
        return ""
    return _("Gõ: {method}").format(method=_(_METHOD[keyboard.method]))


def typing_key(keyboard: Keyboard) -> tuple[str, str]:
    """The key in the foot, with the method in use or what it is for."""
    return TYPING_KEY, typing_sign(keyboard) or _("gõ Telex, VNI")


def next_method(keyboard: Keyboard) -> Keyboard:
    """The same keyboard with the method that comes next."""
    methods = list(TypingMethod)
    following = methods[(methods.index(keyboard.method) + 1) % len(methods)]
    return replace(keyboard, method=following)


def other_style(keyboard: Keyboard) -> Keyboard:
    """The same keyboard with its tones in the other style."""
    styles = {ToneStyle.OLD: ToneStyle.MODERN, ToneStyle.MODERN: ToneStyle.OLD}
    return replace(keyboard, style=styles[keyboard.style])


async def choose_typing(screen: Screen[Any]) -> None:
    """Asks how Vietnamese is typed."""
    from screens.popups import Choice, ChoicePopup

    room = room_of(screen)
    choices = [
        Choice(replace(room.keyboard, method=method), _(_METHOD[method]), _(_EXAMPLE[method]))
        for method in TypingMethod
    ]
    title = _("Gõ tiếng Việt thế nào?")
    chosen = await screen.app.push_screen_wait(ChoicePopup(title, choices))
    if chosen is not None:
        room.use_keyboard(chosen)
