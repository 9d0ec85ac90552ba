"""What the program knows of English."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import (
    FactWords,
    Language,
    forms,
    named,
    pairs,
    phrases,
    words,
)

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
    opposed_words=words(
        "before/after over/under up/down on/off in/out from/to here/there because/although"
    ),
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
    month_forms=forms("Jan Feb Mar Apr May June? July? Aug Sept? Oct Nov Dec"),
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
        # British and American spellings that follow no rule.
        "cheque check cheques checks storey story storeys stories storeyed storied "
        "mum mom mums moms mummy mommy mummies mommies maths math "
        "aluminium aluminum yoghurt yogurt yoghurts yogurts omelette omelet omelettes omelets "
        "jewellery jewelry encyclopaedia encyclopedia ageing aging axe ax "
        "whisky whiskey whiskies whiskeys artefact artifact artefacts artifacts "
        "pedlar peddler pedlars peddlers phial vial phials vials titbit tidbit titbits tidbits "
        "racquet racket racquets rackets rouble ruble roubles rubles liquorice licorice "
        "lichee lychee lichees lychees gipsy gypsy gipsies gypsies pigmy pygmy pigmies pygmies "
        "syphon siphon syphons siphons flautist flutist flautists flutists caldron cauldron "
        "cypher cipher cyphers ciphers hallo hello hullo hello naught nought eyrie aerie "
        "eyries aeries bogeyman boogeyman callisthenics calisthenics mollusc mollusk "
        "molluscs mollusks speciality specialty specialities specialties disc disk discs disks "
        "chilli chili chillies chilies carcase carcass carcases carcasses moveable movable "
        "saltpetre saltpeter sanatorium sanitarium orang-outang orangutan orang-utan orangutan "
        "blameable blamable cissy sissy fuze fuse connexion connection connexions connections "
        "inflexion inflection reflexion reflection tonne ton tonnes tons lustreless lusterless "
        "spelt spelled smelt smelled gage gauge gages gauges tbsp tablespoons tsp teaspoons "
        # Spellings of the 16th and 17th centuries, those that are no word elsewhere: the commonest
        # of the Bishops' Bible and of Shakespeare's first folio.
        "daie day daies days waie way waies ways saie say saies says maie may yee ye hee he "
        "shee she hym him yt it vnto unto vpon upon vnder under vntill until vntil until vp up "
        "vse use vsed used goe go saide said sayd said sayde said haue have giue give "
        "giuen given liue live liued lived ouer over euery every heauen heaven seuen seven "
        "owne own olde old tolde told colde cold golde gold onely only againe again "
        "aunswer answer aunswered answered kyng king kynge king lyfe life tyme time tymes times "
        "thyng thing thynge thing thyngs things thynges things nothynge nothing wyth with "
        "whiche which hys his fyre fire wyfe wife myne mine thyne thine gaite gate gaites gates "
        "moneth month moneths months bloud blood poore poor feare fear "
        "heare hear yeere year yeeres years yeare year yeares years townes towns roote root"
    ),
    spelling_rules=pairs(
        # colour, honourable; realise, organisation, but not prise; analyse
        r"our(?=(?:s|ed|ings?|ful|fully|less)?$)(?<=[aeiou][^aeiou]+our)(?<!^amour) or "
        r"our(?=(?:abl[ey]|hoods?|ly|al|y|ites?|ers?)$)(?<=[aeiou][^aeiou]+our) or "
        r"is(?=(?:e[ds]?|ing|ers?|able|ations?|ational)$)(?<=[^aeiou]is|ualis)(?<!^(?:ap)?pris) iz "
        r"lys(?=(?:e|ed|es|ing|ers?)$) lyz "
        # centre, metres, but not timbre; manoeuvred, centring
        r"re(?=s?$)(?<=[aeiouy].*[bcgptv]re|chre)(?<!^timbre|^acre) er "
        r"red$(?<=oeuvred|centred|mitred|sabred) ered r(?=ing|able)(?<=oeuvr|centr) er "
        # travelled, counsellor, woollen, fuelled; worshipped, focussed
        r"ll(?=(?:ed|ings?|[eo]rs?)$)(?<=[aeiou][^aeiou]+[aeio]ll|u[ae]ll|iall) l "
        r"ll(?=(?:ous|ously|ists?|able|en|y)$)(?<=[aeiou][^aeiou]+[aeio]ll|ooll) l "
        r"pp(?<=worshipp|kidnapp) p ^benefitt benefit ^focuss focus ^biass bias "
        # defence; dialogue, catalogued
        r"ce(?=s?$|less$|d$)(?<=ence) se ogue(?=s?$)(?<=[aeiou].*ogue) og "
        r"alogu(?=ed$|ing$) alog "
        # haemorrhage, paediatric, gynaecology, mediaeval, aesthetic, faeces
        r"ae(?=[ms])(?<=^anae|^hae|leukae|^urae|toxae|ticae|ischae|glycae) e paed(?=[aio]) ped "
        r"ae(?=[co])(?<=gynae|archae|palae) e ediaev ediev rimaev rimev ^ae(?=sth|on) e "
        r"^faec fec ^caesarean cesarean "
        # oestrogen, foetus, amoeba, homoeopathy, diarrhoea, coeliac, manoeuvre
        r"^oe(?=str|soph|dem) e ^foet fet ^amoeb ameb ^homoeo homeo rrhoea rrhea pnoea pnea "
        r"^coel cel ^manoeu maneu "
        # mould, smoulder, moult, plough, draught, hiccough, sulphur, sceptic
        r"^mou(?=l[dt]) mo ^smould smold plough plow ^draught draft ^dough(?=nut) do "
        r"^hiccough hiccup sulph sulf ^sceptic skeptic ^moustach mustach "
        # tyre, grey, kerb, gaol, cosy, tsar, pyjamas, waggon
        r"^tyre(?=s?$) tire ^grey gray ^kerb(?=s?$) curb ^gaol jail "
        r"^cos(?=y|i(?:er|est|ly|ness)$) coz ^tsar czar ^pyjama pajama ^waggon wagon "
        # skilful, fulfil, enrolment; programme; judgement; likeable
        r"lf(?=ul)(?<=skilf|wilf) llf "
        r"l(?=s?$|ments?$)(?<=^(?:fulfi|enro|insti|disti|enthra|appa|insta)l) ll "
        r"gramme(?=s?$) gram dgement dgment eable$(?<=[klmtvz]eable) able "
        # enquire, aeroplane, chequered, practised, despatch, shew
        r"^enquir inquir ^aeroplane airplane ^cheque(?=r) checke ^practis practic "
        r"^despatch dispatch ^shew show "
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
    contracted_words={
        "let's": "let us",
        "'tis": "it is",
        "'twas": "it was",
        "gonna": "going to",
        "wanna": "want to",
        "gimme": "give me",
        "lemme": "let me",
        "shan't": "shall not",
        "won't": "will not",
        "can't": "can not",
        "cannot": "can not",
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
    facts=FactWords(
        numerals=pairs(
            "one 1 a 1 an 1 half 0.5 thousand 1000 million 1000000 m 1000000 mn 1000000 "
            "twenties 20 thirties 30 forties 40 fifties 50 sixties 60 seventies 70 eighties 80 "
            "nineties 90 billion 1000000000 bn 1000000000 trillion 1000000000000 tn "
            "1000000000000 k 1000"
        ),
        ordinals=pairs(
            "first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 "
            "tenth 10 eleventh 11 twelfth 12 thirteenth 13 fourteenth 14 fifteenth 15 "
            "sixteenth 16 seventeenth 17 eighteenth 18 nineteenth 19 twentieth 20 thirtieth 30 "
            "fortieth 40 fiftieth 50 hundredth 100"
        ),
        vague_numbers=pairs(
            "dozens 24 scores 40 hundreds 200 thousands 2000 millions 2000000 billions "
            "2000000000 dozen 12 score 20 couple 2 pair 2 twice 2 double 2 thrice 3 triple 3"
        ),
        numeral_joints=words("and"),
        halves=("and a half", "and one half"),
        range_words=words("- to and or /"),
        rate_words=phrases("a, an, per, each, every"),
        distance_words=words("ago later earlier after before away"),
        rates=words("hourly daily weekly monthly yearly annually"),
        unit_names=named(
            """
            %: % percent per_cent pct
            ‰: ‰ per_mille
            km: km kilometre kilometres kilometer kilometers kms
            m: m metre metres meter meters
            cm: cm centimetre centimetres centimeter centimeters
            mm: mm millimetre millimetres millimeter millimeters
            mile: mile miles mi
            yard: yard yards yd
            foot: foot feet ft
            inch: inch inches
            kg: kg kilogram kilograms kilo kilos kilogramme kilogrammes
            g: g gram grams gramme grammes
            mg: mg milligram milligrams milligramme milligrammes
            µg: µg mcg microgram micrograms
            ton: ton tons tonne tonnes
            ounce: ounce ounces oz
            litre: l litre litres liter liters
            ml: ml millilitre millilitres milliliter milliliters
            gallon: gallon gallons
            acre: acre acres
            hectare: hectare hectares ha
            $: $ dollar dollars usd us$
            €: € euro euros eur
            £: £ pound pounds gbp
            ¥: ¥ yen jpy
            cent: cent cents
            second: seconds sec secs
            minute: minute minutes min mins
            hour: hour hours hr hrs
            day: day days
            week: week weeks
            month: month months
            year: year years yr yrs
            decade: decade decades
            century: century centuries
            °C: °c celsius
            °F: °f fahrenheit
            watt: watt watts
            kW: kw kilowatt kilowatts
            MW: mw megawatt megawatts
            GW: gw gigawatt gigawatts
            """
        ),
        bounds=named(
            """
            >=: at_least no_less_than no_fewer_than not_less_than minimum_of or_more
            <=: at_most up_to as_much_as as_many_as no_more_than not_more_than maximum_of or_less
            <=: or_fewer
            >: more_than over above greater_than upwards_of in_excess_of exceeding
            <: less_than fewer_than under below
            ~: about around approximately roughly circa some approx nearly almost or_so
            """
        ),
        antonyms=pairs(
            "after before afterwards beforehand born die confirm deny accept deny add remove "
            "improve worsen always never ever never everyone nobody everybody nobody "
            "everything nothing include exclude arrive leave begin end start stop start finish "
            "enter leave help harm help hinder praise criticize praise criticise rise drop "
            "increase reduce increase drop grow shrink gain lose earn lose support oppose "
            "approve reject agree disagree allow forbid permit forbid prohibit allow ban allow "
            "free imprison release arrest release detain win defeat victory defeat success "
            "failure profit loss with without inside outside within outside up down above "
            "under over under more less more few most least many few often rarely often seldom "
            "possible impossible likely unlikely legal illegal safe dangerous safe unsafe healthy "
            "sick healthy ill guilty innocent true untrue true false right wrong correct wrong "
            "friend enemy ally enemy demand supply import export lend borrow teach learn send "
            "receive give take remember forget find lose hide show build destroy create "
            "destroy strengthen weaken accelerate slow expand shrink widen narrow raise lower "
            "open shut succeed fail pass fail attack defend attract repel advance retreat join "
            "leave unite divide merge split love hate like dislike easy hard easy difficult simple "
            "difficult hard soft early late cheap expensive"
        ),
        negative_words=words(
            "fail fails failed failing failure lack lacks lacked lacking absence absent refuse "
            "refuses refused refusing refusal decline declines declined declining deny denies "
            "denied denying denial avoid avoids avoided avoiding prevent prevents prevented "
            "preventing cease ceases ceased unable unlikely impossible hardly scarcely barely "
            "rarely seldom few little minus except excluding reject rejects rejected instead "
            "unless neglect neglected neglects missing devoid forbid forbids forbidden ban "
            "bans banned prohibit prohibits prohibited doubt doubts doubted dispute disputes "
            "disputed ignore ignored ignores omit omitted exempt malfunction malfunctions "
            "incorrect invalid false wrong inability illegal inactive independent irregular "
            "disagree disagrees disagreed disallow disallowed negligent stop stops stopped "
            "stopping free vain otherwise but poorly badly yet"
        ),
        negative_prefixes=("un", "non", "ill-"),
        negative_suffixes=("less", "lessly", "-free"),
        no_negations=(
            "not only",
            "no doubt",
            "or not",
            "not to mention",
            "not least",
            "no matter",
            "not just",
            "not merely",
            "not simply",
            "no sooner",
            "nothing but",
            "if not",
            "no less",
            "no fewer",
            "not less",
            "no more than",
            "none other than",
            "more often than not",
            "not hesitate",
            "not wait to",
            "not forget",
            "never forget",
            "without doubt",
            "without question",
            "not but",
            "not even",
            "whether or not",
            "not until",
            "no longer than",
            "if not for",
            "not for nothing",
            "not more than",
            "no later",
        ),
        titles=words(
            "mr mr. mister mrs mrs. ms ms. miss dr dr. doctor sir lady master prof prof. "
            "professor gen gen. general col col. colonel capt capt. captain lt lt. lieutenant "
            "sgt sgt. sergeant maj maj. major rev rev. reverend hon hon. sen sen. senator rep "
            "rep. representative gov gov. governor st st. saint king queen prince princess "
            "president minister chairman secretary judge justice father mother brother sister "
            "aunt uncle madame monsieur signor herr frau señor inc inc. ltd ltd. corp corp. co "
            "co. company corporation jr jr. sr sr."
        ),
        name_joints=words("of for and de von van the"),
        aliases=named(
            """
            usa: us usa america american americans states stateside washington
            uk: uk britain british briton britons england english great_britain
            france: france french frenchman frenchmen paris parisian
            netherlands: netherlands dutch holland dutchman dutchmen
            spain: spain spanish spaniard spaniards
            greece: greece greek greeks hellenic
            switzerland: switzerland swiss
            sweden: sweden swedish swede swedes
            denmark: denmark danish dane danes
            wales: wales welsh
            thailand: thailand thai siam
            myanmar: myanmar burma burmese
            iran: iran persia persian
            ireland: ireland irish
            kyiv: kyiv kiev
            mumbai: mumbai bombay
            beijing: beijing peking
            turkey: turkey turkish turk turks türkiye turkiye
            philippines: philippines filipino filipinos philippine
            russia: russia russian moscow kremlin
            china: china chinese
            germany: germany german germans
            japan: japan japanese tokyo
            norway: norway norwegian
            poland: poland polish pole poles
            finland: finland finnish finn finns
            ukraine: ukraine ukrainian
            czech: czech czechia bohemia bohemian
            eu: eu european europe
            un: un united_nations
            """
        ),
        determiners=words(
            "the a an this that these those my your his her its our their every each no"
        ),
        prepositions=words(
            "of to in on at by for from with without into onto over under about after before "
            "between through during against as than"
        ),
        conjunctions=words(
            "and or but nor so if because when while where who whom whose which what"
        ),
        verbal_words=words(
            "is are was were be been being am has have had do does did will would shall should "
            "can could may might must"
        ),
        adjective_ends=forms("al ous ive ful ic less able ible ary ent ant"),
        adverb_ends=forms("ly"),
        bare_determiners=words("the a an my your our their every"),
        sound_articles=pairs("a consonant an vowel"),
        unsure_sounds=forms("h u eu ew one once x"),
        passive_words=words("is are was were be been being got 's 're"),
        agent_words=words("by"),
        joining_words=words("and or , & nor"),
        deeds=named(
            """
            on: attack attacks assault assaults raid raids strike strikes bombing bombings shelling
            on: offensive offensives crackdown crackdowns ambush ambushes invasion aggression
            on: lawsuit lawsuits suit claim claims threat threats accusation accusations charges
            on: allegation allegations complaint complaints protest protests sanctions violence
            of: criticism condemnation murder murders killing killings assassination kidnapping
            of: abduction arrest arrests capture execution persecution bombardment conquest defeat
            of: abuse exploitation deception rejection praise
            """
        ),
        target_words=words("on against at upon"),
        comparing_words=words("than"),
        degree_words=words("more less fewer"),
        order_words=pairs("before left after right"),
        tenses=named(
            """
            future: will 'll won't
            duty: shall
            past: was were had did wasn't weren't hadn't didn't
            present: is are am does do isn't aren't doesn't don't 're
            perfect: has have hasn't haven't 've
            none: to would should could can may might must cannot 's 'd
            none: can't couldn't wouldn't shouldn't
            """
        ),
        past_ends=forms("ed"),
        present_ends=forms("s"),
        timeless_ends=forms("ing ness ss"),
        further_negations=words("nor neither"),
        dates=named(
            """
            month.1: january jan
            month.2: february feb
            month.3: march mar
            month.4: april apr
            month.5: may
            month.6: june jun
            month.7: july jul
            month.8: august aug
            month.9: september sep sept
            month.10: october oct
            month.11: november nov
            month.12: december dec
            weekday.1: monday mon mondays
            weekday.2: tuesday tue tues tuesdays
            weekday.3: wednesday wed wednesdays
            weekday.4: thursday thu thurs thursdays
            weekday.5: friday fri fridays
            weekday.6: saturday sat saturdays
            weekday.7: sunday sun sundays
            period.minute: minute minutes
            period.hour: hour hours hourly
            period.day: day days daily
            period.week: week weeks weekly
            period.month: month months monthly
            period.year: year years yearly annual annually
            period.decade: decade decades
            period.century: century centuries
            day.-1: yesterday
            day.0: today
            day.1: tomorrow
            half.am: a.m. am
            half.pm: p.m. pm
            part.morning: morning mornings
            part.noon: noon midday
            part.afternoon: afternoon afternoons
            part.evening: evening evenings
            part.night: night nights midnight
            season.1: spring
            season.2: summer summers
            season.3: autumn autumns fall
            season.4: winter winters
            """
        ),
        unlike_months=words("may march mar"),
        ability_words=words("could"),
        cues=named(
            """
            doubt: may might perhaps possibly maybe probably presumably reportedly allegedly
            doubt: apparently seemingly supposedly purportedly likely potentially arguably
            doubt: appears_to appear_to appeared_to seems_to seem_to seemed_to appears seems
            doubt: is_believed_to are_believed_to is_thought_to are_thought_to is_said_to
            doubt: are_said_to was_said_to were_said_to was_believed_to were_believed_to suspected
            doubt: would_have could_have should_have might_have may_have must_have thinks think
            doubt: thought believes believe believed assumes assume assumed guesses guess
            doubt: suspects suspect fears fear feared doubts doubt doubted doubtful unclear
            doubt: uncertain speculates speculate speculated estimates estimate estimated
            doubt: suggests suggest suggested alleges allege alleged could wonders wondered
            doubt: pretends pretend pretended worries worry worried implies imply implied
            doubt: evidence_that indications_that signs_that rumoured rumored tentative
            doubt: is_likely_to are_likely_to was_likely_to were_likely_to is_possible possible
            none: in_may may_day might_of
            plan: hopes hope hoped plans_to plan_to planned_to planning_to wants_to want_to
            plan: wanted_to wishes_to wish_to wished_to intends_to intend_to intended_to
            plan: tries_to try_to tried_to trying_to attempts_to attempt_to attempted_to
            plan: attempting_to seeks_to seek_to sought_to aims_to aim_to aimed_to expects_to
            plan: expect_to expected_to expects expect expected promises_to promise_to
            plan: promised_to agrees_to agree_to agreed_to prepares_to prepare_to prepared_to
            plan: proposes propose proposed predicts predict predicted vows_to vowed_to pledged_to
            plan: threatens_to threaten_to threatened_to
            refusal: refuses_to refuse_to refused_to declines_to decline_to declined_to forgets_to
            refusal: forget_to forgot_to forgotten_to neglects_to neglected_to fails_to fail_to
            refusal: failed_to ceases_to ceased_to stops_short_of stopped_short_of avoided
            limit: only solely merely exclusively at_least at_most no_more_than not_more_than
            limit: no_less_than up_to mainly mostly partly partially almost nearly virtually
            limit: largely primarily approximately roughly barely hardly scarcely up_to
            limit: sometimes often usually generally typically rarely seldom occasionally
            limit: most_of many_of some_of several_of few_of half_of unless temporarily
            limit: initially for_the_time_being so_far
            bare: just simply alone sole until except_for nothing_but nothing_more_than enough
            bare: as_a_rule in_most_cases in_general now_and_then from_time_to_time at_times
            bare: every_so_often nothing_else no_one_else little_more_than not_quite all_but
            bare: close_to in_the_main in_part in_places no_longer_than
            none: not_only most_of_all at_most_recent some_of_the_most
            report: say says said tell tells told claim claims claimed report reports reported
            report: announce announces announced stated_that added_that notes noted argue argues
            report: argued warn warns warned insist insists insisted explain explains explained
            report: according_to write writes wrote believe believes believed think thinks thought
            report: suggest suggests suggested assert asserts asserted allege alleges alleged
            report: maintain maintains maintained declare declares declared admit admits admitted
            report: acknowledge acknowledges acknowledged stress stressed emphasised emphasized
            report: reportedly allegedly statement spokesman spokeswoman spokesperson speaking
            report: replied replies remarked commented in_the_words_of quoted quoting
            report: conclude concludes concluded contend contends contended
            report: indicated indicates indicate revealed reveals
            none: no_doubt report_on the_report a_report
            """
        ),
        scales=named(
            """
            modality.1: may might could can possibly perhaps maybe
            modality.2: probably likely presumably
            modality.3: will shall certainly surely definitely undoubtedly
            modality.should: should ought
            modality.must: must
            report.1: suggest suggests suggested think thinks thought believe believes believed
            report.2: say says said state states stated note notes noted add adds added
            report.2: tell tells told
            report.3: claim claims claimed allege alleges alleged assert asserts asserted
            report.4: confirm confirms confirmed prove proves proved proven demonstrate demonstrates
            gender.he: he him his himself
            gender.she: she her hers herself
            quantifier.none: none
            quantifier.few: few rarely seldom
            quantifier.some: some several sometimes occasionally
            quantifier.many: many numerous often frequently
            quantifier.most: most mostly majority usually generally
            quantifier.all: all every each always everyone everybody everything entire whole
            quantifier.half: half
            quantifier.one: one
            quantifier.any: any anyone anybody
            quantifier.both: both
            evidence.1: evidence indication sign suggestion
            evidence.2: proof
            """
        ),
    ),
    greetings=phrases(
        "dear, dear all, hi, hi all, hi there, hi everyone, hello, hello all, hello there, hey, "
        "hey all, greetings, good morning, good afternoon, good evening, to whom it may concern"
    ),
    closings=phrases(
        "yours, yours sincerely, sincerely, sincerely yours, yours faithfully, faithfully yours, "
        "yours truly, truly yours, yours ever, yours always, yours respectfully, respectfully, "
        "respectfully yours, cordially, best, all the best, best wishes, best regards, kind "
        "regards, kindest regards, warm regards, warmest regards, warm wishes, with best wishes, "
        "with kind regards, with best regards, regards, cheers, love, much love, lots of love, "
        "with love, all my love, take care, thanks, many thanks, thanks again, thank you, thanks "
        "and regards, see you, see you soon, talk soon, speak soon, until soon, warmly, fondly, "
        "your friend"
    ),
)
