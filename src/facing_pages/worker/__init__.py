"""The comparison in a separate process without Qt, in steps that can be interrupted and resumed."""
