"""What a program does to the network and to files, as `strace` sees it.

`traced` is the command that starts the program; `calls` reads what it wrote. What is looked for are
sockets, and files that are made or opened for writing, by the program and all it starts.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_FILES = (
    "open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,"
    "rename,renameat,renameat2,link,linkat,symlink,symlinkat"
)
# Calls whose last path is what is made.
_MAKING = re.compile(r"^(mkdir|mknod|rename|link|symlink|creat)")
_OPENING = re.compile(r"^(open|openat|openat2)$")
_WRITING = re.compile(r"\b(O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE)\b")
_LINE = re.compile(r"^(?P<process>\d+)\s+(?P<rest>.*)$")
_UNFINISHED = " <unfinished ...>"
_RESUMED = re.compile(r"^<\.\.\. (?P<name>\w+) resumed>(?P<rest>.*)$")
_CALL = re.compile(r"^(?P<name>\w+)\((?P<arguments>.*)\)\s+= (?P<result>.*)$")
_PATH = re.compile(r'(?P<folder><[^>]*>)?(?:, )?"(?P<path>(?:[^"\\]|\\.)*)"')
_UNIX_PATH = re.compile(r'sun_path="(?P<path>[^"]*)"')
# What the C library opens to find out who is asked for the address of a name.
_RESOLVING = re.compile(r'"(/etc/resolv\.conf|/etc/hosts|[^"]*/nscd/socket|[^"]*libnss_dns[^"]*)"')


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the system: its name, its arguments and its result as `strace` writes them."""

    name: str
    arguments: str
    result: str

    @property
    def has_failed(self) -> bool:
        return self.result.startswith("-1")

    def __str__(self) -> str:
        return f"{self.name}({self.arguments}) = {self.result}"


def why_not_traceable() -> str:
    """Return why no program can be traced here, "" if one can."""
    if not sys.platform.startswith("linux"):
        return "strace is for Linux"
    if not shutil.which("strace"):
        return "needs strace"
    tried = subprocess.run(
        traced(Path(os.devnull), ["true"]), capture_output=True, text=True, check=False
    )
    return f"strace may not trace here: {tried.stderr.strip()}" if tried.returncode else ""


def traced(trace: Path, command: Sequence[str]) -> list[str]:
    """Return the command that runs another one and writes what it does to a file."""
    options = ["-f", "--seccomp-bpf", "-qq", "-y", "-s", "300", "-e", f"trace=network,{_FILES}"]
    return ["strace", *options, "-o", str(trace), "--", *command]


def calls(trace: str) -> Iterator[Call]:
    """Give the calls of a trace, those that others interrupted put together again."""
    begun: dict[str, str] = {}
    for line in trace.splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        process, rest = found["process"], found["rest"]
        if rest.endswith(_UNFINISHED):
            begun[process] = rest.removesuffix(_UNFINISHED)
            continue
        if resumed := _RESUMED.match(rest):
            rest = begun.pop(process, f"{resumed['name']}(") + resumed["rest"]
        if call := _CALL.match(rest):
            yield Call(call["name"], call["arguments"], call["result"])


def network_calls(every: Sequence[Call]) -> list[str]:
    """Return the calls that reach for a network, or for the address of a name.

    Sockets between programs of this computer are none; failed tries count as well.
    """
    return [
        str(call)
        for call in every
        if ("AF_" in call.arguments and _is_beyond_this_computer(call))
        or _RESOLVING.search(call.arguments)
    ]


def _is_beyond_this_computer(call: Call) -> bool:
    families = set(re.findall(r"\bAF_\w+", call.arguments))
    return bool(families - {"AF_UNIX", "AF_UNSPEC"})


def written_files(every: Sequence[Call]) -> set[str]:
    """Return the paths that were made, or opened for writing."""
    return {path for call in every if not call.has_failed for path in _written(call)}


def _written(call: Call) -> Iterator[str]:
    if call.name == "bind":
        yield from (found["path"] for found in _UNIX_PATH.finditer(call.arguments))
    elif _MAKING.match(call.name) or (
        _OPENING.match(call.name) and _WRITING.search(call.arguments)
    ):
        *_, last = _PATH.finditer(call.arguments)
        folder = (last["folder"] or "").strip("<>")
        yield os.path.normpath(Path(folder, last["path"]))
