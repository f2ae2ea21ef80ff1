"""The pages of letters: what is written, what it tells, whom it goes to, and what leaves."""
