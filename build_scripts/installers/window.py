"""Where the frozen `facing-pages` begins: the window."""

from facing_pages.ui.main import run

if __name__ == "__main__":
    run()
