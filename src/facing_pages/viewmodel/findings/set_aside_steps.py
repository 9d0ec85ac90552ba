"""Calling a finding no error, and taking that back: new corrections, with a name for undo."""

from __future__ import annotations

from facing_pages.session.corrections import Corrections
from facing_pages.viewmodel.correction_steps import Edit
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.wording.finding_labels import finding_words
from facing_pages.viewmodel.wording.language import tr


def toggle_set_aside(shown: ShownFindings, known: Corrections, number: int) -> Edit:
    """Set a finding aside, or show it again if it was."""
    entry = shown.known_by(number)
    words = finding_words(shown.pages, shown.entry(number))
    if entry in known.set_aside:
        name = tr("showing {words} as a finding again", words=words)
    else:
        name = tr("“not an error” for {words}", words=words)
    return Edit(known.with_set_aside(entry), name)
