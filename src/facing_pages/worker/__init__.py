"""The comparison in a process of its own: in steps, resumable, without Qt."""
