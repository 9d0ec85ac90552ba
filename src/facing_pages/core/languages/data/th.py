"""What the program knows of Thai."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, phrases, words

LANGUAGE: Final = Language(
    code="th",
    name="Thai",
    negations=words("ไม่ มิ ไร้"),
    weighty_words=words("เพียง ถ้า"),
    script=r"\p{Thai}",
    unspaced_letters=r"\p{Thai}",
    greetings=phrases("เรียน, สวัสดี, สวัสดีครับ, สวัสดีค่ะ, สวัสดีทุกคน, ถึง, กราบเรียน"),
    closings=phrases(
        "ขอแสดงความนับถือ, ด้วยความเคารพ, ด้วยความนับถือ, ด้วยรัก, ด้วยความรัก, ขอบคุณ, "
        "ขอบคุณครับ, ขอบคุณค่ะ, แล้วพบกันใหม่"
    ),
)
