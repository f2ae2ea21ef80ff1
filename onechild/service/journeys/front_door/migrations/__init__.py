"""Migrations of the front door: no table of its own, one function."""
