"""What the program knows of Japanese."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, phrases, words

LANGUAGE: Final = Language(
    code="ja",
    name="Japanese",
    speech_ends=words(
        "言った 言う 言いました 云った いった 聞いた 訊いた 尋ねた 答えた 答えました 返した "
        "叫んだ 怒鳴った と笑った つぶやいた 呟いた ささやいた 囁いた"
    ),
    negations=words(
        "不 無 非 未 否 ない なかった なく ず ません "
        "いない いなかった いません しない しなかった しません"
    ),
    script=r"[\p{Hiragana}\p{Katakana}]",
    unspaced_letters=r"[\p{Han}\p{Hiragana}\p{Katakana}ー〆〇]",
    endings=words(
        "て た たら たり ちゃ ない なかっ なく なけれ なきゃ ず ます まし ませ ましょ ん う "
        "たい たく たかっ れ れる られ られる せ せる させ させる ば り ら"
    ),
    particles=words(
        "は が を に へ と も の や か ね よ な で から まで より だけ ほど など しか "
        "さえ こそ ので のに"
    ),
    soft_endings=words("で だ だら だり"),
    soft_stem_ends="んい",
    negative_endings=forms("ない なかった なかったら なくて なければ ません ませんでした ず"),
    greetings=phrases(
        "拝啓, 前略, 謹啓, こんにちは, こんばんは, おはようございます, 皆様, "
        "皆さん, 皆さま, 各位, 関係者各位, お世話になっております"
    ),
    closings=phrases(
        "敬具, 草々, 早々, 謹白, 以上, よろしくお願いします, "
        "よろしくお願いいたします, よろしくお願い致します, どうぞよろしくお願いいたします, "
        "ありがとうございます, それでは, ではまた"
    ),
)
