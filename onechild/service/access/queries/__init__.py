"""What the pages of access read."""
