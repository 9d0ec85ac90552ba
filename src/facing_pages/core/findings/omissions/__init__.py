"""What only one side says: words and sentences that were left out or added."""
