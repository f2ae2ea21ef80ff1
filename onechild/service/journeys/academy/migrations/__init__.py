"""What the database does for the academy."""
