"""Measures ours and the bare library in turn, since a machine has other work too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles
from typing import TypeVar

Measured = TypeVar("Measured")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what was measured of ours, and of the bare library."""

    what: str
    ours: float
    bare: float
    unit: str
    budget: float | None = None
    """How many times the bare library's it may be."""

    @property
    def ratio(self) -> float:
        """How many times the bare library's it is."""
        return self.ours / self.bare if self.bare else float("nan")


def in_turn(
    ours: Callable[[], Measured], bare: Callable[[], Measured], times: int
) -> tuple[list[Measured], list[Measured]]:
    """Measures both as often, one after the other."""
    pairs = [(ours(), bare()) for _ in range(times)]
    return [one for one, _ in pairs], [other for _, other in pairs]


def middle(values: list[float]) -> float:
    """The median."""
    return median(values)


def late(values: list[float]) -> float:
    """The 95th percentile."""
    return quantiles(values, n=20)[-1]


def table(rows: list[Row]) -> str:
    """The rows as Markdown."""
    head = "| what | Chung Tay | bare | ratio | budget |\n| --- | --- | --- | --- | --- |"
    return "\n".join([head, *(_line(row) for row in rows)])


def _line(row: Row) -> str:
    digits = 2 if row.unit == "%" else 1
    budget = "" if row.budget is None else f"≤ {row.budget:g}"
    bare = f"{row.bare:.1f} {row.unit}" if row.bare else ""
    ratio = f"{row.ratio:.2f}" if row.bare else ""
    over = " !" if row.budget is not None and row.ratio > row.budget else ""
    return f"| {row.what} | {row.ours:.{digits}f} {row.unit} | {bare} | {ratio}{over} | {budget} |"
