"""What goes into the wheel besides the code, and what an index of packages shows of it.

Hatch calls both hooks. The models that need a runtime stay out: the package in
`build_scripts/encoder_package` brings them and the runtime. The description has no pictures: the
README names them by their places in the checkout, which an index does not have.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

# The ending of the resources that stay out of the wheel.
MODEL = ".onnx"
PICTURE = re.compile(r"!\[[^]]*\]\([^)]*\)")


class Contents(BuildHookInterface[Any]):
    """Puts the resources into the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files; a checkout that is installed as it is has them already."""
        if version == "editable":
            return
        folder = Path(self.root) / "resources"
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and path.suffix != MODEL:
                build_data["force_include"][str(path)] = f"facing_pages/resources/{name}"


class IndexPage(MetadataHookInterface):
    """Gives the README without its pictures as the description."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the description."""
        words = (Path(self.root) / "README.md").read_text("utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": without_pictures(words)}


def without_pictures(markdown: str) -> str:
    """Return the text without pictures, and without the tables that held nothing else."""
    blocks = []
    for block in markdown.split("\n\n"):
        rest = PICTURE.sub("", block)
        if rest == block or re.search(r"\w", rest):
            blocks.append(rest)
    return "\n\n".join(blocks)
