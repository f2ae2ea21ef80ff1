"""What journeys read in common: the steps of written work, and what waits for somebody."""
