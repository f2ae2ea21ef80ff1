"""Reading published figures, and what has changed in the record since they were told."""
