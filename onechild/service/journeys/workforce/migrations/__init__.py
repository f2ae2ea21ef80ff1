"""What the database does for the workforce."""
