"""What could not be read: finding it, asking for it in the contract's terms, mending it, leaving it."""
