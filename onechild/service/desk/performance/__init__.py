"""The performance pages: every figure is a stored result, marked with when it was worked out, and opens to its rows."""
