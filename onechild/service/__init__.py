"""What people use: the record in PostgreSQL, signed in, seen and searched. Django."""
