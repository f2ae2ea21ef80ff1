"""Who signs in, what they may do, which child each may see, and who looked."""
