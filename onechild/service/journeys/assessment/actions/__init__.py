"""What is written of an assessment: its start, its parts, the answers, the manager's decision, and delay."""
