"""Formal challenges of how a child is worked with: raised, answered by a named person, taken further, ended."""
