"""The fifteen kinds of input: undamaged examples, how they are damaged, how they are read."""

from __future__ import annotations

import email
import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facing_pages.command_line.batch import BatchError, pairs_of
from facing_pages.core.errors import FacingPagesError, ReadingError
from facing_pages.core.model import RepairKind, Role, Side, Span
from facing_pages.core.reading.choices import Part, ReadingChoices
from facing_pages.core.reading.files import from_bytes
from facing_pages.core.resources import sample_pair
from facing_pages.session.correction_store import CorrectionStore
from facing_pages.session.corrections import Bookmark, Corrections, Cut, LinkCorrection, Passage
from facing_pages.session.session_file import (
    SavedText,
    Session,
    SessionError,
    read_session,
    write_session,
)
from facing_pages.session.settings import RecentPair, Settings, SettingsFile
from tests.helpers.places import GOLDEN

from .mutators import archive, json_values, markup, message, pdf, plain, rich_text, table

READ, REFUSED, SET_ASIDE, EMPTY = "read", "refused", "set aside", "empty"
PAIR: Final = ("/texts/draft.txt", "/texts/edited.txt")

Mutate = Callable[[bytes, random.Random], bytes]


@dataclass(frozen=True)
class Kind:
    """A kind of input. `read` says what came of a file in a folder of its own."""

    name: str
    examples: Callable[[], list[tuple[str, bytes]]]
    mutate: Mutate
    read: Callable[[bytes, str, Path], str]

    def mutant(self, seed: int) -> tuple[str, bytes]:
        """Return the name and the content of a damaged file; the same for the same seed."""
        examples = self.examples()
        name, data = examples[seed % len(examples)]
        return name, self.mutate(data, random.Random(f"{self.name} {seed}"))


def _refused(error: FacingPagesError) -> str:
    return REFUSED if str(error).strip() else "crash: a refusal that says nothing"


# --- documents -------------------------------------------------------------------------------

MARKDOWN: Final = """---
title: Not shown
---
# The lamp

It was *dark* for [eleven years](https://example.org), and nobody **minded**[^1].

> A quotation
> > inside another, with `code` and ![a picture](lamp.png).

- one
  - two
    1. three

| Night | Light |
|-------|-------|
| 1     | none  |

<p align="center">Some <b>HTML</b>.</p>

```
verse
```

[^1]: A note.
[ref]: https://example.org "title"
"""
PAGE: Final = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The lamp</title>
<style>p { color: red }</style><script>if (a < b) { c("</p>") }</script></head><body>
<nav class="menu"><ul><li><a href="/">Home</a></li></ul></nav><main><article><h1>The lamp</h1>
<p>It was <em>dark</em> for <b>eleven&nbsp;years</b>, and nobody minded &mdash; at all.<br>So what.
<blockquote><p>A quotation.</p></blockquote><ol><li>one<li>two</ol><pre>verse
line</pre><table><tr><td>Night</td><td>1</td></tr></table><p hidden>No.</p><!-- no -->
</article></main><footer>Imprint</footer></body></html>
"""


def _golden(*endings: str) -> Callable[[], list[tuple[str, bytes]]]:
    def read() -> list[tuple[str, bytes]]:
        paths = sorted(path for path in (GOLDEN / "formats").iterdir() if path.suffix in endings)
        return [(path.name, path.read_bytes()) for path in paths]

    return read


def _pages() -> list[tuple[str, bytes]]:
    saved = email.message_from_bytes((GOLDEN / "formats" / "chromium.mhtml").read_bytes())
    found = [part for part in saved.walk() if part.get_content_type() == "text/html"]
    body = found[0].get_payload(decode=True)
    assert isinstance(body, bytes)
    return [("page.html", PAGE.encode()), ("saved.html", body)]


def _texts() -> list[tuple[str, bytes]]:
    whole = sample_pair()[0].read_bytes()
    wrapped = (
        b"It was dark for eleven years, and nobody\nminded at all; the harbour-\nmaster least.\n"
    )
    return [("text.txt", whole[:6_000]), ("wrapped.txt", wrapped * 30)]


def _subtitles() -> list[tuple[str, bytes]]:
    made = [(name, data[:4_000]) for name, data in _golden(".srt", ".vtt")()]
    tagged = (
        b"WEBVTT - lamp\n\nNOTE\nnot shown\n\nSTYLE\n::cue { color: red }\n\nfirst\n"
        b"00:01.000 --> 00:02.500 line:0 align:start\n<v Mary>It <i>was</i> {\\an8}dark\n"
        b"- for <00:02.000><c.x>years</c>,\n\n2\n00:03.000 --> 00:04.000\nand &amp; nobody\n"
    )
    return [*made, ("tagged.vtt", tagged)]


def _read_document(data: bytes, name: str, _: Path) -> str:
    try:
        document = from_bytes(data, name=name)
    except ReadingError as error:
        return _refused(error)
    return READ if document.text.strip() and document.paragraphs else EMPTY


# --- what the program keeps ------------------------------------------------------------------


def _choices() -> ReadingChoices:
    part = Part(Span(10, 200), "The harbour was quiet")
    kept = frozenset((RepairKind.MOJIBAKE, RepairKind.HYPHEN))
    return ReadingChoices("windows-1252", kept, part, frozenset((Role.NOTE,)), body_only=True)


def _corrections() -> Corrections:
    first = Passage(Span(0, 17), ("The lamp was lit.",))
    second = Passage(Span(18, 60), ("It was quiet.", "Nobody minded that it was so."))
    return Corrections(
        links=(LinkCorrection(first, second), LinkCorrection(second, None)),
        cuts=(Cut(Side.REWRITE, second, 5),),
        bookmarks=(Bookmark(Side.ORIGINAL, first),),
    )


def _written(write: Callable[[Path], object], suffix: str) -> bytes:
    """Return what the program itself writes into an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder))
        return next(Path(folder).rglob(f"*{suffix}")).read_bytes()


def _settings_files() -> list[tuple[str, bytes]]:
    pair = RecentPair(*PAIR, opened="2026-11-29", position=120, choices=(_choices(), _choices()))
    settings = Settings(keys={"undo": ("Ctrl+Z",)}, kinds=("reworded",), recent=(pair, pair))
    write = _written(lambda folder: SettingsFile(folder / "settings.json").save(settings), ".json")
    return [("settings.json", write)]


def _read_settings(data: bytes, name: str, folder: Path) -> str:
    path = folder / name
    path.write_bytes(data)
    file = SettingsFile(path)
    settings = file.load()
    was_set_aside = not path.exists()
    file.save(settings)
    SettingsFile(path).load()
    return SET_ASIDE if was_set_aside else READ


def _correction_files() -> list[tuple[str, bytes]]:
    def write(folder: Path) -> None:
        CorrectionStore(folder / "corrections").save(*PAIR, _corrections())

    return [("corrections.json", _written(write, ".json"))]


def _read_corrections(data: bytes, name: str, folder: Path) -> str:
    store = CorrectionStore(folder / "corrections")
    store.save(*PAIR, _corrections())
    path = next((folder / "corrections").rglob("*.json"))
    path.write_bytes(data)
    found = CorrectionStore(folder / "corrections").load(*PAIR)
    was_set_aside = not path.exists()
    CorrectionStore(folder / "corrections").save(*PAIR, found)
    return SET_ASIDE if was_set_aside else READ


def _session_files() -> list[tuple[str, bytes]]:
    text = "The lamp was lit. It was quiet. Nobody minded that it was so."
    session = Session(
        SavedText(PAIR[0], "draft.txt", text, _choices()),
        SavedText("", "pasted", text),
        _corrections(),
        Side.REWRITE,
        30,
    )
    data = _written(lambda folder: write_session(folder / "a.facing", session), ".facing")
    return [("a.facing", data)]


def _read_session(data: bytes, name: str, folder: Path) -> str:
    path = folder / name
    path.write_bytes(data)
    try:
        session = read_session(path)
    except SessionError as error:
        return _refused(error)
    write_session(folder / "again.facing", session)
    read_session(folder / "again.facing")
    return READ


def _lists() -> list[tuple[str, bytes]]:
    rows = "".join(f"{name}.txt,edited/{name}.txt\n" for name in ("one", "two", "drei", "vier"))
    return [
        ("pairs.csv", f"original,rewrite\n{rows}".encode()),
        ("short.csv", b"a,b\na.txt,b.txt\n"),
    ]


def _read_list(data: bytes, name: str, folder: Path) -> str:
    path = folder / name
    path.write_bytes(data)
    try:
        pairs_of([str(path)])
    except BatchError as error:
        return _refused(error)
    return READ


KINDS: Final = {
    kind.name: kind
    for kind in (
        Kind("txt", _texts, plain.mutate, _read_document),
        Kind("subtitles", _subtitles, plain.mutate, _read_document),
        Kind("md", lambda: [("a.md", MARKDOWN.encode())], plain.mutate, _read_document),
        Kind("html", _pages, markup.mutate, _read_document),
        Kind("mhtml", _golden(".mhtml"), message.mutate, _read_document),
        Kind("rtf", _golden(".rtf"), rich_text.mutate, _read_document),
        Kind("pdf", _golden(".pdf"), pdf.mutate, _read_document),
        Kind("odt", _golden(".odt"), archive.mutate, _read_document),
        Kind("fodt", _golden(".fodt"), markup.mutate, _read_document),
        Kind("epub", _golden(".epub"), archive.mutate, _read_document),
        Kind("docx", _golden(".docx"), archive.mutate, _read_document),
        Kind("settings", _settings_files, json_values.mutate, _read_settings),
        Kind("corrections", _correction_files, json_values.mutate, _read_corrections),
        Kind("sessions", _session_files, json_values.mutate, _read_session),
        Kind("batch lists", _lists, table.mutate, _read_list),
    )
}
