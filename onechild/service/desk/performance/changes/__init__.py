"""What changed since last month, in sentences: figures outside their limits, aims crossed, clocks that turned late."""
