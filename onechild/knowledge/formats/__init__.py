"""Sector files: each format's layout as data, and how it is read into the standard tables."""
