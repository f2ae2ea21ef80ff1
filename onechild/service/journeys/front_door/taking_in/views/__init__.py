"""The pages of taking contacts in."""
