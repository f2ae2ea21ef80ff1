"""The page that says how the workforce stands: figures, teams, who began and left and why."""
