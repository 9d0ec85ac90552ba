"""Print how many planted faults the unit tests find.

    python tests/benchmarks/mutation_table.py src/facing_pages/core/alignment/sentences
    python tests/benchmarks/mutation_table.py src/facing_pages/core/sequences.py --each 0

A fault is one small change of a module's source, as `x < y` for `x <= y`. It is planted in a copy
of `src`, and the unit tests that mirror the module run on it until one fails: `src/.../a/b.py` is
tested by `tests/unit/a/test_b.py`. The fault is killed if one fails or takes too long. A module
without such a file is tested by nothing, so all its faults survive. Some survivors say the same
as the source does, and no test can find those.

    survived  src/facing_pages/core/sequences.py:35  1  ->  2
"""

from __future__ import annotations

import argparse
import ast
import copy
import io
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "facing_pages"
# Faults planted in a module, unless told otherwise.
EACH = 40
# Times that a fault may slow the tests down, and the seconds they are given in any case.
SLOWER = 3.0
MIN_SECONDS = 10.0
# A number that is no count becomes smaller or larger by this share.
NUDGE = 0.1
# Imported once, before the tests of each fault start in a copy of the process.
PRELOADED = ["hypothesis.strategies", "numpy", "PySide6.QtTest", "pytest", "regex"]

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}
CALLS = {"min": "max", "max": "min", "minimum": "maximum", "maximum": "minimum"}
DROPPED = (ast.AugAssign, ast.Break, ast.Continue, ast.Raise, ast.Return)


@dataclass(frozen=True)
class Fault:
    """What is changed, and the module with the change in it."""

    path: Path
    line: int
    change: str
    source: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}  {self.change}"


@dataclass(frozen=True)
class Score:
    """How many faults of a module were planted, and which survived."""

    path: Path
    planted: int
    survivors: list[Fault]

    @property
    def killed(self) -> int:
        return self.planted - len(self.survivors)


def main(arguments: list[str]) -> int:
    """Plant faults in the modules that the arguments name and print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, help="modules or packages under src")
    parser.add_argument("--each", type=int, default=EACH, help="faults of a module, 0 for all")
    parser.add_argument("--seed", type=int, default=0, help="chooses the faults")
    parser.add_argument("--tests", nargs="*", type=Path, help="run these instead of the mirrors")
    parser.add_argument("--quiet", action="store_true", help="do not list the survivors")
    choices = parser.parse_args(arguments)
    if "forkserver" in multiprocessing.get_all_start_methods():
        multiprocessing.set_start_method("forkserver")
        multiprocessing.set_forkserver_preload(PRELOADED)
    scores = []
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copied = copy_of_source(Path(folder))
        for path in modules_in(choices.paths):
            faults = chosen_faults(path, choices.each, choices.seed)
            tests = choices.tests or [mirror_of(path)]
            score = Score(path, len(faults), survivors(faults, tests, copied))
            scores.append(score)
            print(line_of(str(path.relative_to(SOURCE)), score.planted, score.killed), flush=True)
            for fault in () if choices.quiet else score.survivors:
                print(f"    survived  {fault}", flush=True)
    print(line_of("all", sum(s.planted for s in scores), sum(s.killed for s in scores)))
    return 0


def line_of(name: str, planted: int, killed: int) -> str:
    """Return a line of the table."""
    share = f"{killed / planted:4.0%}" if planted else "   -"
    return f"{share}  {killed:4} of {planted:4}  {name}"


def copy_of_source(folder: Path) -> Path:
    """Copy the package and link the resources it looks for; return the folder to import from."""
    shutil.copytree(SOURCE, folder / "src" / "facing_pages")
    (folder / "resources").symlink_to(ROOT / "resources", target_is_directory=True)
    return folder / "src"


def modules_in(paths: list[Path]) -> Iterator[Path]:
    """Give the modules of packages and single ones, without the `__init__` files."""
    for path in paths:
        whole = path.resolve()
        found = sorted(whole.rglob("*.py")) if whole.is_dir() else [whole]
        yield from (module for module in found if module.name != "__init__.py")


def mirror_of(path: Path) -> Path:
    """Return where the unit tests of a module are, or would be."""
    inside = path.relative_to(SOURCE)
    return ROOT / "tests" / "unit" / inside.parent / f"test_{inside.name}"


def survivors(faults: list[Fault], tests: list[Path], copied: Path) -> list[Fault]:
    """Return the faults that no test finds."""
    if not faults or not any(path.exists() for path in tests):
        return faults
    start = time.perf_counter()
    if not pass_on(copied, tests, limit=600.0, keeps_bytecode=True):
        raise SystemExit(f"the tests fail without a fault: {', '.join(map(str, tests))}")
    limit = max(MIN_SECONDS, SLOWER * (time.perf_counter() - start))
    target = copied / faults[0].path.relative_to(SOURCE.parent)
    untouched = target.read_text("utf-8")
    for stale in (target.parent / "__pycache__").glob(f"{target.stem}.*"):
        stale.unlink()
    found = []
    for fault in faults:
        target.write_text(fault.source, "utf-8")
        if pass_on(copied, tests, limit=limit):
            found.append(fault)
    target.write_text(untouched, "utf-8")
    return found


def pass_on(source: Path, tests: list[Path], *, limit: float, keeps_bytecode: bool = False) -> bool:
    """Tell whether tests pass within some seconds on the package in a folder."""
    names = [str(path) for path in tests if path.exists()]
    process = multiprocessing.Process(target=run_tests, args=(str(source), names, keeps_bytecode))
    process.start()
    process.join(limit)
    if process.is_alive():
        process.kill()
        process.join()
        return False
    return process.exitcode == 0


def run_tests(source: str, names: list[str], keeps_bytecode: bool) -> None:
    """Run tests on the package in a folder and exit as pytest does."""
    import pytest
    from hypothesis import Phase, settings

    os.environ["PYTHONPATH"] = source
    sys.path.insert(0, source)
    sys.dont_write_bytecode = not keeps_bytecode
    # The same examples each time, and none made smaller once one fails.
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile("faults", derandomize=True, database=None, phases=phases)
    settings.load_profile("faults")
    quiet = ["-x", "-q", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        code = pytest.main([*quiet, "--rootdir", str(ROOT), *names])
    os._exit(int(code))


def chosen_faults(path: Path, most: int, seed: int) -> list[Fault]:
    """Return all faults of a module, or some of them, in the order of its lines."""
    faults = list(faults_of(path))
    if most and len(faults) > most:
        numbers = random.Random(f"{seed} {path.name}").sample(range(len(faults)), most)
        faults = [faults[number] for number in sorted(numbers)]
    return faults


def faults_of(path: Path) -> Iterator[Fault]:
    """Give every fault that can be planted in a module."""
    tree = ast.parse(path.read_text("utf-8"))
    for place in code_places(tree):
        for change, instead in changes_of(place.node):
            place.put(instead)
            source = ast.unparse(ast.fix_missing_locations(tree))
            place.put(place.node)
            yield Fault(path, getattr(place.node, "lineno", 0), change, source)


@dataclass(frozen=True)
class Place:
    """A node of a tree and where it hangs: a field of its parent, or a number in that field."""

    node: ast.AST
    parent: ast.AST
    field: str
    number: int | None

    def put(self, node: ast.AST) -> None:
        """Hang another node there."""
        if self.number is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.number] = node


def code_places(parent: ast.AST) -> Iterator[Place]:
    """Give all nodes that are run, in order: no annotation, decorator, docstring or import."""
    for field, value in ast.iter_fields(parent):
        if field in ("annotation", "returns", "decorator_list", "bases", "type_params"):
            continue
        several = isinstance(value, list)
        for number, child in enumerate(value if several else [value]):
            if isinstance(child, ast.AST) and not is_passed_over(child):
                yield Place(child, parent, field, number if several else None)
                yield from code_places(child)


def is_passed_over(node: ast.AST) -> bool:
    """Tell whether a node says nothing that a test could find."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.If):
        return "TYPE_CHECKING" in ast.unparse(node.test) or "__main__" in ast.unparse(node.test)
    if isinstance(node, ast.keyword):
        return node.arg == "strict"
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
        return name_of(node.value.func) in ("TypeVar", "NewType")
    return isinstance(node, ast.Import | ast.ImportFrom)


def changes_of(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Give what a node may be changed into: what the change is called, and the new node."""
    text = (ast.unparse(node).strip().splitlines() or [""])[0]
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            ops = [*node.ops[:place], COMPARISONS[type(operator)](), *node.ops[place + 1 :]]
            changed = ast.Compare(node.left, ops, node.comparators)
            yield f"{text}  ->  {ast.unparse(changed)}", changed
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield f"and, or: {text}", ast.BoolOp(other, node.values)
    elif isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        changed_sum = ast.BinOp(node.left, OPERATORS[type(node.op)](), node.right)
        yield f"{text}  ->  {ast.unparse(changed_sum)}", changed_sum
    elif isinstance(node, ast.AugAssign) and type(node.op) in OPERATORS:
        yield f"sign: {text}", ast.AugAssign(node.target, OPERATORS[type(node.op)](), node.value)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield f"{text}  ->  {ast.unparse(node.operand)}", node.operand
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool | int | float):
        for value in other_numbers(node.value):
            yield f"{text}  ->  {value:g}", ast.Constant(value)
    elif isinstance(node, ast.Call) and name_of(node.func) in CALLS:
        yield f"{CALLS[name_of(node.func)]}: {text}", renamed(node)
    yield from negations(node)
    if is_dropped(node):
        yield f"dropped: {text}", ast.Pass()


def negations(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Give a statement or comprehension with each of its conditions negated."""
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        changed = copy.copy(node)
        changed.test = ast.UnaryOp(ast.Not(), node.test)
        yield f"not: {ast.unparse(node.test)}", changed
    elif isinstance(node, ast.comprehension):
        for place, condition in enumerate(node.ifs):
            filtered = copy.copy(node)
            filtered.ifs = list(node.ifs)
            filtered.ifs[place] = ast.UnaryOp(ast.Not(), condition)
            yield f"not: {ast.unparse(condition)}", filtered


def is_dropped(node: ast.AST) -> bool:
    """Tell whether a statement can be left out without a name being missed."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call | ast.Yield | ast.YieldFrom)
    if isinstance(node, ast.Assign):
        return not isinstance(node.targets[0], ast.Name | ast.Tuple)
    return isinstance(node, DROPPED)


def name_of(function: ast.expr) -> str:
    """Return the last name of what is called."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def renamed(call: ast.Call) -> ast.Call:
    """Return a call of the opposite function."""
    function = copy.copy(call.func)
    if isinstance(function, ast.Attribute):
        function.attr = CALLS[function.attr]
    elif isinstance(function, ast.Name):
        function.id = CALLS[function.id]
    return ast.Call(function, call.args, call.keywords)


def other_numbers(value: bool | int | float) -> list[bool | int | float]:
    """Return what a number is changed into."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1]
    return [value * (1 + NUDGE), value * (1 - NUDGE)] if value else [NUDGE, -NUDGE]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
