"""Where the frozen `facing-pages` begins: the window."""

from facing_pages.ui.shell.program import run

if __name__ == "__main__":
    run()
