"""Measures: each one declaration over the standard tables and obligations, with numerator, denominator and children."""
