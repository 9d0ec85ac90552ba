"""What the bars say of a report that was asked for."""

from __future__ import annotations

from typing import Final

from facing_pages.viewmodel.wording.language import N_

# The worker has ended since, and with it what it knew of the pair.
NOT_COMPARED: Final = N_(
    "Unable to write {file}: the texts are no longer compared. Read the files again, then save the"
    " report once more."
)
