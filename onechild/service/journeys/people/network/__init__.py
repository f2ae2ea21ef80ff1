"""The family drawn: who stands in which row, where each box goes, the drawing, and the list that says the same."""
