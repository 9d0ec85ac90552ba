"""From the bytes of a file to clean text in paragraphs, with a record of every repair."""
