"""What journeys write in common: decisions, the steps of written work, people, plans and their outcomes."""
