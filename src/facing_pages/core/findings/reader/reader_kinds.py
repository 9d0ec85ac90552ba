"""What the trained reader looks for."""

from __future__ import annotations

from typing import Final

from facing_pages.core.model import FindingKind

# In the order of the model's outputs. Quotations are left to the rules.
READER_KINDS: Final = (
    FindingKind.NUMBER,
    FindingKind.NAME,
    FindingKind.NEGATION,
    FindingKind.ANTONYM,
    FindingKind.ROLES,
    FindingKind.MODALITY,
    FindingKind.QUANTIFIER,
    FindingKind.ATTRIBUTION,
    FindingKind.OMISSION,
    FindingKind.INVENTION,
    FindingKind.FALSE_SYNONYM,
    FindingKind.TENSE,
    FindingKind.TORN,
)
