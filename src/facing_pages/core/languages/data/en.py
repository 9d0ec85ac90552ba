"""What the program knows of English."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, pairs, words

LANGUAGE: Final = Language(
    code="en",
    name="English",
    function_words=words(
        "a an the this that these those i you he she it we they me him her us them my your "
        "his its our their who whom whose which what there here and or but nor so if "
        "because as than when while where how though although until of to in on at by for "
        "from with without into onto over under about after before between through during "
        "against up down out off is are was were be been being am has have had do does did "
        "will would shall should can could may might must not no n't 's 're 've 'll 'd also "
        "very just only then too all some any"
    ),
    magnitudes=words("hundred thousand million billion trillion"),
    negations=words("no not n't never none nobody nothing nowhere neither nor cannot without"),
    negating_parts=words("un- in- im- il- ir- dis- non- mis-"),
    weighty_words=words(
        "unless except only hardly scarcely barely if all some any must may might should could can"
    ),
    final_words=forms(
        r"me no No fig figs ill miss may ore ark pa va ok OK art con mar ken Ken Ida Bart "
        r"Jan Penn Alta Mo Del (?<=\b\p{Ll}+\x20)I"
    ),
    forms_before_names=forms(
        "Figs? Eqs? eqs? Refs? refs? Secs? secs? Chaps? chaps? Vols? vols? pp cf viz vs e.g i.e"
    ),
    forms_before_numbers=forms(
        "al figs? no nos art tab ch chs bk Bk Ch pt Pt vol para app ex p cap [Aa]pprox"
    ),
    closing_forms=forms("etc Inc Ltd Co Corp Jr Sr St Ave Rd Blvd [ap].m B.C A.D Ph.D"),
    conjunction="And",
    often_capital=words("i"),
    pointed_forms=forms(
        "Gen Gov Sen Rep Lt Col Capt Sgt Maj Prof Dr Mr Mrs Ms St Jr Sr Rev Hon Mt vs etc "
        "Inc Ltd Figs? Eqs? Refs? Sect?s? Tabs? Vols? Chaps? pp cf al viz resp approx"
    ),
    dash_words=words(
        "the who which whose and because he she they we was were his her their this these those"
    ),
    number_words=pairs(
        "zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 "
        "eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 "
        "eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 "
        "eighty 80 ninety 90 hundred 100"
    ),
    spellings=pairs(
        "percent % per-cent % gen general gov governor sen senator rep representative "
        "lt lieutenant col colonel capt captain sgt sergeant prof professor dr doctor "
        "mr mister mrs missis dept department vs versus cannot can't "
        # British and American spellings that have too few letters in common to be seen as forms.
        "grey gray greyer grayer greyish grayish aeroplane airplane aeroplanes airplanes "
        "enquiry inquiry enquiries inquiries enquire inquire enquired inquired enquiring inquiring "
        "pyjamas pajamas tyre tire tyres tires kerb curb kerbs curbs cheque check cheques checks "
        "storey story storeys stories draught draft draughts drafts plough plow ploughs plows "
        "ploughed plowed ploughing plowing gaol jail gaols jails mum mom mums moms mummy mommy "
        "manoeuvre maneuver manoeuvres maneuvers sceptic skeptic sceptics skeptics "
        "sceptical skeptical scepticism skepticism mould mold moulds molds mouldy moldy "
        "moustache mustache aluminium aluminum yoghurt yogurt omelette omelet doughnut donut "
        "jewellery jewelry oestrogen estrogen oesophagus esophagus paediatric pediatric "
        "paediatrician pediatrician anaemia anemia anaesthetic anesthetic haemorrhage hemorrhage "
        "leukaemia leukemia encyclopaedia encyclopedia mediaeval medieval archaeology archeology "
        "foetus fetus diarrhoea diarrhea ageing aging axe ax licence license practise practice "
        "sulphur sulfur whisky whiskey artefact artifact acknowledgement acknowledgment "
        "judgement judgment tbsp tablespoons tsp teaspoons"
    ),
    contractions={
        "n't": ("not",),
        "'s": ("is", "has"),
        "'re": ("are",),
        "'ve": ("have",),
        "'ll": ("will", "shall"),
        "'d": ("had", "would"),
        "'m": ("am",),
    },
    has_lemmas=True,
    auxiliaries=words(
        "have has had having is are was were be been being do does did will would shall should"
    ),
    participle_forms=forms("ed ing [ewon]n ne d t"),
    units=words(
        "% percent km m cm mm kg g mg miles mile metres meters feet inches tonnes tons "
        "pounds dollars euros cents million billion trillion thousand hundred seconds "
        "minutes hours days weeks months years degrees °C °F"
    ),
    capital_words=words(
        "US IT WHO AIDS PIN RAM ROM SAT ACT CAT ARM PET MAP CARE SEAL SWAT GAP FIT SIM Polish "
        "March May August China Turkey Jersey Guernsey Bath Reading Nice Mobile Java Cologne "
        "Chile Japan Lima Job Mercury Mars Mass Lent Catholic Orthodox Democrat Republican "
        "Liberal Labour Conservative Will Mark Bill Rob Rose Daisy Lily Grace Hope Faith Joy "
        "Frank Jack Pat Sue Drew Grant Dean Earl Victor Baker Smith Cook King Swift Pole Slough "
        "Rugby Derby Bush Trump Gates Apple Amazon Windows Word Excel Shell Orange Target Gap "
        "Python Rust Oracle"
    ),
    chapter_words=words("chapter part book section volume canto letter act"),
    chapter_names=words("prologue"),
    dangling_words=words(
        "a an the of and or to in on at by for from with that which who its his her their "
        "our your my as than into between is are was were has have had will would"
    ),
    caption_words=words("figure fig. table plate illustration photo map"),
    page_words=words("page p."),
    page_count_words=words("of"),
)
