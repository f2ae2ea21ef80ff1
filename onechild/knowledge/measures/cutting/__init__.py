"""Gives rows the column that a figure is broken down by: what was so of the child on the day counted."""
