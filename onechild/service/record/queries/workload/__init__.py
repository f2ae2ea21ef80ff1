"""What workers hold against their targets: cases, children and weighted load, always beside one another."""
