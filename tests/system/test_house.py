"""Rules of the house that a machine can check."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import TypeGuard

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SOURCE = CHECKOUT / "src" / "facing_pages"
# A package may import from itself and from what stands to the right of it.
ALLOWED = {
    "core": (),
    "session": ("core",),
    "export": ("core",),
    "viewmodel": ("export", "session", "core"),
    "ui": ("viewmodel", "export", "session", "core"),
    "command_line": ("export", "session", "core"),
}
# What the command line may ask of the window's code, for there is Qt in it.
RENDERING = ("facing_pages.ui.picture", "facing_pages.ui.printing_apart")
# Inside the core the data flows one way.
CORE_ORDER = ("reading", "splitting", "similarity", "alignment", "changes")


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_keep_the_order_of_the_layers(path: Path) -> None:
    parts = path.relative_to(SOURCE).parts
    layer = parts[0]
    if layer == "__init__.py":
        return
    for name in imports_of(path):
        if not name.startswith("facing_pages."):
            continue
        target = name.split(".")[1]
        if layer == "command_line" and name in RENDERING:
            continue
        assert target == layer or target in ALLOWED[layer], f"{path} imports {name}"
        if layer == target == "core" and len(parts) == 3 and name.split(".")[2] in CORE_ORDER:
            assert CORE_ORDER.index(name.split(".")[2]) <= CORE_ORDER.index(parts[1]), name


def test_only_the_window_imports_widgets() -> None:
    for path in modules():
        if path.relative_to(SOURCE).parts[0] != "ui":
            assert not any(name.startswith("PySide6") for name in imports_of(path)), path


def test_threads_are_made_in_few_places() -> None:
    makers = {"threading", "multiprocessing", "concurrent.futures"}
    using = {path.name for path in modules() if imports_of(path) & makers}
    # main.py only for freeze_support; apart.py reads hostile files in a process, without threads.
    # The same holds for printing_apart.py, which has Qt without a display, and for self_check.py,
    # which lets a process try to open a window that may die of it.
    apart = {"apart.py", "printing_apart.py", "self_check.py"}
    # worker_pool.py compares many pairs at a time, each in a process. background.py looks at files
    # on shares that may not answer, before anything heavy is loaded; parent_watch.py waits for the
    # end of the parent process, and touches nothing of ours.
    others = {"worker_pool.py", "background.py", "parent_watch.py"}
    assert using == {"tasks.py", "main.py", *others, *apart}
    for path in modules():
        assert path.name not in apart or "threading" not in imports_of(path)


def test_onnxruntime_is_imported_in_one_place() -> None:
    # Only there is its telemetry off for certain; see `core.silence`.
    only = SOURCE / "core" / "silence.py"
    folders = (SOURCE, CHECKOUT / "tests", CHECKOUT / "build_scripts")
    paths = [path for folder in folders for path in folder.rglob("*.py")]
    paths += (CHECKOUT / "build_scripts").rglob("*.spec")
    assert only in paths
    for path in paths:
        names = imports_of(path) | names_imported_by_calls(path)
        assert path == only or not any(name.split(".")[0] == "onnxruntime" for name in names), path


def names_imported_by_calls(path: Path) -> set[str]:
    """Return what is imported by calls such as `import_module("name")`."""
    importing = {"import_module", "__import__", "importorskip"}
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if is_call(node)]
    return {
        str(argument.value)
        for call in calls
        for argument in call.args
        if isinstance(argument, ast.Constant)
        and (getattr(call.func, "attr", "") or getattr(call.func, "id", "")) in importing
    }


def is_call(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call)


def test_the_core_is_loaded_without_qt() -> None:
    code = "import sys, facing_pages.core.compare; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_worker_is_loaded_without_qt() -> None:
    code = (
        "import sys, facing_pages.ui.main, facing_pages.ui.worker_process;"
        "sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_window_opens_before_the_heavy_libraries_are_loaded() -> None:
    heavy = ("numpy", "regex", "rapidfuzz", "ftfy")
    code = f"import sys, facing_pages.ui.windows; sys.exit(any(m in sys.modules for m in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_lock_file_has_hashes_and_names_no_registry() -> None:
    lock = (CHECKOUT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    packages = re.findall(r"^[A-Za-z0-9._-]+==", lock, re.MULTILINE)
    assert len(packages) > 10
    assert lock.count("--hash=sha256:") >= len(packages)


def test_modules_stay_small() -> None:
    sizes = {path.name: len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert max(sizes.values()) < 420, sizes


def test_nothing_else_stands_at_the_top_of_the_repository() -> None:
    listed = ["git", "ls-files", "-z"]
    found = subprocess.run(listed, cwd=CHECKOUT, capture_output=True, check=False)
    if found.returncode:
        pytest.skip("this is no git checkout")
    names = {name.split("/")[0] for name in found.stdout.decode().split("\0") if name}
    fixed = {"pyproject.toml", "src", "resources", "tests", "build_scripts", "README.md"}
    beside = {"LICENSE", "CHANGELOG.md", "requirements.lock"}
    assert {name for name in names if not name.startswith(".")} == fixed | beside
