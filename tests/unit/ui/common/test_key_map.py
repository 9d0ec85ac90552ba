"""Keys of commands: usual and chosen ones, what is no key, and who owns one."""

from __future__ import annotations

import pytest

from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.key_map import KeyMap, changed_keys, is_letter


def test_commands_have_their_usual_keys_unless_others_were_chosen() -> None:
    keys = KeyMap({"find": ("Ctrl+K",)}, {"bookmark": ("Y", "Shift+Y")})
    assert keys.shortcuts(Command.FIND) == ("Ctrl+K",)
    assert keys.shortcuts(Command.OPEN) == ("Ctrl+O",)
    assert keys.letters(Command.BOOKMARK) == ("Y", "Shift+Y")
    assert keys.letters(Command.LINK) == ("L",)


def test_what_is_no_key_is_left_out() -> None:
    keys = KeyMap({"find": ("nonsense", "Ctrl+K"), "open": ("nonsense",), "quit": ()})
    assert keys.shortcuts(Command.FIND) == ("Ctrl+K",)
    assert keys.shortcuts(Command.OPEN) == ("Ctrl+O",)
    assert keys.shortcuts(Command.QUIT) == ()


@pytest.mark.parametrize("key", ["N", "Shift+N", "Return", "Backspace", "ß", "1"])
def test_single_keys_are_letters(key: str) -> None:
    assert is_letter(key)


@pytest.mark.parametrize("key", ["", "Ctrl+N", "Alt+N", "Ctrl+Shift+N", "F2", "Shift+F2", "N, P"])
def test_other_keys_are_no_letters(key: str) -> None:
    assert not is_letter(key)


def test_return_starts_a_row_only_where_links_stand_in_rows() -> None:
    keys = KeyMap()
    assert keys.letter_commands(in_rows=True)["Return"] is Command.START_ROW
    assert keys.letter_commands(in_rows=False)["Return"] is Command.READ_OUT
    assert "S" not in keys.letter_commands(in_rows=False)


def test_letters_that_are_switched_off_do_nothing() -> None:
    keys = KeyMap(has_letters=False)
    assert keys.letter_commands(in_rows=True) == {}
    assert keys.keys(Command.LINK) == ()
    assert keys.letters(Command.LINK) == ("L",)


def test_no_usual_key_has_two_owners() -> None:
    keys = KeyMap()
    for command in Command:
        for key in (*command.spec.shortcuts, *command.spec.letters):
            assert keys.owner(key, command) is None, (command, key)


def test_a_key_of_another_command_is_owned() -> None:
    keys = KeyMap(chosen_letters={"bookmark": ("Y",)})
    assert keys.owner("N", Command.FIND) is Command.NEXT_CHANGE
    assert keys.owner("Y", Command.LINK) is Command.BOOKMARK
    assert keys.owner("B", Command.LINK) is None
    assert keys.owner("S", Command.BOOKMARK) is Command.CUT_SENTENCE


def test_sentences_name_a_command_by_its_key_or_its_place() -> None:
    words = KeyMap(chosen_shortcuts={"show inspector": ()}).words()
    assert words["find"] == "Ctrl+F"
    assert words["link"] == "L"
    assert words["show_inspector"] == "View ▸ Inspector"


def test_only_keys_other_than_the_usual_ones_are_stored() -> None:
    chosen = changed_keys({"open": ("F10",)}, Command.FIND, ("Ctrl+K",), ("Ctrl+F",))
    assert chosen == {"open": ("F10",), "find": ("Ctrl+K",)}
    assert changed_keys(chosen, Command.FIND, ("Ctrl+F",), ("Ctrl+F",)) == {"open": ("F10",)}
