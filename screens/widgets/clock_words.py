"""The clock of the discussion in digits and in words."""

from __future__ import annotations

from datetime import datetime

from screens.language import _
from storage.records.meetings import Countdown


def clock_text(seconds: int) -> str:
    """Minutes and seconds: "07:31"."""
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def running_clock(countdown: Countdown | None, now: datetime) -> str:
    """The clock in small, with whether it runs, while there is time left: "► 07:31"."""
    if countdown is None or not countdown.begun or not countdown.left(now):
        return ""
    sign = "►" if countdown.started else "■"
    return f"{sign} {clock_text(countdown.left(now))}"


def countdown_words(countdown: Countdown, now: datetime) -> str:
    """How the clock stands, where there is something to say of it."""
    left = countdown.left(now)
    if countdown.ended:
        return _("Đã kết thúc thảo luận.")
    if countdown.begun and left == 0:
        return _("Hết giờ, xin các tổ bàn nốt.")
    if countdown.started is not None:
        return _("Còn chưa đến một phút.") if left < 60 else ""
    return _("Đồng hồ đang dừng.") if countdown.begun else ""
