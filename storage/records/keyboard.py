"""How Vietnamese is typed on this computer."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records.kinds import ToneStyle, TypingMethod


@dataclass(frozen=True, slots=True)
class Keyboard:
    """The method of the program's own, and where its tones stand."""

    method: TypingMethod = TypingMethod.NONE
    style: ToneStyle = ToneStyle.OLD
