"""The pages of looking after accounts."""
