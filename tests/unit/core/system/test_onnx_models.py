"""Models for onnxruntime: where they are found and how they start."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from facing_pages.core.system import onnx_models as module
from facing_pages.core.system.onnx_models import inference_session, model_file

NAME = "models/some-model.onnx"


def test_a_file_is_looked_for_in_the_resources_and_then_in_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "packages" / "models_for_tests"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    own = tmp_path / NAME
    monkeypatch.setattr(module, "resource", tmp_path.joinpath)
    monkeypatch.setattr(module, "MODEL_PACKAGE", package.name)
    assert model_file(NAME) is None
    monkeypatch.syspath_prepend(package.parent)
    assert model_file(NAME) is None
    (package / own.name).touch()
    assert model_file(NAME) == package / own.name
    own.parent.mkdir()
    own.touch()
    assert model_file(NAME) == own


class Runtime:
    """Takes the place of onnxruntime and remembers what it was asked for."""

    SessionOptions = SimpleNamespace

    def __init__(self, *, is_broken: bool = False) -> None:
        self.is_broken = is_broken
        self.asked: list[tuple[str, Any, list[str]]] = []

    def InferenceSession(  # noqa: N802
        self, path: str, *, sess_options: Any, providers: list[str]
    ) -> str:
        if self.is_broken:
            raise RuntimeError("no model")
        self.asked.append((path, sess_options, providers))
        return "session"


def test_a_model_runs_on_one_thread_of_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    runtime = Runtime()
    monkeypatch.setattr(module, "onnx_runtime", lambda: runtime)
    assert inference_session(Path("model.onnx")) == "session"
    [(path, options, providers)] = runtime.asked
    assert (path, providers) == ("model.onnx", ["CPUExecutionProvider"])
    assert (options.intra_op_num_threads, options.inter_op_num_threads) == (1, 1)
    # Errors only: 3 is the level above warnings.
    assert options.log_severity_level == 3


def test_there_is_no_session_without_the_runtime(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "onnx_runtime", lambda: None)
    assert inference_session(Path("model.onnx")) is None


def test_a_model_that_does_not_start_is_reported_and_done_without(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "onnx_runtime", lambda: Runtime(is_broken=True))
    assert inference_session(Path("model.onnx")) is None
    assert "model.onnx does not start; the program goes on without it" in caplog.text
