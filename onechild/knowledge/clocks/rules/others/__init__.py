"""Timescales owed to subjects that are no children: households, adopters, workers, complaints, allegations."""
