"""What the program knows of Polish."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, phrases, words

LANGUAGE: Final = Language(
    code="pl",
    name="Polish",
    function_words=words(
        "i w we na nie się to z ze do jest że o od za po dla przez przy przed pod nad ale a "
        "lub albo jak jako tak czy już tylko też był była było były są być ma mają będzie "
        "ten ta te tego tej tych tym on ona ono oni one jego jej ich go mu mi ja ty my wy "
        "co kto który która które gdy kiedy bo więc oraz by aby żeby"
    ),
    magnitudes=words(
        "sto tysiąc tysiące tysięcy milion miliony milionów miliard miliardy miliardów"
    ),
    negations=words("nie ani nigdy nikt nic żaden żadna żadne bez"),
    negating_parts=words("nie- bez-"),
    weighty_words=words("tylko jeśli jeżeli"),
    final_words=forms("port mar pie lit"),
    forms_before_names=forms("tj m.in dr inż ks św gen p płk kpt mjr por red ul al"),
    forms_before_numbers=forms("r nr"),
    closing_forms=forms("itd itp in n.e"),
    month_forms=forms("stycz lut kwiet czerw lip sierp wrześ paźdz listop grud"),
    conjunction="I",
    chapter_words=words("rozdział"),
    caption_words=words("rysunek rys. tabela tab. fot. mapa"),
    capital_words=words(
        "Lis Wilk Zając Król Baran Kozioł Sowa Wróbel Dudek Gołąb Jeleń Kos Sikora Kowal "
        "Róża Lew Sejm Pan Pani"
    ),
    greetings=phrases(
        "drogi, droga, drodzy, drogie, kochany, kochana, kochani, szanowny, szanowna, szanowni, "
        "szanowni państwo, szanowny panie, szanowna pani, cześć, cześć wszystkim, witam, witam "
        "wszystkich, dzień dobry, dobry wieczór, hej"
    ),
    closings=phrases(
        "pozdrawiam, pozdrawiam serdecznie, serdecznie pozdrawiam, serdeczne pozdrowienia, "
        "pozdrowienia, z poważaniem, z wyrazami szacunku, łączę wyrazy szacunku, łączę "
        "pozdrowienia, z pozdrowieniami, z serdecznymi pozdrowieniami, z góry dziękuję, dziękuję, "
        "całuję, ściskam, do zobaczenia, wszystkiego dobrego, twój, twoja"
    ),
)
