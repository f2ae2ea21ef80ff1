"""What is written of letters: their words and recipients, the check of each, what a manager lifts, and the sending."""
