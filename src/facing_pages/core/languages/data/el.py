"""What the program knows of Greek."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, words

LANGUAGE: Final = Language(
    code="el",
    name="Greek",
    function_words=words(
        "ο η το οι τα του τησ των τον την τη τουσ τισ στο στη στην στον στα στισ στουσ σε "
        "με για από και κι ή αλλά αν να θα δεν δε μη μην που πωσ ότι όταν όπωσ ωσ είναι "
        "ήταν έχει έχουν είχε μου σου μασ σασ αυτό αυτή αυτά ένα ένασ μια μία εγώ εσύ κατά "
        "προσ χωρίσ μέχρι"
    ),
    magnitudes=words("εκατό χίλια χιλιάδεσ εκατομμύριο εκατομμύρια δισεκατομμύριο δισεκατομμύρια"),
    negations=words("δεν δε μη μην όχι ποτέ κανείσ κανένασ καμία τίποτα ούτε χωρίσ"),
    negating_parts=words("α- αν- δυσ-"),
    weighty_words=words("μόνο αν εκτόσ"),
    script=r"\p{Greek}",
    closing_forms=forms("κ.λπ κ.ά κτλ"),
    semicolon_asks=True,
    forms_before_numbers=forms("αρ σελ"),
    chapter_words=words("κεφάλαιο"),
    caption_words=words("εικόνα εικ. σχήμα πίνακας χάρτης"),
    capital_words=words("Ειρήνη Ελπίδα Αγάπη Σοφία Νίκη Ζωή Πόλη Γη"),
)
