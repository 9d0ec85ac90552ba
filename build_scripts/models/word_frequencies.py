"""Make the tables of word frequencies in `resources/frequencies` from the data of wordfreq.

    python build_scripts/models/word_frequencies.py

Line n of a table holds the words whose share among all words of the language is 10 ** (-n / 20).
The data is under CC BY-SA 4.0; `resources/frequencies/LICENCE.md` says whose work it is.
"""

from __future__ import annotations

import gzip

import msgpack
from sources import RESOURCES, WORDFREQ, opened

LANGUAGES = ("ar bg ca cs da de el en es fa fi fr he hu it ko nb nl pl pt ro ru sv tr uk").split()
MOST_WORDS = 30_000
CENTIBELS_IN_A_LINE = 5


def main() -> None:
    """Write all tables."""
    folder = RESOURCES / "frequencies"
    folder.mkdir(exist_ok=True)
    with opened(WORDFREQ) as wheel:
        for language in LANGUAGES:
            packed = wheel.read(f"wordfreq/data/small_{language}.msgpack.gz")
            buckets = msgpack.unpackb(gzip.decompress(packed), raw=False)[1:]
            table = gzip.compress(as_text(buckets).encode("utf-8"), compresslevel=9, mtime=0)
            (folder / f"{language}.txt.gz").write_bytes(table)
            print(f"{language}: {len(table):,} bytes")


def as_text(buckets: list[list[str]]) -> str:
    """Return the table of words by centibel below 1 as text."""
    lines: list[list[str]] = []
    written = 0
    for centibel, words in enumerate(buckets):
        number = centibel // CENTIBELS_IN_A_LINE
        lines += [[] for _ in range(number + 1 - len(lines))]
        for word in words:
            if written < MOST_WORDS and word and not any(map(str.isspace, word)):
                lines[number].append(word.casefold())
                written += 1
    return "\n".join(" ".join(line) for line in lines).rstrip("\n")


if __name__ == "__main__":
    main()
