"""What the terminal may do to the program, and how it is noticed; on Linux and macOS."""

from __future__ import annotations

import asyncio
import codecs
import errno
import os
import select
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, TextIO, cast

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key

END_SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)
"""The window was closed, the program or the machine is to stop."""
_SECONDS_BETWEEN_LOOKS = 1.0
_GONE = frozenset({errno.EBADF, errno.EIO, errno.ENXIO, errno.EPIPE})
_OUTPUT_DESCRIPTORS = (1, 2)
_DECODER = "getincrementaldecoder"
"""The name under which the driver finds the decoder of what is typed."""
_PARSER = "XTermParser"
"""The name under which it finds the one that tells keys from sequences."""


def guard(
    driver: LinuxDriver, ended: Callable[[int], None], stopped: Callable[[], None]
) -> asyncio.Task[None]:
    """Has the driver survive what the terminal does, and tells which signal ends or stops it.

    The task that looks after the terminal is given back, for the caller to hold.
    """
    setattr(linux_driver, _DECODER, _forgiving_decoder)
    setattr(linux_driver, _PARSER, ForgivingParser)
    # What is drawn goes through this file, on a thread of the driver's.
    driver._file = cast("Any", TerminalOutput(cast("TextIO", driver._file)))
    loop = asyncio.get_running_loop()
    for number in END_SIGNALS:
        loop.add_signal_handler(number, ended, number)
    # The driver would stop at once, with what is half typed in memory alone.
    loop.add_signal_handler(signal.SIGTSTP, stopped)
    watch = asyncio.create_task(_until_gone(driver.fileno), name="terminal-watch")

    def tell(task: asyncio.Task[None]) -> None:
        if not task.cancelled():
            ended(signal.SIGHUP)

    watch.add_done_callback(tell)
    return watch


def stop(driver: Driver | None) -> None:
    """Gives the terminal back and stops until the program is to go on, as the driver would."""
    if isinstance(driver, LinuxDriver):
        driver._sigtstp_application()


def _forgiving_decoder(encoding: str) -> partial[codecs.IncrementalDecoder]:
    # One byte that is no UTF-8, from a wrong keyboard or a paste, ended the whole program.
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")


class ForgivingParser(XTermParser):
    """Takes a sequence that means nothing for what is typed; in the stock one it ends the program.

    Kitty and its like send keys as numbers, and a bad line or a pasted file what looks like them.
    """

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterator[Key]:
        # Its numbers may be none, or too large for a letter.
        with suppress(ValueError, OverflowError):
            yield from super()._sequence_to_key_events(sequence, alt)


class TerminalOutput:
    """Writes to the terminal, and into nothing once it is gone.

    Otherwise the thread that writes would die, its queue fill, and the program wait on it
    for ever instead of saving.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Writes a piece of the screen."""
        try:
            return self._file.write(text)
        except OSError as error:
            _let_go(error)
            return len(text)

    def flush(self) -> None:
        """Sends what was written."""
        try:
            self._file.flush()
        except OSError as error:
            _let_go(error)

    def fileno(self) -> int:
        """The descriptor of the terminal."""
        return self._file.fileno()


def _let_go(error: OSError) -> None:
    if error.errno not in _GONE:
        raise error
    # What is still in the buffers must go somewhere, also when Python closes them at its end.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in _OUTPUT_DESCRIPTORS:
        os.dup2(nowhere, descriptor)
    os.close(nowhere)


async def _until_gone(descriptor: int) -> None:
    """Ends when nobody holds the other end of the terminal any more.

    A terminal can go without any signal; the driver then reads nothing for ever, at full speed.
    """
    terminal = select.poll()
    terminal.register(descriptor, 0)
    while not any(mask & (select.POLLHUP | select.POLLERR) for _, mask in terminal.poll(0)):
        await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
