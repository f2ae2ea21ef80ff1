"""Declarations of what follows from care: placements, reviews, permanence, children away, education."""
