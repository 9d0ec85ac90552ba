"""The Debian package: the frozen program in its place, and what a desktop wants to know of it."""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from .packing import Entry, Packer, write_package

HERE: Final = Path(__file__).parent
NAME: Final = "facing-pages"
HOME: Final = f"usr/lib/{NAME}"
COMMANDS: Final = ("facing-pages", "facing")
NOTICES: Final = "THIRD-PARTY-NOTICES.txt"
# There is no address to write to.
MAINTAINER: Final = "The Facing Pages authors <none@localhost>"
# Licences that Debian has in a folder of its own: how their terms begin and end, by names of files.
_END: Final = r"END OF TERMS AND CONDITIONS"
COMMON_LICENCES: Final = {
    "Apache-2.0": (r"Apache License\s+Version 2\.0, January 2004", _END),
    "GPL-2": (r"GNU GENERAL PUBLIC LICENSE\s+Version 2, June 1991", _END),
    "GPL-3": (r"GNU GENERAL PUBLIC LICENSE\s+Version 3, 29 June 2007", _END),
    "LGPL-2.1": (r"GNU LESSER GENERAL PUBLIC LICENSE\s+Version 2\.1, February 1999", _END),
    "LGPL-3": (
        r"GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3, 29 June 2007",
        r"choose\s+that\s+version\s+for\s+the\s+Library\.",
    ),
    "MPL-2.0": (
        r"Mozilla Public License Version 2\.0",
        r"\"Incompatible With\s+Secondary Licenses\", as\s+defined by\s+the Mozilla Public License,"
        r"\s+v\. 2\.0\.",
    ),
}
# How much of the words of two copies of a licence must be the same.
MIN_ALIKE: Final = 0.97
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


def build_package(package: Package, packer: Packer, target: Path) -> None:
    """Write the package; the large files of the program are compressed once by the packer."""
    entries = with_folders([*program_entries(package.bundle, HOME), *_own_entries(package)])
    control, data = io.BytesIO(), io.BytesIO()
    packer.write(with_folders(_control_entries(package, entries)), control)
    packer.write(entries, data)
    parts = {
        "debian-binary": b"2.0\n",
        "control.tar.xz": control.getvalue(),
        "data.tar.xz": data.getvalue(),
    }
    write_package(parts, package.time, target)


def program_entries(bundle: Path, home: str) -> list[Entry]:
    """Return the files of the frozen program, in a folder of an archive."""
    entries = []
    for path in sorted(bundle.rglob("*")):
        name = path.relative_to(bundle).as_posix()
        if path.is_symlink():
            entries.append(Entry(f"{home}/{name}", link=str(path.readlink())))
        elif path.is_file():
            mode = 0o755 if name in COMMANDS else 0o644
            entries.append(Entry(f"{home}/{name}", mode, path))
    return entries


def with_folders(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries with the folders they are in, each before what is in it."""
    files = {entry.name: entry for entry in entries}
    folders = {str(folder) for name in files for folder in PurePosixPath(name).parents}
    listed = {**{name: Entry(name) for name in folders}, **files}
    return [
        replace(listed[name], name="./" if name == "." else f"./{name}")
        for name in sorted(listed, key=lambda name: (name != ".", name))
    ]


def _own_entries(package: Package) -> Iterator[Entry]:
    """Give what is in the package beside the program."""
    for name, content in _files(package):
        yield Entry(name, 0o644, content)
    for path in (package.icons / "hicolor").rglob("*"):
        if path.is_file():
            yield Entry(f"usr/share/icons/{path.relative_to(package.icons)}", 0o644, path)
    for command in COMMANDS:
        yield Entry(f"usr/bin/{command}", link=f"../lib/{NAME}/{command}")


def _files(package: Package) -> Iterator[tuple[str, bytes]]:
    """Give the files that are made for the package: their places and what they hold."""

    def text(name: str) -> bytes:
        words = (HERE / name).read_text("utf-8")
        return words.replace("@VERSION@", package.version).replace("@DATE@", package.date).encode()

    share = "usr/share"
    yield f"{share}/applications/{NAME}.desktop", text(f"{NAME}.desktop")
    yield f"{share}/metainfo/{NAME}.metainfo.xml", text(f"{NAME}.metainfo.xml")
    yield f"{share}/mime/packages/{NAME}.xml", text(f"{NAME}-mime.xml")
    yield f"{share}/lintian/overrides/{NAME}", text("lintian-overrides")
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
    yield f"{share}/doc/{NAME}/copyright", copyright_file(package.bundle).encode()
    changes = (
        f"{NAME} ({package.version}) unstable; urgency=medium\n\n  * See the list of changes of "
        f"the project.\n\n -- {MAINTAINER}  {_stamp(package.time)}\n"
    )
    yield f"{share}/doc/{NAME}/changelog.gz", gzip.compress(changes.encode(), 9, mtime=0)


def copyright_file(bundle: Path) -> str:
    """Return the licence and the notices, with a reference for each text that Debian has.

    Debian keeps the long licences once for all packages and asks packages to name them.
    """
    texts = [(bundle / name).read_text("utf-8") for name in ("LICENSE.txt", NOTICES)]
    words = "\n".join(texts)
    for name in COMMON_LICENCES:
        licence = Path("/usr/share/common-licenses", name)
        if licence.is_file():
            words = with_reference(words, licence)
    return words


def with_reference(words: str, licence: Path) -> str:
    """Replace each copy of a licence in a text, however it is broken into lines, by its place.

    Copies differ in an address or two; what has other words is another text, and stays.
    """
    start, end = COMMON_LICENCES[licence.name]
    wanted = Counter(_terms(licence.read_text("utf-8"), start, end).split())

    def place(found: re.Match[str]) -> str:
        here = Counter(found[0].split())
        alike = 2 * (here & wanted).total() / (here.total() + wanted.total())
        if alike < MIN_ALIKE:
            return found[0]
        return f"The text of this licence is in {licence}.\n"

    return re.sub(f"(?s){start}.*?{end}", place, words)


def _terms(words: str, start: str, end: str) -> str:
    found = re.search(f"(?s){start}.*?{end}", words)
    return found[0] if found else words


def _control_entries(package: Package, entries: list[Entry]) -> list[Entry]:
    """Return the files that tell dpkg of the package."""
    lines = [
        f"Package: {NAME}",
        f"Version: {package.version}",
        f"Architecture: {architecture()}",
        f"Maintainer: {MAINTAINER}",
        f"Installed-Size: {sum(entry.size for entry in entries) // 1024}",
        f"Depends: {', '.join(dependencies(package.bundle))}",
        "Section: text",
        "Priority: optional",
        "Description: read a text and its rewrite side by side",
        " Facing Pages sets a text and its rewrite on facing pages, links paragraphs,",
        " sentences and words across them, and marks what was reworded, added,",
        " removed, moved, split or merged.",
    ]
    sums = [
        f"{_md5(entry.content)}  {entry.name.removeprefix('./')}\n"
        for entry in entries
        if entry.content is not None
    ]
    return [
        Entry("control", 0o644, "".join(f"{line}\n" for line in lines).encode()),
        Entry("md5sums", 0o644, "".join(sums).encode()),
    ]


def _md5(content: Path | bytes) -> str:
    """Return the checksum that dpkg verifies files with; it guards against damage, not malice."""
    data = content.read_bytes() if isinstance(content, Path) else content
    return hashlib.md5(data, usedforsecurity=False).hexdigest()


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


def _stamp(time: int) -> str:
    return datetime.fromtimestamp(time, UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")


def _asked(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout
