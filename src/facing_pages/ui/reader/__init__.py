"""The two columns: layout, painting, gutter and strip."""
