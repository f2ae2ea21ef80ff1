"""What is written for information rights."""
