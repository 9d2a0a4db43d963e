"""A bundle's file may come from anywhere: what its digests do not hold is not believed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from invented_bundles import invented_bundle
from storage.association.bundle_file import LARGEST, read_bundle
from storage.association.bundle_text import bundle_bytes
from storage.association.faults import Fault, NotGathered
from storage.records.association import SealLink

CLUB = invented_bundle(1)


def refused(path: Path) -> Fault:
    with pytest.raises(NotGathered) as found:
        read_bundle(path)
    return Fault(found.value.kind)


LINES = bundle_bytes(CLUB).splitlines(keepends=True)


def _newer(_sound: bytes) -> bytes:
    return LINES[0].replace(b'"version":1', b'"version":2') + b'{"anything":[]}\n'


HOSTILE: dict[str, tuple[Callable[[bytes], bytes], Fault]] = {
    "empty": (lambda _: b"", Fault.NOT_A_BUNDLE),
    "not JSON": (lambda _: b"PK\x03\x04 a zip\n", Fault.NOT_A_BUNDLE),
    "not UTF-8": (lambda _: b'{"format":"\xff"}\n', Fault.NOT_A_BUNDLE),
    "JSON of another kind": (lambda _: b'{"format":"geojson","version":1}\n', Fault.NOT_A_BUNDLE),
    "a list": (lambda _: b"[1,2]\n", Fault.NOT_A_BUNDLE),
    "deeply nested": (lambda _: b"[" * 8000 + b"\n", Fault.NOT_A_BUNDLE),
    "a very long number": (
        lambda sound: sound.replace(b'"acts":1440', b'"acts":' + b"9" * 5000),
        Fault.NOT_A_BUNDLE,
    ),
    "a number that is none": (
        lambda sound: sound.replace(b'"acts":1440', b'"acts":NaN'),
        Fault.NOT_A_BUNDLE,
    ),
    "a lone surrogate": (lambda _: b'{"format":"\\ud800"}\n', Fault.NOT_A_BUNDLE),
    "a very long line": (lambda _: b'{"format":"' + b"x" * 20_000 + b'"}\n', Fault.NOT_A_BUNDLE),
    "a later format": (_newer, Fault.NEWER_FORMAT),
    "cut off": (lambda sound: sound[: len(sound) // 2], Fault.CHANGED),
    "a letter changed": (
        lambda sound: sound.replace(b'"present":4', b'"present":5'),
        Fault.CHANGED,
    ),
    "a line gone": (lambda _: b"".join(LINES[:5] + LINES[6:]), Fault.CHANGED),
    "lines swapped": (lambda _: b"".join([*LINES[:-2], LINES[-1], LINES[-2]]), Fault.CHANGED),
    "something after its end": (lambda sound: sound + b"{}\n", Fault.NOT_A_BUNDLE),
    "written in another way": (
        lambda sound: sound.replace(b'{"club":', b'{ "club":', 1),
        Fault.NOT_A_BUNDLE,
    ),
}


@pytest.mark.parametrize(("made", "fault"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_sound_bundle_is_refused(
    tmp_path: Path, made: Callable[[bytes], bytes], fault: Fault
) -> None:
    sound = bundle_bytes(CLUB)
    path = tmp_path / "x.chungtay"
    path.write_bytes(made(sound))
    assert path.read_bytes() != sound
    assert refused(path) is fault


def test_every_flipped_byte_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "x.chungtay"
    sound = bundle_bytes(CLUB)
    for place in range(0, len(sound), 151):
        path.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        refused(path)


@pytest.mark.parametrize(
    "links",
    [
        CLUB.links[1:],
        CLUB.links[:3] + CLUB.links[4:],
        (CLUB.links[0], replace(CLUB.links[0], previous=CLUB.links[0].seal)),
        (),
    ],
    ids=["without its beginning", "with a gap", "in a ring", "of nothing"],
)
def test_a_chain_that_does_not_follow_is_refused(
    tmp_path: Path, links: tuple[SealLink, ...]
) -> None:
    path = tmp_path / "x.chungtay"
    path.write_bytes(bundle_bytes(replace(CLUB, links=links)))
    assert refused(path) is Fault.CHAIN_BROKEN


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.chungtay"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert refused(path) is Fault.TOO_LARGE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.chungtay")
    assert refused(tmp_path / "x.chungtay") is Fault.NOT_A_FILE
    assert refused(tmp_path / "none.chungtay") is Fault.NOT_A_FILE
