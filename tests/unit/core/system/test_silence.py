"""onnxruntime is imported with its telemetry off; a stand-in says what it saw of the switch."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facing_pages.core.system.silence import SWITCH, TELEMETRY_OFF

STAND_IN = f"""
import os
print("imported with", os.environ.get({SWITCH!r}))
def disable_telemetry_events():
    print("events disabled")
"""


@pytest.fixture
def stand_in(tmp_path: Path) -> Path:
    """Return a folder with a package called onnxruntime that sends nothing."""
    package = tmp_path / "onnxruntime"
    package.mkdir()
    (package / "__init__.py").write_text(STAND_IN, "utf-8")
    return tmp_path


def output_of(code: str, folder: Path, value: str | None = None) -> list[str]:
    """Return the lines that a program prints, with a value of the variable before it starts."""
    environment = {name: value for name, value in os.environ.items() if name != SWITCH}
    if value is not None:
        environment[SWITCH] = value
    code = f"import sys; sys.path.insert(0, {str(folder)!r})\n{code}"
    answer = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    return [*answer.stdout.splitlines(), *answer.stderr.splitlines()]


IMPORTING = "from facing_pages.core.system.silence import onnx_runtime; onnx_runtime()"


@pytest.mark.parametrize("value", [None, "", "0", "false", "off", "2", "1"])
def test_telemetry_is_off_whatever_the_user_had_set(stand_in: Path, value: str | None) -> None:
    assert output_of(IMPORTING, stand_in, value) == [
        f"imported with {TELEMETRY_OFF}",
        "events disabled",
    ]


def test_the_package_switches_it_off_for_imports_elsewhere(stand_in: Path) -> None:
    code = f"import facing_pages, onnxruntime\n{IMPORTING}"
    assert output_of(code, stand_in, "0") == [f"imported with {TELEMETRY_OFF}", "events disabled"]


def test_the_processes_it_starts_inherit_the_switch(stand_in: Path) -> None:
    code = (
        "import facing_pages, subprocess, sys\n"
        "subprocess.run([sys.executable, '-c', 'import onnxruntime'], cwd=sys.path[0])"
    )
    assert output_of(code, stand_in, "0") == [f"imported with {TELEMETRY_OFF}"]


def test_a_value_changed_later_is_set_again_before_the_import(stand_in: Path) -> None:
    code = f"import facing_pages, os; os.environ[{SWITCH!r}] = '0'\n{IMPORTING}"
    assert output_of(code, stand_in) == [f"imported with {TELEMETRY_OFF}", "events disabled"]


ASKING = """
import logging; logging.basicConfig()
from facing_pages.core.alignment.words.encoder import encoder, has_encoder
print(has_encoder(), encoder())
"""


@pytest.mark.parametrize("value", [None, "0", "no"])
def test_a_runtime_that_sends_already_is_not_used(stand_in: Path, value: str | None) -> None:
    loud, answer, reason = output_of(f"import onnxruntime\n{ASKING}", stand_in, value)
    assert loud == f"imported with {value}"
    assert answer == "False None"
    assert "import facing_pages first" in reason


def test_a_runtime_that_was_imported_loudly_later_is_not_used(stand_in: Path) -> None:
    code = f"import facing_pages, os; os.environ[{SWITCH!r}] = '0'; import onnxruntime\n{ASKING}"
    assert output_of(code, stand_in)[1] == "False None"


@pytest.mark.parametrize("value", ["1", "true", "YES", "On"])
def test_a_runtime_that_others_imported_silently_is_used(stand_in: Path, value: str) -> None:
    code = "import onnxruntime\nfrom facing_pages.core.system.silence import has_onnx_runtime\n"
    code += f"print(has_onnx_runtime())\n{IMPORTING}"
    assert output_of(code, stand_in, value) == [f"imported with {value}", "True", "events disabled"]
