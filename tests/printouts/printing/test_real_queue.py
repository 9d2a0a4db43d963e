"""A paper goes through a real CUPS to a printer that makes PDFs, and arrives as it was sent.

It needs a scheduler of its own, and so runs where CUPS and cups-pdf are installed and the tests
run as root (`apt-get install cups printer-driver-cups-pdf`); elsewhere it is skipped.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pdfplumber
import pytest
from PIL import ImageChops, ImageStat

from printouts.minutes import minutes_pdf
from printouts.printing.files import write_document
from printouts.printing.printer import Sent, print_document
from printouts.printing.printers import Printers, find_printers
from storage.records.minutes import MinutesContent

_DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
_OUTPUT = Path.home() / "PDF"
_QUEUE = "Chung_Tay_thu"
_DEADLINE_SECONDS = 60
_ALIKE = 6
"""The mean difference of two pictures of a page, of 255; letters are drawn a little otherwise."""

_CONFIGURATION = """
Listen {folder}/cups.sock
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_FILES = """
ServerRoot {folder}
RequestRoot {folder}/spool
StateDir {folder}/state
CacheDir {folder}/cache
TempDir {folder}/tmp
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
"""


def _why_not() -> str:
    if sys.platform != "linux" or os.geteuid() != 0:
        return "a scheduler of its own needs Linux and root"
    missing = [name for name in ("cupsd", "lpadmin", "lp") if shutil.which(name) is None]
    if missing or not _DRIVER.exists():
        return "cups and printer-driver-cups-pdf are not installed"
    return ""


pytestmark = pytest.mark.skipif(bool(_why_not()), reason=_why_not() or "it runs")


@pytest.fixture
def queue(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A scheduler with one printer, which is the default one."""
    # Not in pytest's own folder: the filters run as another user, who must reach it.
    with TemporaryDirectory(prefix="cups-") as name:
        yield from _queue_in(Path(name), monkeypatch)


def _queue_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    folder.chmod(0o755)
    for name in ("spool", "state", "cache", "tmp"):
        (folder / name).mkdir()
    (folder / "tmp").chmod(0o1777)
    settings = {"cupsd.conf": _CONFIGURATION, "cups-files.conf": _FILES}
    for name, text in settings.items():
        (folder / name).write_text(text.format(folder=folder), encoding="utf-8")
    monkeypatch.setenv("CUPS_SERVER", str(folder / "cups.sock"))
    scheduler = subprocess.Popen(
        ["cupsd", "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")],
        stderr=subprocess.DEVNULL,
    )
    try:
        _until(lambda: (folder / "cups.sock").exists())
        for words in (["-p", _QUEUE, "-v", "cups-pdf:/", "-P", str(_DRIVER), "-E"], ["-d", _QUEUE]):
            subprocess.run(["lpadmin", *words], check=True, stderr=subprocess.DEVNULL)
        yield _QUEUE
    finally:
        scheduler.terminate()
        scheduler.wait()


def _until(reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _DEADLINE_SECONDS
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _all_printed() -> bool:
    waiting = subprocess.run(["lpstat", "-o"], capture_output=True, check=True)
    return not waiting.stdout.strip()


def _same_pages(sent: bytes, arrived: bytes) -> bool:
    with pdfplumber.open(io.BytesIO(sent)) as one, pdfplumber.open(io.BytesIO(arrived)) as two:
        if len(one.pages) != len(two.pages):
            return False
        for page, other in zip(one.pages, two.pages, strict=True):
            picture = page.to_image(resolution=50).original.convert("L")
            printed = other.to_image(resolution=50).original.convert("L").resize(picture.size)
            if ImageStat.Stat(ImageChops.difference(picture, printed)).mean[0] > _ALIKE:
                return False
        return True


def test_a_paper_arrives_as_it_was_sent(
    queue: str, tmp_path: Path, content: MinutesContent
) -> None:
    assert find_printers() == Printers((queue,), queue)
    data = minutes_pdf(content)
    path = write_document(tmp_path, "bien-ban-thu-may-in.pdf", data)
    before = set(_OUTPUT.glob("*.pdf"))
    assert print_document(path, queue, 1) is Sent.PRINTED
    _until(_all_printed)
    _until(lambda: bool(set(_OUTPUT.glob("*.pdf")) - before))
    (arrived,) = set(_OUTPUT.glob("*.pdf")) - before
    try:
        assert _same_pages(data, arrived.read_bytes())
    finally:
        arrived.unlink()


def test_a_paper_for_a_printer_that_is_switched_off_waits(
    queue: str, tmp_path: Path, content: MinutesContent
) -> None:
    subprocess.run(["cupsdisable", queue], check=True)
    path = write_document(tmp_path, "bien-ban.pdf", minutes_pdf(content))
    assert print_document(path) is Sent.WAITING
    subprocess.run(["cancel", "-a"], check=True)
