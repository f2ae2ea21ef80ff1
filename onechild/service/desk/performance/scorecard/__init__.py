"""Scorecards: an area of the journey on one page, each measure a line."""
