"""Scripts for shells that complete the `facing` command, made from its argument parser."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator


def completion_script(parser: argparse.ArgumentParser, shell: str) -> str:
    """Return the completion script for "bash", "zsh" or "fish"."""
    if shell == "fish":
        return "".join(_fish(parser))
    head = "autoload -U +X bashcompinit && bashcompinit\n" if shell == "zsh" else ""
    return head + _bash(parser)


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    found: dict[str, argparse.ArgumentParser] = {}
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            found.update(action.choices)
    return found


def _options(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:
        if action.option_strings:
            yield action


def _bash(parser: argparse.ArgumentParser) -> str:
    commands = _commands(parser)
    cases: list[str] = []
    values: list[str] = []
    for name, command in commands.items():
        names = " ".join(o for action in _options(command) for o in action.option_strings)
        cases.append(f"    {name}) words={shlex.quote(names)} ;;\n")
        for action in _options(command):
            if action.choices:
                flags = "|".join(f"{name}:{flag}" for flag in action.option_strings)
                choices = " ".join(map(str, action.choices))
                values.append(f"    {flags}) words={shlex.quote(choices)}; only=1 ;;\n")
    top = " ".join((*commands, *(o for a in _options(parser) for o in a.option_strings)))
    return (
        "_facing() {\n"
        "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words only=\n"
        '  case "${COMP_WORDS[1]}:$before" in\n' + "".join(values) + "  esac\n"
        '  if [ -z "$only" ]; then\n'
        f"  if [ $COMP_CWORD -eq 1 ]; then words={shlex.quote(top)}; else\n"
        '  case "${COMP_WORDS[1]}" in\n' + "".join(cases) + "  esac; fi; fi\n"
        '  COMPREPLY=($(compgen -W "$words" -- "$word"))\n'
        '  if [ -z "$only" ] && [ $COMP_CWORD -gt 1 ]; then\n'
        '    COMPREPLY+=($(compgen -f -- "$word"))\n'
        "  fi\n"
        "}\n"
        "complete -o filenames -F _facing facing\n"
    )


def _fish(parser: argparse.ArgumentParser) -> Iterator[str]:
    for name, command in _commands(parser).items():
        description = shlex.quote(command.description or name)
        yield f"complete -c facing -n __fish_use_subcommand -f -a {name} -d {description}\n"
        for action in _options(command):
            parts = [f"-n '__fish_seen_subcommand_from {name}'"]
            parts += [
                f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"
                for flag in action.option_strings
            ]
            if action.choices:
                choices = " ".join(map(str, action.choices))
                parts.append(f"-x -a {shlex.quote(choices)}")
            if action.help:
                parts.append(f"-d {shlex.quote(action.help.replace('%%', '%'))}")
            yield f"complete -c facing {' '.join(parts)}\n"
