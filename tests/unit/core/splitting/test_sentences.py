from __future__ import annotations

import pytest

from facing_pages.core.splitting.sentences import sentence_spans


def sentences(text: str, language: str = "en") -> list[str]:
    return [span.of(text) for span in sentence_spans(text, language=language)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gen. Mark Hale met Dr. Ines Calloway at 5 p.m. in Hale. They said nothing.", 2),
        ("The U.S.-backed plan cost 3.5 million. It failed.", 2),
        ("J. R. Quill and A. Hale climbed up. It was dark.", 2),
        ("He waited… and waited... and left. Nobody came.", 2),
        ("“It moved. Stars don’t do that.” She left.", 3),
        ("“It moved,” she said. “Stars don’t.”", 2),
        ("Officials say so. . Nothing more.", 2),
        ("They act, or send missiles. ” The end came.", 2),
        ("Is it far? An hour! And back?", 3),
        ("(It was closed.) The key was gone.", 2),
        ("What the engineers found", 1),
    ],
)
def test_sentences_are_counted_as_a_reader_would(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He gave it to me. I went.", "en"),
        ("“No. I would not,” she said.", "en"),
        ("She was taller than I. Nobody saw it.", "en"),
        ("They ate the figs. And then they slept.", "en"),
        ("Sie sah mich. Hans ging.", "de"),
        ("Es war ein Fang dieser Art. Niemand sah ihn.", "de"),
        ("Dijo que no. Juan salió.", "es"),
        ("Disse che era mio e di te. Giovanni uscì.", "it"),
        ("Hij gaf haar de hand. Jan ging.", "nl"),
        ("Han såg det. Johan gick.", "sv"),
        ("Он поверил им. Анна молчала.", "ru"),
        ("Dał im. Anna milczała.", "pl"),
    ],
)
def test_an_ordinary_word_that_is_also_an_abbreviation_ends_a_sentence(
    text: str, language: str
) -> None:
    assert len(sentences(text, language)) == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("See art. II of vol. IV, and no. 5 there.", "en"),
        ("John I. Smith saw Fig. A and fig. [3].", "en"),
        ("Das steht in Art. 5 der Satzung.", "de"),
        ("Der 1. FC siegte am 3. Oktober im 19. Jahrhundert.", "de"),
        ("Le roi est cité au vol. III de la suite.", "fr"),
        ("Vedi pag. 5, n. 7 e art. 3.", "it"),
    ],
)
def test_an_abbreviation_before_a_number_ends_no_sentence(text: str, language: str) -> None:
    assert len(sentences(text, language)) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("M. Duval et Mme. Perrin y vont, p. ex. Le soir.", "fr"),
        ("Hon bor t.ex. Nära sjön.", "sv"),
        ("To np. Anna, tj. Jan i ks. Lis.", "pl"),
        ("Это, напр. Анна и г-н. Петров.", "ru"),
        ("Dat is mevr. De Wit, d.w.z. Anna.", "nl"),
    ],
)
def test_a_title_or_a_short_form_before_an_example_ends_no_sentence(
    text: str, language: str
) -> None:
    assert len(sentences(text, language)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他放下了笔。“你来晚了。”她说。", ["他放下了笔。", "“你来晚了。”她说。"]),
        (
            "彼は言った。「遅いよ。」彼女は笑った。",
            ["彼は言った。", "「遅いよ。」", "彼女は笑った。"],
        ),
        ("雨停了！《灯塔》卖完了。", ["雨停了！", "《灯塔》卖完了。"]),
    ],
)
def test_where_no_spaces_are_set_a_mark_behind_a_stop_opens(text: str, expected: list[str]) -> None:
    assert sentences(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Пора?” — спросил он. Дождь.", ["“Пора?” — спросил он.", "Дождь."]),
        ("„Schon?“ – fragte er. Es regnete.", ["„Schon?“ – fragte er.", "Es regnete."]),
        ("“¿Ya?” — Era tarde.", ["“¿Ya?”", "— Era tarde."]),
    ],
)
def test_no_sentence_starts_with_a_small_letter_behind_a_dash(
    text: str, expected: list[str]
) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("“再来。”“好。”他说。", "zh", ["“再来。”", "“好。”他说。"]),
        ("他問：「去嗎？」「去。」「好。」", "zh", ["他問：「去嗎？」", "「去。」", "「好。」"]),
        ("『誰？』『俺だ。』と言った。", "ja", ["『誰？』", "『俺だ。』と言った。"]),
        ("「『雨』と言った。」「そう。」", "ja", ["「『雨』と言った。」", "「そう。」"]),
        ("“他说‘走。’”“好。”", "zh", ["“他说‘走。’”", "“好。”"]),
        ("「待て！」（叫んだ。）「なぜ？」", "ja", ["「待て！」", "（叫んだ。）", "「なぜ？」"]),
        ("《雨。》“下了。”", "zh", ["《雨。》", "“下了。”"]),
        ("“我……”“你——”“好。”", "zh", ["“我……”", "“你——”", "“好。”"]),
        ('"走。""好。"他说。"再见。"', "zh", ['"走。"', '"好。"他说。', '"再见。"']),
        ("＂走。＂＂好。＂", "zh", ["＂走。＂", "＂好。＂"]),
        ("“Stop.”“Go.”", "en", ["“Stop.”", "“Go.”"]),
        ("「春」「夏」が好き。", "ja", ["「春」「夏」が好き。"]),
        ("这是“好”“坏”之分。", "zh", ["这是“好”“坏”之分。"]),
        ("Er sagte: „Ich hörte ‚nein.‘“", "de", ["Er sagte: „Ich hörte ‚nein.‘“"]),
    ],
)
def test_a_speech_behind_another_without_a_space_begins_with_its_mark(
    text: str, language: str, expected: list[str]
) -> None:
    assert sentences(text, language) == expected


def test_the_sign_of_a_note_stays_with_its_sentence() -> None:
    assert sentences("It ended.¹ Then it rained.† He left.") == [
        "It ended.¹",
        "Then it rained.†",
        "He left.",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He left the U.S. Nobody called him.", 2),
        ("He left the U.S. The storm came.", 2),
        ("The U.S. May elections were lost.", 1),
        ("The U.S. Army called him.", 1),
        ("Add approx. 5 kg of salt.", 1),
    ],
)
def test_initials_end_a_sentence_before_a_small_word(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_quotations_inside_quotations_are_cut_into_sentences() -> None:
    text = "“ ‘ “What message? I will cast you off.” So he said.’ ” He left."
    assert len(sentences(text)) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: _Stop!_ Then he left.", ["He said: _Stop!_", "Then he left."]),
        (
            '"_Go!_" she cried. **Now!** They went.',
            ['"_Go!_" she cried.', "**Now!**", "They went."],
        ),
        ("Do _you?_ _I_ do not.", ["Do _you?_", "_I_ do not."]),
        ("(_Why?_) He left. *Never?* Well.", ["(_Why?_)", "He left.", "*Never?*", "Well."]),
        ("2 * 3 is six. Ask my_file. * Then go.", ["2 * 3 is six.", "Ask my_file.", "* Then go."]),
    ],
)
def test_marks_of_emphasis_stay_with_their_words(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Cut the bread. Serve it.", ["1. Cut the bread.", "Serve it."]),
        ("1. Cut it. 2. Eat it.", ["1. Cut it.", "2. Eat it."]),
        ("IV. The storm came.", ["IV. The storm came."]),
        ("1.2. The rest.", ["1.2. The rest."]),
        ("12.", ["12."]),
        ("How many came? 5. Then he left.", ["How many came?", "5.", "Then he left."]),
        ("1912. The war came.", ["1912.", "The war came."]),
    ],
)
def test_a_number_in_a_list_stays_with_what_it_numbers(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_full_stop_before_a_small_letter_is_no_end() -> None:
    assert len(sentences("The Taliban. takeover of the country. It ended.")) == 2


def test_closing_marks_stay_and_opening_marks_go_with_their_sentence() -> None:
    assert sentences('He said "go." "Why?" she asked.') == ['He said "go."', '"Why?" she asked.']
    assert sentences("„Geh.“ „Warum?“ Er ging.", "de") == ["„Geh.“", "„Warum?“", "Er ging."]


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("灯台は岬に立っている。誰も知らない。", "ja", 2),
        ("灯塔很旧。没有人知道是谁建的！", "zh", 2),
        ("المنارة قديمة. لا أحد يعرف من بناها؟ نعم.", "ar", 3),
        ("दीपघर पुराना है। किसी को नहीं पता।", "hi", 2),
        ("Маяк стоит на мысу. Никто не знает, кто его построил.", "ru", 2),
        ("Der Turm ist z. B. 30 m hoch. Er steht am Kap.", "de", 2),
    ],
)
def test_other_languages_come_out_reasonably(text: str, language: str, count: int) -> None:
    assert len(sentences(text, language)) == count


@pytest.mark.parametrize("text", ["B\u00a0.", "A\u3000. B\u2028. C", "“" * 300 + " No end.", ""])
def test_odd_text_neither_fails_nor_loses_anything(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "sign",
    [
        "¹",
        "¹²",
        "*",
        "†",
        "[12]",
        "[^1]",
        "[^note]",
        "(3)",
        "«¹»",
        "[a]",
        "[1][2]",
        "[1, 2]",
        "[1–3]",
    ],
)
@pytest.mark.parametrize("end", [".", "!", ".”"])
def test_the_sign_of_a_note_stays_with_the_sentence_before_it(end: str, sign: str) -> None:
    opening = "“" if end.endswith("”") else ""
    first = f"{opening}The ferry ran in May{end}{sign}"
    assert sentences(f"{first} It carried coal.") == [first, "It carried coal."]


def test_a_number_with_a_space_before_it_is_no_sign_of_a_note() -> None:
    assert sentences("It ended. (3) Then it rained.") == ["It ended.", "(3) Then it rained."]


@pytest.mark.parametrize("mark", ["(2)", "(a)", "(iii)", "•", "2)", "2.", "a)"])
def test_a_paragraph_that_begins_as_an_item_is_split(mark: str) -> None:
    text = f"{mark} The boat came. It left. “Depot”"
    assert sentences(text) == [f"{mark} The boat came.", "It left.", "“Depot”"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They sold pears, figs, etc. They left.", "en"),
        ("He came at 5 p.m. Nobody saw him.", "en"),
        ("She works at Hale Inc. The pay is good.", "en"),
        ("They live on Main St. Nobody minds.", "en"),
        ("Er kaufte Äpfel usw. Das war alles.", "de"),
        ("Il vendit des poires, etc. Elle partit.", "fr"),
        ("Он купил яблоки и т. д. Они ушли.", "ru"),
        ("Kupił gruszki itp. Nie wrócił.", "pl"),
    ],
)
def test_a_form_that_may_close_ends_a_sentence_before_a_small_word(
    text: str, language: str
) -> None:
    assert len(sentences(text, language)) == 2


def test_a_form_that_may_close_ends_no_sentence_before_a_name() -> None:
    assert len(sentences("They went to St. Olaf with Smith Jr. Hale and all.")) == 1


@pytest.mark.parametrize("sign", ["*", "¹", "[1]", "(1)"])
def test_thousands_of_signs_behind_a_stop_are_read_at_once(sign: str) -> None:
    assert sentences(f"He came.{sign * 5_000}bold word. She left.")[-1] == "She left."
