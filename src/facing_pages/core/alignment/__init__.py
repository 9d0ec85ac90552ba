"""Which sentences, paragraphs and words belong together."""
