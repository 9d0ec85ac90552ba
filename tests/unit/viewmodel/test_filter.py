from __future__ import annotations

from facing_pages.marks.kinds import ViewKind, Weight
from facing_pages.viewmodel.filter import Filter, shown_kinds
from facing_pages.viewmodel.modes import MarkLevel


def test_at_first_all_kinds_but_punctuation_are_shown_down_to_words() -> None:
    chosen = Filter()
    assert [kind for kind in ViewKind if not chosen.shows(kind)] == [ViewKind.MINOR]
    assert chosen.level is MarkLevel.WORDS


def test_a_kind_is_switched_off_and_on_again() -> None:
    off = Filter().toggled(ViewKind.MOVED)
    assert not off.shows(ViewKind.MOVED)
    assert off.toggled(ViewKind.MOVED) == Filter()


def test_punctuation_is_shown_down_to_the_lowest_weight_only() -> None:
    shown = [w for w in Weight if Filter().from_weight(w).shows(ViewKind.MINOR)]
    assert shown == [Weight.PUNCTUATION]


def test_where_only_the_meaning_counts_no_kind_is_shown_for_itself() -> None:
    chosen = Filter().from_weight(Weight.MEANING)
    assert [kind for kind in ViewKind if chosen.shows(kind)] == []
    assert all(chosen.from_weight(Weight.GRAMMAR).shows(k) for k in ViewKind if k.value)


def test_switching_a_kind_keeps_the_level_and_the_other_kinds() -> None:
    chosen = Filter(level=MarkLevel.SENTENCES).toggled(ViewKind.ADDED)
    assert chosen.level is MarkLevel.SENTENCES
    assert chosen.kinds == Filter().kinds - {ViewKind.ADDED}


def test_another_level_keeps_the_kinds() -> None:
    chosen = Filter(frozenset({ViewKind.MOVED})).at_level(MarkLevel.OFF)
    assert chosen == Filter(frozenset({ViewKind.MOVED}), MarkLevel.OFF)


def test_settings_hold_kinds_by_name_and_unknown_names_are_left_out() -> None:
    assert shown_kinds(["ADDED", "NONSENSE"]) == {ViewKind.ADDED}
