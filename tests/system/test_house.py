"""Rules of the house that a machine can check."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeGuard

import pytest

from tests.helpers.places import CHECKOUT, SOURCE

# The rooms from the ground up: a module imports from its own room and from rooms before it. A room
# that is not named here belongs to the one it stands in.
ROOMS = (
    "core.foundation",
    "core.system",
    "core.languages",
    "core.reading",
    "core.splitting",
    "core.alignment.words",
    "core.alignment.sentences",
    "core.alignment",
    "core.changes",
    "core.findings",
    "core",
    "marks",
    "session",
    "export",
    "viewmodel",
    "ui.common",
    "page.layout",
    "page.painting",
    "page",
    "page.accessibility",
    "pdf",
    "worker",
    "ui.dialogs",
    "ui.comparison",
    "ui.pair",
    "ui.start",
    "ui.shell",
    "command_line",
)
# Modules at the top of the core that everything is written in; the others there use all of it.
FOUNDATION = {
    "both", "cache", "errors", "json_bytes", "model", "options", "progress", "resources",
    "sequences", "translatable", "work_limits",
}  # fmt: skip
# What the rest of the command line may not know: it does not wait for Qt.
WITHOUT_QT = ("core", "marks", "session", "export", "viewmodel", "worker", "command_line")
MAX_MODULES = 20


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree_of(path)))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def imports_of(path: Path) -> frozenset[str]:
    found: set[str] = set()
    for node in nodes_of(path):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return frozenset(found)


@cache
def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts)


def room_of(module: str) -> int:
    """Return the number of the room in which a module stands, from the ground up."""
    package, _, name = module.rpartition(".")
    if package == "core" and name in FOUNDATION:
        return 0
    while package and package not in ROOMS:
        package = package.rpartition(".")[0]
    return ROOMS.index(package or "core")


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_keep_the_order_of_the_rooms(path: Path) -> None:
    if path.name == "__init__.py":
        return
    room = room_of(name_of(path))
    for name in imports_of(path):
        if name.startswith("facing_pages."):
            imported = name.removeprefix("facing_pages.")
            imported += ".__init__" if (SOURCE / imported.replace(".", "/")).is_dir() else ""
            assert room_of(imported) <= room, f"{path} imports {name}"


def test_no_room_is_too_full() -> None:
    rooms = (path for path in modules() if path.name != "__init__.py")
    # One module a language: that room is a table.
    counts = Counter(path.parent for path in rooms if path.parts[-3:-1] != ("languages", "data"))
    assert max(counts.values()) <= MAX_MODULES, counts.most_common(3)


def test_a_name_of_a_module_stands_for_one_thing() -> None:
    counts = Counter(path.name for path in modules() if path.name != "__init__.py")
    assert [name for name, count in counts.items() if count > 1] == []


def test_only_the_window_imports_qt() -> None:
    for path in modules():
        if path.relative_to(SOURCE).parts[0] in WITHOUT_QT:
            assert not any(name.startswith("PySide6") for name in imports_of(path)), path


def test_threads_are_made_in_few_places() -> None:
    makers = {"threading", "multiprocessing", "concurrent.futures"}
    using = {path.name for path in modules() if imports_of(path) & makers}
    # facing.py and program.py only for freeze_support; isolated.py reads hostile files in a
    # process, without threads. The same holds for isolated_printing.py, which has Qt without a
    # display, and for self_check.py, which lets a process try to open a window that may die of it.
    apart = {"isolated.py", "isolated_printing.py", "self_check.py"}
    # worker_pool.py compares many pairs at a time, each in a process. background.py looks at files
    # on shares that may not answer, before anything heavy is loaded; parent_watch.py waits for the
    # end of the parent process, and touches nothing of ours.
    others = {"worker_pool.py", "background.py", "parent_watch.py"}
    programs = {"facing.py", "program.py"}
    assert using == {"worker_client.py", *programs, *others, *apart}
    for path in modules():
        assert path.name not in apart or "threading" not in imports_of(path)


def test_onnxruntime_is_imported_in_one_place() -> None:
    # Only there is its telemetry off for certain; see `core.system.silence`.
    only = SOURCE / "core" / "system" / "silence.py"
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
    calls = [node for node in nodes_of(path) if is_call(node)]
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
        "import sys, facing_pages.ui.shell.program, facing_pages.worker.worker_process;"
        "sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_window_opens_before_the_heavy_libraries_are_loaded() -> None:
    heavy = ("numpy", "regex", "rapidfuzz", "ftfy")
    code = (
        "import sys, facing_pages.ui.shell.windows;"
        f"sys.exit(any(module in sys.modules for module in {heavy}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_lock_file_has_hashes_and_names_no_registry() -> None:
    lock = (CHECKOUT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    packages = re.findall(r"^[A-Za-z0-9._-]+==", lock, re.MULTILINE)
    assert len(packages) > 10
    assert lock.count("--hash=sha256:") >= len(packages)


def test_nothing_else_stands_at_the_top_of_the_repository() -> None:
    listed = ["git", "ls-files", "-z"]
    found = subprocess.run(listed, cwd=CHECKOUT, capture_output=True, check=False)
    if found.returncode:
        pytest.skip("this is no git checkout")
    names = {name.split("/")[0] for name in found.stdout.decode().split("\0") if name}
    fixed = {"pyproject.toml", "src", "resources", "tests", "build_scripts", "README.md"}
    beside = {"LICENSE", "CHANGELOG.md", "requirements.lock"}
    assert {name for name in names if not name.startswith(".")} == fixed | beside


# --- the size of things ------------------------------------------------------------------------
#
# What other rooms still have to bring in order is listed with the room. A line that is not needed
# any more fails too, so that the lists can only become shorter.

MAX_METHODS = 25
MAX_OWN_BASES = 2
MAX_FAN_OUT = 20
# Room and class.
TOO_MANY_METHODS: set[tuple[str, str]] = set()
TOO_DEEP: set[tuple[str, str]] = set()
# Room and module.
TOO_MANY_IMPORTS: set[tuple[str, str]] = set()


def package_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).parent.parts)


@cache
def classes() -> list[tuple[str, ast.ClassDef]]:
    """Return all classes with the packages they stand in."""
    return [
        (package_of(path), node)
        for path in modules()
        for node in nodes_of(path)
        if isinstance(node, ast.ClassDef)
    ]


def names_of_bases(node: ast.ClassDef) -> list[str]:
    return [ast.unparse(base).partition("[")[0].rpartition(".")[2] for base in node.bases]


def own_depth(name: str, bases: Mapping[str, list[str]]) -> int:
    """Return how many classes of ours stand above a class."""
    own = [base for base in bases[name] if base in bases and base != name]
    return max((1 + own_depth(base, bases) for base in own), default=0)


def run_time_imports(path: Path) -> set[str]:
    """Return the modules of ours that a module imports, but for those that only types need."""
    types_only = {
        inner
        for node in nodes_of(path)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    return {
        node.module
        for node in nodes_of(path)
        if isinstance(node, ast.ImportFrom)
        and node not in types_only
        and (node.module or "").startswith("facing_pages")
        and node.module is not None
    }


def test_no_class_has_too_many_methods() -> None:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = {
        (package, node.name)
        for package, node in classes()
        if sum(isinstance(part, functions) for part in node.body) > MAX_METHODS
    }
    assert found == TOO_MANY_METHODS


def test_no_class_is_split_over_files_by_inheritance() -> None:
    bases = {node.name: names_of_bases(node) for _, node in classes()}
    found = {
        (package, node.name)
        for package, node in classes()
        if own_depth(node.name, bases) > MAX_OWN_BASES
    }
    assert found == TOO_DEEP


def test_no_module_needs_too_many_others() -> None:
    found = {
        (package_of(path), path.stem)
        for path in modules()
        if len(run_time_imports(path)) > MAX_FAN_OUT
    }
    assert found == TOO_MANY_IMPORTS


def test_no_private_name_is_imported() -> None:
    for path in modules():
        for node in nodes_of(path):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("facing_pages"):
                names = [alias.name for alias in node.names]
                assert not [name for name in names if re.match("_(?!_)", name)], path


def test_a_name_of_a_class_stands_for_one_thing() -> None:
    counts = Counter(node.name.lstrip("_") for _, node in classes())
    assert [name for name, count in counts.items() if count > 1] == []


# --- constants ---------------------------------------------------------------------------------


def constants() -> list[tuple[str, ast.expr]]:
    """Return all constants of modules with their values, without the underscore of private ones."""
    # One module a language: each binds the same name to its own record.
    tables = SOURCE / "core" / "languages" / "data"
    found: list[tuple[str, ast.expr]] = []
    for path in modules():
        for node in tree_of(path).body if path.parent != tables else ():
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                names = [
                    target.id.lstrip("_") for target in targets if isinstance(target, ast.Name)
                ]
                found += [
                    (name, node.value) for name in names if re.fullmatch("[A-Z][A-Z0-9_]*", name)
                ]
    return found


def test_a_name_of_a_constant_stands_for_one_value() -> None:
    values: defaultdict[str, set[str]] = defaultdict(set)
    for name, value in constants():
        values[name].add(ast.unparse(value))
    assert {name: found for name, found in values.items() if len(found) > 1} == {}


def test_limits_are_named_min_and_max() -> None:
    others = re.compile("(LEAST|MOST|LONGEST|SHORTEST|LARGEST|SMALLEST)(_|$)")
    assert [name for name, _ in constants() if others.match(name)] == []
