"""What the journey writes: child in need plans, their reviews, and closures."""
