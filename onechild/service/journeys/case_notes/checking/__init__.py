"""What is asked of a file before it is kept: what kind it truly is, and whether a scanner finds anything."""
