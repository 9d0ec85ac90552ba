"""From the lines of plain text to units: which lines belong together, and what each unit is."""
