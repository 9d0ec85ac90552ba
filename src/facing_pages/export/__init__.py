"""Reports and alignments of a comparison as files, in all formats but PDF."""
