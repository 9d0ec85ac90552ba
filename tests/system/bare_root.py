"""A bare system in a folder, with nothing but what the smallest installation has."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

# Where the bare system finds its packages: what the machine that tests it uses.
APT = ("apt.conf.d", "sources.list", "sources.list.d", "trusted.gpg.d", "keyrings")
USER = "reader"
CHROOT = shutil.which("chroot") or "chroot"
# What a program must know to reach package registries as this machine does.
NETWORK = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY",
           "PIP_INDEX_URL")  # fmt: skip
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
# A folder that keeps what was bootstrapped, for the next system of the same run.
BASE = os.environ.get("FACING_PAGES_BARE_BASE", "")


class BareRoot:
    """The system; commands run in it as its only user, or as its administrator."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self) -> None:
        """Bootstrap the system and give it a user."""
        if BASE:
            if not Path(BASE).exists():
                bootstrap(Path(BASE))
            subprocess.run(["cp", "-a", BASE, str(self.folder)], check=True)
        else:
            bootstrap(self.folder)
        for name in APT:
            there, here = Path("/etc/apt") / name, self.folder / "etc/apt" / name
            if there.is_dir():
                shutil.copytree(there, here, dirs_exist_ok=True)
            elif there.exists():
                shutil.copy(there, here)
            else:
                here.unlink(missing_ok=True)
        shutil.copytree(
            "/usr/share/keyrings", self.folder / "usr/share/keyrings", dirs_exist_ok=True
        )
        for name in ("resolv.conf", "hosts"):
            shutil.copy(f"/etc/{name}", self.folder / "etc" / name)
        for place in ("proc", "dev"):
            subprocess.run(["mount", "--bind", f"/{place}", str(self.folder / place)], check=True)
        self.as_root("apt-get", "-qq", "update")
        self.as_root("useradd", "--create-home", USER)

    def close(self) -> None:
        """Let go of what was mounted, and delete the folder."""
        for place in ("dev", "proc"):
            subprocess.run(["umount", str(self.folder / place)], check=False)
        if not (self.folder / "proc" / "self").exists():
            shutil.rmtree(self.folder, ignore_errors=True)

    def as_root(self, *command: str, **environment: str) -> str:
        """Run a command as the administrator; it must succeed."""
        plain = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"}
        network = {name: os.environ[name] for name in NETWORK if name in os.environ}
        return self._run([], plain | network | environment, command)

    def trust(self) -> None:
        """Have the system trust the certificates that this machine trusts."""
        shutil.copy(CERTIFICATES, self.path(CERTIFICATES))

    def as_user(self, *command: str, display: str = "") -> str:
        """Run a command as the user; it must succeed."""
        return self._run([f"--userspec={USER}"], self.user_environment(display), command)

    def start(self, *command: str, display: str) -> subprocess.Popen[bytes]:
        """Start a program as the user."""
        return subprocess.Popen(
            [CHROOT, f"--userspec={USER}", str(self.folder), *command],
            env=self.user_environment(display),
        )

    def install(self, package: Path) -> None:
        """Install a package with what it declares to need, and no more."""
        shutil.copy(package, self.folder / "root" / package.name)
        options = ["-qq", "-y", "--no-install-recommends"]
        self.as_root("apt-get", *options, "install", f"/root/{package.name}")
        (self.folder / "root" / package.name).unlink()

    def path(self, place: str) -> Path:
        """Return a place in the system as seen from outside."""
        return self.folder / place.lstrip("/")

    def user_environment(self, display: str) -> dict[str, str]:
        """Return what a user's session tells its programs."""
        plain = {"HOME": f"/home/{USER}", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        return (
            {**plain, "DISPLAY": display} if display else {**plain, "QT_QPA_PLATFORM": "offscreen"}
        )

    def _run(
        self, options: list[str], environment: dict[str, str], command: tuple[str, ...]
    ) -> str:
        result = subprocess.run(
            [CHROOT, *options, str(self.folder), *command],
            env=environment,
            capture_output=True,
            text=True,
            timeout=1800,
            check=False,
        )
        assert result.returncode == 0, f"{command}: {result.stdout}{result.stderr}"
        return result.stdout


def bootstrap(folder: Path) -> None:
    """Make the smallest system there is in a folder."""
    subprocess.run(
        ["debootstrap", "--variant=minbase", codename(), str(folder), mirror()],
        check=True,
        capture_output=True,
        timeout=900,
    )


def codename() -> str:
    """Return the name of the release this machine runs, for which the package was built."""
    lines = Path("/etc/os-release").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)["VERSION_CODENAME"]


def mirror() -> str:
    """Return where this machine gets its packages."""
    targets = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"],
        capture_output=True,
        text=True,
        check=True,
    )
    return targets.stdout.split()[0]


def missing_means() -> str:
    """Return why no bare system can be made here, "" if one can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "needs the administrator, to make a system in a folder"
    packages = {"debootstrap": "debootstrap", "Xvfb": "xvfb", "xdotool": "xdotool"}
    for program, package in packages.items():
        if not shutil.which(program):
            return f"needs the package {package}"
    return ""
