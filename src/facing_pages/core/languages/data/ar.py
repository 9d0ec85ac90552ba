"""What the program knows of Arabic."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, phrases, words

LANGUAGE: Final = Language(
    code="ar",
    name="Arabic",
    function_words=words(
        "في من على إلى الى عن مع و ف ب ل أن إن ان أنه لا لم لن ما هذا هذه ذلك تلك التي الذي "
        "الذين هو هي هم أنا أنت نحن كان كانت يكون قد أو ثم كما كل بعد قبل عند بين حتى إذا "
        "لكن غير له لها به فيه"
    ),
    magnitudes=words("مئة ألف آلاف مليون ملايين مليار"),
    negations=words("لا لم لن ليس ليست غير بدون دون"),
    opposed_words=words("قبل/بعد فوق/تحت مع/بدون هنا/هناك"),
    weighty_words=words("فقط إلا إذا لو"),
    script=r"\p{Arabic}",
    greetings=phrases(
        "عزيزي, عزيزتي, أعزائي, مرحبا, مرحبًا, مرحبا بالجميع, أهلا, أهلا وسهلا, السلام عليكم, "
        "السلام عليكم ورحمة الله وبركاته, تحية طيبة, تحية طيبة وبعد, صباح الخير, مساء الخير, "
        "السيد, السيدة, السادة"
    ),
    closings=phrases(
        "مع تحياتي, تحياتي, مع خالص تحياتي, مع أطيب التحيات, أطيب التحيات, مع التحية, مع "
        "الاحترام, وتفضلوا بقبول فائق الاحترام, المخلص, المخلصة, مع حبي, مع السلامة, إلى اللقاء, "
        "شكرا, شكرًا, شكرا لك, شكرا لكم, والسلام"
    ),
)
