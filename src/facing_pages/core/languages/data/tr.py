"""What the program knows of Turkish."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, pairs, phrases, words

LANGUAGE: Final = Language(
    code="tr",
    name="Turkish",
    function_words=words(
        "ve bir bu şu o da de için ile gibi kadar daha çok en ama fakat ya mi mı mu mü ki "
        "ne her ben sen biz siz onlar onun benim bana beni sana onu ona değil olarak olan "
        "oldu var yok ise diye sonra önce göre ancak veya hem hiç"
    ),
    own_letters="[ıİğĞ]",
    letters=pairs("I ı İ i"),
    magnitudes=words("yüz bin milyon milyar trilyon"),
    negations=words("değil hiç yok asla kimse hiçbir"),
    negating_parts=words("-ma- -me- -m-"),
    weighty_words=words("ancak sadece yalnızca eğer"),
    final_words=forms("sen Sen al kan la ver ok art may re con"),
    forms_before_names=forms("Av Sn vb bkz Bkz"),
    closing_forms=forms("vb vs"),
    chapter_words=words("bölüm"),
    caption_words=words("şekil tablo resim harita"),
    capital_words=words(
        "Deniz Güneş Yıldız Savaş Barış Umut Sevgi Çiçek Aslan Kaya Demir Mutlu Bulut Nur "
        "Toprak Yağmur Ordu Van Ağrı Bilge Pınar Gül Kara Doğan Kartal Şahin Ozan Onur "
        "Özgür Sevinç"
    ),
    greetings=phrases(
        "sevgili, değerli, sayın, merhaba, merhabalar, herkese merhaba, selam, selamlar herkese, "
        "günaydın, iyi günler, iyi akşamlar"
    ),
    closings=phrases(
        "saygılarımla, saygılarımızla, en iyi dileklerimle, iyi dileklerimle, sevgilerimle, "
        "sevgiler, selamlar, selam ve sevgiler, hoşça kal, hoşça kalın, görüşmek üzere, "
        "teşekkürler, teşekkür ederim, iyi çalışmalar, kolay gelsin"
    ),
)
