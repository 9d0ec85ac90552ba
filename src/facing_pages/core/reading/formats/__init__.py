"""Readers of file formats: each turns bytes into structured text and knows no other."""
