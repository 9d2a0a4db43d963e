"""Sets up Chung Tay from the stick on this computer, for this user, without a network.

It stands alone: Python and what lies beside it on the stick are all that it needs.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

STICK = Path(__file__).resolve().parent
WINDOWS = os.name == "nt"


def main() -> int:
    """Installs, and says in one sentence what came of it."""
    parser = argparse.ArgumentParser(description="Cài Chung Tay vào máy này, không cần mạng.")
    parser.add_argument("--home", type=Path, default=Path.home(), help=argparse.SUPPRESS)
    home: Path = parser.parse_args().home
    program = _program_folder(home)
    print("Đang cài Chung Tay. Xin chờ khoảng một phút, đừng rút thẻ nhớ.", flush=True)
    try:
        install(program)
        opener = _make_entry(home, program)
    except subprocess.CalledProcessError:
        print("Chưa cài được. Thẻ nhớ có thể bị lỗi: xin chép lại thẻ rồi thử lại.")
        return 1
    except OSError as error:
        print(f"Chưa cài được: {error.strerror or error} ({error.filename or program}).")
        return 1
    print(f"Đã cài xong. Mở bằng biểu tượng “Chung Tay” trong danh sách chương trình ({opener}).")
    print("Rút thẻ nhớ được rồi. Sổ sách đã có trong máy vẫn giữ nguyên.")
    return 0


def _program_folder(home: Path) -> Path:
    """Where the program lies, apart from the club's books."""
    if WINDOWS:
        return home / "AppData" / "Local" / "Programs" / "Chung Tay"
    return home / ".local" / "lib" / "chungtay"


def install(program: Path) -> None:
    """Makes the program's own environment in a folder, in the place of an earlier one.

    Raises:
        subprocess.CalledProcessError: a file on the stick is missing or is not what was locked.
        OSError: the folder cannot be written.
    """
    fresh = program.with_name(program.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    venv.create(fresh, with_pip=False, symlinks=not WINDOWS)
    python = python_of(fresh)
    locked = ["--no-deps", "--require-hashes", "--requirement", str(STICK / "lock.txt")]
    _pip(python, *locked)
    # Without byte code each start takes four times as long.
    subprocess.run([python, "-m", "compileall", "-q", str(_packages(python))], check=True)
    _take_place(fresh, program)


def _take_place(fresh: Path, program: Path) -> None:
    """Puts the new program in the place of the old; one that is open on Windows stays whole."""
    old = program.with_name(program.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if program.exists():
        program.rename(old)
    fresh.rename(program)
    shutil.rmtree(old, ignore_errors=True)


def _pip(python: Path, *wanted: str) -> None:
    """Installs from the stick alone, with the pip that lies on it."""
    wheels = STICK / "wheels"
    pip = next(wheels.glob("pip-*.whl")) / "pip"
    options = ["--quiet", "--no-index", "--find-links", str(wheels), "--no-cache-dir"]
    # Settings of this computer could lead pip elsewhere.
    settings = {name: text for name, text in os.environ.items() if not name.startswith("PIP_")}
    settings |= {"PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    subprocess.run([python, str(pip), "install", *options, *wanted], check=True, env=settings)


def _packages(python: Path) -> Path:
    """Where an environment keeps what is installed in it."""
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    found = subprocess.run([python, "-c", asked], check=True, capture_output=True, text=True)
    return Path(found.stdout.strip())


def python_of(environment: Path) -> Path:
    """The Python of an environment."""
    return environment / ("Scripts/python.exe" if WINDOWS else "bin/python")


def _make_entry(home: Path, program: Path) -> Path:
    """An entry among the programs that opens a terminal of the right size with Chung Tay."""
    if WINDOWS:
        import windows_entry

        return windows_entry.make(home, python_of(program))
    import linux_entry

    return linux_entry.make(home, python_of(program))


if __name__ == "__main__":
    sys.exit(main())
