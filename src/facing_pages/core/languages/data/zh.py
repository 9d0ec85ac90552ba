"""What the program knows of Chinese."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, phrases, words

LANGUAGE: Final = Language(
    code="zh",
    name="Chinese",
    speech_ends=words(
        "说 說 说道 說道 问 問 问道 問道 道 答 回答 答道 喊 喊道 叫 叫道 笑道 叹道 嘆道"
    ),
    negations=words(
        "不 没 沒 无 無 非 未 别 別 勿 不是 没有 沒有 不能 不会 不會 不要 不想 不可 "
        "不必 不用 不该 不該 不应 不應 不得 不许 不許 不准 不敢 不肯 不愿 不願 不知 不再 "
        "并非 並非 并不 並不 从不 從不 从没 從沒 毫无 毫無 绝不 絕不 未曾 尚未 并未 並未"
    ),
    weighty_words=words("只 仅 僅 只有 只能 仅仅 僅僅 如果 除非 必须 必須 可能 可以"),
    script=r"\p{Han}",
    unspaced_letters=r"[\p{Han}〇]",
    is_simplified=True,
    greetings=phrases(
        "亲爱的, 親愛的, 尊敬的, 你好, 您好, 大家好, 各位好, 各位同事, 各位, "
        "亲爱的朋友们, 親愛的朋友們, 尊敬的先生, 尊敬的女士, 敬启者, 敬啟者"
    ),
    closings=phrases(
        "此致, 敬礼, 敬禮, 此致敬礼, 此致敬禮, 祝好, 顺祝商祺, 順祝商祺, "
        "祝您健康, 祝你健康, 祝工作顺利, 祝工作順利, 谢谢, 謝謝, 敬上, 谨上, "
        "謹上, 谨启, 謹啟, 你的朋友, 爱你的"
    ),
)
