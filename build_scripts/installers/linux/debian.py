"""The Debian package: the frozen program in its place, and what a desktop wants to know of it."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
NAME: Final = "facing-pages"
HOME: Final = f"usr/lib/{NAME}"
COMMANDS: Final = ("facing-pages", "facing")
# Libraries that are opened by name while the program runs, so that no file names them.
OPENED: Final = ("libdbus-1.so.3", "libGL.so.1", "libEGL.so.1", "libfontconfig.so.1")
_NEEDED: Final = re.compile(r"\(NEEDED\)\s+Shared library: \[(.+?)\]")
_GLIBC: Final = re.compile(r"Name: GLIBC_(\d+)\.(\d+)")


@dataclass(frozen=True)
class Package:
    """What is packed: the folder with the frozen program, icons, scripts of completion by shell."""

    version: str
    time: int
    bundle: Path
    icons: Path
    completion: dict[str, str]

    @property
    def date(self) -> str:
        """Return the day of the commit."""
        return datetime.fromtimestamp(self.time, UTC).strftime("%Y-%m-%d")


def build_package(package: Package, work: Path, target: Path) -> None:
    """Build the package from a folder that is made for it."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(package.bundle, work / HOME, symlinks=True)
    for file, content in _files(package):
        path = work / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    shutil.copytree(package.icons / "hicolor", work / "usr/share/icons/hicolor")
    (work / "usr/bin").mkdir()
    for command in COMMANDS:
        (work / "usr/bin" / command).symlink_to(f"../lib/{NAME}/{command}")
    _write_control(package, work)
    _even(work, package.time)
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(work), str(target)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(package.time)}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


def _files(package: Package) -> Iterator[tuple[str, bytes]]:
    """Give the files beside the program: their places and what they hold."""

    def text(name: str) -> bytes:
        words = (HERE / name).read_text("utf-8")
        return words.replace("@VERSION@", package.version).replace("@DATE@", package.date).encode()

    share = "usr/share"
    yield f"{share}/applications/{NAME}.desktop", text(f"{NAME}.desktop")
    yield f"{share}/metainfo/{NAME}.metainfo.xml", text(f"{NAME}.metainfo.xml")
    yield f"{share}/mime/packages/{NAME}.xml", text(f"{NAME}-mime.xml")
    for command in COMMANDS:
        page = gzip.compress(text(f"{command}.1"), 9, mtime=0)
        yield f"{share}/man/man1/{command}.1.gz", page
    places = {
        "bash": f"{share}/bash-completion/completions/facing",
        "zsh": f"{share}/zsh/vendor-completions/_facing",
        "fish": f"{share}/fish/vendor_completions.d/facing.fish",
    }
    for shell, place in places.items():
        yield place, package.completion[shell].encode()
    notice = (package.bundle / "THIRD-PARTY-NOTICES.txt").read_bytes()
    licence = (package.bundle / "LICENSE.txt").read_bytes()
    yield f"{share}/doc/{NAME}/copyright", licence + b"\n" + notice
    changes = (
        f"{NAME} ({package.version}) unstable; urgency=medium\n\n  * See the list of changes of "
        f"the project.\n\n -- The Facing Pages authors <none@localhost>  {_stamp(package.time)}\n"
    )
    yield f"{share}/doc/{NAME}/changelog.gz", gzip.compress(changes.encode(), 9, mtime=0)


def _write_control(package: Package, work: Path) -> None:
    size = sum(path.lstat().st_size for path in work.rglob("*") if not path.is_dir()) // 1024
    lines = [
        f"Package: {NAME}",
        f"Version: {package.version}",
        f"Architecture: {architecture()}",
        "Maintainer: The Facing Pages authors <none@localhost>",
        f"Installed-Size: {size}",
        f"Depends: {', '.join(dependencies(work / HOME))}",
        "Section: text",
        "Priority: optional",
        "Description: read a text and its rewrite side by side",
        " Facing Pages sets a text and its rewrite on facing pages, links paragraphs,",
        " sentences and words across them, and marks what was reworded, added,",
        " removed, moved, split or merged.",
    ]
    folder = work / "DEBIAN"
    folder.mkdir()
    (folder / "control").write_text("\n".join(lines) + "\n", "utf-8")


def architecture() -> str:
    """Return what Debian calls the processor of this machine."""
    return _asked("dpkg", "--print-architecture").strip()


def dependencies(folder: Path) -> list[str]:
    """Return the packages that bring the libraries the program needs and does not have itself."""
    own = {path.name for path in folder.rglob("*.so*") if path.exists()}
    needed: set[str] = set(OPENED)
    newest = (0, 0)
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_file() or not _is_program(path):
            continue
        said = _asked("readelf", "--wide", "--dynamic", "--version-info", str(path))
        needed |= set(_NEEDED.findall(said))
        versions = [(int(major), int(minor)) for major, minor in _GLIBC.findall(said)]
        newest = max([newest, *versions])
    packages = {_package_of(library) for library in needed - own}
    packages.discard("libc6")
    return [f"libc6 (>= {newest[0]}.{newest[1]})", *sorted(packages)]


def _is_program(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _package_of(library: str) -> str:
    """Return the package of the building system that a library is in."""
    for line in _asked("dpkg", "-S", f"*/{library}").splitlines():
        names, _, place = line.partition(": ")
        if Path(place).name == library and "/lib/" in place:
            return names.split(",")[0].split(":")[0]
    raise ValueError(f"no package of this system has {library}")


def _even(work: Path, time: int) -> None:
    """Give all files the same time and plain rights, so that the package is always the same."""
    programs = {work / HOME / command for command in COMMANDS}
    for path in [work, *work.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path in programs else 0o644)
        os.utime(path, (time, time), follow_symlinks=False)


def _stamp(time: int) -> str:
    return datetime.fromtimestamp(time, UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")


def _asked(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout
