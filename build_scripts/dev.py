#!/usr/bin/env python3
"""Set up this checkout and run, test or check Facing Pages in it.

    python3 build_scripts/dev.py run [ORIGINAL REWRITE]   open the window
    python3 build_scripts/dev.py test [PYTEST OPTIONS]    set up, check and run the test suite
    python3 build_scripts/dev.py check                    lint, format and types only
    python3 build_scripts/dev.py facing ...               the command line tool

Needs nothing but Python 3.11 or newer. Everything else goes into `.venv` in the checkout, from
`requirements.lock`: for `run` and `facing` what running needs, for `test` and `check` the tools in
addition. On Debian and Ubuntu the missing system libraries are installed with apt-get.
A set-up that is already complete is recognised by a stamp file and costs a few milliseconds.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import packages

CHECKOUT = Path(__file__).resolve().parent.parent
ENVIRONMENT = CHECKOUT / ".venv"
STAMP = ENVIRONMENT / "set-up-complete"
LOCK = CHECKOUT / "requirements.lock"
OLDEST_PYTHON = (3, 11)
# Sections of the lock file: what the program runs with, and what tests and builds need as well.
TO_RUN = ("run",)
TO_DEVELOP = ("run", "develop")

# What Qt loads at run time, and the Debian package that brings it. The first group is needed even
# without a display, the second to open a window under X11, the third to draw it under Wayland.
OFFSCREEN_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
WINDOW_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
# Programs that drive a real window in the tests, and others that the tests ask.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "dbus-run-session": "dbus-daemon",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "strace": "strace",
    # These read what desktops are told of the program.
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
}
# What is said in a second about every file, and what takes half a minute of one core.
QUICK_CHECKS = (["ruff", "check"], ["ruff", "format", "--check"])
TYPES = ["mypy"]
# Modules of the system's own Python, with which the tests listen as a screen reader does.
SYSTEM_PYTHON = "/usr/bin/python3"
TEST_MODULES = {"pyatspi": ("python3-pyatspi", "gir1.2-atspi-2.0")}


def main(arguments: list[str]) -> int:
    """Do what the first argument names; return the exit status."""
    if sys.version_info < OLDEST_PYTHON:
        return fail("Facing Pages needs Python 3.11 or newer.", "Start this with a newer python3.")
    commands = {"run": run, "test": test, "check": check, "facing": facing}
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return commands[arguments[0]](arguments[1:])
    except SetUpError as error:
        return fail(str(error), error.advice)
    except KeyboardInterrupt:
        return 130


# --- the commands -----------------------------------------------------------------------------


def run(arguments: list[str]) -> int:
    """Open the window; without a display render it to a file instead."""
    pair = arguments or ["--sample"]
    if has_display():
        set_up(OFFSCREEN_LIBRARIES | WINDOW_LIBRARIES, sections=TO_RUN)
        return start(["-m", "facing_pages.ui.shell.program", *pair])
    set_up(OFFSCREEN_LIBRARIES, sections=TO_RUN)
    picture = CHECKOUT / "facing-pages.png"
    print(f"There is no display here. Rendering the window to {picture.name} instead…", flush=True)
    module = "facing_pages.command_line.facing"
    status = start(["-m", module, "--quiet", "picture", *pair, "-o", str(picture)])
    if status == 0:
        print(f"The window is in {picture} ({picture.stat().st_size / 1000:.0f} kB).")
    return status


def test(arguments: list[str]) -> int:
    """Run lint, types and the whole suite on all cores, or pytest with the options given."""
    set_up(OFFSCREEN_LIBRARIES | WINDOW_LIBRARIES, TEST_PROGRAMS)
    keep_bytecode()
    if arguments:
        return start(["-m", "pytest", *arguments], directory=CHECKOUT)
    if status := run_checks(QUICK_CHECKS):
        return status
    # Beside the tests, which leave a core idle now and then; what it says comes after theirs.
    types = subprocess.Popen(
        [environment_python(), "-m", *TYPES],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    status = start(["-m", "pytest", *in_parallel()], directory=CHECKOUT)
    said, _ = types.communicate()
    print(f"Types: {said}", end="", flush=True)
    return status or types.returncode


def keep_bytecode() -> None:
    """Have the modules that tests import compiled once, whatever the environment asks for.

    Images of containers often turn it off. The tests start hundreds of processes, and each of them
    would compile everything that it imports.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def in_parallel() -> list[str]:
    """Return how the whole suite is run.

    One process more than there are cores, because tests of the whole program mostly wait for it.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return in_processes((cores or 1) + 1)


def in_processes(count: int) -> list[str]:
    """Return how pytest runs files in so many processes, a file as a whole: its tests share work.

    Files start in the order in which they are named or found, in which the system and the window
    tests come before the unit tests. By default those with the fewest tests would start last, which
    are the longest ones.
    """
    return ["-n", str(count), "--dist", "loadfile", "--no-loadscope-reorder"]


def check(_arguments: list[str]) -> int:
    """Lint, format and types."""
    set_up(OFFSCREEN_LIBRARIES)
    return run_checks((*QUICK_CHECKS, TYPES))


def facing(arguments: list[str]) -> int:
    """Run the command line tool from the checkout."""
    set_up(OFFSCREEN_LIBRARIES, sections=TO_RUN)
    return start(["-m", "facing_pages.command_line.facing", *arguments])


def run_checks(steps: Sequence[list[str]]) -> int:
    """Run modules one after the other; return the first exit status that is not 0."""
    for step in steps:
        if status := start(["-m", *step], directory=CHECKOUT):
            return status
    return 0


def start(arguments: list[str], *, directory: Path | None = None) -> int:
    """Run the environment's Python and return its exit status.

    Without a `directory` it runs where the caller is, so that file names mean what was typed.
    """
    command_line = [environment_python(), *arguments]
    return subprocess.run(command_line, cwd=directory, check=False).returncode


def has_display() -> bool:
    """Tell whether a window can be opened here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- set-up -----------------------------------------------------------------------------------


class SetUpError(Exception):
    """What could not be set up, and what to do about it."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what)
        self.advice = advice


def set_up(
    libraries: Mapping[str, str],
    programs: Mapping[str, str] | None = None,
    sections: tuple[str, ...] = TO_DEVELOP,
    others: tuple[str, ...] = (),
) -> None:
    """Bring system packages and the virtual environment up to date; quick when they are.

    `others` are system packages that are known to be missing for other reasons.
    """
    programs = programs or {}
    mark = fingerprint()
    finished = STAMP.read_text().splitlines() if STAMP.exists() else []
    finished = [line for line in finished if line.startswith(mark)]
    system = f"{mark} system {' '.join(sorted([*libraries, *programs]))}"
    if system not in finished or others:
        install_system_packages([*missing_packages(libraries, programs), *others])
    if not finished:
        make_environment()
    missing = [name for name in sections if f"{mark} packages {name}" not in finished]
    if missing:
        install_packages(missing)
    done = [f"{mark} packages {name}" for name in missing]
    if missing or system not in finished:
        STAMP.write_text("\n".join(dict.fromkeys([*finished, *done, system])) + "\n")


def fingerprint() -> str:
    """Identify what the environment was made from: lock file, project, Python, place."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    digest = hashlib.sha256(LOCK.read_bytes())
    digest.update(repr(project).encode())
    digest.update(f"{sys.version_info[:2]} {CHECKOUT}".encode())
    return digest.hexdigest()[:24]


def make_environment() -> None:
    """Create an empty `.venv`."""
    print("Setting up Facing Pages in .venv (once).", flush=True)
    if ENVIRONMENT.exists():
        shutil.rmtree(ENVIRONMENT)
    command([sys.executable, "-m", "venv", str(ENVIRONMENT)], "make a virtual environment")
    packages.remove_setuptools(environment_python())


def install_packages(names: list[str]) -> None:
    """Install sections of the lock file and this checkout, and take out what nobody needs."""
    began = time.monotonic()
    python, lock = environment_python(), LOCK.read_text("utf-8")
    try:
        for name in names:
            packages.install_section(python, lock, name, say)
        packages.install_checkout(python, CHECKOUT)
        if "run" in names:
            packages.take_out_unused(python)
    except packages.PackageError as error:
        raise SetUpError("Could not install the packages.", str(error)) from error
    took = time.monotonic() - began
    say(f"Installed: .venv takes {packages.size_of(ENVIRONMENT)} MB ({took:.0f} s).")


def environment_python() -> str:
    """Return the path of the environment's interpreter."""
    inside = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    return str(ENVIRONMENT / inside)


# --- packages of the system --------------------------------------------------------------------


def missing_packages(libraries: Mapping[str, str], programs: Mapping[str, str]) -> list[str]:
    """Return the Debian packages of the libraries, programs and modules that are not here."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for name, package in libraries.items() if not is_loadable(name)]
    missing += [package for name, package in programs.items() if not shutil.which(name)]
    if programs.items() >= TEST_PROGRAMS.items():
        for module, owners in TEST_MODULES.items():
            missing += [] if is_importable(module) else owners
    if not STAMP.exists() and importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    return list(dict.fromkeys(missing))


def install_system_packages(missing: list[str]) -> None:
    """Install packages with apt-get; where that is not possible say which command does it."""
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if not shutil.which("apt-get"):
        advice = f"On Debian and Ubuntu they are in these packages: {' '.join(missing)}"
        raise SetUpError("System libraries are missing.", advice)
    is_root = os.geteuid() == 0
    advice = "Have this done, then start again:\n\n  " + as_administrator(shlex.join(install))
    if not is_root and not shutil.which("sudo"):
        raise SetUpError("System libraries are missing, and this user may not install any.", advice)
    say(f"Installing system packages: {' '.join(missing)}…")
    apt = [*([] if is_root else ["sudo"]), "env", "DEBIAN_FRONTEND=noninteractive"]
    update = [*apt, "apt-get", "-q", "update"]
    command(update, "refresh the package lists", advice=advice, show=hide)
    command([*apt, *install], "install system packages", advice=advice, show=show_apt)


def as_administrator(install: str) -> str:
    """Return what to type into a terminal to install packages with all rights."""
    if shutil.which("sudo"):
        return f"sudo apt-get update && sudo {install}"
    return f"su -c {shlex.quote(f'apt-get update && {install}')}"


def show_apt(line: str) -> None:
    """Show how much apt-get is going to fetch, and each package that it has installed."""
    if found := re.match(r"Need to get (?:\S+ \S+/)?(.+?) of archives", line):
        say(f"  {found[1]} to download")
    elif found := re.match(r"After this operation, (.+?) of additional disk space", line):
        say(f"  {found[1]} on disk")
    elif found := re.match(r"Setting up (\S+?)(?::\w+)? \((.+?)\)", line):
        say(f"  {found[1]} {found[2]}")


def hide(_line: str) -> None:
    """Show nothing."""


def say(words: str) -> None:
    """Print a line at once."""
    print(words, flush=True)


def is_importable(module: str) -> bool:
    """Tell whether the system's own Python has a module."""
    if not Path(SYSTEM_PYTHON).exists():
        return False
    importing = [SYSTEM_PYTHON, "-c", f"import {module}"]
    found = subprocess.run(importing, capture_output=True, check=False)
    return found.returncode == 0


def is_loadable(library: str) -> bool:
    """Tell whether the dynamic linker finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def command(
    arguments: list[str],
    purpose: str,
    *,
    advice: str = "",
    show: Callable[[str], None] = say,
) -> None:
    """Run a program and show what it says; raise `SetUpError` with the end of it if it fails."""
    said: list[str] = []
    with subprocess.Popen(
        arguments,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            show(line.rstrip())
    if process.returncode:
        output = "".join(said)[-2000:].strip() if show is not say else ""
        raise SetUpError(f"Could not {purpose}.", "\n\n".join(filter(None, [output, advice])))


def fail(what: str, advice: str) -> int:
    """Say what went wrong and what to do; return the exit status for it."""
    print(f"{what}\n{advice}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
