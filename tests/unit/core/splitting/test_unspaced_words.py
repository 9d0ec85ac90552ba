from __future__ import annotations

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from facing_pages.core.languages.registry import language_by_code
from facing_pages.core.model import Span
from facing_pages.core.splitting.unspaced_words import (
    MAX_CONTEXT,
    MAX_NUMBER_CHARACTERS,
    languages_by_script,
    word_bounds,
)
from facing_pages.core.splitting.words import split_words

PROSE = {
    "zh": "昨天夜里下了一场暴雨老王说他活了五百年从没见过这样的水村里的人都跑到桥上去看",
    "ja": "彼は駅まで走って行った雨が降っていなかったので傘は持っていなかったコーヒーを飲んだ",
    "th": "เมื่อคืนฝนตกหนักมากแม่น้ำจึงสูงขึ้นช้าชาวบ้านเดินไปดูที่สะพาน",
}


def words(text: str) -> str:
    return " ".join(span.of(text) for span in split_words(text, Span(0, len(text))))


@pytest.mark.parametrize(
    "expected",
    [
        "昨天 晚上 下 了 一 场 大雨 ， 河水 涨 得 很快 。",
        "昨天 夜里 下 了 一 场 暴雨 。",
        "昨天 夜裡 下 了 一 場 暴雨 。",
        "她 把 信 放在 桌子 上 ， 然后 轻轻 地 关上 了 门 。",
        "他 在 北京 大学 学习 中文 已经 三 年 了",
        "研究 生命 的 起源",
    ],
)
def test_chinese_is_cut_into_words(expected: str) -> None:
    assert words(expected.replace(" ", "")) == expected


@pytest.mark.parametrize("number", ["五十", "五百", "二零二四", "一百二十", "三十五"])
def test_a_number_in_chinese_characters_is_one_word(number: str) -> None:
    assert words(f"他等了{number}年") == f"他 等 了 {number} 年"


def test_a_number_of_many_characters_is_cut() -> None:
    longest = "一" * MAX_NUMBER_CHARACTERS
    assert words(longest) == longest
    assert max(map(len, words(longest + "一").split())) == MAX_NUMBER_CHARACTERS


@pytest.mark.parametrize(
    "expected",
    [
        "彼 は 駅 まで 歩いて 行った 。",
        "雨 が 降って いなかった ので 、 傘 は 持って いなかった 。",
        "「 遅かった ね 」 と 彼女 は 言った 。",
        "私 は コーヒー を 飲み ながら 新聞 を 読んで います 。",
        "食べたくない もの は 食べなくて も いい 。",
        "お金 が ない 。",
        "部屋 で 本 を 読んだ 。",
        "ファシングペイジズ を 使った 。",
    ],
)
def test_japanese_verbs_keep_their_endings_but_particles_stand_alone(expected: str) -> None:
    assert words(expected.replace(" ", "")) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "เมื่อวาน ฝนตก หนัก มาก",
        "เมื่อคืน ฝนตก หนัก มาก",
        "แม่น้ำ จึง สูง ขึ้น เร็ว",
        "ชาวบ้าน เดิน ไป ดู ที่ สะพาน",
        "ชาวประมง เฒ่า ไม่ เชื่อ ว่า จะ มี พายุ",
    ],
)
def test_thai_is_cut_into_words(expected: str) -> None:
    assert words(expected.replace(" ", "")) == expected


def test_han_characters_are_japanese_where_kana_are_near() -> None:
    for distance, language in ((MAX_CONTEXT, "ja"), (MAX_CONTEXT + 1, "zh")):
        text = "東京都" + "。" * (distance - 1) + "は"
        assert languages_by_script(text, Span(0, 3))[0] is language_by_code(language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ເຈົ້າໄປໃສ", "ເຈົ້າ ໄປ ໃສ"),
        ("ស្រឡាញ់", "ស្រ ឡា ញ់"),
        ("မြန်မာစာကောင်းတယ်", "မြန် မာ စာ ကောင်း တယ်"),
    ],
)
def test_scripts_without_a_list_are_cut_into_syllables(text: str, expected: str) -> None:
    assert words(text) == expected


@given(st.text("กขคงเแโใไาำะิีึืุู่้๊์ๆກຂເແາຳິ່កខ្េាមြ်င္း灯台はがパガ゙ーッー々五百", max_size=30))
def test_every_letter_is_in_one_word_and_no_sign_is_cut_from_its_letter(text: str) -> None:
    text = f"ก{text}"
    spans = split_words(text, Span(0, len(text)))
    assert "".join(span.of(text) for span in spans) == text
    assert all(before.end == span.start for before, span in pairwise(spans))
    clusters = {found.end() for found in regex.finditer(r"\X", text)}
    assert {span.end for span in spans} <= clusters


@pytest.mark.parametrize("code", PROSE)
@given(data=st.data())
def test_a_part_between_two_words_is_cut_as_it_is_in_the_whole(
    code: str, data: st.DataObject
) -> None:
    run = PROSE[code]
    whole = word_bounds(run, [language_by_code(code)])
    first = data.draw(st.integers(0, len(whole) - 2))
    last = data.draw(st.integers(first + 1, len(whole) - 1))
    part = word_bounds(run[whole[first] : whole[last]], [language_by_code(code)])
    assert [whole[first] + bound for bound in part] == list(whole[first : last + 1])
