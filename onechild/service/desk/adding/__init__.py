"""Add something new: what can be started for a child, gathered from every journey."""
