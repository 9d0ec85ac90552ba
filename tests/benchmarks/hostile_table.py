"""Texts that are no prose: the processor time and memory of comparing them, and how both grow.

    python tests/benchmarks/hostile_table.py [KILOBYTES]

Each shape is compared at half the size and at the whole size of both texts together (1,000 kB
unless told otherwise), each time in a process of its own. Time that grows with the length doubles:
`growth` is then about 2, and 4 where it grows with the square.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import chain, repeat
from pathlib import Path
from typing import Final, NamedTuple

SIZE_KB: Final = 1_000
# What no input of up to 1 MB may take.
MAX_SECONDS: Final = 20
MAX_MB: Final = 1_000
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"

Texts = tuple[str, str]

MEASURED: Final = """
import resource, sys, time
from facing_pages.core.compare import compare
from facing_pages.core.documents import read_document

start = time.process_time()
compare(read_document(sys.argv[1]), read_document(sys.argv[2]))
seconds = time.process_time() - start
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


class Measured(NamedTuple):
    """Seconds of processor time and megabytes at the peak, the program included."""

    seconds: float
    megabytes: int


def word(draw: random.Random) -> str:
    """Return a random word of 2 to 8 letters."""
    return "".join(draw.choices(LETTERS, k=draw.randint(2, 8)))


def marks(size: int) -> Texts:
    """One sentence of marks on each side."""
    draw = random.Random(1)
    return "".join(draw.choices(",;:-*#&()/", k=size)), "".join(draw.choices(",;:-*#&()/", k=size))


def numbers(size: int) -> Texts:
    """One sentence of numbers on each side."""
    draw = random.Random(2)
    first, second = (
        " ".join(str(draw.randrange(10**6)) for _ in range(size // 7)) for _ in range(2)
    )
    return first, second


def han(size: int) -> Texts:
    """Han characters without a stop, three bytes each."""
    draw = random.Random(3)
    first, second = (
        "".join(chr(draw.randrange(0x4E00, 0x9FA5)) for _ in range(size // 3)) for _ in range(2)
    )
    return first, second


def words(size: int) -> Texts:
    """One sentence of words in any order on each side, from a vocabulary of 5,000."""
    draw = random.Random(4)
    known = [word(draw) for _ in range(5_000)]
    first, second = (" ".join(draw.choices(known, k=size // 6)) for _ in range(2))
    return first, second


def edited(size: int) -> Texts:
    """One sentence of words on one side, and the same with every tenth changed on the other."""
    draw = random.Random(5)
    known = [word(draw) for _ in range(5_000)]
    first = draw.choices(known, k=size // 6)
    second = [draw.choice(known) if draw.random() < 0.1 else one for one in first]
    return " ".join(first), " ".join(second)


def shuffled(size: int) -> Texts:
    """One sentence of words that occur once; on the other side every eight in another order."""
    draw = random.Random(6)
    letters = str.maketrans("0123456789", LETTERS[:10])
    first = [f"w{number:06d}".translate(letters) for number in range(size // 8)]
    groups = [first[start : start + 8] for start in range(0, len(first), 8)]
    second = chain.from_iterable(draw.sample(group, len(group)) for group in groups)
    return " ".join(first), " ".join(second)


def phrases(size: int) -> Texts:
    """Paragraphs of twelve phrases, of the same forty on both sides."""
    draw = random.Random(7)
    known = [" ".join(word(draw) for _ in repeat(None, 6)) for _ in range(40)]
    count = size // 430
    first, second = (
        "\n\n".join(" ".join(draw.choices(known, k=12)) + "." for _ in range(count))
        for _ in range(2)
    )
    return first, second


def unpunctuated(size: int) -> Texts:
    """Paragraphs of 1,500 words in any order without a stop."""
    draw = random.Random(8)
    known = [word(draw) for _ in range(3_000)]
    first, second = (
        "\n\n".join(" ".join(draw.choices(known, k=1_500)) for _ in range(max(1, size // 9_000)))
        for _ in range(2)
    )
    return first, second


SHAPES: Final[tuple[Callable[[int], Texts], ...]] = (
    marks, numbers, han, words, edited, shuffled, phrases, unpunctuated,
)  # fmt: skip


def measure(texts: Texts) -> Measured:
    """Compare two texts in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("original.txt", "rewrite.txt")]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, "utf-8")
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, *map(str, files)],
            capture_output=True,
            text=True,
            check=True,
        )
    seconds, megabytes = done.stdout.split()
    return Measured(float(seconds), int(megabytes))


def main() -> None:
    """Print a line for each shape."""
    size = 1_000 * int(sys.argv[1]) if len(sys.argv) > 1 else 1_000 * SIZE_KB
    print(f"{'shape':14}{'CPU s, half':>12}{'CPU s':>8}{'growth':>8}{'MB':>6}")
    for shape in SHAPES:
        half, whole = measure(shape(size // 4)), measure(shape(size // 2))
        over = whole.seconds > MAX_SECONDS or whole.megabytes > MAX_MB
        print(
            f"{shape.__name__:14}{half.seconds:12.1f}{whole.seconds:8.1f}"
            f"{whole.seconds / half.seconds:8.1f}{whole.megabytes:6}{'  over' if over else ''}",
            flush=True,
        )


if __name__ == "__main__":
    main()
