"""Links among the sentences that the ordered chain left over."""
