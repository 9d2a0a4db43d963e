"""Makes the folder and the zip that are copied to a USB stick, to install without internet.

`python3 installer/make_stick.py FOLDER` (only pip and a network are needed). Every wheel must be
the one that `lock.txt` names. What lies on the stick is told in `stick/DOC-TRUOC.txt`.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from lock_wheels import CHECKOUT, LOCK, download, entries, locked
from targets import TARGETS, Target

SCRIPTS = Path(__file__).resolve().parent / "stick"
_PROCESSORS = {"AMD64": "x64", "x86_64": "x64", "aarch64": "arm64"}
_MEGABYTE = 1_000_000


def make_stick(folder: Path, targets: tuple[Target, ...], python_setups: list[Path]) -> None:
    """Fills a new folder with scripts, wheels and the lock.

    Raises:
        FileExistsError: the folder is there already; nothing of it is touched.
        subprocess.CalledProcessError: pip could not get what is locked, and has said why.
    """
    folder.mkdir(parents=True)
    shutil.copytree(SCRIPTS, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__*__"))
    wheels = folder / "wheels"
    for target in targets:
        download(target, wheels, locked())
    build = ["wheel", "--quiet", "--no-deps", "--wheel-dir", str(wheels), str(CHECKOUT)]
    subprocess.run([sys.executable, "-m", "pip", *build], check=True)
    own = entries(wheels.glob("chung_tay-*.whl"))
    (folder / "lock.txt").write_text(LOCK.read_text(encoding="utf-8") + own, encoding="utf-8")
    for setup in python_setups:
        (folder / "python").mkdir(exist_ok=True)
        shutil.copy(setup, folder / "python" / setup.name)


def targets_here() -> tuple[Target, ...]:
    """This computer alone, for a trial; none where a stick knows no such computer."""
    processor = _PROCESSORS.get(platform.machine(), platform.machine())
    system = f"{platform.system().lower()}-{processor}"
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return tuple(each for each in TARGETS if each == Target(system, python))


def size_of(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> int:
    """Makes the folder, then the zip beside it, and says how large they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a new folder; the zip is made beside it")
    parser.add_argument("--only-here", action="store_true", help="for this computer alone")
    parser.add_argument(
        "--python-setup",
        type=Path,
        action="append",
        default=[],
        metavar="EXE",
        help="a setup of Python for Windows to carry along, for computers that have none",
    )
    wanted = parser.parse_args()
    targets = targets_here() if wanted.only_here else TARGETS
    if not targets:
        parser.error("a stick is not for this system or this Python; leave out --only-here")
    try:
        make_stick(wanted.folder, targets, wanted.python_setup)
    except FileExistsError:
        print(f"{wanted.folder} is there already; say a new folder.", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        return error.returncode
    packed = Path(
        shutil.make_archive(str(wanted.folder), "zip", wanted.folder.parent, wanted.folder.name)
    )
    print(f"{wanted.folder}: {size_of(wanted.folder) / _MEGABYTE:.0f} MB")
    print(f"{packed}: {packed.stat().st_size / _MEGABYTE:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
