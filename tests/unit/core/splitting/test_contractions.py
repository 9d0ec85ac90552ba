from __future__ import annotations

import pytest

from facing_pages.core.splitting.contractions import are_contracted


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("let us", "let's", "en"),
        ("it was", "' twas", "en"),
        ("going to see", "gonna see", "en"),
        ("in das", "ins", "de"),
        ("von dem zu der", "vom zur", "de"),
        ("em um", "num", "pt"),
        ("de el", "del", "es"),
        ("in la", "nella", "it"),
        ("della acqua", "dell'acqua", "it"),
        ("le homme", "l'homme", "fr"),
        ("que il", "qu'il", "fr"),
        ("que il", "qu' il", "fr"),
        ("si il", "s'il", "fr"),
    ],
)
def test_words_drawn_together_are_those_they_stand_for(old: str, new: str, language: str) -> None:
    assert are_contracted(old.split(), new.split(), language=language)
    assert are_contracted(new.split(), old.split(), language=language)


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("let us", "let them", "en"),
        ("let us", "let us", "en"),
        ("zu dem", "zur", "de"),
        ("in das", "ins", "fr"),
        ("le homme", "l'homme", "de"),
        ("le chat", "l'chat", "fr"),
        ("la eau", "d'eau", "fr"),
    ],
)
def test_other_words_are_no_contractions(old: str, new: str, language: str) -> None:
    assert not are_contracted(old.split(), new.split(), language=language)
