"""The manager's board: what is due, late and met, by team, worker and part of the work."""
