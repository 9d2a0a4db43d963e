"""The shortcuts of Windows: on the desktop and in the Start menu."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

_PROFILE = "Chung Tay"
_SHORTCUT = """\
$shell = New-Object -ComObject WScript.Shell
foreach ($place in 'Desktop', 'Programs') {
    $folder = $shell.SpecialFolders($place)
    $link = $shell.CreateShortcut((Join-Path $folder 'Chung Tay.lnk'))
    $link.TargetPath = $env:CHUNGTAY_TARGET
    $link.Arguments = $env:CHUNGTAY_ARGUMENTS
    $link.WorkingDirectory = $env:USERPROFILE
    $link.Save()
}
"""


def make(home: Path, python: Path) -> Path:
    """Makes them for this user; gives what they open.

    Windows Terminal takes size and letters from a profile of our own; where there is only the old
    console window, it is at least given its size.
    """
    target, arguments = _console(python)
    terminal = shutil.which("wt")
    if terminal:
        _write_profile(home, python)
        target, arguments = terminal, f'--size 80,24 new-tab --profile "{_PROFILE}"'
    told = {"CHUNGTAY_TARGET": target, "CHUNGTAY_ARGUMENTS": arguments}
    powershell = ["powershell", "-NoProfile", "-ExecutionPolicy", "Bypass", "-Command", _SHORTCUT]
    subprocess.run(powershell, check=True, env=os.environ | told)
    return Path(target)


def _write_profile(home: Path, python: Path) -> None:
    """A profile as a fragment, which Windows Terminal reads without its own settings changing."""
    fragments = home / "AppData" / "Local" / "Microsoft" / "Windows Terminal" / "Fragments"
    profile = {
        "name": _PROFILE,
        "commandline": f'"{python}" -m tui',
        # The taller cell keeps the marks of capital letters.
        "font": {"face": "Cascadia Mono", "size": 16, "cellHeight": "1.35"},
        "closeOnExit": "graceful",
    }
    folder = fragments / "ChungTay"
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"profiles": [profile]}, ensure_ascii=False, indent=2)
    (folder / "chungtay.json").write_text(text, encoding="utf-8")


def _console(python: Path) -> tuple[str, str]:
    """What opens the old console window in the right size."""
    command = os.environ.get("COMSPEC", "cmd.exe")
    return command, f'/c "chcp 65001 >nul & mode con cols=80 lines=24 & "{python}" -m tui"'
