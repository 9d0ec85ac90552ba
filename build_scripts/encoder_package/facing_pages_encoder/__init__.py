"""The model files of Facing Pages, beside this file: its word encoder and its meaning reader."""
