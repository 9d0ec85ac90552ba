"""What the system must have before Qt starts: libraries, and a display that can be reached.

Qt aborts the process where something is missing; these functions find out first and say what to do.
They matter on Linux only: on other systems Qt comes with all it needs.
"""

from __future__ import annotations

import ctypes
import os
import re
import shlex
import shutil
import socket
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

# Libraries that Qt takes from the system, and the packages of Debian and Ubuntu that bring them.
# The first group is needed in any case, the others to open windows under X11 and Wayland.
RENDERING_LIBRARIES: Final = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
X11_LIBRARIES: Final = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libxcb.so.1": "libxcb1",
}
WAYLAND_LIBRARIES: Final = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
# Plugins of Qt by the window system they draw on.
_PLUGINS: Final = {"wayland": "libqwayland*.so", "xcb": "libqxcb.so"}
_LIBRARIES: Final = {"wayland": WAYLAND_LIBRARIES, "xcb": X11_LIBRARIES}
# As the loader says it: "libEGL.so.1: cannot open shared object file: No such file or directory".
_NOT_LOADED: Final = re.compile(r"(lib[^\s:/]+\.so[.\d]*): cannot open shared object file")
# Seconds that a display may take to answer. By judgement.
_MAX_DISPLAY_SECONDS: Final = 5.0
_WITHOUT_WINDOW: Final = (
    "Without a display, `facing picture ORIGINAL REWRITE -o picture.png` draws the window into a"
    " file, and `facing report ORIGINAL REWRITE -o report.html` writes a report."
)


def missing_for_rendering() -> str:
    """Return what keeps Qt from drawing even without a display, "" if nothing does."""
    if not sys.platform.startswith("linux"):
        return ""
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        found = _NOT_LOADED.search(str(error))
        if found is None:
            raise
        return _libraries_sentence(found[1], RENDERING_LIBRARIES)
    return ""


def missing_for_window(arguments: Sequence[str] = ()) -> str:
    """Return what keeps the window from opening, "" if nothing does.

    `arguments` are those for Qt, which may name a window system as `QT_QPA_PLATFORM` does.
    """
    if missing := missing_for_rendering():
        return missing
    if not sys.platform.startswith("linux"):
        return ""
    systems = window_systems(arguments)
    if not systems:
        return ""
    unreachable = {system: _unreachable(system) for system in systems}
    reachable = [system for system in systems if not unreachable[system]]
    if not reachable:
        return f"{' '.join(unreachable.values())}\n{_WITHOUT_WINDOW}"
    problem = ""
    for system in reachable:
        problem = _not_loaded(system)
        if not problem:
            break
    return problem


def window_systems(arguments: Sequence[str]) -> list[str]:
    """Return the window systems that Qt will try; empty if another one is requested."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    for option, value in pairwise(arguments):
        if option.lstrip("-") == "platform":
            chosen = value
    if chosen:
        names = [name.partition(":")[0].partition("-")[0] for name in chosen.split(";")]
        return names if all(name in _PLUGINS for name in names) else []
    has_wayland = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("WAYLAND_SOCKET")
    is_session = os.environ.get("XDG_SESSION_TYPE") == "wayland"
    return ["wayland", "xcb"] if has_wayland or is_session else ["xcb"]


def _unreachable(system: str) -> str:
    """Return why a window system cannot be reached, "" if it can."""
    if system == "wayland":
        return _unreachable_wayland()
    name = os.environ.get("DISPLAY", "")
    if not name:
        return "There is no display here (DISPLAY is not set)."
    return "" if _has_x11(name) else f'The display "{name}" cannot be reached (DISPLAY).'


def _unreachable_wayland() -> str:
    name = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    if os.environ.get("WAYLAND_SOCKET"):
        return ""
    path = Path(os.environ.get("XDG_RUNTIME_DIR", ""), name)
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(_MAX_DISPLAY_SECONDS)
        try:
            connection.connect(str(path))
        except OSError:
            return f'The display "{name}" cannot be reached (WAYLAND_DISPLAY).'
    return ""


def _has_x11(name: str) -> bool:
    """Tell whether an X server answers and lets this user in."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # then the plugin cannot be loaded either, which is said of it
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(name), None)
    answers: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


def _not_loaded(system: str) -> str:
    """Return which libraries the plugin for a window system lacks, "" if it can be loaded."""
    from PySide6.QtCore import QLibraryInfo

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    for plugin in sorted(folder.glob(_PLUGINS[system])):
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            if found := _NOT_LOADED.search(str(error)):
                return _libraries_sentence(found[1], _LIBRARIES[system])
            return f"Qt cannot open windows here: {error}"
    return ""


def _libraries_sentence(first: str, known: Mapping[str, str]) -> str:
    """Say that a library is missing, with all others that are, and how to install them."""
    missing = list(dict.fromkeys([first, *_not_loadable(known)]))
    names = ", ".join(missing)
    message = f"System libraries that Qt needs are missing: {names}."
    packages = [{**RENDERING_LIBRARIES, **known}.get(name) for name in missing]
    if not all(packages) or not shutil.which("apt-get"):
        return (
            f"{message}\nInstall the packages of your system that contain them, then start again."
        )
    command = ["apt-get", "install", "-y", *dict.fromkeys(filter(None, packages))]
    rights = "" if os.geteuid() == 0 else "sudo "
    return f"{message}\nInstall them, then start again:\n\n  {rights}{shlex.join(command)}"


def _not_loadable(libraries: Iterable[str]) -> list[str]:
    missing = []
    for name in libraries:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing
