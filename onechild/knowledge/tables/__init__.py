"""The contract: the standard tables that every source is read into and everything else reads from."""
