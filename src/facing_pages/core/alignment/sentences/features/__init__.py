"""Sentences as sparse sets of weighted features, and how alike they are."""
