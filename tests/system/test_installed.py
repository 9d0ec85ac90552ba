"""What the programs do on every system: tried with those of the checkout, and with frozen ones.

FACING_PAGES_INSTALLER names an installer of this system, which is then used and undone.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from .programs import COMMAND, WINDOW

INSTALLER = os.environ.get("FACING_PAGES_INSTALLER", "")


def said(*command: str) -> str:
    """Return what a program says; it must succeed."""
    environment = dict(os.environ)
    if sys.platform.startswith("linux"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    answer = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


def findings(folder: Path, *program: str) -> str:
    """Return what the program finds of itself; a program without a console writes a file."""
    told = folder / "found.txt"
    said(*program, "--self-check", str(told))
    return told.read_text("utf-8")


def test_all_parts_work(tmp_path: Path) -> None:
    assert findings(tmp_path, *WINDOW).endswith("All parts work.\n")


def test_two_texts_are_compared_and_reported(files: tuple[str, str], tmp_path: Path) -> None:
    assert "1 reworded" in said(*COMMAND, "stats", *files)
    page, document, pdf = (tmp_path / f"report.{suffix}" for suffix in ("html", "docx", "pdf"))
    for report in (page, document, pdf):
        said(*COMMAND, "report", *files, "-o", str(report))
    assert "silent" in page.read_text("utf-8")
    assert b"silent" in zipfile.ZipFile(document).read("word/document.xml")
    assert pdf.read_bytes().startswith(b"%PDF-")


@pytest.mark.skipif(sys.platform != "win32" or not INSTALLER, reason="needs an .exe and Windows")
def test_the_installer_for_windows_installs_and_removes(tmp_path: Path) -> None:
    folder = tmp_path / "Facing Pages"
    # The folder comes last and without quotes, whatever is in it.
    subprocess.run(f'"{INSTALLER}" /S /D={folder}', check=True, timeout=300)
    assert findings(tmp_path, str(folder / "facing-pages.exe")).endswith("All parts work.\n")
    remover = folder / "uninstall.exe"
    subprocess.run(f'"{remover}" /S _?={folder}', check=True, timeout=300)
    remover.unlink(missing_ok=True)
    assert list(folder.glob("**/*")) == []


@pytest.mark.skipif(sys.platform != "darwin" or not INSTALLER, reason="needs a .dmg and macOS")
def test_the_disk_image_for_macos_has_the_program(tmp_path: Path) -> None:
    volume = tmp_path / "volume"
    attach = ["hdiutil", "attach", INSTALLER, "-nobrowse", "-readonly", "-mountpoint", str(volume)]
    subprocess.run(attach, check=True, timeout=300)
    try:
        program = volume / "Facing Pages.app" / "Contents" / "MacOS" / "facing-pages"
        assert findings(tmp_path, str(program)).endswith("All parts work.\n")
        assert (volume / "Applications").is_symlink()
    finally:
        subprocess.run(["hdiutil", "detach", str(volume)], check=False, timeout=300)
