"""The checks, a topic a module."""
