"""From links to changes that read well, and the numbers about them."""
