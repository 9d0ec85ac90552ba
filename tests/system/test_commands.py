"""The two README commands and the installed command, as a person would run them."""

from __future__ import annotations

import importlib.util
import json
import os
import struct
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.helpers.places import CHECKOUT

from .programs import COMMAND


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        arguments, env=environment, capture_output=True, timeout=120, check=False, **options
    )  # type: ignore[call-overload, no-any-return]


def dev_module() -> ModuleType:
    """Return the set-up script as a module."""
    path = CHECKOUT / "build_scripts" / "dev.py"
    if str(path.parent) not in sys.path:  # where a script finds the modules beside it
        sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location("dev", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stamp() -> str:
    return str(dev_module().STAMP.read_text("utf-8"))


def picture_size(path: Path) -> tuple[int, int]:
    header = path.read_bytes()[:24]
    assert header.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", header[16:24])
    return width, height


def test_without_a_display_run_says_so_and_renders_a_picture() -> None:
    if not dev_module().STAMP.exists() or dev_module().fingerprint() not in stamp():
        pytest.skip("the environment is out of date; start the tests with build_scripts/dev.py")
    picture = CHECKOUT / "facing-pages.png"
    picture.unlink(missing_ok=True)
    result = run(sys.executable, str(CHECKOUT / "build_scripts" / "dev.py"), "run")
    assert result.returncode == 0, result.stderr
    assert b"no display" in result.stdout
    assert picture_size(picture) == (1400, 900)


def test_a_picture_has_the_size_asked_for(tmp_path: Path, sample: tuple[Path, Path]) -> None:
    output = tmp_path / "p.png"
    command = (*COMMAND, "picture")
    pair = [str(path) for path in sample]
    result = run(*command, *pair, "-o", str(output), "--size", "900x600", "--theme", "dark",
                 "--at", "3")  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert result.stderr == b""
    assert picture_size(output) == (900, 600)


def test_a_picture_of_a_change_that_is_not_there_is_refused(tmp_path: Path) -> None:
    command = (*COMMAND, "picture", "--sample")
    result = run(*command, "-o", str(tmp_path / "p.png"), "--at", "99999")
    assert result.returncode == 2
    assert b"no number 99999" in result.stderr


def test_output_into_a_closed_pipe_is_no_error(sample: tuple[Path, Path]) -> None:
    command = f"{' '.join(COMMAND)} align {sample[0]} {sample[1]}"
    result = run("bash", "-c", f"{command} | head -c 10")
    assert result.stderr == b""


def test_the_real_pair_stands_level(shared_pair: tuple[Path, Path]) -> None:
    command = (*COMMAND, "align")
    result = run(*command, *(str(path) for path in shared_pair))
    content = json.loads(result.stdout)
    sides = {
        side: [s["paragraph"] for s in content[side]["sentences"]]
        for side in ("original", "rewrite")
    }
    pairs = {
        (sides["original"][i], sides["rewrite"][j])
        for link in content["links"]
        for i in link["original"]
        for j in link["rewrite"]
    }
    assert pairs == {(k, k) for k in range(34)}
