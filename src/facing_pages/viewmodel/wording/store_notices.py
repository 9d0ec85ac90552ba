"""What the bars say about settings and corrections that cannot be read, kept or used."""

from __future__ import annotations

from pathlib import Path

from facing_pages.session.json_file import Damage
from facing_pages.viewmodel.wording.language import number, plural, tr
from facing_pages.viewmodel.wording.notice import Action, Notice


def damaged_settings_notice(damage: Damage) -> Notice:
    """Return the notice that the settings, or some of them, were invalid."""
    if not damage.wrong:
        assert damage.copy is not None, "what cannot be set aside is not replaced"
        text = tr(
            "The settings were damaged, so the defaults are used. The damaged file was "
            "kept as {name}.",
            name=damage.copy.name,
        )
        return Notice("settings", text, is_lasting=True)
    names = ", ".join(dict.fromkeys(place.split("[")[0] for place in damage.wrong))
    text = tr("Some settings were invalid ({names}); the defaults are used for these.", names=names)
    return Notice("settings", _with_copy(text, damage), is_lasting=True)


def unreadable_settings_notice(path: Path, reason: str) -> Notice:
    """Say that the settings cannot be read now; they are not touched."""
    text = tr(
        "Unable to read the settings in {file}: {reason}. The defaults are used. "
        "The file stays as it is; your changes are added once it can be read.",
        file=path,
        reason=reason,
    )
    return Notice("unreadable settings", text, is_problem=True, is_lasting=True)


def unsaved_settings_notice(path: Path, error: OSError) -> Notice:
    """Say that the settings cannot be written now."""
    text = tr(
        "The settings could not be saved in {folder}: {reason}. They apply until "
        "the program ends and are saved as soon as that is possible. Free some "
        "space there, or allow writing.",
        folder=path.parent,
        reason=error.strerror or str(error),
    )
    return Notice("unsaved settings", text, is_problem=True, is_lasting=True)


def damaged_corrections_notice(damage: Damage, kept: int) -> Notice:
    """Return the notice that corrections of the pair were invalid; the other `kept` are used."""
    copy = damage.copy
    if not damage.wrong:
        assert copy is not None, "what cannot be set aside is not replaced"
        text = tr(
            "The corrections of this pair were damaged and cannot be used. "
            "The damaged file was kept as {file}.",
            file=copy,
        )
        return Notice("damaged corrections", text, is_problem=True)
    text = _with_copy(wrong_corrections(len(damage.wrong), kept), damage)
    return Notice("damaged corrections", text, is_problem=True)


def wrong_corrections(wrong: int, kept: int) -> str:
    """Return the sentence that some of all corrections were invalid."""
    return plural(
        "Left out as invalid: {wrong} of {count} correction. The others are used.",
        "Left out as invalid: {wrong} of {count} corrections. The others are used.",
        wrong + kept,
        wrong=number(wrong),
    )


def unreadable_corrections_notice(reason: str) -> Notice:
    """Say that the corrections of the pair cannot be read now; they are not touched."""
    text = tr(
        "Unable to read your earlier corrections of this pair: {reason}. "
        "They stay as they are; open the pair again once they can be read.",
        reason=reason,
    )
    return Notice("damaged corrections", text, (Action.TRY_AGAIN,), is_problem=True)


def unsaved_corrections_notice(folder: Path, error: OSError) -> Notice:
    """Say that corrections cannot be written now."""
    text = tr(
        "Unable to save your corrections in {folder}: {reason}. They apply until "
        "the program ends and are saved as soon as that is possible. Free some "
        "space there, allow writing, or save a session elsewhere.",
        folder=folder,
        reason=error.strerror or str(error),
    )
    return Notice("corrections", text, (Action.SAVE_ELSEWHERE,), is_problem=True)


def taken_over_notice(
    count: int, names: tuple[str, str] | None, own_names: tuple[str, str]
) -> Notice:
    """Say that corrections of another pair that says the same are used.

    Without a count it is bookmarks, and findings that were set aside.

    `names` are those of the other pair, None if they are not known.
    """
    if names is None:
        pair = tr("an earlier pair")
    elif names == own_names:
        pair = tr("a pair of the same names in another folder")
    else:
        pair = " ↔ ".join(names)
    if count:
        text = plural(
            "{count} correction was taken over from {pair}.",
            "{count} corrections were taken over from {pair}.",
            count,
            pair=pair,
        )
    else:
        text = tr("What you had marked was taken over from {pair}.", pair=pair)
    return Notice("taken over", text)


def _with_copy(text: str, damage: Damage) -> str:
    """Return a sentence on a damaged file with where it was kept, if it was."""
    if damage.copy is None:
        return text
    kept = tr("The damaged file was kept as {name}.", name=damage.copy)
    return f"{text} {kept}"
