"""Make the tables of word frequencies in `resources/frequencies` from published word lists.

    python build_scripts/models/word_frequencies.py

Line n of a table holds the words whose share among all words of the language is 10 ** (-n / 20).
`resources/frequencies/LICENCE.md` says whose work the lists are. Chinese, Japanese and Thai are cut
into words by their tables as well, so these hold no word that is made of several.
"""

from __future__ import annotations

import gzip
import math
import re
from collections.abc import Iterable, Iterator

import msgpack
from sources import PYTHAINLP, RESOURCES, WORDFREQ, opened

FOLDER = RESOURCES / "frequencies"
LANGUAGES = (
    "ar bg ca cs da de el en es fa fi fr he hu it ja ko nb nl pl pt ro ru sv tr uk"
).split()
MOST_WORDS = 30_000
# Rarer Chinese words in the list are mostly two words: 大水, 昨天晚上. By judgement.
MOST_CHINESE_WORDS = 20_000
CENTIBELS_IN_A_LINE = 5
# The line of Thai words that the corpus does not have: it is cut into shorter words than those of
# the dictionary. And the last one for those it has. By judgement.
UNCOUNTED_LINE = 100
LAST_LINE = 120

# What is counted behind a Chinese number is a word of its own.
_NUMBER = "[一二三四五六七八九十百千万亿两几半第]+"
_COUNTED = "[年月日天个次位人岁名条只本件点分秒块元层号周场家种座章节句米步]|公里|小时|分钟|星期"
_CHINESE_COUNT = re.compile(f"{_NUMBER}(?:{_COUNTED})+|[一二三四五六七八九十百千万亿两]{{2,}}")
_IS_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_IS_THAI = re.compile(r"[\u0e01-\u0e4e]+")

Lines = list[list[str]]


def main() -> None:
    """Write all tables."""
    FOLDER.mkdir(exist_ok=True)
    with opened(WORDFREQ) as wheel:
        for language in LANGUAGES:
            buckets = _buckets(wheel.read(f"wordfreq/data/small_{language}.msgpack.gz"))
            _write(language, _lines(buckets))
        chinese = _lines(_buckets(wheel.read("wordfreq/data/small_zh.msgpack.gz")))
        _write("zh", _single_words(chinese))
        packed = wheel.read("wordfreq/data/_chinese_mapping.msgpack.gz")
        simplified = msgpack.unpackb(gzip.decompress(packed), raw=False, strict_map_key=False)
        _write("zh-simplified", [[chr(old) + new] for old, new in sorted(simplified.items())])
    with opened(PYTHAINLP) as wheel:
        counts = wheel.read("pythainlp/corpus/tnc_freq.txt").decode("utf-8-sig")
        listed = wheel.read("pythainlp/corpus/words_th.txt").decode("utf-8-sig")
        _write("th", _thai(counts.splitlines(), set(listed.split("\n"))))


def _buckets(packed: bytes) -> list[list[str]]:
    """Return the words of a list of wordfreq by centibel below 1."""
    buckets: list[list[str]] = msgpack.unpackb(gzip.decompress(packed), raw=False)[1:]
    return buckets


def _lines(buckets: list[list[str]]) -> Lines:
    """Return the commonest words, those of several centibels in one line."""
    lines: Lines = []
    written = 0
    for centibel, words in enumerate(buckets):
        number = centibel // CENTIBELS_IN_A_LINE
        lines += [[] for _ in range(number + 1 - len(lines))]
        for word in words:
            if written < MOST_WORDS and word and not any(map(str.isspace, word)):
                lines[number].append(word.casefold())
                written += 1
    return lines


def _single_words(lines: Lines) -> Lines:
    """Return the Chinese words that are not made of several words of two characters or more."""
    ranked = [word for line in lines for word in line if _IS_CHINESE.fullmatch(word)]
    listed = set(ranked[:MOST_CHINESE_WORDS])
    kept = {word for word in listed if not _CHINESE_COUNT.fullmatch(word)}
    kept = {word for word in kept if not any(_halves(word, kept))}
    return [[word for word in line if word in kept] for line in lines]


def _halves(word: str, listed: set[str]) -> Iterator[bool]:
    """Yield for each place to cut a word whether both parts are words of two characters or more."""
    for place in range(2, len(word) - 1):
        yield word[:place] in listed and word[place:] in listed


def _thai(counts: Iterable[str], listed: set[str]) -> Lines:
    """Return the words of a dictionary by how often a corpus has them."""
    found = {
        word: int(count)
        for word, _, count in (line.rpartition("\t") for line in counts)
        if word in listed and _IS_THAI.fullmatch(word)
    }
    total = sum(found.values())
    lines: Lines = [[] for _ in range(LAST_LINE + 1)]
    for word in sorted(listed):
        if _IS_THAI.fullmatch(word):
            number = UNCOUNTED_LINE
            if word in found:
                number = min(round(-20 * math.log10(found[word] / total)), LAST_LINE)
            lines[number].append(word)
    return lines


def _write(name: str, lines: Lines) -> None:
    text = "\n".join(" ".join(line) for line in lines).rstrip("\n")
    table = gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)
    (FOLDER / f"{name}.txt.gz").write_bytes(table)
    print(f"{name}: {len(table):,} bytes")


if __name__ == "__main__":
    main()
