"""Runs a whole OneChild: starts and stops its processes, fills a demonstration, backs up and restores, checks."""
