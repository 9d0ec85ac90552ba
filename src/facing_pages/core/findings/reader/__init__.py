"""A trained reader of both sentences at once, which says where their meaning differs."""
