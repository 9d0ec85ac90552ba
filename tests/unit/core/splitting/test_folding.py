from __future__ import annotations

import pytest

from facing_pages.core.splitting.folding import fold, fold_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“curly”", '"curly"'),
        ("it’s", "it's"),
        ("a — b", "a - b"),
        ("no\u00a0break", "no break"),
        ("ﬁnd", "find"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Ｆｕｌｌ", "Full"),
        ("wait…", "wait..."),
    ],
)
def test_typography_folds_away(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_letters_with_marks_are_not_folded() -> None:
    assert fold("café") != fold("cafe")


def test_case_is_kept_unless_a_word_is_folded() -> None:
    assert fold("Us") == "Us"
    assert fold_word("STRASSE") == fold_word("straße")
