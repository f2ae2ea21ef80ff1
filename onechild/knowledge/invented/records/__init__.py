"""What is written down along the way once the days have run: visits, reviews, health, school, names and homes."""
