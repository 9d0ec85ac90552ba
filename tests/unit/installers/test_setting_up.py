"""How a checkout is set up: sections of the lock file, what is said, what is taken out."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

import build
import dev
import lock
import packages
from installers import trimming
from tests.helpers.places import CHECKOUT

LOCK = (CHECKOUT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", name)[0]).lower()  # type: ignore[index]


def names_in(section: str) -> set[str]:
    return {lock.name_of(block) for block in lock.requirements(packages.sections(LOCK)[section][1])}


# --- the lock file -----------------------------------------------------------------------------


def test_the_first_section_has_all_that_the_program_imports_and_no_tool() -> None:
    wanted = {normal(name) for name in PROJECT["project"]["dependencies"]} | {"onnxruntime"}
    found = names_in("run")
    assert wanted <= found
    assert not found & {"mypy", "pyinstaller", "zizmor", "pytest", "ruff", "hypothesis"}
    assert len(found) < 30


def test_both_sections_together_have_every_dependency_once() -> None:
    groups = PROJECT["dependency-groups"]
    wanted = {normal(name) for group in groups.values() for name in group if isinstance(name, str)}
    assert wanted <= names_in("run") | names_in("develop")
    assert not names_in("run") & names_in("develop")
    for section in ("run", "develop"):
        blocks = lock.requirements(packages.sections(LOCK)[section][1])
        assert all("--hash=sha256:" in block for block in blocks)


def test_the_headings_say_how_much_there_is_to_download() -> None:
    for heading, _ in packages.sections(LOCK).values():
        assert re.fullmatch(r"about \d+ MB to download", heading)


@pytest.mark.parametrize(
    ("marker", "holds"),
    [
        ("sys_platform == 'nowhere'", False),
        (f"sys_platform == '{sys.platform}'", True),
        ("sys_platform != 'nowhere'", True),
        ("python_full_version >= '3.9'", True),
        ("python_full_version < '3.9'", False),
        ("python_full_version >= '3.9' and sys_platform == 'nowhere'", False),
        ("sys_platform == 'nowhere' or python_full_version >= '3.9'", True),
    ],
)
def test_packages_of_other_systems_are_not_counted(marker: str, holds: bool) -> None:
    requirements = (
        f"one==1.0 \\\n    --hash=sha256:0\ntwo==2.0 ; {marker} \\\n    --hash=sha256:1\n"
    )
    assert packages.needed_here(requirements) == (["one", "two"] if holds else ["one"])


def test_a_package_with_a_version_for_each_python_counts_once() -> None:
    requirements = (
        "numpy==2.4.6 ; python_full_version < '3.12' \\\n    --hash=sha256:0\n"
        "numpy==2.5.5 ; python_full_version >= '3.12' \\\n    --hash=sha256:1\n"
    )
    assert packages.needed_here(requirements) == ["numpy"]


# --- what is said ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("  Downloading numpy-2.4.6-cp311-cp311-manylinux_2_27_x86_64.whl (16.9 MB)",
         ("numpy", "2.4.6", "16.9 MB")),
        ("Using cached pyside6_essentials-6.11.3-cp310-abi3-manylinux_2_34_x86_64.whl (80.3 MB)",
         ("pyside6_essentials", "6.11.3", "80.3 MB")),
        ("  Downloading numpy-2.4.6-cp311-cp311-manylinux_2_27_x86_64.whl.metadata (62 kB)", None),
        ("Collecting numpy==2.4.6", None),
    ],
)  # fmt: skip
def test_the_size_of_each_package_is_read_from_what_pip_says(
    line: str, said: tuple[str, ...] | None
) -> None:
    found = packages.FETCHED.match(line)
    assert (found.groups() if found else None) == said


def test_each_package_is_shown_as_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [
        "Collecting one==1.0",
        "  Downloading one-1.0-py3-none-any.whl (12 kB)",
        "Installing collected packages: one",
    ]
    monkeypatch.setattr(packages, "pip", lambda *_arguments: iter(said))
    shown: list[str] = []
    text = "# [run] about 5 MB to download\none==1.0 \\\n    --hash=sha256:0\n"
    packages.install_section("python", text, "run", shown.append)
    assert shown[0] == "Installing 1 packages, about 5 MB to download…"
    assert shown[1].split() == ["1", "of", "1", "one", "1.0,", "12", "kB"]
    assert shown[2].strip() == "unpacking…"


def test_what_pip_cannot_do_is_said_in_its_words() -> None:
    with pytest.raises(packages.PackageError, match="no-such-command"):
        list(packages.pip(sys.executable, "no-such-command"))


# --- system packages ---------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="there is no apt-get on Windows")
@pytest.mark.parametrize("programs", [("apt-get", "sudo"), ("apt-get",), ()])
def test_a_missing_library_comes_with_the_command_to_paste(
    programs: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev.shutil, "which", lambda name: name if name in programs else None)
    ran: list[list[str]] = []

    def refuse(arguments: list[str], _purpose: str, *, advice: str = "", **_: object) -> None:
        ran.append(arguments)
        raise dev.SetUpError("Could not do it.", advice)

    monkeypatch.setattr(dev, "command", refuse)
    with pytest.raises(dev.SetUpError) as caught:
        dev.install_system_packages(["libegl1", "libgl1"])
    if "sudo" in programs:
        assert ran[0][0] == "sudo"
        words = shlex.split(caught.value.advice.splitlines()[-1])
        assert words[:3] == ["sudo", "apt-get", "update"]
        assert words[-2:] == ["libegl1", "libgl1"]
    elif programs:
        assert ran == []
        told = shlex.split(caught.value.advice.splitlines()[-1])
        assert told[:2] == ["su", "-c"]
        assert "apt-get install -y --no-install-recommends libegl1 libgl1" in told[2]
    else:
        assert "libegl1 libgl1" in caught.value.advice


def test_nothing_missing_needs_no_rights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "command", lambda *_a, **_k: pytest.fail("ran something"))
    dev.install_system_packages([])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages of Debian")
@pytest.mark.parametrize(
    ("library", "python", "is_there", "wanted"),
    [
        ("libpython3.11.so.1.0", "/usr/bin/python3", True, ()),
        ("libpython3.11.so.1.0", "/usr/bin/python3", False, ("libpython",)),
        ("libpython3.11.so.1.0", "/opt/python/bin/python3", True, ()),
    ],
)
def test_building_needs_the_library_of_python(
    library: str,
    python: str,
    is_there: bool,
    wanted: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    has_library(monkeypatch, library, python, is_there=is_there)
    found = build.missing_python_library()
    assert tuple(re.sub(r"\d\.\d+$", "", name) for name in found) == wanted


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages of Debian")
@pytest.mark.parametrize(
    ("library", "python"),
    [("libpython3.11.a", "/usr/bin/python3"), ("libpython3.12.so.1.0", "/home/me/bin/python3")],
)
def test_a_python_without_a_library_is_not_built_with(
    library: str, python: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_library(monkeypatch, library, python, is_there=False)
    with pytest.raises(build.BuildError, match="--enable-shared"):
        build.missing_python_library()


def has_library(
    monkeypatch: pytest.MonkeyPatch, library: str, python: str, *, is_there: bool
) -> None:
    """Have a Python that was built with this library, which is installed or not."""
    told = {"INSTSONAME": library, "LIBDIR": "/nowhere"}
    monkeypatch.setattr(build.sysconfig, "get_config_var", told.get)
    monkeypatch.setattr(build.dev, "is_loadable", lambda _name: is_there)
    monkeypatch.setattr(build.sys, "executable", python)


# --- what is set up when -----------------------------------------------------------------------


def test_running_installs_one_section_and_testing_adds_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    environment = tmp_path / ".venv"

    def make() -> None:
        shutil.rmtree(environment, ignore_errors=True)
        environment.mkdir()
        done.append("make")

    monkeypatch.setattr(dev, "STAMP", environment / "stamp")
    monkeypatch.setattr(dev, "make_environment", make)
    monkeypatch.setattr(dev, "install_packages", done.extend)
    monkeypatch.setattr(dev, "install_system_packages", lambda missing: done.append("system"))
    monkeypatch.setattr(dev, "missing_packages", lambda *_: [])
    libraries = {"libA.so": "liba"}
    dev.set_up(libraries, sections=dev.TO_RUN)
    assert done == ["system", "make", "run"]
    dev.set_up(libraries, sections=dev.TO_RUN)
    assert done == ["system", "make", "run"]
    dev.set_up(libraries, {"Xvfb": "xvfb"})
    assert done[3:] == ["system", "develop"]
    dev.set_up(libraries, sections=dev.TO_RUN)
    assert len(done) == 5
    monkeypatch.setattr(dev, "fingerprint", lambda: "0" * 24)
    dev.set_up(libraries, sections=dev.TO_RUN)
    assert done[5:] == ["system", "make", "run"]


def test_tests_keep_bytecode_where_the_environment_turns_it_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[str | None] = []
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(dev, "set_up", lambda *_arguments: None)
    monkeypatch.setattr(
        dev, "start", lambda *_a, **_k: seen.append(os.environ.get("PYTHONDONTWRITEBYTECODE")) or 0
    )
    assert dev.test(["tests/unit"]) == 0
    assert seen == [None]


# --- what is taken out -------------------------------------------------------------------------


def test_unused_parts_are_deleted_and_struck_from_the_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = ["PySide6/QtWidgets.abi3.so", "PySide6/__init__.py", "numpy/core.py"]
    unused = ["PySide6/Qt/qml/QtQuick/a.qml", "PySide6/designer", "PySide6/Qt/lib/libQt6Qml.so.6"]
    for name in [*kept, *unused]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    record = tmp_path / "PySide6_Essentials-6.11.3.dist-info" / "RECORD"
    record.parent.mkdir()
    record.write_text("".join(f"{name},sha256=x,1\n" for name in [*kept, *unused]), "utf-8")
    monkeypatch.setattr(packages, "_package_folders", lambda _python: [tmp_path])
    packages.take_out_unused("python")
    assert {name for name in [*kept, *unused] if (tmp_path / name).exists()} == set(kept)
    assert not (tmp_path / "PySide6/Qt").exists()
    assert record.read_text("utf-8") == "".join(f"{name},sha256=x,1\n" for name in kept)


def test_what_a_checkout_does_without_the_bundle_does_without_too() -> None:
    assert trimming.UNUSED_PARTS.items() <= trimming.LEFT_OUT.items()
    for name in ("PySide6/QtTest.abi3.so", "PySide6/QtGui.pyi", "numpy-2.4.6.dist-info/RECORD",
                 "setuptools/__init__.py", "onnxruntime/capi/onnxruntime_pybind11_state.so",
                 "PySide6/Qt/lib/libQt6WaylandClient.so.6"):  # fmt: skip
        assert not trimming.is_unused_part(name), name
