"""A child's journey as spells and events of named kinds: the only place that clocks meet the standard tables."""
