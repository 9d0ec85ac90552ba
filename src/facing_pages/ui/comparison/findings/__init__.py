"""The findings around the text: their list, and those of the sentence in the inspector."""
