"""The strategy discussion: opened at any stage, held with the agencies, and decided."""
