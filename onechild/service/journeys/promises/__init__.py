"""The ledger of what was promised for children, kept or not, and formal challenges of how they are worked with."""
