"""Employments: who begins, changes hours, becomes permanent and leaves; and absences with their kind."""
