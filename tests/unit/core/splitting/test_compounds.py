from __future__ import annotations

import pytest

from facing_pages.core.splitting.compounds import is_same_compound


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("boot-haus", "bootshaus", "de"),
        ("boot haus", "bootshaus", "de"),
        ("boothaus", "bootshaus", "de"),
        ("maus-falle", "mausefalle", "de"),
        ("kind-bett", "kinderbett", "de"),
        ("straßen-bahn", "straßenbahn", "de"),
        ("tag-traum-deuter", "tagtraumdeuter", "de"),
        ("stad-huis", "stadshuis", "nl"),
        ("land-dag", "landsdag", "sv"),
        ("abc-def", "abcsdef", "de"),
        ("abcdefgh", "abcdsefgh", "de"),
    ],
)
def test_a_compound_may_be_joined_with_or_without_a_letter(
    old: str, new: str, language: str
) -> None:
    assert is_same_compound(old.split(), new.split(), language=language)
    assert is_same_compound(new.split(), old.split(), language=language)


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("boot-haus", "bootsraus", "de"),
        ("boot-haus", "bootxhaus", "de"),
        ("boothaus", "bootehaus", "de"),
        ("haus", "hauss", "de"),
        ("ab-def", "absdef", "de"),
        ("abcdefg", "abcsdefg", "de"),
        ("abcdefg", "abcdsefg", "de"),
        ("ernten", "ernsten", "de"),
        ("boat-house", "boatshouse", "en"),
        ("10-jahr", "10sjahr", "de"),
    ],
)
def test_other_letters_make_another_word(old: str, new: str, language: str) -> None:
    assert not is_same_compound(old.split(), new.split(), language=language)
