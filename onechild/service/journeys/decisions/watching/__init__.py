"""What came back after a decision: shown to its decider, counted by month."""
