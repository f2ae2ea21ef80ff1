"""What the law and the sector say: plain Python, usable from a notebook or the command line."""
