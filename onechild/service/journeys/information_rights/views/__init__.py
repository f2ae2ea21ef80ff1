"""The pages of information rights."""
