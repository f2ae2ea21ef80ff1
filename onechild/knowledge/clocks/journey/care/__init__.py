"""Readers of what follows from care: placements and reviews, permanence and stays, health and schooling."""
