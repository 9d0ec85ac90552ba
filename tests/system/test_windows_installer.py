"""The installer for Windows, with a stand-in for the program: compiled here, tried under wine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.places import CHECKOUT

INSTALLERS = CHECKOUT / "build_scripts" / "installers"
SCRIPT = INSTALLERS / "windows" / "facing-pages.nsi"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\FacingPages"
CLASSES = r"HKCU\Software\Classes"
HOME = Path("drive_c/users")
pytestmark = pytest.mark.skipif(
    not shutil.which("makensis"), reason="needs the package nsis (build.py try installs it)"
)


@pytest.fixture(scope="module")
def icon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icons")
    subprocess.run([sys.executable, str(INSTALLERS / "icons.py"), str(folder)], check=True)
    return folder / "facing-pages.ico"


def installer(folder: Path, icon: Path, version: str, *parts: str) -> Path:
    """Compile the installer of a stand-in that has these parts inside."""
    bundle = folder / f"bundle-{version}"
    for name in ("facing-pages.exe", "facing.exe", "LICENSE.txt", "THIRD-PARTY-NOTICES.txt"):
        bundle.mkdir(exist_ok=True)
        (bundle / name).write_text(f"{name} {version}", "utf-8")
    for part in parts:
        path = bundle / "_internal" / part
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(version, "utf-8")
    target = folder / f"facing-pages-{version}-windows-x64.exe"
    names = {"VERSION": version, "BUNDLE": bundle, "ICON": icon, "TARGET": target}
    defined = [f"-D{name}={value}" for name, value in names.items()]
    command = ["makensis", "-V2", "-WX", *defined, str(SCRIPT)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return target


class Wine:
    """A Windows of its own in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        hidden = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        self.environment = {**hidden, "WINEPREFIX": str(folder), "WINEDEBUG": "-all"}

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["wine", *command],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )

    def asked(self, key: str) -> str:
        """Return what the registry says of a key, "" if it is not there."""
        answer = self.run("reg", "query", key, "/s")
        return answer.stdout.strip() if answer.returncode == 0 else ""

    def find(self, name: str) -> Path | None:
        return next(iter(sorted((self.folder / HOME).glob(f"*/**/{name}"))), None)

    def close(self) -> None:
        subprocess.run(["wineserver", "-k"], env=self.environment, check=False)


def test_the_installer_is_compiled_without_a_warning(tmp_path: Path, icon: Path) -> None:
    target = installer(tmp_path, icon, "1.2.3", "data.bin")
    assert target.read_bytes()[:2] == b"MZ"


@pytest.mark.skipif(
    not shutil.which("wine"), reason="needs the package wine (build.py try installs it)"
)
def test_it_installs_upgrades_and_removes_without_a_question(tmp_path: Path, icon: Path) -> None:
    wine = Wine(tmp_path / "wine")
    try:
        assert wine.run("wineboot", "-i").returncode == 0
        old = installer(tmp_path, icon, "0.0.1", "old.bin", "deep/data.bin")
        new = installer(tmp_path, icon, "1.2.3", "deep/data.bin")
        assert wine.run(str(old), "/S").returncode == 0
        program = wine.find("facing-pages.exe")
        assert program is not None
        folder = program.parent
        assert folder.parts[-3:] == ("Local", "Programs", "Facing Pages")
        own = folder / "my own notes.txt"
        own.write_text("mine", "utf-8")

        assert wine.run(str(new), "/S").returncode == 0
        assert program.read_text("utf-8") == "facing-pages.exe 1.2.3"
        assert sorted(p.name for p in (folder / "_internal").rglob("*.bin")) == ["data.bin"]
        assert "1.2.3" in wine.asked(UNINSTALL)
        assert "FacingPages.Text" in wine.asked(rf"{CLASSES}\.txt\OpenWithProgids")
        assert "(Default)" not in wine.asked(rf"{CLASSES}\.txt")
        menu = wine.asked(rf"{CLASSES}\SystemFileAssociations\.docx\shell\FacingPages")
        assert "Compare with Facing Pages" in menu
        assert "FacingPages.Session" in wine.asked(rf"{CLASSES}\.facing")
        assert wine.find("Facing Pages.lnk") is not None

        # So told, it works where it is and not in a copy of itself that goes on after it.
        removed = wine.run(str(folder / "uninstall.exe"), "/S", f"_?={_windows(folder)}")
        assert removed.returncode == 0
        (folder / "uninstall.exe").unlink(missing_ok=True)
        assert [path.name for path in folder.iterdir()] == ["my own notes.txt"]
        assert wine.find("Facing Pages.lnk") is None
        for key in (UNINSTALL, r"HKCU\Software\FacingPages", rf"{CLASSES}\FacingPages.Text"):
            assert wine.asked(key) == ""
        assert "FacingPages" not in wine.asked(rf"{CLASSES}\.txt")
        assert "FacingPages" not in wine.asked(CLASSES)
        assert wine.asked(r"HKCU\Software\Microsoft")
    finally:
        wine.close()


def _windows(folder: Path) -> str:
    """Return a folder's name as Windows has it."""
    return "C:\\" + "\\".join(folder.parts[folder.parts.index("drive_c") + 1 :])
