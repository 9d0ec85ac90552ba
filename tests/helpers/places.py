"""Where things are: the checkout, what tests store, and what may be beside the checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).resolve().parents[2]
SOURCE: Final = CHECKOUT / "src" / "facing_pages"
DATA: Final = CHECKOUT / "tests" / "data"
GOLDEN: Final = CHECKOUT / "tests" / "golden"
# The real pair and the sets with labels; tests that want them skip where they are not.
SHARED: Final = CHECKOUT.parent / "shared"
