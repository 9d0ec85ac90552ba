"""The dialogs of a window: preferences, help, reports, how a file is read."""
