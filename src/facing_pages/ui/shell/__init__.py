"""The program and its windows: starting, menus, toolbar, status line."""
