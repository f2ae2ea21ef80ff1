"""What signing in writes."""
