"""Where the frozen `facing` begins: the command line."""

from facing_pages.command_line.facing import run

if __name__ == "__main__":
    run()
