"""What a manager keeps about workers and about children who wait: leave planned, limits, languages, looks taken."""
