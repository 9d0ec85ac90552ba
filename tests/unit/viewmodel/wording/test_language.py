"""Every sentence of the window in every language."""

from __future__ import annotations

import ast
import importlib.util
import re
import string
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from facing_pages.viewmodel.wording.language import (
    CATALOG_LANGUAGES,
    number,
    plural,
    tr,
    use_language,
)
from tests.helpers.places import CHECKOUT, SOURCE

OTHERS = [code for code in CATALOG_LANGUAGES if code != "en"]


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    path = CHECKOUT / "build_scripts" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    use_language("en")


def catalog_path(translations: ModuleType, code: str) -> Path:
    path: Path = translations.FOLDER / code / "LC_MESSAGES" / f"{translations.DOMAIN}.po"
    return path


# Names keep their capitals, and formats the names that others gave them.
NAMES = frozenset({"Facing", "Pages", "Europe", "Macs", "Office"})
FORMATS = frozenset({"Rich Text"})


def capitals_inside(label: str) -> list[str]:
    """Return the words after the first that begin with a capital and are no names."""
    words = re.findall(r"[^\W\d]+", label.replace("&", ""))
    return [word for word in words[1:] if re.fullmatch("[A-Z][a-z]+", word) and word not in NAMES]


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("&Next change", []),
        ("Next Book&mark", ["Bookmark"]),
        ("&About Facing Pages", []),
        ("S&top Comparing…", ["Comparing"]),
    ],
)
def test_capitals_inside_a_label_are_found(label: str, wanted: list[str]) -> None:
    assert capitals_inside(label) == wanted


def test_menus_and_buttons_have_one_capitalisation(translations: ModuleType) -> None:
    messages = [message.id for message in translations.gathered() if message.id]
    texts = [text for text in messages if isinstance(text, str) and text not in FORMATS]
    labels = [text for text in texts if len(text) < 60 and not re.search(r"[.!?:;{(▸“]", text)]
    assert len(labels) > 300
    assert {label: found for label in labels if (found := capitals_inside(label))} == {}


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", OTHERS)
def test_no_sentence_is_missing_and_none_is_left_over(translations: ModuleType, code: str) -> None:
    known = translations.read(catalog_path(translations, code))
    wanted = {message.id for message in translations.gathered() if message.id}
    there = {message.id for message in known if message.id}
    assert wanted - there == set()
    assert there - wanted == set()
    for message in known:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(forms), message.id
        assert not message.fuzzy or not message.id, message.id


@pytest.mark.parametrize("code", OTHERS)
def test_translations_have_the_same_names_and_key_signs(
    translations: ModuleType, code: str
) -> None:
    for message in translations.read(catalog_path(translations, code)):
        if not message.id:
            continue
        originals = message.id if isinstance(message.id, tuple) else (message.id,)
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        for form in forms:
            assert names_in(form) == names_in(originals[0]), form
            signs = [len(re.findall(r"&\w", text)) for text in (form, originals[0])]
            assert signs[0] <= signs[1] <= 1, form


@pytest.mark.parametrize("code", OTHERS)
def test_catalogs_are_compiled(translations: ModuleType, code: str) -> None:
    path = catalog_path(translations, code)
    assert path.with_suffix(".mo").read_bytes() == translations.compiled(translations.read(path))


def test_no_sentence_hides_inside_another_string() -> None:
    """What stands in an f-string is not found when sentences are gathered."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.JoinedStr):
                continue
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                    is_said = call.func.id in ("tr", "plural") and call.args
                    assert not (is_said and isinstance(call.args[0], ast.Constant)), path


def test_german_has_its_own_plurals_and_digits() -> None:
    use_language("de")
    assert tr("Changes ({count})", count=number(12345)) == "Änderungen (12.345)"
    said = [plural("{count} sentence", "{count} sentences", count) for count in (1, 1200)]
    assert said == ["1 Satz", "1.200 Sätze"]


def test_an_unknown_language_is_english() -> None:
    use_language("xx")
    assert tr("not found") == "not found"
