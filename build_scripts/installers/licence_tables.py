"""Which licences are allowed in the frozen program, and what packages do not say of theirs."""

from __future__ import annotations

from typing import Final

# Licences whose works may be part of a program that is given away in one folder, files of each
# replaceable by hand. Of several to choose from, one of these must be among them.
ALLOWED: Final = frozenset(
    "0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause CC-BY-4.0 CC0-1.0 CNRI-Python ISC LGPL-3.0-only MIT "
    "MIT-0 PSF-2.0 Python-2.0 Unicode-3.0 Unlicense Zlib".split()
) | {
    "Apache-2.0 WITH LLVM-exception",
    "GPL-2.0-or-later WITH Bootloader-exception",
    # The run-time library of GCC's Fortran may be part of any program.
    "GPL-3.0-or-later WITH GCC-exception-3.1",
    "LGPL-2.1-or-later",
    # Word lists of simplemma, given away as they are, with the addresses of their licences.
    "CC-BY-SA-4.0",
    "ODbL-1.0",
}
# Works that lie in a package as files of their own, by words of its licence texts; their licences
# are not in what the package says of itself.
BESIDE: Final = {
    "numpy": {
        "Files: numpy.libs/libgfortran": "GPL-3.0-or-later WITH GCC-exception-3.1",
        "Files: numpy.libs/libquadmath": "LGPL-2.1-or-later",
    },
    "simplemma": {
        "Open Database License": "ODbL-1.0",
        "Wiktionary": "CC-BY-SA-4.0",
        "Wikinflection": "CC-BY-4.0",
        "PoliMorf": "BSD-2-Clause",
    },
}
# By words of it, whether the text of a licence is there and not only its name.
FULL_TEXT: Final = {
    "Apache-2.0": "TERMS AND CONDITIONS FOR USE, REPRODUCTION",
    "LGPL-2.1-or-later": "GNU LESSER GENERAL PUBLIC LICENSE",
}
# What packages say that is no identifier of the SPDX list.
PLAIN: Final = {
    "MIT License": "MIT",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    # What of it comes along, the starter, may be part of any program.
    "GPLv2-or-later with a special exception which allows to use PyInstaller to build and "
    "distribute non-free programs (including commercial ones)": (
        "GPL-2.0-or-later WITH Bootloader-exception"
    ),
    # The libraries inside have notices of their own among the files of the package.
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
}
# Libraries of Debian that may come along, with the licence of the library itself: its file of
# copyrights tells those of its build scripts too.
SYSTEM: Final = {
    "libbz2-1.0": "BSD-3-Clause",
    "libcom-err2": "MIT",
    "libffi8": "MIT",
    "libgssapi-krb5-2": "MIT",
    "libk5crypto3": "MIT",
    "libkeyutils1": "LGPL-2.1-or-later",
    "libkrb5-3": "MIT",
    "libkrb5support0": "MIT",
    "liblzma5": "0BSD",
    "libssl3": "Apache-2.0",
    "libxcb-cursor0": "MIT",
    "libxcb-icccm4": "MIT",
    "libxcb-image0": "MIT",
    "libxcb-keysyms1": "MIT",
    "libxcb-randr0": "MIT",
    "libxcb-render-util0": "MIT",
    "libxcb-render0": "MIT",
    "libxcb-shape0": "MIT",
    "libxcb-shm0": "MIT",
    "libxcb-sync1": "MIT",
    "libxcb-util1": "MIT",
    "libxcb-xfixes0": "MIT",
    "libxcb-xkb1": "MIT",
    "libxkbcommon-x11-0": "MIT",
    "libxkbcommon0": "MIT",
    "zlib1g": "Zlib",
}
