"""One module a language, named by its two-letter code; words in it are in small letters."""
