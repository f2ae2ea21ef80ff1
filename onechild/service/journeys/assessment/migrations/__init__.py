"""The functions that an assessment reads the past through."""
