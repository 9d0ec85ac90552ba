"""The list of changes: which words repeat, how changes stand in lines, what stands around each."""
