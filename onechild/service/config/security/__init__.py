"""What guards the service as a whole: settings, headers, sessions that end, limits of rate, error pages, checks."""
