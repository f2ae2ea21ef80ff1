"""Timescales that run in hours."""
