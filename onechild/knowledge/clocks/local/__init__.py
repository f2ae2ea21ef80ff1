"""What a council sets for itself: its standards beside the law, and from when a duty shows amber."""
