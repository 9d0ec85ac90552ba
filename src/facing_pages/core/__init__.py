"""Everything that needs no window: values and pure functions, importable as a library."""
