"""The version of the program stands in one place."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import build
from facing_pages import __version__
from tests.helpers.places import CHECKOUT


def project() -> dict[str, Any]:
    content: dict[str, Any] = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    return content


def test_installers_have_the_version_of_the_program() -> None:
    assert build.version() == __version__


def test_the_package_file_names_no_version_of_its_own() -> None:
    assert "version" not in project()["project"]
    assert "version" in project()["project"]["dynamic"]
    assert project()["tool"]["hatch"]["version"]["path"] == "src/facing_pages/__init__.py"


def test_the_list_of_changes_begins_with_this_version() -> None:
    changes = (CHECKOUT / "CHANGELOG.md").read_text("utf-8")
    newest = re.search(r"^## (\S+)", changes, re.MULTILINE)
    assert newest is not None
    assert newest[1] == __version__
