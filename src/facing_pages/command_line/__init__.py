"""The `facing` command."""
