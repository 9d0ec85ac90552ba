"""How the page is drawn: texts, marks, the gutter, and lines between what belongs together."""
