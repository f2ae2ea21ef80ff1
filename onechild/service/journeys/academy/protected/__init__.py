"""The protected caseload: who is over their own target, or leads work that the first year is kept from, and why."""
