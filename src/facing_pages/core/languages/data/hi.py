"""What the program knows of Hindi."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, phrases, words

LANGUAGE: Final = Language(
    code="hi",
    name="Hindi",
    magnitudes=words("सौ हज़ार हजार लाख करोड़ अरब"),
    negations=words("नहीं न मत ना कभी बिना"),
    negating_parts=words("अ- अन-"),
    weighty_words=words("केवल सिर्फ अगर यदि"),
    script=r"\p{Devanagari}",
    greetings=phrases(
        "प्रिय, आदरणीय, माननीय, नमस्ते, नमस्कार, सभी को नमस्ते, महोदय, महोदया, प्रिय महोदय, प्रिय महोदया"
    ),
    closings=phrases(
        "सादर, भवदीय, भवदीया, आपका, आपकी, धन्यवाद, शुभकामनाओं सहित, शुभकामनाएँ, सप्रेम, स्नेह "
        "सहित, बहुत धन्यवाद, प्रार्थी"
    ),
)
