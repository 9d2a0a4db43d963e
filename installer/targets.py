"""The computers that a stick is made for, in the words that pip knows them by."""

from __future__ import annotations

from dataclasses import dataclass

PYTHONS = ("3.11", "3.12", "3.13")
_LINUX = ("manylinux2014", "manylinux_2_17", "manylinux_2_27", "manylinux_2_28")
PLATFORMS = {
    "windows-x64": ("win_amd64",),
    "linux-x64": tuple(f"{name}_x86_64" for name in _LINUX),
    "linux-arm64": tuple(f"{name}_aarch64" for name in _LINUX),
}
"""Each system with the names of the wheels that it takes."""


@dataclass(frozen=True, slots=True)
class Target:
    """One system with one Python."""

    system: str
    python: str

    @property
    def pip_options(self) -> list[str]:
        """What makes pip choose wheels for this target, whatever it runs on."""
        options = ["--only-binary=:all:", "--implementation=cp", f"--python-version={self.python}"]
        return options + [f"--platform={name}" for name in PLATFORMS[self.system]]


TARGETS = tuple(Target(system, python) for system in PLATFORMS for python in PYTHONS)
