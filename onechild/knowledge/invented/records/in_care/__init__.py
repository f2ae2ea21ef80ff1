"""What is written along the way for a child in care: episodes, reviews, health, courts, carers, time missing."""
