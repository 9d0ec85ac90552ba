"""Readers of file formats: each turns bytes into text with units and does not use the others."""
