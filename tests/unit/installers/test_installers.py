"""What the installers are made of: read, compiled and asked by the tools of their systems."""

from __future__ import annotations

import importlib.util
import json
import os
import plistlib
import re
import shutil
import struct
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest

from facing_pages import __version__
from facing_pages.command_line.parser import make_parser
from tests.helpers.places import CHECKOUT

INSTALLERS = CHECKOUT / "build_scripts" / "installers"
LINUX = INSTALLERS / "linux"
GITHUB = CHECKOUT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
RELEASE = GITHUB / "workflows" / "release.yml"


def module(path: Path) -> ModuleType:
    """Return a script of the installers as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = found
    spec.loader.exec_module(found)
    return found


module(INSTALLERS / "licence_tables.py")
notices = module(INSTALLERS / "notices.py")
trimming = module(INSTALLERS / "trimming.py")


def component(licence: str) -> object:
    return notices.Component("thing", "1.0", licence, "", "words")


# --- licences --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "licence",
    ["MIT", "LGPL-3.0-only OR GPL-3.0-only", "BSD-3-Clause AND (MIT OR GPL-2.0-only)", "Zlib"],
)
def test_what_may_be_given_away_is_let_through(licence: str) -> None:
    notices.check(component(licence))


@pytest.mark.parametrize(
    "licence", ["", "GPL-3.0-only", "MIT AND AGPL-3.0-only", "Proprietary", "Apache"]
)
def test_an_unknown_or_forbidden_licence_ends_the_build(licence: str) -> None:
    with pytest.raises(notices.LicenceError, match="thing"):
        notices.check(component(licence))


def test_the_owner_of_each_file_is_named_with_its_words() -> None:
    import numpy
    import PySide6

    sources = [numpy.__file__, PySide6.__file__, json.__file__, __file__]
    found = {entry.name: entry for entry in notices.components(map(str, sources))}
    assert set(found) == {"numpy", "PySide6_Essentials", "Python"}
    said = notices.notice(found.values())
    assert "LGPL-3.0-only" in said
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in said
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in said
    materials = json.loads(notices.bill_of_materials(found.values(), "1.2.3", 0))
    assert materials["metadata"]["timestamp"] == "1970-01-01T00:00:00Z"
    assert [entry["name"] for entry in materials["components"]] == list(found)


def notice_of(*modules: str) -> tuple[dict[str, Any], str]:
    """Return the owners of modules by name, and the notice of them."""
    specs = [importlib.util.find_spec(name) for name in modules]
    found = {entry.name: entry for entry in notices.components(str(s.origin) for s in specs if s)}
    return found, notices.notice(found.values())


@pytest.mark.skipif(importlib.util.find_spec("onnxruntime") is None, reason="needs onnxruntime")
def test_the_notice_has_what_onnxruntime_says_of_privacy_and_of_what_is_in_it() -> None:
    _, said = notice_of("onnxruntime")
    assert "Facing Pages switches this off before it is loaded" in said
    for words in ("[Privacy.md]", "[ThirdPartyNotices.txt]", "Mbed TLS", "curl/curl", "SQLite"):
        assert words in said


def test_licences_with_any_ending_are_in_the_notice() -> None:
    _, said = notice_of("markdown_it", "pypdfium2")
    for name in ("LICENSE.markdown-it", "libjpeg_turbo.ijg", "pdfium.txt"):
        assert f"[{name}]" in said


def test_a_licence_that_is_only_named_comes_with_its_words() -> None:
    found, _ = notice_of("ftfy")
    assert "TERMS AND CONDITIONS FOR USE, REPRODUCTION" in found["ftfy"].text


def test_what_a_package_does_not_bring_is_added() -> None:
    found, said = notice_of("PySide6", "simplemma")
    for words in ("HarfBuzz", "pcre2", "double-conversion", "UNICODE LICENSE V3"):
        assert words.casefold() in said.casefold()
    lists = "ODbL-1.0 AND CC-BY-SA-4.0 AND CC-BY-4.0 AND BSD-2-Clause"
    assert found["simplemma"].licence == f"MIT AND {lists}"
    assert "https://opendatacommons.org/licenses/odbl/1-0/" in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="files of the wheels for Linux")
def test_libraries_beside_a_package_count_as_its_licences() -> None:
    found, said = notice_of("numpy")
    licence = found["numpy"].licence
    assert licence.endswith("GPL-3.0-or-later WITH GCC-exception-3.1 AND LGPL-2.1-or-later")
    assert "GCC RUNTIME LIBRARY EXCEPTION" in said
    assert "OpenBLAS" in said
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in said


def test_libraries_compiled_into_a_package_are_named_and_checked() -> None:
    found, said = notice_of("sentencex")
    parts = {part.name: part for part in found["sentencex"].parts}
    assert {"regex", "pyo3", "unicode-ident"} <= set(parts)
    assert parts["regex"].licence == "MIT OR Apache-2.0"
    assert "  regex 1." in said
    assert "[Unicode-3.0]" in said
    materials = json.loads(notices.bill_of_materials(found.values(), "1.2.3", 0))
    inside = materials["components"][0]["components"]
    assert {entry["name"] for entry in inside} == set(parts)
    references = [entry["bom-ref"] for entry in inside]
    assert len(set(references)) == len(references)


def test_a_forbidden_licence_of_a_part_ends_the_build() -> None:
    part = notices.Part("inner", "1.0", "AGPL-3.0-only", "")
    with pytest.raises(notices.LicenceError, match="inner in thing"):
        notices.check(notices.Component("thing", "1.0", "MIT", "", "words", (part,)))


def test_the_words_of_every_exception_are_there() -> None:
    for name in ("Apache-2.0 WITH LLVM-exception", "Unicode-3.0", "MIT", "LGPL-2.1-or-later"):
        assert len(notices.plain_text(name)) > 1000
    with pytest.raises(notices.LicenceError, match="Nobody"):
        notices.plain_text("Nobody")


def test_a_file_nobody_knows_ends_the_build(tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.so"
    stranger.write_bytes(b"")
    with pytest.raises(notices.LicenceError, match=r"stranger\.so"):
        notices.components([str(stranger)])


# --- what is left out ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "is_left_out"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", False),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", True),
        ("PySide6\\Qt\\translations\\qtbase_fr.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", False),
        ("PySide6/Qt/lib/libQt6Quick.so.6", True),
        ("libstdc++.so.6", True),
        ("libxcb.so.1", True),
        ("libxcb-cursor.so.0", False),
        ("libicudata.so.73", False),
        ("libgtk-3.so.0", True),
        ("simplemma/strategies/dictionaries/data/de.plzma", False),
        ("simplemma/strategies/dictionaries/data/la.plzma", True),
        ("resources/models/word-encoder.onnx", False),
        ("libssl.so.3", True),
        ("numpy-2.4.6.dist-info/METADATA", False),
        ("numpy-2.4.6.dist-info/RECORD", True),
        ("PySide6/Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so", True),
        # Windows
        ("PySide6\\Qt6Core.dll", False),
        ("PySide6\\Qt6Quick.dll", True),
        ("PySide6\\opengl32sw.dll", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", False),
        ("PySide6\\plugins\\platforms\\qoffscreen.dll", False),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", True),
        ("PySide6\\plugins\\platforms\\qminimal.dll", True),
        ("PySide6\\plugins\\platforminputcontexts\\qtvirtualkeyboardplugin.dll", True),
        ("PySide6\\plugins\\imageformats\\qsvg.dll", False),
        ("PySide6\\plugins\\imageformats\\qjpeg.dll", True),
        ("PySide6\\plugins\\iconengines\\qsvgicon.dll", False),
        ("PySide6\\plugins\\styles\\qmodernwindowsstyle.dll", True),
        ("libssl-3.dll", True),
        ("VCRUNTIME140.dll", False),
        # macOS
        ("PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", False),
        ("PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml", True),
        ("PySide6/Qt/lib/QtOpenGL.framework/Versions/A/QtOpenGL", True),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", False),
        ("PySide6/Qt/plugins/platforms/libqminimal.dylib", True),
        ("PySide6/Qt/plugins/imageformats/libqmacheif.dylib", True),
        ("PySide6/Qt/plugins/iconengines/libqsvgicon.dylib", False),
        ("PySide6/Qt/plugins/styles/libqmacstyle.dylib", True),
    ],
)
def test_the_bundle_keeps_what_the_program_needs(path: str, is_left_out: bool) -> None:
    assert trimming.is_left_out(path) == is_left_out


def test_a_link_to_what_is_left_out_is_left_out() -> None:
    kept = ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK")
    left = ("libQt6OpenGL.so.6", "PySide6/Qt/lib/libQt6OpenGL.so.6", "SYMLINK")
    inner = ("PySide6/Qt/lib/QtQml", "QtQml.framework/QtQml", "SYMLINK")
    plain = ("facing_pages/ui/view.py", "/home/somebody/Qt6Quick/view.py", "DATA")
    assert trimming.trimmed([kept, left, inner, plain]) == [kept, plain]


def test_everything_left_out_has_a_reason() -> None:
    assert all({**trimming.EXCLUDED_MODULES, **trimming.LEFT_OUT}.values())


# --- icons -----------------------------------------------------------------------------------


def test_the_icon_is_there_in_all_sizes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(INSTALLERS / "icons.py"), str(tmp_path)], check=True)
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        data = (tmp_path / f"hicolor/{size}x{size}/apps/facing-pages.png").read_bytes()
        assert struct.unpack(">II", data[16:24]) == (size, size)
    ico = (tmp_path / "facing-pages.ico").read_bytes()
    count = struct.unpack("<HHH", ico[:6])[2]
    for k in range(count):
        length, place = struct.unpack("<II", ico[6 + 16 * k + 8 : 6 + 16 * k + 16])
        assert ico[place : place + 4] == b"\x89PNG"
        assert place + length <= len(ico)
    icns = (tmp_path / "facing-pages.icns").read_bytes()
    assert icns[:4] == b"icns"
    assert struct.unpack(">I", icns[4:8])[0] == len(icns)


# --- Linux -----------------------------------------------------------------------------------


def test_the_desktop_entry_opens_files_and_is_valid() -> None:
    path = LINUX / "facing-pages.desktop"
    lines = dict(line.split("=", 1) for line in path.read_text("utf-8").splitlines() if "=" in line)
    assert lines["Exec"] == "facing-pages %F"
    kinds = set(filter(None, lines["MimeType"].split(";")))
    assert {"text/plain", "application/pdf", "application/x-facing-pages-session"} <= kinds
    if not shutil.which("desktop-file-validate"):
        pytest.skip("the entry was read; validating needs the package desktop-file-utils")
    subprocess.run(["desktop-file-validate", str(path)], check=True)


def test_the_metadata_of_the_program_is_valid(tmp_path: Path) -> None:
    words = (LINUX / "facing-pages.metainfo.xml").read_text("utf-8")
    path = tmp_path / "facing-pages.metainfo.xml"
    path.write_text(words.replace("@VERSION@", "1.2.3").replace("@DATE@", "2026-01-31"), "utf-8")
    root = ElementTree.parse(path).getroot()
    assert root.findtext("launchable") == "facing-pages.desktop"
    if not shutil.which("appstreamcli"):
        pytest.skip("the file was read; validating needs the package appstream")
    command = ["appstreamcli", "validate", "--pedantic", "--no-net", str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout
    assert not re.findall(r"(?m)^[EW]: .*", answer.stdout)


def test_the_manual_pages_name_every_command_and_option() -> None:
    page = (LINUX / "facing.1").read_text("utf-8").replace("\\-", "-")
    parser = make_parser()
    commands = next(action.choices for action in parser._actions if action.dest == "command")
    assert commands
    for name in commands:
        assert f".B {name} " in page, name
    window = (LINUX / "facing-pages.1").read_text("utf-8").replace("\\-", "-")
    told = subprocess.run(
        [sys.executable, "-m", "facing_pages.ui.shell.program", "--help"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for option in set(re.findall(r"--[a-z-]+", told)):
        assert option in window, option
    for option in {o for a in parser._actions for o in a.option_strings if o.startswith("--")}:
        assert option in page, option


@pytest.mark.skipif(not shutil.which("flatpak-builder"), reason="needs the package flatpak-builder")
def test_the_flatpak_manifest_is_accepted() -> None:
    manifest = LINUX / "app.facing_pages.FacingPages.yml"
    command = ["flatpak-builder", "--show-manifest", str(manifest)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(answer.stdout)["command"] == "facing-pages"


@pytest.mark.parametrize("script", sorted(INSTALLERS.glob("*/*.sh")), ids=lambda p: p.name)
def test_the_scripts_have_no_mistakes_a_shell_sees(script: Path) -> None:
    if not shutil.which("bash"):
        pytest.skip("needs bash")
    subprocess.run(["bash", "-n", str(script)], check=True)
    if shutil.which("shellcheck"):
        subprocess.run(["shellcheck", str(script)], check=True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="AppImages are for Linux")
def test_the_recipe_of_the_appimage_makes_a_folder_that_starts(tmp_path: Path) -> None:
    bundle, icons, tool = tmp_path / "bundle", tmp_path / "icons", tmp_path / "appimagetool"
    bundle.mkdir()
    for name in ("facing-pages", "facing"):
        (bundle / name).write_text(f'#!/bin/sh\necho "{name}:$*"\n', "utf-8")
        (bundle / name).chmod(0o755)
    subprocess.run([sys.executable, str(INSTALLERS / "icons.py"), str(icons)], check=True)
    # A stand-in for the tool: it keeps the folder it would pack, and what it was told.
    tool.write_text('#!/bin/sh\ncp -a "$3" "$4"\necho "$ARCH $VERSION $1 $2" >"$4/told"\n', "utf-8")
    tool.chmod(0o755)
    target = tmp_path / "made"
    told = {"APPIMAGETOOL": str(tool), "APPIMAGE_RUNTIME": "runtime", "SOURCE_DATE_EPOCH": "0"}
    command = ["bash", str(LINUX / "appimage.sh"), str(bundle), str(icons), "1.2.3", str(target)]
    subprocess.run(command, env={**os.environ, **told}, check=True)
    machine = os.uname().machine
    assert (target / "told").read_text("utf-8") == f"{machine} 1.2.3 --runtime-file runtime\n"
    entry = (target / "facing-pages.desktop").read_text("utf-8")
    icon = re.search(r"(?m)^Icon=(.*)$", entry)
    assert icon is not None
    assert (target / f"{icon[1]}.png").read_bytes() == (target / ".DirIcon").read_bytes()
    metadata = (target / "usr/share/metainfo/facing-pages.metainfo.xml").read_text("utf-8")
    assert 'version="1.2.3" date="1970-01-01"' in metadata
    for called, said in (("", "facing-pages:a b"), ("facing", "facing:a b")):
        environment = {**os.environ, "ARGV0": called} if called else dict(os.environ)
        answer = subprocess.run(
            [str(target / "AppRun"), "a", "b"],
            env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert answer.stdout.strip() == said


# --- Windows and macOS -----------------------------------------------------------------------


def test_windows_is_told_version_and_sharpness() -> None:
    files = module(INSTALLERS / "windows" / "program_files.py")
    told = files.version_resource("1.2.3", "facing.exe", "Facing Pages, command line")
    names = {
        name: lambda *a, _name=name, **k: (_name, a, k)
        for name in re.findall(r"[A-Z]\w+(?=\()", told)
    }
    kind, _, parts = eval(told, names)
    assert kind == "VSVersionInfo"
    assert parts["ffi"][2]["filevers"] == (1, 2, 3, 0)
    manifest = ElementTree.fromstring(files.MANIFEST)
    words = {element.tag.split("}")[1]: (element.text or "").strip() for element in manifest.iter()}
    assert words["dpiAwareness"].startswith("PerMonitorV2")
    assert words["longPathAware"] == "true"


def test_macos_is_told_what_the_program_opens() -> None:
    told = module(INSTALLERS / "macos" / "information.py").information(__version__)
    again = plistlib.loads(plistlib.dumps(told))
    assert again["CFBundleShortVersionString"] == __version__
    kinds = [
        kind for entry in again["CFBundleDocumentTypes"] for kind in entry["LSItemContentTypes"]
    ]
    assert "org.openxmlformats.wordprocessingml.document" in kinds
    own = again["UTExportedTypeDeclarations"][0]
    assert own["UTTypeTagSpecification"] == {"public.filename-extension": ["facing"]}
    assert own["UTTypeIdentifier"] in kinds
    rights = plistlib.loads((INSTALLERS / "macos" / "entitlements.plist").read_bytes())
    assert all(value is True for value in rights.values())


# --- the workflows ---------------------------------------------------------------------------


def used_actions() -> list[tuple[str, str, str]]:
    """Return the actions of all workflows: name, commit, remark."""
    return [
        found
        for path in WORKFLOWS
        for found in re.findall(r"uses: ([^\s@]+)@(\S+)(.*)", path.read_text("utf-8"))
    ]


def test_the_workflows_use_pinned_actions_only() -> None:
    used = used_actions()
    assert used
    for action, commit, remark in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+", action), action
        assert re.fullmatch(r"[0-9a-f]{40}", commit), action
        assert re.match(r" # v\d+\.\d+\.\d+$", remark), action
    # One version of each, everywhere.
    assert len({action for action, _, _ in used}) == len(set(used))


def test_the_release_is_built_on_all_systems() -> None:
    words = RELEASE.read_text("utf-8")
    for runner in ("ubuntu-22.04", "windows-2022", "windows-11-arm", "macos-14", "macos-15-intel"):
        assert f"runner: {runner}" in words
    built = re.findall(r"- \{ name: ([\w-]+), runner", words)
    signed = re.search(r"name: \[(.*)\]", words)
    assert signed is not None
    assert signed[1].split(", ") == built


def test_the_tools_of_the_workflows_have_versions() -> None:
    every = "".join(path.read_text("utf-8") for path in WORKFLOWS)
    # The tests run on the newest patch of each Python, as those who install it do.
    pinned = "".join(path.read_text("utf-8") for path in WORKFLOWS if path.name != "test.yml")
    pythons = set(re.findall(r"python-version: (.*)", pinned))
    assert len(pythons) == 1
    assert re.fullmatch(r'"3\.\d+\.\d+"', pythons.pop())
    for line in every.splitlines():
        if re.search(r"choco install|rustup (toolchain install|default)", line):
            assert re.search(r"\d+\.\d+\.\d+", line), line
        assert "-latest" not in line


def test_the_suite_runs_on_each_system_and_each_python() -> None:
    words = (GITHUB / "workflows" / "test.yml").read_text("utf-8")
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    supported = re.findall(r"Python :: (3\.\d+)", " ".join(project["classifiers"]))
    tested = re.search(r"python: \[(.*)\]", words)
    assert tested is not None
    assert tested[1].replace('"', "").split(", ") == supported
    for system in ("ubuntu", "windows", "macos"):
        assert re.search(rf"runner: \[.*{system}-", words)


def test_no_job_that_can_sign_runs_what_the_build_installed() -> None:
    jobs = re.split(r"(?m)^  (?=\w+:\n)", RELEASE.read_text("utf-8").split("\njobs:\n")[1])
    signing = [job for job in jobs if "id-token: write" in job]
    assert [job.split(":")[0] for job in signing] == ["sign", "publish"]
    for job in signing:
        assert "actions/attest@" in job
        assert not re.search(r"checkout|python|pip |build\.py", job)


def test_what_the_audit_installs_is_locked_with_hashes() -> None:
    words = (GITHUB / "audit-requirements.txt").read_text("utf-8")
    packages = re.findall(r"(?m)^[a-z0-9-]+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}$", words)
    lines = [line for line in words.splitlines() if line and not line.startswith("#")]
    assert 2 * len(packages) == len(lines)
    assert any(package.startswith("pip-audit==") for package in packages)
    assert any(package.startswith("zizmor==") for package in packages)
    assert "://" not in words
    audit = (GITHUB / "workflows" / "audit.yml").read_text("utf-8")
    assert "--require-hashes -r .github/audit-requirements.txt" in audit
    assert "-r requirements.lock" in audit


def test_newer_versions_are_proposed_but_for_those_held_back() -> None:
    held = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    limit = next(entry for entry in held["dependencies"] if entry.startswith("PySide6"))
    words = (GITHUB / "dependabot.yml").read_text("utf-8")
    assert limit.endswith("<6.12")
    assert re.search(r'PySide6-Essentials\n\s+versions: \[">=6\.12"\]', words)
    assert {"github-actions", "pip"} == set(re.findall(r"package-ecosystem: (\S+)", words))


def test_the_workflows_are_what_the_service_understands() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    subprocess.run([*command, "vendor.github-workflows", *map(str, WORKFLOWS)], check=True)
    subprocess.run([*command, "vendor.dependabot", str(GITHUB / "dependabot.yml")], check=True)


def test_the_workflows_have_no_known_weakness() -> None:
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    assert zizmor is not None
    command = [zizmor, "--offline", "--no-progress", "--quiet", "--collect", "all"]
    subprocess.run([*command, "--strict-collection", str(GITHUB)], check=True)
