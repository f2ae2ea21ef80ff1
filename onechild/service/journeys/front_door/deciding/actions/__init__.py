"""What deciding on contacts writes: stages, checks, decisions and what follows from them, reversals, feedback."""
