"""Child in need plans and their reviews, the step down from protection, and the closing of a case."""
