"""The Debian package on a bare system: installed, used, upgraded, removed without a trace.

FACING_PAGES_DEB names the package; `build_scripts/build.py try` builds it and runs this.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .bare_root import USER, BareRoot, missing_means
from .conftest import ONE, Desktop

PACKAGE = os.environ.get("FACING_PAGES_DEB", "")
pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(not PACKAGE, reason="FACING_PAGES_DEB names no package; build.py try does"),
]
on_a_bare_system = pytest.mark.skipif(
    bool(missing_means()), reason=missing_means() or "can be tried"
)
HOME = f"/home/{USER}"
SETTINGS = f"{HOME}/.config/facing-pages/settings.json"
SAMPLE = "/usr/lib/facing-pages/_internal/resources/sample/lighthouse"


@pytest.fixture
def root(tmp_path: Path) -> Iterator[BareRoot]:
    system = BareRoot(tmp_path / "root")
    try:
        system.make()
        # As on a desktop; they keep lists of what the packages bring.
        system.as_root("apt-get", "-qq", "-y", "--no-install-recommends", "install",
                       "desktop-file-utils", "shared-mime-info")  # fmt: skip
        yield system
    finally:
        system.close()


def older(package: Path, folder: Path) -> Path:
    """Return the same package with a version from long ago."""
    tree = folder / "older"
    subprocess.run(["dpkg-deb", "-R", str(package), str(tree)], check=True)
    control = tree / "DEBIAN" / "control"
    control.write_text(re.sub(r"(?m)^Version: .*$", "Version: 0.0.1", control.read_text("utf-8")))
    target = folder / "older.deb"
    subprocess.run(["dpkg-deb", "-Znone", "-b", str(tree), str(target)], check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    shutil.rmtree(tree)
    return target


@pytest.mark.skipif(not shutil.which("lintian"), reason="needs the package lintian")
def test_the_package_keeps_the_rules_of_debian(tmp_path: Path) -> None:
    # Without the libraries of others: they take a minute, and the overrides say why they are so.
    tree = tmp_path / "tree"
    subprocess.run(["dpkg-deb", "-R", PACKAGE, str(tree)], check=True)
    shutil.rmtree(tree / "usr/lib/facing-pages/_internal")
    sums = tree / "DEBIAN" / "md5sums"
    kept = [line for line in sums.read_text("utf-8").splitlines(True) if "/_internal/" not in line]
    sums.write_text("".join(kept), "utf-8")
    target = tmp_path / Path(PACKAGE).name
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z0", "-b", str(tree), str(target)],
                   check=True, stdout=subprocess.DEVNULL)  # fmt: skip
    command = ["lintian", "--allow-root", "--fail-on", "error,warning", str(target)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@on_a_bare_system
def test_the_package_is_installed_used_upgraded_and_removed(
    root: BareRoot, desktop: Desktop, tmp_path: Path
) -> None:
    package, display = Path(PACKAGE), desktop.environment["DISPLAY"]
    root.install(older(package, tmp_path))
    assert "facing-pages.desktop" in root.path("/usr/share/applications/mimeinfo.cache").read_text()
    findings = root.as_user("facing-pages", "--self-check", display=display)
    print(findings)
    assert findings.endswith("All parts work.\n")
    assert "window system: xcb" in findings
    assert "encoder: loaded" in findings

    # Started without anything, closed, upgraded: what was chosen is kept.
    program = root.start("facing-pages", "--sample", display=display)
    window = desktop.window("lighthouse.txt ↔ lighthouse.rewrite.txt")
    take_picture(desktop, "sample")
    desktop.tool("windowfocus", window)
    desktop.tool("key", "ctrl+plus")
    desktop.wait_for(lambda: "".join(re.findall('"zoom": 110', read(root, SETTINGS))))
    desktop.tool("key", "ctrl+q")
    assert program.wait(timeout=30) == 0
    kept = read(root, SETTINGS)
    root.install(package)
    assert read(root, SETTINGS) == kept
    version = root.as_user("facing-pages", "--version")
    assert version.split()[-1] == root.as_root("dpkg-query", "-Wf", "${Version}", "facing-pages")

    # Two real files are dropped on the window.
    files = [f"{HOME}/one.txt", f"{HOME}/two.txt"]
    for file, text in zip(files, (ONE, ONE.replace("quiet", "silent")), strict=True):
        root.path(file).write_text(text, "utf-8")
    program = root.start("facing-pages", display=display)
    desktop.window("^Facing Pages$")
    desktop.start_source(1400, 100, *files)
    desktop.window("drag source one.txt")
    window = desktop.drag_until("one.txt ↔ two.txt", ((1440, 140), (500, 400)))
    take_picture(desktop, "dropped")
    desktop.tool("windowfocus", window)
    desktop.tool("key", "ctrl+q")
    assert program.wait(timeout=30) == 0

    # The command compares the sample pair and writes reports.
    told = root.as_user("facing", "stats", f"{SAMPLE}.txt", f"{SAMPLE}.rewrite.txt")
    assert "reworded" in told
    for suffix in ("html", "docx", "pdf"):
        root.as_user("facing", "report", *files, "-o", f"{HOME}/report.{suffix}")
        assert root.path(f"{HOME}/report.{suffix}").stat().st_size > 1000
    assert foreign_files(root) == []
    for page in ("facing", "facing-pages"):
        assert root.path(f"/usr/share/man/man1/{page}.1.gz").is_file()

    # Removed, nothing is left but what is the user's own.
    root.as_root("apt-get", "-qq", "-y", "remove", "facing-pages")
    assert not root.path("/usr/lib/facing-pages").exists()
    root.as_root("dpkg", "--purge", "facing-pages")
    assert traces(root) == []
    assert "facing" not in root.path("/usr/share/applications/mimeinfo.cache").read_text()
    assert read(root, SETTINGS)
    assert root.path(files[0]).read_text("utf-8") == ONE


def take_picture(desktop: Desktop, name: str) -> None:
    """Keep what is on the screen in the folder FACING_PAGES_PICTURES, if there is one."""
    if folder := os.environ.get("FACING_PAGES_PICTURES"):
        time.sleep(5.0)  # until all is marked
        picture = str(Path(folder) / f"{name}.png")
        subprocess.run(["import", "-window", "root", picture], env=desktop.environment, check=True)


def read(root: BareRoot, place: str) -> str:
    path = root.path(place)
    return path.read_text("utf-8") if path.exists() else ""


def foreign_files(root: BareRoot) -> list[str]:
    """Return what is in the user's home but neither the user's own nor the program's folders.

    The font cache is that of the system, which keeps it for all programs.
    """
    own = (".bash", ".profile", "one.txt", "two.txt", "report.")
    programs = (".config/facing-pages/", ".local/share/facing-pages/", ".cache/fontconfig/")
    home = root.path(HOME)
    found = [path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()]
    return [name for name in found if not name.startswith((*own, *programs))]


def traces(root: BareRoot) -> list[str]:
    """Return the places outside of the user's home that are named for the program."""
    found = root.as_root(
        "find", "/", "-xdev", "(", "-path", "/home", "-o", "-path", "/proc", "-o", "-path", "/dev",
        ")", "-prune", "-o", "-name", "*facing*", "-print",
    )  # fmt: skip
    return found.splitlines()
