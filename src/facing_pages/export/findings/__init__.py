"""The chapter of a report on changes of meaning, in each format."""
