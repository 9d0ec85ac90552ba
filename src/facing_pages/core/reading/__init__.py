"""From the bytes of a file to clean text in paragraphs, every repair on record."""
