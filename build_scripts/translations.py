"""Keep the catalogs of the window's languages in step with the program.

    translations.py update     gather all sentences and merge them into every catalog
    translations.py compile    turn the catalogs into the files the program reads

A test fails while a sentence is missing, doubtful, or not compiled. Sentences are found as the
first argument of `tr` and `N_` and the first two of `plural` and `plural_forms`.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

CHECKOUT = Path(__file__).resolve().parent.parent
SOURCE = CHECKOUT / "src" / "facing_pages"
FOLDER = CHECKOUT / "resources" / "translations"
DOMAIN = "facing-pages"
KEYWORDS = {"tr": None, "N_": None, "plural": (1, 2), "plural_forms": (1, 2)}


def main(arguments: list[str]) -> int:
    """Do what the argument names; return the exit status."""
    if arguments == ["update"]:
        for path in catalogs():
            update(path)
    elif arguments == ["compile"]:
        for path in catalogs():
            path.with_suffix(".mo").write_bytes(compiled(read(path)))
    else:
        print(__doc__)
        return 2
    return 0


def catalogs() -> Iterator[Path]:
    """Give the catalog of each language."""
    yield from sorted(FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def gathered() -> Catalog:
    """Return all sentences of the program."""
    catalog = Catalog(project="Facing Pages", charset="utf-8")
    found = extract_from_dir(SOURCE, keywords=KEYWORDS, method_map=[("**.py", "python")])
    for file, _, message, comments, context in found:
        catalog.add(message, None, [(file, 0)], auto_comments=comments, context=context)
    return catalog


def read(path: Path) -> Catalog:
    """Return the catalog in a file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def update(path: Path) -> None:
    """Merge the sentences of the program into a catalog; those no longer used are dropped."""
    catalog = read(path)
    catalog.update(gathered(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    with path.open("wb") as file:
        write_po(file, catalog, width=100, sort_output=True, no_location=True, omit_header=False)


def compiled(catalog: Catalog) -> bytes:
    """Return a catalog as the program reads it."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
