"""Supervision of workers: about their children and about themselves, apart; signed by both, read by a third."""
