"""The entry in the menu of a Linux desktop, and the command `chungtay`."""

from __future__ import annotations

import shlex
from pathlib import Path

_OPENER = """\
#!/bin/sh
# Opens Chung Tay in a terminal of 80 columns by 24 rows, in letters that have every mark.
program={program}
font=Monospace
for name in "JetBrains Mono" "Noto Sans Mono" "Cascadia Mono"; do
    if fc-list 2>/dev/null | grep -q "$name"; then font=$name; break; fi
done
size=16
has() {{ command -v "$1" >/dev/null 2>&1; }}
if has gnome-terminal; then
    exec gnome-terminal --geometry=80x24 --hide-menubar --title="Chung Tay" -- "$program" "$@"
elif has konsole; then
    exec konsole --hide-menubar --hide-tabbar -p "Font=$font,$size" -p TerminalColumns=80 \\
        -p TerminalRows=24 -e "$program" "$@"
elif has xfce4-terminal; then
    exec xfce4-terminal --disable-server --geometry=80x24 --font="$font $size" --hide-menubar \\
        --title="Chung Tay" -x "$program" "$@"
elif has mate-terminal; then
    exec mate-terminal --disable-factory --geometry=80x24 --hide-menubar -x "$program" "$@"
elif has kitty; then
    exec kitty -o font_family="$font" -o font_size=$size -o remember_window_size=no \\
        -o initial_window_width=80c -o initial_window_height=24c "$program" "$@"
elif has xterm; then
    exec xterm -u8 -geometry 80x24 -fa "$font" -fs $size -xrm 'XTerm*scaleHeight: 1.15' \\
        -T "Chung Tay" -e "$program" "$@"
elif has lxterminal; then
    exec lxterminal --no-remote --geometry=80x24 --title="Chung Tay" -e "$program"
fi
exec x-terminal-emulator -e "$program" "$@"
"""
_ENTRY = """\
[Desktop Entry]
Type=Application
Name=Chung Tay
Comment=Phần IV buổi sinh hoạt câu lạc bộ liên thế hệ tự giúp nhau
Exec={opener}
Terminal=false
Categories=Office;
"""


def make(home: Path, python: Path) -> Path:
    """Writes them for this user; gives the command that opens the terminal."""
    programs = home / ".local" / "bin"
    programs.mkdir(parents=True, exist_ok=True)
    command = python.with_name("chungtay")
    _write_program(command, f'#!/bin/sh\nexec {shlex.quote(str(python))} -m tui "$@"\n')
    link = programs / "chungtay"
    link.unlink(missing_ok=True)
    link.symlink_to(command)
    opener = programs / "chungtay-mo"
    _write_program(opener, _OPENER.format(program=shlex.quote(str(command))))
    entries = home / ".local" / "share" / "applications"
    entries.mkdir(parents=True, exist_ok=True)
    entry = _ENTRY.format(opener=_quoted(opener))
    (entries / "chungtay.desktop").write_text(entry, encoding="utf-8")
    return opener


def _write_program(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def _quoted(path: Path) -> str:
    """A path as a desktop entry wants it: a home folder may have a space in its name."""
    escaped = str(path)
    for character in '\\"`$':
        escaped = escaped.replace(character, f"\\{character}")
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'
