"""The wheels: what is in them, and what an index of packages shows of them."""

from __future__ import annotations

import email
import importlib.util
import re
import subprocess
import sys
import zipfile
from email.message import Message
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from facing_pages.core import resources
from facing_pages.core.alignment.words import encoder
from facing_pages.core.system import onnx_models
from tests.helpers.places import CHECKOUT

PROGRAM, ENCODER = "facing_pages", "facing_pages_encoder"
MIB = 1 << 20


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, zipfile.ZipFile]:
    """Return the wheels of this checkout by the names of their packages."""
    folder = tmp_path_factory.mktemp("wheels")
    for source in (CHECKOUT, CHECKOUT / "build_scripts" / "encoder_package"):
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
        subprocess.run(command, cwd=source, check=True, capture_output=True)
    return {path.name.split("-")[0]: zipfile.ZipFile(path) for path in folder.glob("*.whl")}


def metadata(wheel: zipfile.ZipFile) -> Message:
    name = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    return email.message_from_bytes(wheel.read(name))


def size(wheel: zipfile.ZipFile) -> int:
    return sum(entry.compress_size for entry in wheel.infolist())


def test_the_program_comes_with_all_its_resources_but_the_models(
    wheels: dict[str, zipfile.ZipFile],
) -> None:
    names = set(wheels[PROGRAM].namelist())
    listed = {f"{PROGRAM}/resources/{name}" for name in resources.listed_resources()}
    assert listed - names == {f"{PROGRAM}/resources/{name}" for name in resources.OPTIONAL}
    assert not [name for name in names if name.endswith(".png")]
    assert {name.split("/")[0].split("-")[0] for name in names} == {PROGRAM}
    assert f"{PROGRAM}/py.typed" in names
    assert size(wheels[PROGRAM]) < 10 * MIB


def test_the_models_come_only_with_what_runs_them(wheels: dict[str, zipfile.ZipFile]) -> None:
    for name in resources.OPTIONAL:
        assert wheels[ENCODER].getinfo(f"{ENCODER}/{Path(name).name}").file_size > 15 * MIB
    assert f"{ENCODER}/LICENCE-Apache-2.0.txt" in wheels[ENCODER].namelist()
    needed = metadata(wheels[ENCODER]).get_all("Requires-Dist", [])
    assert [name for name in needed if name.startswith("onnxruntime")] == needed != []
    asked = metadata(wheels[PROGRAM]).get_all("Requires-Dist", [])
    (precise,) = [name for name in asked if "extra ==" in name]
    assert precise.startswith("facing-pages-encoder")
    assert not [name for name in asked if name.startswith("onnxruntime")]


def test_the_wheel_says_what_it_runs_with(wheels: dict[str, zipfile.ZipFile]) -> None:
    told = metadata(wheels[PROGRAM])
    kinds = told.get_all("Classifier", [])
    versions = {kind.rpartition(" ")[2] for kind in kinds if re.search(r":: 3\.\d+$", kind)}
    assert versions == {"3.11", "3.12", "3.13", "3.14"}
    assert {"Typing :: Typed", "Natural Language :: English", "Natural Language :: German"} <= {
        *kinds
    }
    assert told["Requires-Python"] == ">=3.11"
    # The project has no address that could be named.
    assert told.get_all("Project-URL", []) == []


@pytest.mark.parametrize("name", [PROGRAM, ENCODER])
def test_the_description_shows_nothing_that_is_not_there(
    wheels: dict[str, zipfile.ZipFile], name: str
) -> None:
    told = metadata(wheels[name])
    assert told["Description-Content-Type"] == "text/markdown"
    tokens = MarkdownIt("commonmark").enable("table").parse(told.get_payload())
    inner = [part for token in tokens for part in token.children or []]
    assert [part for part in inner if part.type == "image"] == []
    links = [str(part.attrs["href"]) for part in inner if part.type == "link_open"]
    assert all(re.match(r"https?://|#", link) for link in links), links
    # No table is left without words, no heading without what follows.
    text = told.get_payload()
    assert not re.search(r"\|\s*\|[ |]*\n\| --- [-| ]*\n\s*\n", text)
    assert not re.search(r"\n#+ [^\n]*\n\s*\n*#", re.sub(r"(?s)```.*?```", "", text))


def test_the_encoder_is_found_in_its_own_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(onnx_models, "resource", lambda name: tmp_path / "resources" / name)
    assert onnx_models.model_file(encoder.ENCODER_FILE) is None
    package = tmp_path / ENCODER
    package.mkdir()
    (package / "__init__.py").write_text("", "utf-8")
    file = package / Path(encoder.ENCODER_FILE).name
    file.write_bytes(b"model")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    assert onnx_models.model_file(encoder.ENCODER_FILE) == file


def test_an_installation_without_the_encoder_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "listed_resources", lambda: {encoder.ENCODER_FILE: "0" * 64})
    monkeypatch.setattr(resources, "resource_folder", lambda: tmp_path)
    assert resources.damaged_resources() == []
    (tmp_path / "models").mkdir()
    (tmp_path / encoder.ENCODER_FILE).write_bytes(b"half")
    assert resources.damaged_resources() == [encoder.ENCODER_FILE]
