"""What a monkey's hands do: keys, words, pastes, the mouse, windows, and what a terminal sends."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bad_texts import ALL_AT_ONCE, BAD, LONG

SIZES = ((80, 24), (60, 16), (100, 30), (160, 45), (50, 15), (24, 8), (200, 12))
_MANY_AT_ONCE = 20
"""A hand that lies on a key, or a laptop that was busy for a while."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key: how often it is pressed against the others, and what a terminal sends for it."""

    weight: int
    sent: str


STROKES = {
    "enter": Stroke(16, "\r"),
    "down": Stroke(14, "\x1b[B"),
    "escape": Stroke(8, "\x1b"),
    "pagedown": Stroke(8, "\x1b[6~"),
    "up": Stroke(6, "\x1b[A"),
    "space": Stroke(6, " "),
    "tab": Stroke(4, "\t"),
    "ctrl+s": Stroke(4, "\x13"),
    "pageup": Stroke(3, "\x1b[5~"),
    "plus": Stroke(3, "+"),
    "minus": Stroke(2, "-"),
    "backspace": Stroke(3, "\x7f"),
    "home": Stroke(1, "\x1b[H"),
    "end": Stroke(2, "\x1b[F"),
    "delete": Stroke(1, "\x1b[3~"),
    "left": Stroke(1, "\x1b[D"),
    "right": Stroke(1, "\x1b[C"),
    "shift+tab": Stroke(1, "\x1b[Z"),
    "ctrl+j": Stroke(1, "\n"),
    "ctrl+z": Stroke(3, "\x1a"),
    "ctrl+y": Stroke(2, "\x19"),
    "ctrl+g": Stroke(1, "\x07"),
    "ctrl+a": Stroke(1, "\x01"),
    "ctrl+l": Stroke(1, "\x0c"),
    "ctrl+c": Stroke(1, "\x03"),
    "f1": Stroke(1, "\x1bOP"),
    "f2": Stroke(1, "\x1bOQ"),
    "f3": Stroke(1, "\x1bOR"),
    "f4": Stroke(1, "\x1bOS"),
    "f5": Stroke(1, "\x1b[15~"),
    "f6": Stroke(1, "\x1b[17~"),
    "f7": Stroke(1, "\x1b[18~"),
    "f8": Stroke(1, "\x1b[19~"),
    "f9": Stroke(1, "\x1b[20~"),
    "f12": Stroke(1, "\x1b[24~"),
    **{digit: Stroke(3, digit) for digit in "1234567890"},
}
"""By the names that the program has for them."""
_WORDS = (
    "mùi",
    "Nguyễn Thị Ưng",
    "gãy chân",
    "Ba\N{COMBINING GRAVE ACCENT} Lê\N{COMBINING ACUTE ACCENT}",
    "ngày mai",
    "rằm tháng 7",
    "31/02/2026",
    "10.000",
    "99999999999999999999",
    "[bold]ai[/bold]",
    "'; DROP TABLE",
    "vì bận",
)
_PLACES = (
    *("ghi nhận", "giúp ngay", "chăm sóc", "theo dõi", "số liệu", "thành viên", "đồng ý"),
    *("in ấn", "cài đặt", "trang chính", "ghi chú", "đăng ký", "biên bản", "mùi", "lan"),
)
"""Of what the menu finds: the books, steps and papers, and people."""
_PASTES = (ALL_AT_ONCE, LONG, BAD["controls"], BAD["joined emoji"])
_PASTED_LINES = "một\nhai\r\nba\t4\n"


LEAVING = ("f12", "home", "enter") * 2
"""The question whether to leave, with its first answer; once more, where the wall was blank."""


def memory() -> Path | None:
    """Where the books wait for no disk, which is most of the time of an act; None without it."""
    place = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    return place if place.is_dir() else None


def stay_inside(place: Path) -> None:
    """Has this program, and those it starts, find no printer, no viewer and no other books."""
    os.environ["HOME"] = os.environ["PATH"] = str(place)


def say_nothing(_line: str) -> None:
    """How the short forms tell where they are."""


def some_keys(dice: Random) -> list[str]:
    """Some keys without a pause between them, as hands press them."""
    many = dice.randint(0, 9) == 0
    names = list(STROKES)
    if many and dice.randint(0, 1):
        return [dice.choice(names)] * dice.randint(2, _MANY_AT_ONCE)
    weights = [each.weight for each in STROKES.values()]
    return dice.choices(names, weights, k=dice.randint(1, _MANY_AT_ONCE if many else 4))


def things_at_once(dice: Random) -> int:
    """How much is done before the program has done what the first of it asks for."""
    return dice.choice((1, 1, 2, 3))


def some_words(dice: Random) -> str:
    """Something that is typed."""
    return dice.choice(_WORDS)


def somewhere_else(dice: Random) -> tuple[list[str], ...]:
    """Now and then by the menu to a book, a step, a paper or a person; with rests between."""
    if dice.randint(0, 19):
        return ()
    name = ["space" if letter == " " else letter for letter in dice.choice(_PLACES)]
    return ["escape"], name, ["enter"]


def sent(keys: list[str]) -> bytes:
    """What a terminal sends for keys, and for letters as they are."""
    return "".join(STROKES[key].sent if key in STROKES else key for key in keys).encode()


def something_pasted(dice: Random) -> str:
    """What somebody copied out of another window."""
    return dice.choice((*(each.typed for each in _PASTES), _PASTED_LINES))
