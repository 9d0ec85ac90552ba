"""A clone on a bare system: set up, started and built with nothing but Python and Git there.

FACING_PAGES_DIST names the folder for what was built; `build_scripts/build.py try` sets it.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.places import CHECKOUT

from .bare_root import BareRoot, missing_means

TARGET = os.environ.get("FACING_PAGES_DIST", "")
pytestmark = [
    pytest.mark.skipif(not TARGET, reason="takes minutes; build.py try runs it"),
    pytest.mark.skipif(bool(missing_means()), reason=missing_means() or "can be tried"),
]
CLONE = "/root/facing-pages"
# What a first start may take: megabytes in .venv, seconds of processor time with all it installs.
MAX_MB = 300
MAX_SECONDS = 60


@pytest.fixture
def root(tmp_path: Path) -> Iterator[BareRoot]:
    system = BareRoot(tmp_path / "root")
    try:
        system.make()
        options = ["-qq", "-y", "--no-install-recommends"]
        system.as_root("apt-get", *options, "install", "python3", "git", "ca-certificates")
        system.trust()
        copy_checkout(system.path(CLONE))
        yield system
    finally:
        system.close()


def copy_checkout(target: Path) -> None:
    """Copy the files of the project as they are, without what was built from them."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=True).stdout
    for name in filter(None, names.decode().split("\0")):
        source, place = CHECKOUT / name, target / name
        if source.is_file():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, place)


def commit_time() -> str:
    command = ["git", "log", "-1", "--format=%ct"]
    return subprocess.run(
        command, cwd=CHECKOUT, capture_output=True, text=True, check=True
    ).stdout.strip()


def processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_a_clone_starts_and_builds_there(root: BareRoot) -> None:
    # The first start, without a display: a picture of the window.
    before = processor_seconds()
    said = root.as_root("python3", f"{CLONE}/build_scripts/dev.py", "run")
    seconds = processor_seconds() - before
    environment = root.path(f"{CLONE}/.venv")
    size = sum(path.lstat().st_blocks * 512 for path in environment.rglob("*")) // 1_000_000
    print(said, f"first start: {seconds:.0f} s of processor time, {size} MB", sep="\n")
    picture = root.path(f"{CLONE}/facing-pages.png")
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert f"The window is in {CLONE}/facing-pages.png" in said
    assert "MB to download" in said
    assert size < MAX_MB
    assert seconds < MAX_SECONDS

    # The package, which needs more programs and libraries than this machine happens to have.
    building = ("python3", f"{CLONE}/build_scripts/build.py", "deb")
    print(root.as_root(*building, SOURCE_DATE_EPOCH=commit_time(), PACKING_LEVEL="0"))
    subprocess.run(["cp", "-a", str(root.path(f"{CLONE}/dist")), TARGET], check=True)
    assert list(Path(TARGET).glob("*.deb"))
