"""Which sentences belong together: a semi-Markov model over monotone alignments, and moves."""
