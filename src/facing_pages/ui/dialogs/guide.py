"""The guide inside the program: two pages, on reading a pair and on finding your way."""

from __future__ import annotations

from html import escape
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

from facing_pages.ui.common.key_map import KeyMap
from facing_pages.viewmodel.wording.language import N_, tr

# Pixels between the words and the edges of a page. By judgement.
GUIDE_MARGIN: Final = 20
# Pixels: width and height at first. By judgement.
GUIDE_SIZE: Final = (640, 560)
# Titles of the pages, and what stands on them: headings and paragraphs.
_GUIDE_PAGES: Final = (
    (
        N_("Reading a pair"),
        (
            (
                N_("Two texts on facing pages"),
                N_(
                    "Give the program an original and a rewrite of it: drop two files on the "
                    "window, choose them, or paste text into either side. It finds which "
                    "paragraphs, sentences and words belong together and marks what changed. "
                    "Different kinds of quotation marks, dashes and spaces do not count as "
                    "changes."
                ),
            ),
            (
                N_("Choose a layout"),
                N_(
                    "Side by side, linked paragraphs and sentences start at the same height; long "
                    "passages that one side lacks are folded to a line, which a click or "
                    "{counterpart} opens. Flowing, each text runs freely and bands join what "
                    "belongs together. In one column, removed words are struck through and come "
                    "before the new ones; a narrow window chooses this layout by itself. A text "
                    "shown alone has no marks; {counterpart} shows the counterpart of a sentence."
                ),
            ),
            (
                N_("What changed in meaning"),
                N_(
                    "Most changes are only other words. Where a number, a date, a name, a "
                    "negation, a degree of certainty, a source or quoted words became others, "
                    "where something was left out or added or a sentence is broken, that is a "
                    "finding: its words have a wave below them, and "
                    "a diamond stands beside them, in the strip and in the list. {next_finding} "
                    "and {previous_finding} go to the next and the previous one, {go_to_findings} "
                    "to the list, the gravest first, with the reason of each. Findings are hints, "
                    "not errors, and some changes of meaning are missed: read both passages. What "
                    "is no error, {not_an_error} sets aside; it is not shown again while the "
                    "passage is the same, and can be shown again from the end of the list."
                ),
            ),
            (
                N_("See as much or as little as you want"),
                N_(
                    "The buttons at the right of the toolbar show how many changes of each kind "
                    "there are and switch their marks on and off. Words, whole sentences, "
                    "paragraphs or nothing can be marked. “Hide unchanged” folds the other "
                    "paragraphs away. {reading_room} shows nothing but the texts."
                ),
            ),
            (
                N_("Make yourself comfortable"),
                N_(
                    "{zoom_in} and {zoom_out} change the size of the text, {narrower} and {wider} "
                    "the width of the columns. Themes and page layouts are in the View menu, "
                    "everything else is in the preferences."
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
                    "{next_change} and {previous_change} go to the next and the previous change, "
                    "{next_of_kind} and {previous_of_kind} to the next and the previous change of "
                    "the same kind. {other_end} goes from one end of a moved passage to the "
                    "other, and {back} back to where you were."
                ),
            ),
            (
                N_("The list and the strip"),
                N_(
                    "{go_to_list} goes to the list of changes, which can be filtered and grouped. "
                    "There, Enter goes to the change in the text, and Escape returns to the text. "
                    "The strip at the right edge shows all changes in the whole text: click or "
                    "drag in it to go there."
                ),
            ),
            (
                N_("Finding words"),
                N_(
                    "{find} finds words in one or both texts, {find_next} goes to the next place "
                    "where they occur. {go_to_paragraph} goes to a paragraph by its number."
                ),
            ),
            (
                N_("The sentence you are reading"),
                N_(
                    "Point at a sentence, and its counterpart is framed. {show_inspector} opens "
                    "the inspector, which links the words of the current sentence one by one and "
                    "says why. A click puts the caret in the text: arrows move it, Shift selects, "
                    "and copying gives the clean text of that side."
                ),
            ),
            (
                N_("If a link is wrong"),
                N_(
                    "{align} lines the sentences up, one row for each link. Dashed lines are "
                    "likely links, dotted ones doubtful; {next_doubtful} goes to the next "
                    "doubtful one. Put the caret in a sentence on each side, one after the other, "
                    "and press {link} to link the two. {unlink} removes a link, {confirm} "
                    "confirms it. Corrections are saved at once, stay when the files change, and "
                    "can be undone with {undo}."
                ),
            ),
        ),
    ),
)


def show_guide(parent: QWidget, keys: KeyMap) -> QDialog:
    """Open the guide, with the keys as they are now."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Guide"))
    dialog.resize(*GUIDE_SIZE)
    tabs = QTabWidget()
    for title, parts in guide_pages(keys):
        page = QTextBrowser()
        page.setAccessibleName(title)
        paragraphs = (f"<h3>{escape(head)}</h3><p>{escape(text)}</p>" for head, text in parts)
        page.setHtml("".join(paragraphs))
        page.document().setDocumentMargin(GUIDE_MARGIN)
        tabs.addTab(page, title)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(tabs, 1)
    layout.addWidget(buttons)
    dialog.show()
    return dialog


def guide_pages(keys: KeyMap) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the titles of the pages, and the headings and paragraphs on each."""
    words = keys.words()
    return [
        (tr(title), [(tr(heading), tr(text, **words)) for heading, text in parts])
        for title, parts in _GUIDE_PAGES
    ]
