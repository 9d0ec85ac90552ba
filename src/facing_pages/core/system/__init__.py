"""The operating system: atomic files, limits of memory and time, processes, threads of numpy."""
