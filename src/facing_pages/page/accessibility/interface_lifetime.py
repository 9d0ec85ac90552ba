"""Keeps the accessible interfaces written in Python exactly as long as Qt has them.

Qt's cache owns every interface that it was given and deletes it when the object that the interface
is about is destroyed, or at the end of the application. The binding cannot hand an object over: it
deletes the C++ half when the Python half is collected. So a strong reference is kept here until
the C++ half is gone, and nothing else is ever deleted by hand.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtGui import QAccessibleInterface

_kept: list[QAccessibleInterface] = []


def keep(interface: QAccessibleInterface) -> None:
    """Keep an interface that Qt is about to own."""
    _kept.append(interface)


def release_deleted() -> None:
    """Let go of the interfaces that Qt has deleted."""
    _kept[:] = [interface for interface in _kept if shiboken6.isValid(interface)]


def count_kept() -> int:
    """Return how many interfaces are kept."""
    return len(_kept)


def is_kept(interface: QAccessibleInterface) -> bool:
    """Tell whether an interface is kept."""
    return any(kept is interface for kept in _kept)
