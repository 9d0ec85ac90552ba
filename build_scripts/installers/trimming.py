"""What is left out of installed packages and of the frozen program, and why.

Each pattern is matched against the beginning of a path, with forward slashes: inside the folder of
packages for what a checkout does without, inside the bundle for what PyInstaller gathers. Both
leave out the same parts of packages, so that the tests of one speak for the other.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import Final

# Modules that are imported somewhere but never on a path the program takes.
EXCLUDED_MODULES: Final = {
    "tkinter": "another toolkit for windows",
    "unittest": "tests",
    "test": "tests",
    "pydoc": "help for programmers",
    "doctest": "tests",
    "lib2to3": "a converter of source code",
    "sqlite3": "no database here",
    "ssl": "no network here",
    "_ssl": "no network here",
    "_hashlib": "Python has checksums of its own; these need OpenSSL",
    "psutil": "only tests may have it",
    "curses": "no text windows here",
    "readline": "nobody types Python here",
    "setuptools": "an installer",
    "pip": "an installer",
    "pkg_resources": "an installer",
    "PIL": "pictures are drawn by Qt",
    "numpy.f2py": "a compiler",
    "numpy.testing": "tests",
    "numpy.distutils": "a compiler",
    "onnxruntime.tools": "tools for making models",
    "onnxruntime.transformers": "tools for making models",
    "onnxruntime.quantization": "tools for making models",
    "onnxruntime.training": "tools for making models",
    "onnx": "tools for making models",
    "sympy": "only for tools of onnxruntime",
    "lxml.objectify": "only the parser of lxml is used",
    "lxml.isoschematron": "only the parser of lxml is used",
    "lxml.html": "only the parser of lxml is used",
    "lxml.sax": "only the parser of lxml is used",
    "lxml.builder": "only the parser of lxml is used",
    "lxml.includes": "only the parser of lxml is used",
    "lxml.doctestcompare": "only the parser of lxml is used",
    "hypothesis": "tests",
    "pytest": "tests",
    "babel": "makes catalogs, does not read them",
}

# Libraries are named libQt6Core.so.6, Qt6Core.dll, QtCore.framework; plugins libqsvg.so, qsvg.dll.
_QT: Final = r"PySide6/(Qt/)?"
_PLUGINS: Final = r"PySide6/(Qt/)?plugins/"
# Parts of packages, by patterns: neither a checkout nor the frozen program needs them.
UNUSED_PARTS: Final = {
    _QT + r"(lib/)?(lib)?Qt6?(Qml|Quick|VirtualKeyboard|OpenGL|Pdf|Positioning|Designer|EglF)": (
        "parts of Qt for programs of other kinds"
    ),
    _QT + r"(lib/)?(lib)?Qt6?(Help|Sql|UiTools|Lottie|Labs|WaylandCompositor)": (
        "parts of Qt for programs of other kinds"
    ),
    _QT + r"(qml|metatypes|libexec|typesystems|glue|include|doc|modules)/": "for compiling with Qt",
    r"PySide6/scripts/|PySide6/(assistant|balsam|designer|linguist|lrelease|lupdate|qmlformat|"
    r"qmllint|qmlls|qsb|svgtoqml)(\.exe)?$|PySide6/(Assistant|Designer|Linguist)\.app/": (
        "tools for making programs with Qt"
    ),
    _PLUGINS + r"platforms/(lib)?q(eglfs|linuxfb|vnc|vkkhr|minimal|wayland-brcm)": (
        "screens without a desktop"
    ),
    _PLUGINS + r"platforms/qdirect2d": "another way to the screen of Windows",
    _PLUGINS + r"(egldeviceintegrations|generic|networkinformation|sqldrivers|qmltooling|"
    r"designer|qmllint|qmlls|wayland-graphics-integration-server)/": (
        "devices, networks, databases and tools"
    ),
    _PLUGINS + r"(xcbglintegrations|wayland-graphics-integration-client)/": (
        "for OpenGL; the page is painted without"
    ),
    r"(PySide6/)?(opengl32sw|d3dcompiler_\d+)\.dll": "for OpenGL; the page is painted without",
    _PLUGINS + r"platforminputcontexts/(lib)?qtvirtualkeyboard": "Qt's own keyboard on the screen",
    _PLUGINS + r"platformthemes/libqgtk3": (
        "takes the GTK 3 of the building machine along; the portal gives native dialogs"
    ),
    _PLUGINS + r"styles/": "looks of the system; ours is Fusion everywhere",
    _PLUGINS + r"imageformats/(lib)?q(?!svg)": "all our pictures are SVG; reports hold none",
    _QT + r"translations/(?!qtbase_(de|en)\.qm)": "languages the window does not speak",
    r"onnxruntime/(tools|transformers|quantization|training|datasets|backend)/": (
        "tools for making models"
    ),
    r"numpy/.*/tests/": "tests",
    r"simplemma/strategies/dictionaries/data/(?!(bg|ca|cs|da|de|en|es|fi|fr|hu|it|nb|nl|pl|pt|ro|"
    r"ru|sv|tr|uk)\.plzma)": "languages there are no word frequencies for",
}
# What the bundle leaves out in addition.
LEFT_OUT: Final = {
    **UNUSED_PARTS,
    _PLUGINS + r"tls/": "no network here; PyInstaller complains where a checkout lacks them",
    r"(libgtk-3|libgdk|libatk|libatspi|libcairo|libepoxy|libpango|libharfbuzz|libfribidi|libthai|"
    r"libdatrie|libpixman|libgraphite2|librsvg|libX(cursor|composite|damage|inerama|randr|fixes)|"
    r"libjpeg|libtiff|libwebp|libwayland-egl)[-_.0-9a-z]*\.so.*": "came with the GTK theme",
    r"lib(stdc\+\+|gcc_s|fontconfig|freetype|dbus-1|glib-2\.0|gthread-2\.0|gobject-2\.0|gio-2\.0|"
    r"gmodule-2\.0|mount|blkid|selinux|systemd|cap|gcrypt|gpg-error|lz4|zstd|expat|png16|"
    r"brotli(dec|common)|bsd|md|pcre(2-8)?|uuid|ncursesw|tinfo)\.so.*": (
        "every desktop has these, and they must fit its other libraries"
    ),
    r"lib(ssl|crypto)([-.]|$)": "came with the network of Qt; no network here",
    r"lib(gssapi_krb5|krb5|k5crypto|krb5support|keyutils|com_err)\.so.*": (
        "every desktop has these; they must fit the settings of its network"
    ),
    r"lib(X11|X11-xcb|Xau|Xdmcp|Xext|Xi|Xrender|SM|ICE|xcb|wayland-(client|cursor|server)|drm|gbm|"
    r"xcb-(dri2|dri3|glx|present)|EGL|GL|GLX|GLdispatch|OpenGL)\.so.*": (
        "belongs to the display, not to us"
    ),
    r".*\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json)$": (
        "what pip wrote of the machine it installed on"
    ),
}


def is_left_out(path: str) -> bool:
    """Tell whether a file of the bundle is left out."""
    return _matches(LEFT_OUT, path)


def is_unused_part(path: str) -> bool:
    """Tell whether a file in the folder of packages is one that a checkout does without."""
    return _matches(UNUSED_PARTS, path)


def _matches(patterns: Iterable[str], path: str) -> bool:
    plain = path.replace("\\", "/")
    return any(re.match(pattern, plain) for pattern in patterns)


def trimmed(entries: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the entries of a table of PyInstaller that are kept: place, source, type.

    A link to what is left out is left out too; its source is where it leads.
    """
    return [entry for entry in entries if not any(map(is_left_out, _places(*entry)))]


def _places(place: str, source: str, kind: str) -> Iterator[str]:
    yield place
    if kind == "SYMLINK":
        yield posixpath.normpath(posixpath.join(posixpath.dirname(place), source))
