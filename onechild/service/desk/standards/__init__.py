"""The council's own standards: what holds, what is to come, and how one is set."""
