"""Second looks: decisions drawn by chance for somebody else to read."""
