"""The work, day by day: from the front door to leaving care."""
