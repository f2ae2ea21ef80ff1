"""Teams: who waits, who is open, who holds how much."""
