"""The file of the wall's own window: private, whole or not there, and read only when it changed."""

from __future__ import annotations

import json
import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from storage import projection as projections
from storage.projection import FILE_NAME, ProjectionReader, write_projection
from storage.records.meetings import Countdown
from storage.records.wall import LargePage, Projection

NINE = datetime(2026, 10, 24, 9, tzinfo=timezone(timedelta(hours=7)))
HANDS = Projection(
    LargePage("Giơ tay", subject="bà Mùi", digits="38", cells=("Tổ 1",), paragraphs=("người",)),
    countdown=Countdown(length=600, used=30, started=NINE),
    theme="chung-tay-light",
    zone=25_200,
)
REST = Projection(LargePage("", subject="CLB thôn Đông"))


def test_what_is_written_is_read(tmp_path: Path) -> None:
    reader = ProjectionReader(tmp_path)
    assert reader.look() is None
    for projection in (HANDS, REST):
        write_projection(tmp_path, projection)
        assert reader.look() == projection


def test_it_is_the_users_alone_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_projection(tmp_path, HANDS)
    write_projection(tmp_path, REST)
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert os.listdir(tmp_path) == [FILE_NAME]


@pytest.mark.parametrize(
    "content",
    [b"", b'{"page": {"ti', b"[]", b"\xff\xfe", b'{"format": 99}', b'{"format": 1, "page": {}}'],
)
def test_half_a_file_leaves_what_was_shown(tmp_path: Path, content: bytes) -> None:
    reader = ProjectionReader(tmp_path)
    (tmp_path / FILE_NAME).write_bytes(content)
    assert reader.look() is None
    write_projection(tmp_path, HANDS)
    assert reader.look() == HANDS
    (tmp_path / FILE_NAME).write_bytes(content)
    assert reader.look() == HANDS
    write_projection(tmp_path, REST)
    assert reader.look() == REST


def test_a_file_that_is_gone_is_waited_for(tmp_path: Path) -> None:
    write_projection(tmp_path, HANDS)
    reader = ProjectionReader(tmp_path)
    assert reader.look() == HANDS
    (tmp_path / FILE_NAME).unlink()
    assert reader.look() is None
    write_projection(tmp_path, HANDS)
    assert reader.look() == HANDS


def test_a_file_that_stays_the_same_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_projection(tmp_path, HANDS)
    reader = ProjectionReader(tmp_path)
    for _look in range(20):
        reader.look()
    monkeypatch.setattr(Path, "read_bytes", lambda _path: pytest.fail("it was read again"))
    assert reader.look() == HANDS


def test_a_second_change_is_seen_where_the_disk_keeps_coarse_times(tmp_path: Path) -> None:
    reader = ProjectionReader(tmp_path)
    path = tmp_path / FILE_NAME
    other = HANDS.page.digits, "39"
    write_projection(tmp_path, HANDS)
    stat = path.stat()
    assert reader.look() == HANDS
    path.write_text(path.read_text().replace(*other))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    changed = reader.look()
    assert changed is not None
    assert changed.page.digits == "39"


def test_it_is_replaced_although_the_other_window_holds_it_for_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows refuses while a file is open."""
    refusals = [PermissionError(), PermissionError()]
    replace = os.replace

    def held(new: Path, path: Path) -> None:
        if refusals:
            raise refusals.pop()
        replace(new, path)

    monkeypatch.setattr(projections, "_BETWEEN_ATTEMPTS", 0)
    monkeypatch.setattr(os, "replace", held)
    write_projection(tmp_path, HANDS)
    assert json.loads((tmp_path / FILE_NAME).read_text())["page"]["digits"] == "38"


def test_a_folder_that_refuses_it_for_good_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_new: Path, _path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(projections, "_BETWEEN_ATTEMPTS", 0)
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        write_projection(tmp_path, HANDS)
