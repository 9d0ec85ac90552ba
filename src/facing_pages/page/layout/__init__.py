"""Where everything on the page stands: fonts, paragraphs, rows, and both texts together."""
