"""What the program knows of Danish."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, pairs, phrases, words

LANGUAGE: Final = Language(
    code="da",
    name="Danish",
    function_words=words(
        "og i at det er en et som på af for med den de du jeg han hun vi man ikke til fra "
        "om men eller så har havde var kan skal skulle vil når da der her sig sin sit sine "
        "min mit mig dig os dem hans hendes deres denne dette disse ved efter under over ud "
        "op ind mod mellem også kun nu end uden gennem blev bliver hvor hvad"
    ),
    magnitudes=words("hundrede tusind million millioner milliard milliarder"),
    negations=words("ikke aldrig ingen intet ingenting hverken uden"),
    negation_parts={"ikke": words("længere mere")},
    negating_parts=words("u- ikke-"),
    weighty_words=words("kun næppe undtagen hvis"),
    final_words=forms(
        "det med var da to din del ned par tv TV form al vær sort ti nat nord on no jul tab "
        "port rest gross do Jan Ida Mia Kim"
    ),
    forms_before_names=forms("f.eks bl.a d.v.s dvs Sct Skt"),
    forms_before_numbers=forms("nr kl ca"),
    closing_forms=forms("osv m.m etc"),
    month_forms=forms("jan feb mar apr jun jul aug sept? okt nov dec"),
    spelling_rules=pairs("aa å"),
    linking_letters=words("e s"),
    conjunction="Og",
    caption_words=words("figur fig. tabel billede kort"),
    capital_words=words("I De Dem Deres Hans Dag Bjørn Sten Liv Rose Norden"),
    greetings=phrases("kære, kære alle, hej, hej alle, hejsan, goddag, godmorgen, god aften"),
    closings=phrases(
        "med venlig hilsen, med venlige hilsner, venlig hilsen, venlige hilsner, bedste hilsner, "
        "mange hilsner, kærlig hilsen, kærlige hilsner, hilsen, hilsner, de bedste hilsner, mvh, "
        "vh, knus, vi ses, tak, mange tak, på forhånd tak, din, deres"
    ),
)
