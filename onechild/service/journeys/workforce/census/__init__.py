"""The census at 30 September: its check, its file, and what it asks of each worker."""
