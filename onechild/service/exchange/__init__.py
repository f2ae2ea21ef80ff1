"""Files in and out of the record: loads, what they could not take, and extracts."""
