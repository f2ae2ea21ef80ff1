"""What the clocks of hours read of a child's journey: spells and events with their moments."""
