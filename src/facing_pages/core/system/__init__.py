"""The operating system: files replaced whole, limits of memory, processes, one core for numpy."""
