"""Import onnxruntime with its telemetry switched off; no other module may import it.

The official builds of onnxruntime collect events from the moment they are imported, keep an
identifier of the device in the home folder and send both to their maker (`Privacy.md` of the
package). An environment variable prevents all of this, but only if it is set before the library
initialises; the library's own function to disable telemetry comes too late. So `import
facing_pages` sets the variable, whatever its value was.

A program that uses this library may have imported onnxruntime before. Then its telemetry is that
program's decision, but our comparisons must not add to it: `onnx_runtime` returns None.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import sys
from types import ModuleType
from typing import Final

SWITCH: Final = "ORT_DISABLE_TELEMETRY"
TELEMETRY_OFF: Final = "1"
# Further values, in any case, that onnxruntime 1.31 understands; with all others it sends.
_ALSO_OFF: Final = frozenset({"true", "yes", "on"})
_RUNTIME: Final = "onnxruntime"

logger = logging.getLogger(__name__)


def _is_switched_off() -> bool:
    value = os.environ.get(SWITCH, "").lower()
    return value == TELEMETRY_OFF or value in _ALSO_OFF


# Whether onnxruntime was imported before this module with its telemetry on.
_IS_SENDING: Final = _RUNTIME in sys.modules and not _is_switched_off()


def switch_off_telemetry() -> None:
    """Set the variable that switches off telemetry, for this process and those it starts."""
    os.environ[SWITCH] = TELEMETRY_OFF


def is_silent() -> bool:
    """Tell whether onnxruntime sends nothing: it is not imported, or its telemetry is off."""
    return _RUNTIME not in sys.modules or (_is_switched_off() and not _IS_SENDING)


def has_onnx_runtime() -> bool:
    """Tell whether onnxruntime is installed and can be used silently; does not import it."""
    return is_silent() and importlib.util.find_spec(_RUNTIME) is not None


def onnx_runtime() -> ModuleType | None:
    """Import and return onnxruntime with its telemetry off.

    Returns None, and logs the reason, if it is not installed, is broken, or was imported elsewhere
    with its telemetry on.
    """
    if not is_silent():
        logger.warning(
            "onnxruntime was imported with its telemetry on, so words are linked without it: "
            "import facing_pages first, or start the program with %s=%s",
            SWITCH,
            TELEMETRY_OFF,
        )
        return None
    switch_off_telemetry()
    try:
        import onnxruntime
    except ImportError as error:
        logger.info("words are linked without onnxruntime: %s", error)
        return None
    # Builds before 1.31 also pass events to Windows, which the variable does not stop.
    onnxruntime.disable_telemetry_events()
    module: ModuleType = onnxruntime
    return module
