"""What the documents say of the repository is so: the files they name are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.helpers.places import CHECKOUT

GITHUB = CHECKOUT / ".github"
DOCUMENTS = sorted(
    {
        CHECKOUT / "README.md",
        CHECKOUT / "build_scripts" / "RELEASING.md",
        *GITHUB.glob("*.md"),
        *GITHUB.glob("decisions/*.md"),
        *(CHECKOUT / "src").rglob("*.md"),
        *(CHECKOUT / "tests" / "golden").glob("*.md"),
    }
)
# Names that stand for others, and files that are made.
EXAMPLES = {"core/reading/formats/NAME_file.py"}


def named_files(text: str) -> set[str]:
    """Return the Python files that a text names in backquotes, such as `core/both.py`."""
    return set(re.findall(r"`([\w./-]+\.py)\b[^`]*`", text)) - EXAMPLES


def linked_files(text: str) -> set[str]:
    """Return where the links of a text lead, other pages of the web aside."""
    targets = re.findall(r"\]\(([^)#]+)", text)
    return {target for target in targets if "://" not in target}


@pytest.fixture(scope="module")
def every_file() -> list[str]:
    folders = (CHECKOUT / name for name in ("src", "tests", "build_scripts"))
    return [str(path) for folder in folders for path in folder.rglob("*.py")]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_the_files_that_a_document_names_are_there(path: Path, every_file: list[str]) -> None:
    text = path.read_text("utf-8")
    for name in named_files(text):
        is_there = (path.parent / name).exists()
        assert is_there or any(file.endswith(f"/{name}") for file in every_file), name
    for target in linked_files(text):
        assert (path.parent / target).exists(), f"{path} leads to {target}"


def test_every_decision_is_in_the_list() -> None:
    pages = {page.name for page in (GITHUB / "decisions").glob("[0-9]*.md")}
    listed = (GITHUB / "decisions" / "README.md").read_text("utf-8")
    assert set(re.findall(r"\((\d{3}-[\w.-]+\.md)\)", listed)) == pages
