"""Where the models for onnxruntime are, and how one is started: on a single thread."""

from __future__ import annotations

import importlib.util
import logging
from pathlib import Path
from typing import Any, Final

from facing_pages.core.resources import resource
from facing_pages.core.system.silence import onnx_runtime

# The package that brings the models where the program is installed from a wheel.
MODEL_PACKAGE: Final = "facing_pages_encoder"

logger = logging.getLogger(__name__)


def model_file(name: str) -> Path | None:
    """Return the file of a model, from the resources or its own package; None without it."""
    folders = [resource(name).parent]
    if package := importlib.util.find_spec(MODEL_PACKAGE):
        folders += map(Path, package.submodule_search_locations or ())
    files = (folder / Path(name).name for folder in folders)
    return next((file for file in files if file.is_file()), None)


def inference_session(path: Path) -> Any | None:
    """Return a model ready to run on one thread of the processor.

    None, and the reason is logged, if `onnxruntime` is not there or not silent, or if the file is
    broken.
    """
    onnxruntime = onnx_runtime()
    if onnxruntime is None:
        return None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(
            str(path), sess_options=options, providers=["CPUExecutionProvider"]
        )
    except Exception:
        logger.warning(
            "%s does not start; the program goes on without it", path.name, exc_info=True
        )
        return None
