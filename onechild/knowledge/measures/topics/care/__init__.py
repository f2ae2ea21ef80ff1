"""Measures of looked-after children, a topic a module."""
