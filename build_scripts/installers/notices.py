"""The notice of everything in the frozen program that others wrote, and their licences.

Made from what is really there: PyInstaller tells where each file and module came from, and the
owner of that place is asked for its licence, and for the libraries that are compiled into it. What
has an unknown or a forbidden licence ends the build.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from licence_tables import ALLOWED, BESIDE, FULL_TEXT, PLAIN, SYSTEM

LICENCES: Final = Path(__file__).parent / "licences"
# Texts that a package should bring but does not, in files named for it.
MISSING_TEXTS: Final = LICENCES / "missing"
_PYTHON: Final = "Python"
_TEXTS: Final = re.compile(r"(licen[cs]e|copying|notice|thirdpartynotices|privacy)", re.IGNORECASE)
_RULE: Final = "=" * 100


class LicenceError(Exception):
    """Something in the bundle may not be given away, or nobody knows whether it may."""


@dataclass(frozen=True)
class Part:
    """A library compiled into a component: its licence as an SPDX expression, and who wrote it."""

    name: str
    version: str
    licence: str
    author: str


@dataclass(frozen=True)
class Component:
    """Something that others wrote: its licence as an SPDX expression, and the words of it."""

    name: str
    version: str
    licence: str
    home: str
    text: str
    # What is compiled into it, where it tells so.
    parts: tuple[Part, ...] = ()


def components(sources: Iterable[str]) -> list[Component]:
    """Return what the files at some places belong to. Raises `LicenceError`."""
    owners = _owners_of_packages()
    found: dict[str, Component] = {}
    system: set[str] = set()
    for source in sources:
        path = Path(source).resolve()
        owner = owners.get(str(path)) or owners.get(str(Path(source).absolute()))
        if owner is not None:
            if owner.metadata["Name"] != "facing-pages":
                component = _of_package(owner)
                found[component.name] = component
        elif _is_of_python(path):
            found[_PYTHON] = _python()
        elif not _is_ours(path):
            system.add(str(path))
    for package in _owners_of_system(system):
        found[package.name] = package
    for component in found.values():
        check(component)
    return sorted(found.values(), key=lambda component: component.name.casefold())


def check(component: Component) -> None:
    """Raise `LicenceError` unless the licences of a component and its parts are allowed."""
    _check(component.name, component.licence)
    for part in component.parts:
        _check(f"{part.name} in {component.name}", part.licence)


def _check(name: str, licence: str) -> None:
    for required in _required(licence):
        if not required & ALLOWED:
            said = licence or "none told"
            raise LicenceError(f"{name}: the licence ({said}) is not allowed or not known")


def _required(licence: str) -> list[set[str]]:
    """Return the choices of each licence that is required: "A AND (B OR C)" is A, and B or C."""
    return [
        {choice.strip(" ()") for choice in re.split(r"\s+OR\s+", part)}
        for part in re.split(r"\s+AND\s+", licence.strip())
    ]


def notice(found: Iterable[Component]) -> str:
    """Return the notice: a list of all components, then the licence of each."""
    every = list(found)
    lines = [
        "Facing Pages is under the MIT licence. It comes with works of others:",
        "",
        *(f"  {c.name} {c.version}: {c.licence}{f' ({c.home})' if c.home else ''}" for c in every),
        "",
        "Qt and PySide6 are used under LGPL-3.0. They lie beside the program as files of their",
        "own, which you may replace by other versions that fit. Their source is to be had from the",
        "addresses above. Fonts, word lists and models are under licences of their own, which lie",
        "beside them in the folder of resources.",
        "",
        "onnxruntime can send data about its use to its maker, see its privacy statement below.",
        "Facing Pages switches this off before it is loaded: nothing is collected, nothing sent.",
    ]
    for component in every:
        lines += ["", _RULE, f"{component.name} {component.version}: {component.licence}", _RULE]
        lines += ["", component.text.strip()]
        lines += _said_of_parts(component)
    return "\n".join(lines) + "\n"


def _said_of_parts(component: Component) -> list[str]:
    """Return the libraries compiled into a component, and one text of each of their licences."""
    if not component.parts:
        return []
    lines = ["", f"Compiled into {component.name}:", ""]
    lines += [
        f"  {p.name} {p.version}: {p.licence}{f', {p.author}' if p.author else ''}"
        for p in component.parts
    ]
    required = [choices for part in component.parts for choices in _required(part.licence)]
    # Of several to choose from, the shortest.
    taken = {"MIT" if "MIT" in choices else min(choices & ALLOWED) for choices in required}
    missing = sorted(name for name in taken if plain_text(name) not in component.text)
    for name in missing:
        lines += ["", f"[{name}]", "", plain_text(name)]
    return lines


def bill_of_materials(found: Iterable[Component], version: str, time: int) -> str:
    """Return the components as a bill of materials, CycloneDX 1.6; `time` in seconds since 1970."""
    stamp = datetime.fromtimestamp(time, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": stamp,
            "component": {
                "type": "application",
                "bom-ref": "facing-pages",
                "name": "facing-pages",
                "version": version,
                "licenses": [{"expression": "MIT"}],
            },
        },
        "components": [
            {
                "type": "library",
                "bom-ref": f"{component.name}@{component.version}",
                "name": component.name,
                "version": component.version,
                "licenses": [{"expression": component.licence}],
                **_materials_of_parts(component),
            }
            for component in found
        ],
    }
    return json.dumps(content, indent=1) + "\n"


def _materials_of_parts(component: Component) -> dict[str, object]:
    """Return what is compiled into a component, in the form of a bill of materials."""
    parts = [
        {
            "type": "library",
            "bom-ref": f"{component.name}/{part.name}@{part.version}",
            "name": part.name,
            "version": part.version,
            "licenses": [{"expression": part.licence}],
        }
        for part in component.parts
    ]
    return {"components": parts} if parts else {}


def _owners_of_packages() -> dict[str, metadata.Distribution]:
    owners: dict[str, metadata.Distribution] = {}
    for distribution in metadata.distributions():
        for file in distribution.files or ():
            owners[str(Path(str(distribution.locate_file(file))).resolve())] = distribution
    return owners


def _of_package(distribution: metadata.Distribution) -> Component:
    told = distribution.metadata
    said = told.get("License-Expression") or told.get("License") or ""
    if not said or "\n" in said:
        classifiers = told.get_all("Classifier") or []
        names = [name.split(" :: ")[-1] for name in classifiers if name.startswith("License")]
        said = " AND ".join(PLAIN.get(name, name) for name in names)
    licence = PLAIN.get(said, said)
    pages = [entry.split(",", 1) for entry in told.get_all("Project-URL") or []]
    homes = {label.strip().lower(): address.strip() for label, address in pages}
    wanted = ("source", "source code", "repository", "homepage", "home", "github")
    home = next((homes[name] for name in wanted if name in homes), told.get("Home-page") or "")
    name, version = str(told["Name"]), str(told["Version"])
    texts = _texts_of(distribution, licence)
    for words, said in BESIDE.get(name, {}).items():
        if any(words in text for text in texts):
            licence = f"{licence} AND {said}"
    for known, words in FULL_TEXT.items():
        if known in licence and not any(words in text for text in texts):
            texts.append(f"[{known}]\n\n{plain_text(known)}")
    parts = _parts_of(distribution)
    return Component(name, version, licence, str(home), "\n\n".join(texts), parts)


def _texts_of(distribution: metadata.Distribution, licence: str) -> list[str]:
    """Return the licences a package brings; the plain ones where it brings none."""
    texts = []
    for file in sorted(distribution.files or (), key=str):
        if _is_licence(file):
            path = Path(str(distribution.locate_file(file)))
            texts.append(f"[{file.name}]\n\n{path.read_text('utf-8', 'replace').strip()}")
    author = distribution.metadata.get("Author") or distribution.metadata.get("Author-email") or ""
    if not texts:
        texts.append(f"Copyright: {author or 'the authors'}\n\n{_plain_texts(licence)}")
    missing = MISSING_TEXTS / f"{distribution.metadata['Name']}.txt"
    if missing.is_file():
        texts.append(missing.read_text("utf-8").strip())
    return texts


def _is_licence(file: metadata.PackagePath) -> bool:
    """Return whether a file of a package is the text of a licence."""
    if re.search(r"\.dist-info/licen[cs]es/.", file.as_posix()):
        return True
    is_text = file.suffix.lower() in ("", ".txt", ".md", ".rst", ".apache", ".mit", ".bsd")
    return is_text and bool(_TEXTS.search(file.name) or "LICENSES/" in file.as_posix())


def _parts_of(distribution: metadata.Distribution) -> tuple[Part, ...]:
    """Return what a package says is compiled into it, in bills of materials (PEP 770)."""
    parts = []
    for file in distribution.files or ():
        if re.search(r"\.dist-info/sboms/.*\.(cyclonedx|cdx)\.json$", file.as_posix()):
            content = json.loads(Path(str(distribution.locate_file(file))).read_text("utf-8"))
            parts += [_part(entry) for entry in content.get("components", [])]
    return tuple(sorted(parts, key=lambda part: (part.name.casefold(), part.version)))


def _part(entry: dict[str, Any]) -> Part:
    licences = [
        said.get("expression") or said.get("license", {}).get("id") or ""
        for said in entry.get("licenses") or []
    ]
    if len(licences) > 1:
        licences = [f"({said})" for said in licences]
    licence = " AND ".join(licences)
    author = str(entry.get("author") or "")
    return Part(str(entry["name"]), str(entry.get("version", "")), licence, author)


def _plain_texts(licence: str) -> str:
    names = re.split(r"\s+(?:AND|OR)\s+", licence)
    # LGPL-3.0 adds to the words of GPL-3.0.
    wanted = [name for name in names if name in ALLOWED or name == "GPL-3.0-only"]
    return "\n\n".join(plain_text(name) for name in wanted)


def plain_text(name: str) -> str:
    """Return the words of a licence, and those of the exception it is with."""
    files = [LICENCES / f"{part}.txt" for part in name.split(" WITH ")]
    if missing := [file.name for file in files if not file.is_file()]:
        raise LicenceError(f"the words of a licence are not here: {', '.join(missing)}")
    return "\n\n".join(file.read_text("utf-8").strip() for file in files)


def _is_of_python(path: Path) -> bool:
    homes = {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib"), sys.base_prefix}
    return any(path.is_relative_to(Path(home).resolve()) for home in homes if home != "/usr") or (
        path.name.startswith(("libpython", "python3"))
    )


def _is_ours(path: Path) -> bool:
    return path.is_relative_to(Path(__file__).resolve().parents[2])


def _python() -> Component:
    version = ".".join(map(str, sys.version_info[:3]))
    places = [Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE"]
    places += [Path(f"/usr/share/doc/python3.{sys.version_info[1]}/copyright")]
    text = next((place.read_text("utf-8") for place in places if place.is_file()), "")
    if not text:
        raise LicenceError("the licence of Python is not found")
    return Component(_PYTHON, version, "PSF-2.0", "https://www.python.org", text)


def _owners_of_system(paths: Iterable[str]) -> list[Component]:
    """Return the packages of the system that shared libraries come from."""
    found: dict[str, Component] = {}
    for path in sorted(paths):
        package = _system_package(path)
        if package is None:
            raise LicenceError(f"nobody knows where {path} comes from")
        if package not in found:
            text = Path(f"/usr/share/doc/{package}/copyright").read_text("utf-8", "replace")
            version = _asked("dpkg-query", "-W", "-f", "${Version}", package)
            found[package] = Component(package, version, _system_licence(package), "", text)
    return list(found.values())


def _system_package(path: str) -> str | None:
    for place in (path, path.removeprefix("/usr"), f"/usr{path}"):
        if said := _asked("dpkg", "-S", place):
            return said.split(":")[0]
    return None


def _system_licence(package: str) -> str:
    return SYSTEM.get(package, "")


def _asked(*command: str) -> str:
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return answer.stdout.strip()


def main(arguments: list[str]) -> int:
    """Write notice and bill of materials for the places named in a file; return the exit status."""
    sources, target, materials, version, time = arguments
    try:
        found = components(json.loads(Path(sources).read_text("utf-8")))
    except LicenceError as error:
        print(f"licences: {error}", file=sys.stderr)
        return 1
    Path(target).write_text(notice(found), "utf-8")
    Path(materials).write_text(bill_of_materials(found, version, int(time)), "utf-8")
    print(f"  {len(found)} works of others: {', '.join(c.name for c in found)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
