"""Handing a child over to the next worker, and how many workers each child has had."""
