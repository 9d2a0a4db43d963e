"""How Vietnamese is typed on this computer."""

from __future__ import annotations

from storage.records.frozen import frozen
from storage.records.kinds import ToneStyle, TypingMethod


@frozen
class Keyboard:
    """The method of the program's own, and where its tones stand."""

    method: TypingMethod = TypingMethod.NONE
    style: ToneStyle = ToneStyle.OLD
