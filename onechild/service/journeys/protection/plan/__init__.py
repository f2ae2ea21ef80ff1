"""The child protection plan: its outcomes, its core groups, its category, and its end."""
