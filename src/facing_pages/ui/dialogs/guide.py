"""The guide: two pages on reading a pair and on finding one's way, inside the program."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from facing_pages.viewmodel.wording.language import N_, tr

SIZE: Final = (640, 560)
# Titles of the pages, and what stands on them: headings and paragraphs.
_PAGES: Final = (
    (
        N_("Reading a pair"),
        (
            (
                N_("Two texts on facing pages"),
                N_(
                    "Give the program an original and a rewrite of it: drop two files on the "
                    "window, choose them, or paste text into either side. It finds which "
                    "paragraphs, sentences and words belong together and marks what changed. "
                    "Kinds of quotes, dashes and spaces are never counted as changes."
                ),
            ),
            (
                N_("Choose how the texts are set"),
                N_(
                    "Side by side, paragraphs that belong together start at the same height. "
                    "Flowing, each text runs freely and bands join what belongs together. In one "
                    "column, old words stand struck through before the new ones; a narrow window "
                    "chooses this by itself. One text alone is clean; o shows what faces a "
                    "sentence."
                ),
            ),
            (
                N_("See as much or as little as you want"),
                N_(
                    "The buttons at the right of the toolbar show how many changes of each kind "
                    "there are and switch their marks on and off. Marks can be those of words, of "
                    "whole sentences, of paragraphs, or none. Hide unchanged folds the rest away. "
                    "F8 leaves nothing but the texts."
                ),
            ),
            (
                N_("Make yourself comfortable"),
                N_(
                    "Ctrl+Plus and Ctrl+Minus change the size, Ctrl+[ and Ctrl+] the width of the "
                    "columns. Under View there are themes and layouts of the page; everything "
                    "else is in the preferences."
                ),
            ),
        ),
    ),
    (
        N_("Finding your way"),
        (
            (
                N_("From change to change"),
                N_(
                    "Alt+Down and Alt+Up, or n and p, go to the next and the previous change. With "
                    "Shift, n and p keep to one kind. m goes from one end of a moved passage to "
                    "the other, and Alt+Left back to where you were."
                ),
            ),
            (
                N_("The list and the strip"),
                N_(
                    "F7 goes to the list of changes, which can be filtered and grouped; Enter "
                    "leads to the text, Escape back. The strip at the right edge shows all "
                    "changes of the whole text: click or drag to go there."
                ),
            ),
            (
                N_("Finding words"),
                N_(
                    "Ctrl+F finds words in one or both texts, F3 goes on. Ctrl+G goes to a "
                    "paragraph by its number."
                ),
            ),
            (
                N_("The sentence under your eye"),
                N_(
                    "Pointing at a sentence frames what faces it. F9 opens the inspector, which "
                    "links the words of the current sentence one by one and says why. A click puts "
                    "the caret into the text: arrows move it, Shift selects, and what is copied is "
                    "the clean text of that side."
                ),
            ),
            (
                N_("If a link is wrong"),
                N_(
                    "Ctrl+4 lines the sentences up, a row for each link; dashed lines are likely, "
                    "dotted ones doubtful, and x goes to the next of these. Put the caret in a "
                    "sentence on either side and press l to link the two, u to part them, c to "
                    "confirm a link. Everything is kept at once, holds when the files change, and "
                    "is undone with Ctrl+Z."
                ),
            ),
        ),
    ),
)


def show_guide(parent: QWidget) -> QDialog:
    """Open the guide."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Guide"))
    dialog.resize(*SIZE)
    tabs = QTabWidget()
    for title, parts in _PAGES:
        page = QTextBrowser()
        page.setAccessibleName(tr(title))
        page.setHtml("".join(f"<h3>{_said(head)}</h3><p>{_said(text)}</p>" for head, text in parts))
        tabs.addTab(page, tr(title))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(tabs, 1)
    layout.addWidget(buttons)
    dialog.show()
    return dialog


def _said(text: str) -> str:
    return tr(text).replace("&", "&amp;").replace("<", "&lt;")
