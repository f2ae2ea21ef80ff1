"""What the planner asks the database by a function."""
