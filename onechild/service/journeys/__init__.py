"""Pieces of work with children, one Django app each; they meet in the record and never import one another."""
