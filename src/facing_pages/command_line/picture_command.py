"""The subcommand `picture`: the window drawn into a file."""

from __future__ import annotations

import argparse

from facing_pages.command_line.parser import UsageError
from facing_pages.core.reading.isolated import read_file_isolated
from facing_pages.core.resources import sample_pair


def run_picture_command(choices: argparse.Namespace) -> None:
    """Draw the window with a pair into a file. Raises `UsageError` and `ReadingError`."""
    files = [str(path) for path in sample_pair()] if choices.sample else choices.files
    if len(files) != 2:
        raise UsageError("A picture needs two files, the original first, or --sample.")
    size = _size(choices.size)
    for name in files:
        read_file_isolated(name)
    from facing_pages.ui.shell.picture import PictureError, render_picture

    pair = (files[0], files[1])
    try:
        render_picture(
            pair,
            choices.output,
            size=size,
            theme=choices.theme.replace("-", " "),
            mode=choices.mode.replace("-", " "),
            at=choices.at,
        )
    except PictureError as error:
        raise UsageError(str(error)) from error


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError:
        raise UsageError(f"{text} is not a size. Write it like 1400x900.") from None
    if not (200 <= width <= 8000 and 200 <= height <= 8000):
        raise UsageError(f"{text} is out of range. Width and height go from 200 to 8000.")
    return width, height
