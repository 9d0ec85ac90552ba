"""The window without a pair: what to open, recent pairs, and the first hints."""
