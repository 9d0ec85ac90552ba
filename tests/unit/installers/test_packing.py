"""Archives that share the blocks of large files, read by the tools of the system and by Python."""

from __future__ import annotations

import io
import lzma
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from installers.linux import debian, packing

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="archives for Linux are made on Linux"
)
TIME = 1_700_000_000
LARGE = bytes(range(256)) * 2048
LONG = "a/" + "long" * 40 + ".txt"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Return a folder as a frozen program has it: programs, a large library, a link to it."""
    folder = tmp_path / "facing-pages"
    (folder / "_internal").mkdir(parents=True)
    (folder / "facing").write_bytes(b"program")
    (folder / "_internal" / "large.so").write_bytes(LARGE)
    (folder / "_internal" / "small.txt").write_text("größer", "utf-8")
    (folder / "_internal" / "link.so").symlink_to("large.so")
    return folder


def packed(packer: packing.Packer, bundle: Path, home: str) -> bytes:
    target = io.BytesIO()
    packer.write(debian.with_folders(debian.program_entries(bundle, home)), target)
    return target.getvalue()


def test_what_is_packed_comes_out_again(bundle: Path, tmp_path: Path) -> None:
    data = packed(packing.Packer(TIME), bundle, "usr/lib/it")
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:xz") as archive:
        members = {member.name: member for member in archive.getmembers()}
        assert list(members)[:4] == [".", "./usr", "./usr/lib", "./usr/lib/it"]
        assert archive.extractfile("./usr/lib/it/_internal/large.so").read() == LARGE  # type: ignore[union-attr]
        assert members["./usr/lib/it/_internal/link.so"].linkname == "large.so"
        assert members["./usr/lib/it/facing"].mode == 0o755
        assert members["./usr/lib/it/_internal/small.txt"].mode == 0o644
        assert {(m.uid, m.gid, m.mtime) for m in members.values()} == {(0, 0, TIME)}
    if shutil.which("xz") and shutil.which("tar"):
        file = tmp_path / "packed.tar.xz"
        file.write_bytes(data)
        subprocess.run(["xz", "--test", str(file)], check=True)
        listed = subprocess.run(["tar", "-tJf", str(file)], capture_output=True, check=True)
        assert len(listed.stdout.splitlines()) == len(members)


def test_a_large_file_is_compressed_once_for_two_archives(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    real = lzma.compress

    def compress(data: bytes, **options: int) -> bytes:
        sizes.append(len(data))
        return real(data, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(lzma, "compress", compress)
    packer = packing.Packer(TIME)
    archive, package = (packed(packer, bundle, home) for home in ("it-1.0", "usr/lib/it"))
    assert sum(size >= len(LARGE) for size in sizes) == 1
    for data in (archive, package):
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:xz") as opened:
            assert sum(member.size for member in opened.getmembers()) == len(LARGE) + 7 + 8


def test_the_same_is_packed_the_same(bundle: Path) -> None:
    first, second = (packed(packing.Packer(TIME), bundle, "it") for _ in range(2))
    assert first == second


def test_names_of_any_length_and_letters_are_kept() -> None:
    entries = [packing.Entry(LONG, 0o644, b"x"), packing.Entry("größe", 0o644, b"")]
    target = io.BytesIO()
    packing.Packer(TIME).write(entries, target)
    with tarfile.open(fileobj=io.BytesIO(target.getvalue()), mode="r:xz") as archive:
        assert archive.getnames() == [LONG, "größe"]


def test_files_of_every_size_come_out_whole(tmp_path: Path) -> None:
    sizes = [0, 1, 511, 512, 513, packing.MIN_LARGE - 1, packing.MIN_LARGE, packing.MIN_LARGE + 1]
    entries = []
    for size in sizes:
        path = tmp_path / str(size)
        path.write_bytes((b"%d " % size * (size // 2 + 1))[:size])
        entries.append(packing.Entry(path.name, 0o644, path))
    target = io.BytesIO()
    packing.Packer(TIME, preset=0).write(entries, target)
    with tarfile.open(fileobj=io.BytesIO(target.getvalue()), mode="r:xz") as archive:
        for entry in entries:
            content = archive.extractfile(entry.name)
            assert content is not None
            assert content.read() == (tmp_path / entry.name).read_bytes()


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="needs dpkg-deb (package dpkg)")
def test_dpkg_reads_the_package(bundle: Path, tmp_path: Path) -> None:
    target = tmp_path / "it.deb"
    control = b"Package: it\nVersion: 1\nArchitecture: all\nMaintainer: x <x@y>\nDescription: it\n"
    parts = {"debian-binary": b"2.0\n"}
    for name, entries in (
        ("control", [packing.Entry("control", 0o644, control)]),
        ("data", debian.program_entries(bundle, "usr/lib/it")),
    ):
        data = io.BytesIO()
        packing.Packer(TIME).write(debian.with_folders(entries), data)
        parts[f"{name}.tar.xz"] = data.getvalue()
    packing.write_package(parts, TIME, target)
    told = subprocess.run(
        ["dpkg-deb", "--field", str(target), "Package"], capture_output=True, text=True, check=True
    )
    assert told.stdout == "it\n"
    folder = tmp_path / "unpacked"
    subprocess.run(["dpkg-deb", "--extract", str(target), str(folder)], check=True)
    assert (folder / "usr/lib/it/_internal/link.so").read_bytes() == LARGE


def licence(address: str = "Boston", terms: str = "You may copy verbatim copies.") -> str:
    words = " ".join([terms] * 20)
    return (
        f"GNU GENERAL PUBLIC LICENSE\n   Version 2, June 1991\n\nFoundation, {address}\n{words}\n"
        "END OF TERMS AND CONDITIONS"
    )


def test_long_licences_are_named_by_their_place(tmp_path: Path) -> None:
    place = tmp_path / "GPL-2"
    place.write_text(f"{licence()}\n\nHow to Apply These Terms", "utf-8")
    copy = licence("Cambridge").replace("may copy", "may\ncopy")
    other = licence(terms="Nobody shall do anything else with it.")
    found = debian.with_reference(f"before\n{copy}\nbetween\n{other}\nafter", place)
    assert "Cambridge" not in found
    assert str(place) in found
    assert other in found
    assert "between" in found
    assert found.startswith("before")
    assert found.endswith("after")


def test_a_licence_that_ends_otherwise_takes_nothing_along(tmp_path: Path) -> None:
    place = tmp_path / "GPL-2"
    place.write_text(licence(), "utf-8")
    cut = licence().replace("END OF TERMS AND CONDITIONS", "") + "another work " * 200 + licence()
    assert debian.with_reference(cut, place) == cut
