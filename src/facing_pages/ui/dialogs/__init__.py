"""The windows beside a window: preferences, help, reports, how a file is read."""
