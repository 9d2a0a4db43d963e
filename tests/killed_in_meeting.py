"""Kills the program in a live meeting, at any moment, and looks what is left.

`PYTHONPATH=.:tests nice python tests/killed_in_meeting.py 1000` is the long form; `--seed` gives
others. Whatever the screen had said is stored must be in the books; the books must pass their
check; opened again, the program must stand where it stood at most 0.3 seconds before: on the same
step and line, or in the same form and field with what was typed there.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random

from acknowledged import Stored, acts_in, lost_of
from live_deeds import do_something
from live_meeting import Frame, Killed, LiveMeeting, Place
from prepared import MORNING, PreparedBooks, Stage
from storage.records.kinds import Step

STAGES = tuple(stage for stage in Stage if stage is not Stage.HOME)
_KILLS = 8
"""In a row on the same books."""
_LONGEST = 2.5
"""Seconds from the first frame to the kill."""
_MOST_LOST = 0.3
_PATIENCE = 4.0
_LONG_START = 15.0
"""On a machine with much else to do."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one kill."""

    acknowledged: int
    lost: tuple[str, ...] = ()
    """Entries that the screen had said are stored."""
    unsound: tuple[str, ...] = ()
    """What the check of the books says."""
    elsewhere: bool = False
    """Whether the program then stood at another place."""
    typing_lost: float = 0.0
    """Seconds of it."""
    in_form: bool = False
    in_popup: bool = False
    """One in which something was half given."""
    ahead: bool = False
    """Whether the last key had done more than the screen had shown yet."""
    told: str = ""
    """What was pressed last, what the screen showed then, and what after the program began anew."""


def tried(prepared: Path, stage: Stage, kills: int, seed: int) -> list[Trial]:
    """Kills the program so many times, each time opened again on the same books."""
    chance, trials = Random(seed), list[Trial]()
    with tempfile.TemporaryDirectory(prefix="chungtay-kills-") as place:
        folder = PreparedBooks(prepared).copy(stage, Path(place) / "books")
        before = acts_in(folder)[0]
        meeting = _opened(folder, chance, 0)
        try:
            for number in range(1, kills + 1):
                _hold(meeting)
                stored, unsound = acts_in(folder)
                again = _opened(folder, chance, number)
                trials.append(_judged(meeting, before, stored, unsound, again))
                before, meeting = stored, again
        finally:
            meeting.kill()
    return trials


def _opened(folder: Path, chance: Random, number: int) -> LiveMeeting:
    moment = MORNING + timedelta(hours=2, minutes=number)
    meeting = LiveMeeting(folder, moment, chance)
    meeting.until(lambda: bool(_place(meeting.frames)), _LONG_START)
    return meeting


def _hold(meeting: LiveMeeting) -> None:
    """Does one thing after the other until the program is killed."""
    meeting.kill_in(meeting.chance.uniform(0, _LONGEST))
    try:
        while True:
            do_something(meeting)
    except Killed:
        return


def _judged(
    meeting: LiveMeeting,
    before: Sequence[Stored],
    stored: Sequence[Stored],
    unsound: tuple[str, ...],
    again: LiveMeeting,
) -> Trial:
    last = before[-1].number if before else 0
    frame = _frame_come_back_to(meeting, again)
    lost = _lost_since(meeting, frame) if frame else _letters_lost(meeting, again)
    ahead = (lost is None or lost > _MOST_LOST) and _one_key_further(meeting, again)
    return Trial(
        acknowledged=len(meeting.acknowledged),
        lost=tuple(lost_of(meeting.acknowledged, stored, last, meeting.not_yet_said)),
        unsound=unsound,
        elsewhere=lost is None and not ahead,
        typing_lost=0.0 if ahead or lost is None else lost,
        in_form=_place(meeting.frames)[:1] == ("form",),
        in_popup=_place(meeting.frames)[:1] == ("popup",),
        ahead=ahead,
        told=f"{meeting.last_key!r}\n{meeting.text}\n--- and then\n{again.text}",
    )


def _frame_come_back_to(meeting: LiveMeeting, again: LiveMeeting) -> Frame | None:
    """The last frame before the kill that shows where the program stands, once it is at rest."""

    def where() -> Frame | None:
        place = _place(again.frames)
        same = (each for each in reversed(meeting.frames) if each.place == place)
        return next(same, None)

    def come_back() -> bool:
        frame = where()
        return frame is not None and _lost_since(meeting, frame) <= _MOST_LOST

    again.until(come_back, _PATIENCE)
    return where()


def _letters_lost(meeting: LiveMeeting, again: LiveMeeting) -> float | None:
    """Seconds of letters that are missing in the same form; None where it is another place."""
    before, now = _place(meeting.frames), _place(again.frames)
    if before[:2] != now[:2] or now[:1] != ("form",):
        return None
    seen = _fields(before)
    losses = [
        _missing_in(meeting, now[:2], label, text)
        for label, text in _fields(now).items()
        # The last letters may be stored before they are drawn.
        if label in seen and not text.startswith(seen[label])
    ]
    found = [each for each in losses if each is not None]
    return max(found, default=0.0) if len(found) == len(losses) else None


def _missing_in(meeting: LiveMeeting, form: Place, label: str, text: str) -> float | None:
    """For how long something else stood in a field; None where this never did."""
    shown = [each for each in meeting.frames if each.place and each.place[:2] == form]
    told = [(each, _fields(each.place or ()).get(label)) for each in shown]
    for frame, stood in reversed(told):
        if stood == text:
            return _lost_since(meeting, frame)
    more = (frame.since for frame, stood in told if stood is not None and stood.startswith(text))
    began = next(more, None)
    return None if began is None else meeting.killed_at - began


def _fields(place: Place) -> dict[str, str]:
    """What stands in each field that is seen; names that are offered, and sentences, move rows."""
    fields, label = dict[str, str](), ""
    for row in place[2:]:
        if row.strip() == "Lưu":
            break
        first, _gap, text = row.partition("  ")
        label = first or label
        fields[label] = f"{fields.get(label, '')} {text}".strip()
    return fields


def _lost_since(meeting: LiveMeeting, frame: Frame) -> float:
    """For how long before the kill something else was seen than in this frame."""
    return max(0.0, meeting.killed_at - _until(meeting.frames, frame))


def _until(frames: Sequence[Frame], frame: Frame) -> float:
    """Until when a place was seen; a popup does not take it away."""
    after = frames[frames.index(frame) + 1 :]
    return next((each.since for each in after if each.place is not None), float("inf"))


def _place(frames: Sequence[Frame]) -> Place:
    return next((each.place for each in reversed(frames) if each.place is not None), ())


def _one_key_further(meeting: LiveMeeting, again: LiveMeeting) -> bool:
    """Whether the program stands where the last key leads, which the screen had not shown yet."""
    before, now = _place(meeting.frames), _place(again.frames)
    if meeting.in_popup and before[:2] == now[:2]:
        # A digit moved the cursor and opened the popup in one.
        return True
    if before[:1] == ("step",) == now[:1]:
        beside = abs(int(before[1]) - int(now[1])) <= 1
        # Enter on what was agreed leads from the approval to the step where it was.
        to_its_step = int(before[1]) == Step.APPROVAL and meeting.last_key == "enter"
        return meeting.was_doing_something(0.5) and (beside or to_its_step)
    # A form was opened or accepted, which takes longer on a busy machine.
    return bool(before and now) and meeting.was_doing_something(1.5)


def report(trials: Sequence[Trial]) -> str:
    """What came of all of them, in a few lines."""
    losses = sorted(trial.typing_lost for trial in trials if trial.in_form)
    told = {
        "kills": len(trials),
        "of them in a form": len(losses),
        "of them in a popup with something half given": sum(trial.in_popup for trial in trials),
        "entries acknowledged": sum(trial.acknowledged for trial in trials),
        "acknowledged entries lost": sum(len(trial.lost) for trial in trials),
        "books unsound": sum(bool(trial.unsound) for trial in trials),
        "at another place": sum(trial.elsewhere for trial in trials),
        "one key further than the screen had shown": sum(trial.ahead for trial in trials),
        "more than 0.3 s of typing lost": sum(lost > _MOST_LOST for lost in losses),
        "most typing lost": f"{max(losses, default=0):.2f} s",
    }
    return "".join(f"{what}: {number}\n" for what, number in told.items())


def is_bad(trial: Trial) -> bool:
    """Whether anything was not as it must be."""
    lost = trial.lost or trial.unsound or trial.typing_lost > _MOST_LOST
    return bool(lost or trial.elsewhere)


def _tell(trials: Sequence[Trial], so_far: int) -> None:
    """Says at once what was bad, since the long form takes its time."""
    for trial in filter(is_bad, trials):
        told = (*trial.lost, *trial.unsound, f"{trial.typing_lost:.2f} s", trial.told)
        sys.stdout.write("\n".join((f"up to kill {so_far}:", *told, "=" * 80, "")))
    sys.stdout.flush()


def main() -> int:
    """The long form."""
    parser = argparse.ArgumentParser(description="Kills in a live meeting.")
    parser.add_argument("kills", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=2)
    asked = parser.parse_args()
    rows = -(-asked.kills // _KILLS)
    with tempfile.TemporaryDirectory(prefix="chungtay-prepared-") as place:
        prepared = Path(place)
        PreparedBooks(prepared).copy(STAGES[-1], prepared / "last")
        stages = [STAGES[row % len(STAGES)] for row in range(rows)]
        seeds = [asked.seed * 100_000 + row for row in range(rows)]
        counts = [min(_KILLS, asked.kills - row * _KILLS) for row in range(rows)]
        with ProcessPoolExecutor(asked.at_once) as workers:
            trials: list[Trial] = []
            for some in workers.map(partial(tried, prepared), stages, counts, seeds):
                trials += some
                _tell(some, len(trials))
                sys.stderr.write(report(trials).replace("\n", " · ") + "\n")
    sys.stdout.write(report(trials))
    return any(map(is_bad, trials))


if __name__ == "__main__":
    sys.exit(main())
