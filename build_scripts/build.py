#!/usr/bin/env python3
"""Build what people install: freeze the program, check that it works, pack it.

    python3 build_scripts/build.py            all that can be built on this system
    python3 build_scripts/build.py bundle     only the folder with the frozen program
    python3 build_scripts/build.py deb        the folder, and the package for Debian and Ubuntu
    python3 build_scripts/build.py wheel      the wheels: the program, and its encoder
    python3 build_scripts/build.py check      run the system tests on what was built: the frozen
                                              program, and the package or installer
    python3 build_scripts/build.py try        set up, run and build on a bare system (as root; else
                                              build here), and check what was built

Everything goes to `dist/`; `build/` is for what is needed on the way. The same commit gives the
same contents: all times are that of the commit. Needs nothing but Python 3.11 or newer, as `dev.py`
does.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dev
from installers.linux.debian import (
    Package,
    architecture,
    build_package,
    program_entries,
    with_folders,
)
from installers.linux.packing import USUAL_PRESET, Packer

CHECKOUT = dev.CHECKOUT
DIST = CHECKOUT / "dist"
WORK = CHECKOUT / "build"
INSTALLERS = CHECKOUT / "build_scripts" / "installers"
BUNDLE = DIST / "facing-pages"
ICONS = WORK / "icons"
NOTICE = "THIRD-PARTY-NOTICES.txt"
# Programs the steps need, and the Debian packages that bring them.
BUILD_PROGRAMS = {
    "strip": "binutils",
    "chrpath": "chrpath",
    "dpkg-deb": "dpkg",
}
TRY_PROGRAMS = {
    "debootstrap": "debootstrap",
    "makensis": "nsis",
    "wine": "wine",
    "weston": "weston",
    "lintian": "lintian",
}
# What people are given, by the ending of its name; the tests are told of it by a variable.
PACKED = {
    ".deb": "FACING_PAGES_DEB",
    ".exe": "FACING_PAGES_INSTALLER",
    ".dmg": "FACING_PAGES_INSTALLER",
}
# The tests that drive the program as a person does, and those of what installs it.
# Those that take longest come first, so that the others run beside them.
TRIED = (
    "test_debian_package.py",
    "test_screen_reader.py",
    "test_silence.py",
    "test_installed.py",
    "test_commands.py",
    "test_on_x11.py",
    "test_on_wayland.py",
)
# Those that need nothing built: the first builds, on one core; the other has one meanwhile.
TRIED_MEANWHILE = ("test_bare_system.py", "test_windows_installer.py")
MIB = 1 << 20


class BuildError(Exception):
    """What went wrong, in words."""


def main(arguments: list[str]) -> int:
    """Do what the argument names; return the exit status."""
    steps = {
        "bundle": build_bundle,
        "deb": build_deb,
        "wheel": build_wheels,
        "check": check_built,
        "try": try_package,
        "all": build_all,
    }
    name = arguments[0] if arguments else "all"
    if len(arguments) > 1 or name not in steps:
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        is_checked = name in ("check", "try")
        programs = BUILD_PROGRAMS | (dev.TEST_PROGRAMS | TRY_PROGRAMS if is_checked else {})
        libraries = dev.OFFSCREEN_LIBRARIES | dev.WINDOW_LIBRARIES
        dev.set_up(libraries, programs, others=missing_python_library())
        steps[name]()
    except dev.SetUpError as error:
        return dev.fail(str(error), error.advice)
    except BuildError as error:
        print(f"build: {error}", file=sys.stderr)
        return 1
    return 0


def missing_python_library() -> tuple[str, ...]:
    """Return the package of Python's own library, which is frozen along; () where it is there.

    On Debian and Ubuntu the python3 program does without it.
    """
    if not sys.platform.startswith("linux"):
        return ()
    name = str(sysconfig.get_config_var("INSTSONAME") or "")
    if dev.is_loadable(name) or Path(str(sysconfig.get_config_var("LIBDIR")), name).exists():
        return ()
    if not name.endswith(tuple("0123456789")) or not sys.executable.startswith("/usr/bin/"):
        raise BuildError(
            f"{sys.executable} was built without a library of its own (--enable-shared); "
            "build with the python3 of the system instead"
        )
    return (f"libpython{sys.version_info[0]}.{sys.version_info[1]}",)


def build_all() -> None:
    """Build the frozen program and everything that is packed from it on this system."""
    build_bundle()
    if sys.platform.startswith("linux"):
        # Both hold the same program; what takes long is compressed once.
        packer = Packer(commit_time())
        with step("deb"):
            pack_deb(packer)
        with step("archive"):
            pack_archive(packer)
    elif sys.platform == "win32":
        with step("installer"):
            pack_windows_installer()
    elif sys.platform == "darwin":
        with step("disk image"):
            pack_disk_image()
    finish()


def build_deb() -> None:
    """Build the frozen program and the Debian package."""
    build_bundle()
    with step("deb"):
        # A package that is only tried need not be small: PACKING_LEVEL=0 packs it in a tenth of the
        # time, to a fifth more.
        pack_deb(Packer(commit_time(), int(os.environ.get("PACKING_LEVEL", USUAL_PRESET))))
    finish()


def build_wheels() -> None:
    """Build the wheels for people who install with pip."""
    with step("wheels"):
        for project in (CHECKOUT, CHECKOUT / "build_scripts" / "encoder_package"):
            command = ["-m", "hatchling", "build", "--target", "wheel", "--directory", str(DIST)]
            run([dev.environment_python(), *command], folder=project)
    say_sizes()


def try_package() -> None:
    """Build the Debian package, and run the tests that start what was built."""
    if not shutil.which("dpkg-deb"):
        print("try: skipped, because packages for Debian are built on Debian and Ubuntu only")
        return
    base = tempfile.mkdtemp(prefix="facing-pages-")
    try:
        # The tests bootstrap a system once and copy it.
        os.environ["FACING_PAGES_BARE_BASE"] = str(Path(base, "system"))
        with step("build on a bare system"):
            shutil.rmtree(DIST, ignore_errors=True)
            tests = [str(CHECKOUT / "tests" / "system" / name) for name in TRIED_MEANWHILE]
            options = [*dev.in_processes(len(tests)), "-rP"]
            command = [dev.environment_python(), "-m", "pytest", *options, *tests]
            run(command, FACING_PAGES_DIST=str(DIST))
        if not DIST.exists():
            # Where no bare system can be made, the package is built on this one.
            build_deb()
        check_built(TRIED)
    finally:
        shutil.rmtree(base, ignore_errors=True)


def check_built(names: tuple[str, ...] = (*TRIED, "test_windows_installer.py")) -> None:
    """Run the tests that start what was built, and that of the installer for Windows."""
    packages = {
        variable: str(path)
        for suffix, variable in PACKED.items()
        for path in DIST.glob(f"*{suffix}")
    }
    if not packages:
        raise BuildError("there is no package to check; build it first")
    dev.keep_bytecode()
    with step("check"):
        tests = [str(CHECKOUT / "tests" / "system" / name) for name in names]
        # They mostly wait: for a bare system, for windows, for silence.
        options = dev.in_processes(3)
        run(
            [dev.environment_python(), "-m", "pytest", *options, *tests],
            FACING_PAGES_FOLDER=str(BUNDLE),
            **packages,
        )


def finish() -> None:
    """Write the checksums, and say what there is."""
    write_checksums()
    say_sizes()


def say_sizes() -> None:
    """Say how large each package is."""
    for path in sorted(DIST.iterdir()):
        if path.is_file():
            print(f"  {path.name}: {path.stat().st_size / MIB:.1f} MiB")


def build_bundle() -> None:
    """Build the folder with the frozen program."""
    with step("clean"):
        for folder in (DIST, WORK):
            shutil.rmtree(folder, ignore_errors=True)
    with step("freeze"):
        freeze()
    with step("notices"):
        write_notices()
    with step("check"):
        check_bundle(BUNDLE)
    files = [path for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files) / MIB
    print(f"  {BUNDLE.relative_to(CHECKOUT)}: {len(files)} files, {size:.0f} MiB")


@contextmanager
def step(name: str) -> Iterator[None]:
    """Say what is done and how long it took."""
    began = time.monotonic()
    print(f"{name}…", flush=True)
    yield
    print(f"{name}: {time.monotonic() - began:.1f} s", flush=True)


def version() -> str:
    """Return the version of the program, which stands in its package alone.

    The frozen program has no metadata of packages, and building must not import the program.
    """
    source = (CHECKOUT / "src" / "facing_pages" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', source, re.MULTILINE)
    assert found is not None
    return found[1]


def commit_time() -> int:
    """Return when the commit was made, in seconds since 1970."""
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(told)
    command = ["git", "log", "-1", "--format=%ct"]
    answer = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise BuildError("the time of the commit is not known; set SOURCE_DATE_EPOCH")
    return int(answer.stdout)


# --- freezing ---------------------------------------------------------------------------------


def freeze() -> None:
    """Have PyInstaller make the folder, and make what it made smaller."""
    run([dev.environment_python(), str(INSTALLERS / "icons.py"), str(ICONS)])
    pinned = {"SOURCE_DATE_EPOCH": str(commit_time()), "PYTHONHASHSEED": "0"}
    places = ["--distpath", str(DIST), "--workpath", str(WORK)]
    command = ["-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR", *places]
    run([dev.environment_python(), *command, str(INSTALLERS / "facing-pages.spec")], **pinned)
    if sys.platform.startswith("linux"):
        # Only Python's own libraries: others were altered in ways that do not survive it.
        own = [*BUNDLE.rglob("libpython3*.so.*"), *BUNDLE.rglob("lib-dynload/*.so")]
        run(["strip", "--strip-unneeded", *map(str, own)])
        # They name the folder where that Python was built.
        run(["chrpath", "--delete", *map(str, own)], quietly=True)


def write_notices() -> None:
    """Write the notice of what others wrote; an unknown licence ends the build."""
    sources = WORK / "facing-pages" / "sources.json"
    system = f"{platform.system().lower()}-{platform.machine().lower()}"
    materials = DIST / f"facing-pages-{version()}-{system}.cdx.json"
    written = [str(sources), str(BUNDLE / NOTICE), str(materials), version(), str(commit_time())]
    run([dev.environment_python(), str(INSTALLERS / "notices.py"), *written])
    shutil.copy(CHECKOUT / "LICENSE", BUNDLE / "LICENSE.txt")


def check_bundle(folder: Path) -> None:
    """Start the frozen programs as on a machine without Python, and look at what they do."""
    suffix = ".exe" if os.name == "nt" else ""
    window, command = (folder / f"{name}{suffix}" for name in ("facing-pages", "facing"))
    sample = next(folder.rglob("sample/lighthouse.txt"), None)
    if sample is None:
        raise BuildError("the sample pair is not in the bundle")
    if astray := [path for path in folder.rglob("*") if path.is_symlink() and not path.exists()]:
        raise BuildError(f"links in the bundle lead nowhere: {', '.join(map(str, astray))}")
    pair = [str(sample), str(sample.with_name("lighthouse.rewrite.txt"))]
    with tempfile.TemporaryDirectory() as home:
        bare = {"HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        if os.name == "nt":
            bare = dict(os.environ)
        bare["QT_QPA_PLATFORM"] = "offscreen"
        told = said_by([str(window), "--version"], bare)
        if version() not in told:
            raise BuildError(f"the program says it is {told.strip()}, not {version()}")
        findings = said_by([str(window), "--self-check", str(Path(home, "found"))], bare, home)
        print("  " + findings.strip().replace("\n", "\n  "))
        # There is no onnxruntime for Macs with processors of Intel.
        has_encoder = sys.platform != "darwin" or platform.machine() != "x86_64"
        for model in ("encoder", "meaning reader") if has_encoder else ():
            if f"{model}: loaded" not in findings:
                raise BuildError(f"the {model} is not in the bundle")
        links = json.loads(said_by([str(command), "align", *pair], bare))
        if len(links["links"]) < 60:
            raise BuildError("the frozen program does not align the sample pair")


def said_by(command: list[str], environment: dict[str, str], folder: str = "") -> str:
    """Return what a program says, or writes to the file `found` in a folder; it must succeed."""
    result = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    found = Path(folder, "found") if folder else None
    said = found.read_text("utf-8") if found and found.is_file() else result.stdout
    if result.returncode:
        raise BuildError(f"{' '.join(command)} failed:\n{said}{result.stderr}")
    return said


# --- packing ----------------------------------------------------------------------------------


def pack_archive(packer: Packer) -> None:
    """Pack the folder for people who install nothing: unpack it anywhere and start it."""
    name = f"facing-pages-{version()}-linux-{os.uname().machine}"
    with (DIST / f"{name}.tar.xz").open("wb") as file:
        packer.write(with_folders(program_entries(BUNDLE, name)), file)


def pack_deb(packer: Packer) -> None:
    """Pack the package for Debian and Ubuntu."""
    command = str(BUNDLE / "facing")
    shells = ("bash", "zsh", "fish")
    completion = {name: said_by([command, "completion", name], dict(os.environ)) for name in shells}
    package = Package(version(), commit_time(), BUNDLE, ICONS, completion)
    target = DIST / f"facing-pages_{version()}_{architecture()}.deb"
    build_package(package, packer, target)


def pack_windows_installer() -> None:
    """Compile the installer; SIGN_COMMAND signs a file named by %1."""
    target = DIST / f"facing-pages-{version()}-windows-{platform.machine().lower()}.exe"
    names = {
        "VERSION": version(),
        "BUNDLE": BUNDLE,
        "ICON": ICONS / "facing-pages.ico",
        "TARGET": target,
    }
    if sign := os.environ.get("SIGN_COMMAND"):
        names["SIGN"] = sign
        for program in BUNDLE.glob("*.exe"):
            subprocess.run(sign.replace("%1", f'"{program}"'), shell=True, check=True)
    defined = [f"-D{name}={value}" for name, value in names.items()]
    run(["makensis", "-V2", "-WX", *defined, str(INSTALLERS / "windows" / "facing-pages.nsi")])


def pack_disk_image() -> None:
    """Make the disk image; see the script for how it is signed."""
    target = DIST / f"facing-pages-{version()}-macos-{platform.machine()}.dmg"
    program = DIST / "Facing Pages.app"
    run([str(INSTALLERS / "macos" / "pack.sh"), str(program), str(target)])


def write_checksums() -> None:
    """Write the checksums of all packages, and those of all files in the frozen program."""
    packages = sorted(path for path in DIST.iterdir() if path.is_file())
    inside = sorted(path for path in BUNDLE.rglob("*") if path.is_file())
    for name, paths in (("SHA256SUMS", packages), ("CONTENTS-SHA256SUMS", inside)):
        lines = [f"{digest(path)}  {path.relative_to(DIST).as_posix()}\n" for path in paths]
        (DIST / name).write_text("".join(lines), "utf-8", newline="\n")


def digest(path: Path) -> str:
    """Return the checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def run(
    command: list[str], *, folder: Path | None = None, quietly: bool = False, **environment: str
) -> None:
    """Run a program that must succeed, in a folder or where this one runs."""
    result = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL if quietly else None,
        text=True,
        check=False,
    )
    if result.returncode:
        raise BuildError(f"{command[0]} failed ({result.returncode})")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
