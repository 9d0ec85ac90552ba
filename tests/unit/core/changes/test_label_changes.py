"""Labels of speakers in a whole comparison, and on their own."""

from __future__ import annotations

from facing_pages import Comparison, compare
from facing_pages.core.changes.label_changes import Speech
from facing_pages.core.documents import document_from_text
from facing_pages.core.model import ChangeKind, LinkKind, Span


def written(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Return the changes of labels: their kind, and their words on both sides."""
    texts = comparison.original.text, comparison.rewrite.text
    labels = [
        {Span(p.span.start, p.span.start + p.label) for p in document.paragraphs if p.label}
        for document in (comparison.original, comparison.rewrite)
    ]
    return [
        (
            change.kind.value,
            change.original.of(texts[0]) if change.original else "",
            change.rewrite.of(texts[1]) if change.rewrite else "",
        )
        for change in comparison.changes
        if change.original in labels[0] or change.rewrite in labels[1]
    ]


ORIGINAL = "[10:02] Mara: The boat leaves at six.\n[10:03] Jonas: We shall be there."


def test_a_label_that_names_another_speaker_is_reworded_as_a_whole() -> None:
    text = "[10:02] Anna: The boat leaves at six.\n[10:03] Jonas: We shall be there."
    comparison = compare(ORIGINAL, text)
    assert written(comparison) == [("reworded", "[10:02] Mara:", "[10:02] Anna:")]
    assert [link.kind for link in comparison.alignment.links] == [LinkKind.REWORDED, LinkKind.SAME]


def test_signs_and_order_in_a_label_are_typography() -> None:
    text = "Mara (10:02): The boat leaves at six.\nJonas (10:03): We shall be there."
    comparison = compare(ORIGINAL, text)
    assert [kind for kind, _, _ in written(comparison)] == ["typography"] * 2
    assert {link.kind for link in comparison.alignment.links} == {LinkKind.SAME}


def test_labels_that_were_left_out_are_removed() -> None:
    text = "The boat leaves at six.\n\nWe shall be there."
    changes = written(compare(ORIGINAL, text))
    assert changes == [("removed", "[10:02] Mara:", ""), ("removed", "[10:03] Jonas:", "")]
    assert [kind for kind, _, _ in written(compare(text, ORIGINAL))] == ["added"] * 2


def test_the_words_of_labels_do_not_count() -> None:
    statistics = compare(ORIGINAL, ORIGINAL.replace("Mara", "Anna Kral")).statistics
    assert (statistics.original_words, statistics.kept, statistics.reworded) == (9, 9, 0)


def test_a_label_is_never_linked_with_the_words_of_the_speech() -> None:
    one = "ANNA: We met Paul in May.\nPAUL: So we did.\nANNA: It rained all day."
    two = "PAUL: We met Anna in May.\nANNA: So we did.\nPAUL: It rained all day."
    comparison = compare(one, two)
    assert [kind for kind, _, _ in written(comparison)] == ["reworded"] * 3
    linked = {
        link.original.of(comparison.original.text)
        for entry in comparison.alignment.links
        for link in entry.words
    }
    assert not linked & {"ANNA", "PAUL"}


def test_each_turn_is_linked_with_the_turn_of_its_speaker() -> None:
    one = "[10:02] Mara: ok\n[10:03] Jonas: ok\n[10:05] Mara: ok\n[10:06] Jonas: see you there"
    two = "[10:02] Mara: ok\n[10:05] Mara: ok\n[10:06] Jonas: see you there"
    links = compare(one, two).alignment.links
    assert [(link.original, link.rewrite) for link in links] == [
        ((0,), (0,)), ((1,), ()), ((2,), (1,)), ((3,), (2,)),
    ]  # fmt: skip


def test_speech_has_the_words_of_a_span_without_its_labels() -> None:
    document = document_from_text("ANNA: We met.\nPAUL: So we did.\nANNA: Yes.")
    speech = Speech(document)

    def words(start: int, end: int) -> list[str]:
        return [word.of(document.text) for word in speech.words(Span(start, end))]

    assert words(0, 30) == ["We", "met", ".", "So", "we", "did", "."]
    assert words(0, 4) == []
    assert words(6, 8) == ["We"]


def test_only_changes_of_speech_become_moved_phrases() -> None:
    one = "ANNA: The lamp at the end of the pier burned all night.\nPAUL: So it did.\nANNA: Yes."
    two = "PAUL: So it did.\nANNA: Yes.\nANNA: The lamp at the end of the pier burned all night."
    comparison = compare(one, two)
    assert all(change.kind is not ChangeKind.REORDERED for change in comparison.changes)


def test_a_label_stays_where_the_first_sentence_behind_it_was_removed() -> None:
    one = "ANNA: Mm-hm. Did she sell the bread in May?\nPAUL: No.\nANNA: So it was."
    two = one.replace("Mm-hm. ", "")
    comparison = compare(one, two)
    assert written(comparison) == []
    (removed,) = comparison.changes
    assert removed.original is not None
    assert removed.original.of(one) == "Mm-hm."
    other = compare(one, two.replace("ANNA", "Q"))
    assert written(other) == [("reworded", "ANNA:", "Q:")] * 2


def test_a_turn_is_removed_with_its_label() -> None:
    one = "ANNA: Did she sell bread?\nPAUL: Nobody knew it.\nANNA: So it was.\nPAUL: It rained."
    comparison = compare(one, one.replace("PAUL: Nobody knew it.\n", ""))
    (removed,) = comparison.changes
    assert removed.original is not None
    assert removed.original.of(one) == "PAUL: Nobody knew it."


def test_of_two_turns_that_became_one_the_second_label_is_removed() -> None:
    one = "ANNA: Did she sell the bread?\nPAUL: So it was.\nANNA: It rained in May.\nPAUL: No."
    two = one.replace("\nPAUL: So", " So")
    assert written(compare(one, two)) == [("removed", "PAUL:", "")]
