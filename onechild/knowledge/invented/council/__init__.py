"""The council itself: its families, its teams and their workers, and who holds whom."""
