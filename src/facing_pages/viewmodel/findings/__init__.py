"""What a window shows of findings: changes of meaning as a table, chosen, listed, set aside."""
