"""From paragraphs to sentences and words, as spans."""
