"""Where the workforce should be by a day, and the months so far against the straight line there."""
