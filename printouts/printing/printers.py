"""The printers of this computer, the default one known."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from printouts.printing import cups, windows_printing


@dataclass(frozen=True, slots=True)
class Printers:
    """What can be printed to."""

    names: tuple[str, ...] = ()
    default: str = ""
    """Used where none is chosen; empty where none is set."""


def find_printers() -> Printers:
    """Asks the system; may take seconds where printers are looked for on a network."""
    if sys.platform == "win32":
        return Printers(windows_printing.printers(), windows_printing.default_printer())
    return Printers(cups.queues(), cups.default_queue())
