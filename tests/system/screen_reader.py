"""Reads a window over AT-SPI as a screen reader does; run by a Python that has pyatspi.

Prints JSON: every element as [role, name, text or null], and what was heard while `xdotool`
pressed the keys named on the command line: announcements, carets, other names, other children.
With --on-demand it reads everything whenever a line "read WORD" comes on standard input, until an
element with this word in its name is there, and answers with the number of elements.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

import gi  # type: ignore[import-not-found]
import pyatspi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

# Of all windows together; one with a pair has some 350.
MOST_ELEMENTS = 1500
# Milliseconds that an answer may take, and one of a program that was just started: without this a
# program on a busy machine is given up after less than a second.
LONGEST_ANSWER, LONGEST_FIRST_ANSWER = 10_000, 20_000
KINDS = (
    "object:announcement",
    "object:text-caret-moved",
    "object:property-change:accessible-name",
    "object:children-changed",
)


def application(name: str):  # type: ignore[no-untyped-def]
    for _ in range(200):
        try:
            for candidate in pyatspi.Registry.getDesktop(0):
                if candidate is not None and candidate.name == name and len(candidate):
                    return candidate
        except GLib.Error as error:
            print(f"not yet: {error.message}", file=sys.stderr)
        time.sleep(0.1)
    raise SystemExit(f"no {name} on the bus")


def elements(node, found: list[list[object]]) -> list[list[object]]:  # type: ignore[no-untyped-def]
    """Collect an element and all in it; those that go while they are read are left out."""
    if len(found) >= MOST_ELEMENTS:
        return found
    try:
        try:
            text = node.queryText().getText(0, -1)
        except NotImplementedError:
            text = None
        level = dict(part.split(":", 1) for part in node.getAttributes()).get("level")
        role = node.getRoleName() if level is None else f"{node.getRoleName()} {level}"
        found.append([role, node.name, text])
        children = [child for child in node if child is not None]
    except GLib.Error as error:
        print(f"left out: {error.message}", file=sys.stderr)
        return found
    for child in children:
        elements(child, found)
    return found


def wait_for(app, is_it) -> list[list[object]]:  # type: ignore[no-untyped-def]
    for _ in range(200):
        found = elements(app, [])
        if any(is_it(role, name) for role, name, _ in found):
            return found
        time.sleep(0.1)
    raise SystemExit("what was waited for did not come")


class Typist:
    """Presses keys one by one while events are heard, and ends the hearing."""

    def __init__(self, keys: list[str], said: list[list[object]]) -> None:
        self._keys = list(keys)
        self._said = said
        # A screen reader may hear of keys later than they are pressed.
        self._patience = 40 if keys else 0
        GLib.timeout_add(1000, self._press)

    def _press(self) -> bool:
        if self._keys:
            subprocess.run(["xdotool", "key", self._keys.pop(0)], check=True)
            return True
        GLib.timeout_add(250, self._wait)
        return False

    def _wait(self) -> bool:
        self._patience -= 1
        if self._patience > 0 and not any(event[0] == "caret" for event in self._said):
            return True
        GLib.timeout_add(1000, pyatspi.Registry.stop)
        return False


def read_on_demand() -> None:
    for kind in KINDS:
        pyatspi.Registry.registerEventListener(lambda event: None, kind)
    print("ready", flush=True)
    for line in sys.stdin:
        word = line.removeprefix("read").strip()
        while GLib.MainContext.default().pending():
            GLib.MainContext.default().iteration(False)
        app = application("facing-pages")
        found = wait_for(app, lambda _, name, word=word: word in name)
        print(len(found), flush=True)


def main() -> None:
    keys = sys.argv[1:]
    Atspi.set_timeout(LONGEST_ANSWER, LONGEST_FIRST_ANSWER)
    if keys == ["--on-demand"]:
        read_on_demand()
        return
    app = application("facing-pages")
    said: list[list[object]] = []

    def note(event) -> None:  # type: ignore[no-untyped-def]
        kind = str(event.type)
        if kind == "object:announcement":
            said.append(["announcement", event.any_data])
        elif kind.startswith("object:text-caret-moved"):
            text = event.source.queryText()
            said.append(["caret", event.source.name, text.caretOffset])
        elif kind.startswith("object:property-change:accessible-name"):
            said.append(["name", event.source.getRoleName(), event.source.name])
        elif kind.startswith("object:children-changed"):
            said.append(["children", kind.split(":")[2], event.source.getRoleName()])

    # First of all: what is asked for is kept, and has to be told anew when it changes.
    for kind in KINDS:
        pyatspi.Registry.registerEventListener(note, kind)
    wait_for(app, lambda role, _: role == "paragraph")
    wait_for(app, lambda _, name: name.startswith("Changes (") and name != "Changes (0)")
    Typist(keys, said)
    pyatspi.Registry.start()
    json.dump({"elements": elements(app, []), "said": said}, sys.stdout)


if __name__ == "__main__":
    main()
