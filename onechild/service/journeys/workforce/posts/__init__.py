"""Posts of the establishment: made, listed with who fills them, and closed."""
