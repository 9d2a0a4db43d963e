"""Whether the day that a machine's clock says can be today."""

from __future__ import annotations

from datetime import date, timedelta

_NOBODY_YET = date(2025, 1, 1)
"""Before this day there was no such program."""
_NOBODY_ANY_MORE = date(2060, 1, 1)
"""A laptop that says this day is mistaken sooner than the program is still in use."""
_LONG_REST = timedelta(days=2 * 366)
"""A club meets every month; after so long a rest the day is worth asking."""


def is_doubtful(today: date, last: date | None) -> bool:
    """Whether the day is before the last entry, or years off."""
    if not _NOBODY_YET <= today < _NOBODY_ANY_MORE:
        return True
    return last is not None and not last <= today <= last + _LONG_REST
