"""The forms of an assessment: its start, its parts, the answers to its history, and what a manager decides."""
