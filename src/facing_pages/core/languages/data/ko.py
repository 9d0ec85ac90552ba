"""What the program knows of Korean."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, phrases, words

LANGUAGE: Final = Language(
    code="ko",
    name="Korean",
    speech_ends=words(
        "말했다 말하였다 말한다 말했습니다 물었다 묻는다 물었습니다 대답했다 답했다 대답했습니다 "
        "외쳤다 소리쳤다 속삭였다 중얼거렸다"
    ),
    negations=words("안 못 아니 없이 없다 않다 않는다"),
    script=r"\p{Hangul}",
    particle_groups=tuple(
        words(group)
        for group in (
            "이 가 은 는 께서",
            "을 를",
            "과 와 하고 랑 이랑",
            "으로 로",
            "에게 한테 께",
            *"에 에서 에게서 한테서 부터 까지 의 도 만 보다 처럼 마다 조차 마저 밖에".split(),
        )
    ),
    greetings=phrases(
        "안녕하세요, 안녕, 여러분 안녕하세요, 안녕하십니까, 친애하는, 사랑하는, 존경하는"
    ),
    closings=phrases(
        "감사합니다, 고맙습니다, 안녕히 계세요, 안녕히 계십시오, 올림, 드림, 배상, "
        "건강하세요, 수고하세요"
    ),
)
