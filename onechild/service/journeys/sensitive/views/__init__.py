"""The pages of specially careful work."""
