"""Write the trained encoder as `resources/models/word-encoder.onnx`, in eight-bit numbers."""

from __future__ import annotations

import importlib
import tempfile
import warnings
from pathlib import Path

import torch
from sources import RESOURCES
from torch import nn

from facing_pages.core.alignment.words.encoder import ENCODER_FILE
from facing_pages.core.system.silence import onnx_runtime

OPSET = 17


def write_encoder(encoder: nn.Module) -> None:
    """Export the encoder and quantise its weights, one scale a column."""
    runtime = onnx_runtime()
    if runtime is None:
        raise SystemExit("onnxruntime is needed to write the encoder; see requirements.txt")
    quantization = importlib.import_module(f"{runtime.__name__}.quantization")
    encoder.eval()
    path = RESOURCES / ENCODER_FILE
    pieces = torch.tensor([[101, 2023, 2003, 102, 2008, 102]])
    sides = torch.tensor([[0, 0, 0, 0, 1, 1]])
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the exporter, about itself
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            encoder,
            (pieces, sides),
            str(full),
            input_names=["pieces", "sides"],
            output_names=["vectors"],
            dynamic_axes={name: {1: "pieces"} for name in ("pieces", "sides", "vectors")},
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
    print(f"{ENCODER_FILE}: {path.stat().st_size:,} bytes")
