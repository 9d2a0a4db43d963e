"""A full disk and a broken one at every call in turn, while the program does what it does.

`PYTHONPATH=.:tests python tests/disk_faults.py` is the long form: every call of every script
fails once, and from it on; ENOSPC where something is written or made, EIO at every call but those
that read, which fail with `--reads`. Each trial runs in a process of its own. What was accepted
must be there afterwards, what was not must have been said in a sentence, and must succeed as soon
as there is room. `--every 40` tries each fortieth call.
"""

from __future__ import annotations

import argparse
import asyncio
import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from disk_scripts import SCRIPTS, Deed, Script, prepare
from failing_disk import Fault, arm, disarm, environment, is_there
from long_run import say
from screens.wording import error_sentence
from storage.books import Books
from storage.clock import SystemClock
from storage.errors import BooksError, Refusal, Trouble, TroubleKind
from storage.passphrase import cipher
from storage.safekeeping.checking import check_books
from storage.safekeeping.soundness import first_look
from storage.worker import BooksWorker

_TOO_LONG = 120
"""Seconds after which a trial counts as one that hangs."""
_ROUNDS = 1_000
"""Of deriving a key, in the place of a quarter of a million."""
_TOLD = 500
"""After so many trials it is said how far a script came."""


@dataclass(frozen=True)
class Trial:
    """One script on a disk with one fault."""

    script: str
    fault: Fault
    room_comes_back: bool = True
    """While the program still runs; else it ends on the disk as it is."""

    def __str__(self) -> str:
        left = "" if self.room_comes_back else ", left so"
        return f"{self.script}: {self.fault}{left}"


@dataclass
class Seen:
    """What became of trials."""

    trials: int = 0
    met: int = 0
    """In which a sentence was said."""
    problems: list[str] = field(default_factory=list)
    said: Counter[str] = field(default_factory=Counter)
    """How often each kind of trouble was said."""

    def told(self) -> str:
        """As one line for another process."""
        return json.dumps([self.trials, self.met, self.problems, dict(self.said)])

    @classmethod
    def heard(cls, line: str) -> Seen:
        """What another process told."""
        trials, met, problems, said = json.loads(line)
        return cls(trials, met, problems, Counter(said))

    def add(self, other: Seen) -> None:
        """Takes in what became of others."""
        self.trials += other.trials
        self.met += other.met
        self.problems += other.problems
        self.said.update(other.said)


class Run:
    """A script on a disk with a fault."""

    def __init__(self, script: Script, folder: Path, trial: Trial) -> None:
        self.script, self.folder, self.trial = script, folder, trial
        self.worker = BooksWorker()
        self.accepted: list[Deed] = []
        self.failed: list[Deed] = []
        self.seen = Seen(trials=1)

    async def go(self) -> None:
        """Does the deeds, and those that failed once more as soon as the disk is whole."""
        arm(self.folder, self.trial.fault)
        for deed in self.script.deeds:
            if not await self._tried(deed) and not await self._again(deed):
                self.failed.append(deed)
        if self.trial.room_comes_back:
            disarm()
            for deed in list(self.failed):
                if await self._is_there_already(deed) or await self._tried(deed):
                    self.failed.remove(deed)
                else:
                    self._wrong(f"{deed.name} fails though there is room")
        self._leave()
        disarm()

    async def _is_there_already(self, deed: Deed) -> bool:
        """Whether books that were opened anew have what could not be synced, as SQLite may.

        Whoever does it again sees it there before.
        """
        if deed.holds is None:
            return False
        try:
            there = await self.worker.ask(deed.holds)
        except BooksError:
            return False
        if there:
            self.accepted.append(deed)
        return there

    async def _again(self, deed: Deed) -> bool:
        """A second time at once, where that can succeed: whoever sits there does it too."""
        room_made = self.seen.said.get(TroubleKind.ROOM_MADE, 0) > 0
        if self.trial.fault.for_good and not room_made:
            return False
        if await self._tried(deed):
            return True
        if not self.trial.fault.for_good:
            self._wrong(f"{deed.name} fails a second time")
        return False

    async def _tried(self, deed: Deed) -> bool:
        try:
            await deed.do(self.worker, self.folder)
        except Refusal as error:
            # What rests on a deed that failed cannot be done before that one.
            if not self.failed:
                self._wrong(f"{deed.name} is refused: {error.kind}")
        except BooksError as error:
            self._heard(error)
        else:
            self.accepted.append(deed)
            return True
        return False

    def _leave(self) -> None:
        try:
            self.worker.close()
        except BooksError as error:
            self._heard(error)

    def _heard(self, error: BooksError) -> None:
        sentence = error_sentence(error)
        if not sentence.endswith(".") or "{" in sentence:
            self._wrong(f"no sentence: {sentence!r}")
        self.seen.met = 1
        self.seen.said[str(error.kind)] += 1

    def _wrong(self, what: str) -> None:
        self.seen.problems.append(f"{self.trial}: {what}")

    def look(self) -> None:
        """Looks at what is there once the disk is whole, as after a new start."""
        try:
            books = self._opened()
        except BooksError as error:
            self._wrong(f"does not open again: {error.kind}")
            return
        try:
            first_look(books)
            for finding in check_books():
                self._wrong(f"not sound: {finding}")
            for deed in self.script.deeds:
                if deed in self.accepted and deed.is_missing(books):
                    self._wrong(f"{deed.name} is lost")
            # As at every start; it takes away what a backup that failed could not.
            books.backups.make()
        except Trouble as error:
            self._wrong(f"not sound: {error.kind}")
        finally:
            books.close()
        self._no_halves()

    def _opened(self) -> Books:
        for passphrase in self.script.passphrases[:-1]:
            try:
                return Books(self.folder, SystemClock(), passphrase=passphrase)
            except Trouble as error:
                if error.kind not in {TroubleKind.PASSPHRASE_WRONG, TroubleKind.PASSPHRASE_NEEDED}:
                    raise
        return Books(self.folder, SystemClock(), passphrase=self.script.passphrases[-1])

    def _no_halves(self) -> None:
        for path in self.folder.rglob("*"):
            if path.name.endswith(".part"):
                self._wrong(f"{path.name} is left")
            if path.is_file() and path.stat().st_mode & 0o077:
                self._wrong(f"others may read {path.name}")
        for problem in self.script.unsound_copies(self.folder):
            self._wrong(problem)


def tried(trial: Trial, made: Path) -> Seen:
    """What becomes of one trial, on a copy of prepared books."""
    script = SCRIPTS[trial.script]
    place = Path(tempfile.mkdtemp(dir=made))
    folder = place / "books"
    if (made / trial.script).exists():
        shutil.copytree(made / trial.script, folder)
    run = Run(script, folder, trial)
    try:
        asyncio.run(run.go())
        run.look()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what the trial found
        disarm()
        run.seen.problems.append(f"{trial}: {error!r}")
    shutil.rmtree(place, ignore_errors=True)
    return run.seen


def in_a_process(trial: Trial, made: Path) -> Seen:
    """The same in a process of its own, which may hang or die."""
    status, answer = _child(lambda: tried(trial, made).told())
    if status != 0:
        return Seen(1, 0, [f"{trial}: the program ended with {status}"])
    return Seen.heard(answer)


def calls_of(script: str, made: Path, fault: Fault) -> int:
    """How many calls a script makes that can fail so."""
    trial = Trial(script, fault, room_comes_back=False)

    def count() -> str:
        folder = made / f"counted-{script}-{fault}"
        if (made / script).exists():
            shutil.copytree(made / script, folder)
        run = Run(SCRIPTS[script], folder, trial)
        asyncio.run(run.go())
        assert not run.seen.problems, run.seen.problems
        return str(disarm())

    status, answer = _child(count)
    assert status == 0, f"{script} fails by itself"
    return int(answer)


def _child(work: Callable[[], str]) -> tuple[int, str]:
    """Does something in a process of its own; its status, and what it gave."""
    ours, theirs = os.pipe()
    process = os.fork()
    if process == 0:
        status = 1
        try:
            signal.alarm(_TOO_LONG)
            with os.fdopen(theirs, "w", encoding="utf-8") as told:
                told.write(work())
            status = 0
        except BaseException as error:  # noqa: BLE001 - the parent is told by the status
            sys.stderr.write(f"{error!r}\n")
        finally:
            os._exit(status)
    os.close(theirs)
    with os.fdopen(ours, encoding="utf-8") as told:
        answer = told.read()
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), answer


def trials_of(script: str, made: Path, every: int, *, reads: bool) -> Iterator[Trial]:
    """All trials of a script."""
    faults = (Fault(0, errno.EIO, reads_too=True),)
    for fault in faults if reads else (Fault(0, errno.ENOSPC), Fault(0, errno.EIO)):
        for call in range(1, calls_of(script, made, fault) + 1, every):
            once = replace(fault, call=call)
            lasting = replace(once, for_good=True)
            yield Trial(script, once)
            yield Trial(script, lasting)
            yield Trial(script, lasting, room_comes_back=False)


def swept(
    scripts: Sequence[str], every: int, jobs: int, *, reads: bool = False
) -> Iterator[tuple[str, Seen]]:
    """What becomes of every trial of these scripts, as it comes."""
    made = Path(tempfile.mkdtemp(prefix="chungtay-faults-", dir=_memory()))
    # A key is derived from a passphrase without the disk: that need not take its tenth of a second.
    cipher._ROUNDS = _ROUNDS
    prepare(made, scripts)
    for script in scripts:
        # What it imports when it first needs it is there in every process then.
        assert not tried(Trial(script, Fault(0, errno.EIO)), made).problems
    with ThreadPoolExecutor(jobs) as pool:
        for script in scripts:
            trials = trials_of(script, made, every, reads=reads)
            for seen in pool.map(lambda trial: in_a_process(trial, made), trials):
                yield script, seen
    shutil.rmtree(made)


def _memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of its own


def main(arguments: Sequence[str]) -> int:
    """The long form; its table is in the README."""
    parser = argparse.ArgumentParser()
    parser.add_argument("scripts", nargs="*", default=list(SCRIPTS))
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--reads", action="store_true", help="EIO when reading, too")
    wanted = parser.parse_args(arguments)
    if not is_there():
        place = Path(tempfile.mkdtemp(prefix="chungtay-faults-"))
        command = [sys.executable, __file__, *arguments]
        ended = subprocess.run(command, env=environment(place), check=False)
        shutil.rmtree(place)
        return ended.returncode
    found = {script: Seen() for script in wanted.scripts}
    for script, seen in swept(wanted.scripts, wanted.every, wanted.jobs, reads=wanted.reads):
        found[script].add(seen)
        for problem in seen.problems:
            say(problem)
        if found[script].trials % _TOLD == 0:
            _say_what_came(script, found[script])
    for script, seen in found.items():
        _say_what_came(script, seen)
    return 1 if any(seen.problems for seen in found.values()) else 0


def _say_what_came(script: str, seen: Seen) -> None:
    said = ", ".join(f"{kind} {number}" for kind, number in seen.said.most_common())
    line = f"{script}: {seen.trials} trials, {seen.met} told of trouble ({said})"
    say(f"{line}; {len(seen.problems)} bad")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
