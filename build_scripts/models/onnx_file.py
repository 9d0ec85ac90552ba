"""Write a trained network as an ONNX file in eight-bit numbers."""

from __future__ import annotations

import importlib
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from sources import RESOURCES
from torch import Tensor, nn

from facing_pages.core.system.silence import onnx_runtime

OPSET = 17


def write_model(
    network: nn.Module,
    name: str,
    inputs: Mapping[str, Tensor],
    outputs: Mapping[str, Sequence[int]],
) -> None:
    """Export a network and quantise its weights, one scale a column.

    `inputs` are examples, [1, pieces, …]; `outputs` names what comes out, with the axes that are as
    long as there are pieces.
    """
    runtime = onnx_runtime()
    if runtime is None:
        raise SystemExit("onnxruntime is needed to write a model; see requirements.txt")
    quantization = importlib.import_module(f"{runtime.__name__}.quantization")
    network.eval()
    path = RESOURCES / name
    axes = {key: {1: "pieces"} for key in inputs}
    axes |= {key: dict.fromkeys(lengths, "pieces") for key, lengths in outputs.items() if lengths}
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the exporter, about itself
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            network,
            tuple(inputs.values()),
            str(full),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        quantization.quantize_dynamic(
            str(full),
            str(path),
            per_channel=True,
            reduce_range=True,
            weight_type=quantization.QuantType.QInt8,
        )
    print(f"{name}: {path.stat().st_size:,} bytes")
