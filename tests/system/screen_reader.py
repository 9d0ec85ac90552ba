"""Reads a window over AT-SPI as a screen reader does; run by a Python that has pyatspi.

Prints JSON: every element as [role, name, text or null], and what was heard while `xdotool`
pressed the keys named on the command line: announcements, carets, other names, other children.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time

import pyatspi  # type: ignore[import-not-found]

MOST_ELEMENTS = 600
KINDS = (
    "object:announcement",
    "object:text-caret-moved",
    "object:property-change:accessible-name",
    "object:children-changed",
)


def application(name: str):  # type: ignore[no-untyped-def]
    for _ in range(200):
        for candidate in pyatspi.Registry.getDesktop(0):
            if candidate is not None and candidate.name == name and len(candidate):
                return candidate
        time.sleep(0.1)
    raise SystemExit(f"no {name} on the bus")


def elements(node, found: list[list[object]]) -> list[list[object]]:  # type: ignore[no-untyped-def]
    if len(found) >= MOST_ELEMENTS:
        return found
    try:
        text = node.queryText().getText(0, -1)
    except NotImplementedError:
        text = None
    found.append([node.getRoleName(), node.name, text])
    for child in node:
        if child is not None:
            elements(child, found)
    return found


def wait_for(app, is_it) -> None:  # type: ignore[no-untyped-def]
    for _ in range(200):
        if any(is_it(role, name) for role, name, _ in elements(app, [])):
            return
        time.sleep(0.1)
    raise SystemExit("what was waited for did not come")


def press(keys: list[str], said: list[list[object]]) -> None:
    """Press the keys; a screen reader may hear of them later than they are pressed."""
    for key in keys:
        time.sleep(1.0)
        subprocess.run(["xdotool", "key", key], check=True)
    for _ in range(40 if keys else 0):
        if any(event[0] == "caret" for event in said):
            break
        time.sleep(0.25)
    time.sleep(1.0)
    pyatspi.Registry.stop()


def main() -> None:
    keys = sys.argv[1:]
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
    threading.Thread(target=press, args=(keys, said), daemon=True).start()
    pyatspi.Registry.start()
    json.dump({"elements": elements(app, []), "said": said}, sys.stdout)


if __name__ == "__main__":
    main()
