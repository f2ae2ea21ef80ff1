"""Safe letters: each recipient gets a version without what they must not know, or the letter does not leave."""
