"""What the tests share: open books of a small club, and a meeting with everyone present."""

from __future__ import annotations

import errno
import gc
import os
import shutil
import stat
from collections.abc import Generator, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import settings

import sample_minutes
from made_once import made_once, shared_folder
from plain_books import PlainBooks
from prepared import PreparedBooks
from sample_paper import sample_content
from screens.language import Language, speak
from storage.books import Books
from storage.clock import FixedClock
from storage.practice.books import make_practice_books
from storage.records.kinds import Address, Position, Step
from storage.records.minutes import MinutesContent
from storage.records.people import Club

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # No test depends on how fast the machine is.

GIVEN_NAMES = ["An", "Bình", "Cúc", "Dung", "Đức", "Hà", "Hoa", "Lan", "Mai", "Nga", "Tâm"]
FAMILY_NAMES = ["Nguyễn Thị", "Trần Văn", "Lê Thị", "Phạm Thị", "Vũ Văn"]


MORNING = datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7)))
"""Of the sample meeting."""

_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
_ROOM = 2 * 1024**3
_COLLECTED_AFTER = 50_000


def pytest_configure(config: pytest.Config) -> None:
    """Lets the tests' folders lie in memory where there is room, and has all colours there are.

    The books wait for the disk at every act, as they must: that was most of the tests' time. The
    pictures would be others where the tests are run in a terminal of sixteen colours. What each
    screen leaves is collected less often: it was looked for a tenth of the time.
    """
    gc.set_threshold(_COLLECTED_AFTER)
    os.environ["COLORTERM"] = "truecolor"
    wished = config.getoption("basetemp") or os.environ.get("PYTEST_DEBUG_TEMPROOT")
    if not wished and _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM:
        os.environ["PYTEST_DEBUG_TEMPROOT"] = str(_MEMORY)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Lets what failed be told whatever letters it failed on: half a letter is not sent on.

    Without this a worker that has to tell of one ends the whole run.
    """
    report = yield
    told = str(report.longrepr)
    if report.failed and not _sendable(told):
        report.longrepr = told.encode("utf-8", "backslashreplace").decode("utf-8")
    return report


def _sendable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


@pytest.fixture(autouse=True)
def vietnamese_again() -> Iterator[None]:
    """Whatever a test speaks, the next one hears Vietnamese."""
    yield
    speak(Language.VIETNAMESE)


@pytest.fixture
def clock() -> FixedClock:
    """The morning of the sample meeting."""
    return FixedClock(MORNING)


@pytest.fixture(scope="session")
def small_club(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a club of five groups with eleven members each; each test has a copy."""
    return made_once(shared_folder(tmp_path_factory) / "small-club", _make_small_club)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> PreparedBooks:
    """The practice club's books at every stage of the sample meeting; each test has a copy."""
    return PreparedBooks(shared_folder(tmp_path_factory) / "prepared")


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> PlainBooks:
    """The same with names and texts of bare letters: what is Vietnamese is the program's."""
    return PlainBooks(shared_folder(tmp_path_factory) / "plain")


@pytest.fixture(scope="session")
def invented_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of invented books of the twelve months before October 2026; it is not changed."""
    return made_once(
        shared_folder(tmp_path_factory) / "invented-year",
        lambda folder: make_practice_books(folder, 1, 7, MORNING.date()),
    )


def _make_small_club(folder: Path) -> None:
    books = Books(folder, FixedClock(MORNING))
    books.club.save(
        Club(
            name="CLB Liên thế hệ tự giúp nhau thôn Đông",
            hamlet="thôn Đông",
            commune="xã An Bình",
            parent_body="Hội Người cao tuổi xã An Bình",
            place="Nhà văn hóa thôn Đông",
            recipients="Hội Người cao tuổi xã An Bình",
        )
    )
    for number, family in enumerate(FAMILY_NAMES, start=1):
        group = books.register.add_group(f"Tổ {number}")
        form = Address.BA if "Thị" in family else Address.ONG
        ids = [
            books.register.add_member(f"{family} {given}", group, address_form=form)
            for given in GIVEN_NAMES
        ]
        books.register.set_leader(group, ids[0])
    members = books.register.members()
    books.register.set_positions(members[0].id, [Position.CHAIR])
    books.register.set_positions(members[1].id, [Position.SECRETARY])
    books.close()


@pytest.fixture
def books(small_club: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Books]:
    """Books of a club of five groups with eleven members each."""
    books = Books(Path(shutil.copytree(small_club, tmp_path / "books")), clock)
    yield books
    books.close()


@pytest.fixture
def meeting_id(books: Books) -> int:
    """A running meeting with everyone present by count."""
    meeting = books.meetings.begin()
    for group in books.register.groups():
        books.attendance.count_group(meeting.id, group.id, group.members)
    return meeting.id


@pytest.fixture
def closed_books(books: Books, meeting_id: int, tmp_path: Path) -> Path:
    """The folder of closed books with a running meeting, for the app to open."""
    assert meeting_id
    books.close()
    return tmp_path / "books"


@pytest.fixture
def approved_books(books: Books, meeting_id: int, tmp_path: Path) -> Path:
    """The folder of closed books with the sample meeting at step 8, approved and not sealed."""
    sample_minutes.hold(books, meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    books.meetings.go_to(meeting_id, Step.APPROVAL)
    books.close()
    return tmp_path / "books"


@pytest.fixture
def sealed_books(books: Books, meeting_id: int, tmp_path: Path) -> Path:
    """The folder of closed books with the sample meeting sealed."""
    sample_minutes.hold_and_seal(books, meeting_id)
    books.close()
    return tmp_path / "books"


@pytest.fixture
def folders_unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """File systems that cannot sync a folder, as some sticks have them."""
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.fixture
def content() -> MinutesContent:
    """The approved minutes of the sample meeting, for a paper."""
    return sample_content()


@pytest.fixture(autouse=True)
def not_looked_through(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some tests lead their books to a state by single rows, which the whole look would name.

    What it finds in damaged books, and that it finds nothing in sound ones, the tests of faults
    say.
    """
    if "faults" not in request.path.parts:
        monkeypatch.setattr("storage.safekeeping.soundness.whole_look", list)
