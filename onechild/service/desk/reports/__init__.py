"""Reports made from stored figures: kept as they were made, read as a page, had as a file."""
